package com.bizosaas.adsdesk.sandbox.login;

import com.bizosaas.adsdesk.sandbox.http.WireReply;
import com.bizosaas.adsdesk.sandbox.http.WireRequest;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The login dialog: sign in as one of the operators, choose permissions one by one, continue or cancel.
///
/// Whoever is signed in is remembered by cookies of the kinds a browser may leak in different ways: a readable one, one
/// hidden from scripts, and one bound to the dialog's path. Thread-safe.
public final class LoginDialog {

    private final Sessions sessions;
    private final Set<String> registered;
    /// Browser session to user id; forgotten when the sandbox stops, as a session cookie is.
    private final Map<String, String> signedIn = new ConcurrentHashMap<>();

    /// @param registered redirect addresses outside loopback that the app has registered
    public LoginDialog(Sessions sessions, Set<String> registered) {
        this.sessions = sessions;
        this.registered = Set.copyOf(registered);
    }

    /// @param path the path up to and including `/dialog/oauth`
    /// @param step what follows it: empty, `sign-in`, `confirm` or `sign-out`
    public WireReply answer(WireRequest request, String path, String step) {
        DialogRequest asked;
        try {
            asked = DialogRequest.of(request, path, sessions.app(), registered);
        } catch (DialogRequest.Refused e) {
            return WireReply.html(400, DialogPages.refused(String.valueOf(e.getMessage())));
        }
        if (step.isEmpty()) {
            return show(request, asked);
        }
        if (!"POST".equals(request.method())) {
            return WireReply.redirect(asked.address());
        }
        return switch (step) {
            case "sign-in" -> signIn(request, asked);
            case "confirm" -> confirm(request, asked);
            case "sign-out" -> signOut(request, asked);
            default -> WireReply.html(404, DialogPages.refused("This page does not exist."));
        };
    }

    private WireReply show(WireRequest request, DialogRequest asked) {
        Optional<Fleet.Operator> operator = current(request);
        if (operator.isEmpty() || asked.forcesSignIn()) {
            return WireReply.html(200, DialogPages.signIn(asked, sessions.operators()));
        }
        return consent(asked, operator.get());
    }

    private WireReply consent(DialogRequest asked, Fleet.Operator operator) {
        return WireReply.html(200, DialogPages.consent(asked, operator, toAsk(asked, operator),
                granted(asked, operator)));
    }

    private Optional<Fleet.Operator> current(WireRequest request) {
        return Optional.ofNullable(request.cookies().get("xs")).map(signedIn::get).flatMap(sessions::operator);
    }

    /// Permissions not yet decided; those declined before are asked for again only on request.
    private Set<String> toAsk(DialogRequest asked, Fleet.Operator operator) {
        Map<String, Boolean> known = sessions.permissions(operator.userId());
        Set<String> open = new LinkedHashSet<>(Set.of("public_profile"));
        open.addAll(asked.scopes());
        open.removeIf(scope -> known.containsKey(scope) && (known.getOrDefault(scope, false) || !asked.asksAgain()));
        return open;
    }

    private Set<String> granted(DialogRequest asked, Fleet.Operator operator) {
        Map<String, Boolean> known = sessions.permissions(operator.userId());
        Set<String> granted = new LinkedHashSet<>(asked.scopes());
        granted.removeIf(scope -> !known.getOrDefault(scope, false));
        return granted;
    }

    private WireReply signIn(WireRequest request, DialogRequest asked) {
        Optional<Fleet.Operator> operator = sessions.operator(request.parameter("operator"));
        if (operator.isEmpty()) {
            return WireReply.html(400, DialogPages.signIn(asked, sessions.operators()));
        }
        String userId = operator.get().userId();
        String session = UUID.randomUUID().toString();
        signedIn.put(session, userId);
        String folder = asked.path().substring(0, asked.path().lastIndexOf('/') + 1);
        return consent(asked, operator.get()).withCookies(List.of("c_user=" + userId + "; Path=/; SameSite=Lax",
                "xs=" + session + "; Path=/; HttpOnly; SameSite=Lax",
                "dialog_user=" + userId + "; Path=" + folder + "; HttpOnly; SameSite=Strict"));
    }

    private WireReply signOut(WireRequest request, DialogRequest asked) {
        Optional.ofNullable(request.cookies().get("xs")).ifPresent(signedIn::remove);
        String folder = asked.path().substring(0, asked.path().lastIndexOf('/') + 1);
        return WireReply.redirect(asked.address()).withCookies(List.of("c_user=; Path=/; Max-Age=0",
                "xs=; Path=/; HttpOnly; Max-Age=0", "dialog_user=; Path=" + folder + "; HttpOnly; Max-Age=0"));
    }

    private WireReply confirm(WireRequest request, DialogRequest asked) {
        Optional<Fleet.Operator> operator = current(request);
        if (operator.isEmpty()) {
            return WireReply.redirect(asked.address());
        }
        if (!"continue".equals(request.parameter("action"))) {
            Map<String, String> denial = new LinkedHashMap<>();
            denial.put("error", "access_denied");
            denial.put("error_code", "200");
            denial.put("error_description", "Permissions error");
            denial.put("error_reason", "user_denied");
            denial.put("state", asked.state());
            return WireReply.redirect(asked.redirect(denial, Map.of()));
        }
        Set<String> open = toAsk(asked, operator.get());
        Set<String> chosen = new LinkedHashSet<>(request.all("permission"));
        chosen.add("public_profile");
        chosen.retainAll(open);
        Set<String> declined = new LinkedHashSet<>(open);
        declined.removeAll(chosen);
        sessions.answer(operator.get().userId(), chosen, declined);
        return WireReply.redirect(success(asked, operator.get().userId()));
    }

    private String success(DialogRequest asked, String userId) {
        Map<String, Boolean> known = sessions.permissions(userId);
        Set<String> granted = new LinkedHashSet<>();
        known.forEach((permission, yes) -> {
            if (yes) {
                granted.add(permission);
            }
        });
        Map<String, String> query = new LinkedHashMap<>();
        Map<String, String> fragment = new LinkedHashMap<>();
        if (asked.responseType().contains("code") || "granted_scopes".equals(asked.responseType())) {
            query.put("code", sessions.issueCode(userId, asked.redirectUri(), granted).value());
        }
        if (asked.responseType().contains("granted_scopes")) {
            Set<String> declined = new LinkedHashSet<>(known.keySet());
            declined.removeAll(granted);
            query.put("granted_scopes", String.join(",", granted));
            query.put("denied_scopes", String.join(",", declined));
        }
        if (asked.responseType().contains("token")) {
            Duration life = Sessions.SHORT_LIFE;
            fragment.put("access_token", sessions.issue(userId, false, granted, life).value());
            fragment.put("expires_in", Long.toString(life.toSeconds()));
            fragment.put("data_access_expiration_time", Long.toString(sessions.clock().instant()
                    .plus(Sessions.DATA_ACCESS).getEpochSecond()));
        }
        (query.isEmpty() ? fragment : query).put("state", asked.state());
        return asked.redirect(query, fragment);
    }
}
