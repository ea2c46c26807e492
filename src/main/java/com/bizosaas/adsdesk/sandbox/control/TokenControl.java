package com.bizosaas.adsdesk.sandbox.control;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.login.AccessToken;
import com.bizosaas.adsdesk.sandbox.login.Death;
import com.bizosaas.adsdesk.sandbox.login.Sessions;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Makes and ends tokens without the dialog.
final class TokenControl {

    private final Sessions sessions;

    TokenControl(Sessions sessions) {
        this.sessions = sessions;
    }

    private Fleet.Operator operator(JsonNode body) {
        String wanted = body.path("operator").asString("");
        return sessions.operators().stream().filter(one -> one.userId().equals(wanted) || one.name().equals(wanted))
                .findFirst().or(() -> sessions.operator(wanted)).orElseThrow(() -> new NoSuchElementException(
                        "No such operator: " + wanted));
    }

    /// A token of an operator with the scopes given (all where none are), for `seconds` or 60 days.
    JsonNode issue(JsonNode body) {
        Set<String> scopes = new LinkedHashSet<>();
        body.path("scopes").forEach(scope -> scopes.add(scope.asString()));
        Duration life = Duration.ofSeconds(body.path("seconds").asLong(Duration.ofDays(60).toSeconds()));
        AccessToken token = scopes.isEmpty()
                ? sessions.standing(operator(body))
                : sessions.issueFor(operator(body), scopes, life);
        return Json.object().put("access_token", token.value());
    }

    /// Ends one token, or all tokens of an operator.
    JsonNode kill(JsonNode body) {
        Death how = Death.valueOf(body.path("how").asString("expired").toUpperCase(Locale.ROOT).replace('-', '_'));
        String token = body.path("token").asString("");
        if (token.isEmpty()) {
            sessions.kill(operator(body).userId(), how);
        } else if (!sessions.killToken(token, how)) {
            throw new NoSuchElementException("No such token");
        }
        return Json.object().put("success", true);
    }

    JsonNode clearCheckpoint(JsonNode body) {
        sessions.clearCheckpoint(operator(body).userId());
        return Json.object().put("success", true);
    }
}
