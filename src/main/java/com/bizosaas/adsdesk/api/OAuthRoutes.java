package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Connection.Broken;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.PendingConnection;
import com.bizosaas.adsdesk.service.Problem;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Signing a tenant in and out.
final class OAuthRoutes {

    private static final String CALLBACK = "/oauth/callback";

    private final DeskServices desk;
    private final SignIns signIns;
    private final InstantSource clock;

    OAuthRoutes(DeskServices desk, SignIns signIns, InstantSource clock) {
        this.desk = desk;
        this.signIns = signIns;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/oauth/start", "Starts a sign-in; open auth_url in any browser.").publishes()
                        .body(Param.flag("rerequest", "Ask again for permissions that were declined."))
                        .answers("SignIn").by(this::start),
                Route.get(CALLBACK, "Where the dialog comes back to, with code and state. Needs no key.").open()
                        .answers("SignedIn").by(this::callback),
                Route.get("/oauth/status", "How the client is signed in.").answers("OAuthStatus")
                        .by(call -> Reply.json(status(call.tenant()))),
                Route.post("/connect", "Chooses the ad accounts to work with under the client's sign-in.").publishes()
                        .body(Param.of("account_ids", Param.Kind.ACCOUNTS, "Ids of ad accounts, with or without act_.")
                                .needed(),
                                Param.text("access_token", "A system user's token, to connect without the dialog."))
                        .answers("OAuthStatus").by(this::connect),
                Route.post("/disconnect", "Gives the permissions back at Facebook and destroys the token here.")
                        .publishes().answers("Disconnected").by(this::disconnect));
    }

    /// Whether a request brings the dialog's answer: to the API's own callback, or to the path of the configured redirect
    /// address, should that lead to the API's port.
    boolean isCallback(Asked asked) {
        if (asked.path().equals(Router.BASE + CALLBACK)) {
            return true;
        }
        return !SignIns.parameter(asked.query(), "state").isEmpty()
                && asked.path().equals(URI.create(desk.settings().settings().redirectUri()).getPath());
    }

    private Reply start(Call call) {
        SignIns.Waiting started = signIns.start(call.tenant(), call.flag("rerequest"));
        ObjectNode body = Json.object().put("tenant_id", call.tenant().value())
                .put("auth_url", started.attempt().dialog().toString()).put("state", started.state())
                .put("expires_at", Shapes.time(started.attempt().expiresAt()))
                .put("redirect_uri", started.attempt().redirect().toString());
        body.put("note", started.attempt().loopbackProblem().map(problem -> problem.title()
                + ". Send what the dialog comes back with to " + call.address() + Router.BASE + CALLBACK).orElse(null));
        return Reply.json(body);
    }

    Reply callback(Call call) {
        try {
            Connection connection = signIns.finish(call.query());
            if (call.page()) {
                return page(200, "Signed in", "You can close this window and go back to Ads Desk.");
            }
            return Reply.json(Json.object().put("status", "connected").put("user_name", connection.userName()));
        } catch (RuntimeException e) {
            ApiProblem problem = ApiProblem.of(e, call);
            if (call.page()) {
                return page(problem.status(), String.valueOf(problem.getMessage()), problem.detail());
            }
            return problem.reply(clock.instant());
        }
    }

    private static Reply page(int status, String title, String sentence) {
        return Reply.page(status, "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Ads Desk</title><h1>"
                + escaped(title) + "</h1><p>" + escaped(sentence) + "</p></html>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private Reply connect(Call call) {
        TenantId tenant = call.tenant();
        List<AdAccountId> chosen = call.list("account_ids", AdAccountId.class);
        if (chosen.isEmpty()) {
            throw ApiProblem.badInput("account_ids", "No ad account is named",
                    "Name at least one of GET /accounts, or call POST /disconnect.");
        }
        Optional<String> token = call.findText("access_token");
        if (token.isPresent()) {
            try (PendingConnection pending = desk.connections().useToken(tenant, token.get().toCharArray())) {
                desk.connections().confirm(pending, chosen);
            }
            signIns.forget(tenant);
        } else {
            desk.connections().choose(tenant, chosen);
        }
        return Reply.json(status(tenant));
    }

    private Reply disconnect(Call call) {
        signIns.forget(call.tenant());
        Optional<Problem> left = desk.connections().disconnect(call.tenant());
        ObjectNode body = Json.object().put("tenant_id", call.tenant().value()).put("status", "disconnected");
        body.put("revoked", left.isEmpty());
        body.put("note", left.map(problem -> problem.title() + ". " + problem.remedy()).orElse(null));
        return Reply.json(body);
    }

    /// One of `disconnected`, `pending`, `connected`, `expired`, `revoked`. A sign-in that was started while another one
    /// still works leaves the word at `connected`.
    String word(TenantId tenant) {
        Optional<Connection> connection = desk.connections().connection(tenant);
        boolean works = connection.isPresent() && connection.get().works(clock);
        if (!works && signIns.of(tenant).isPresent()) {
            return "pending";
        }
        if (connection.isEmpty()) {
            return "disconnected";
        }
        if (works) {
            return "connected";
        }
        Broken broken = connection.get().broken();
        return broken == null || broken == Broken.EXPIRED || broken == Broken.DATA_ACCESS_EXPIRED
                ? "expired"
                : "revoked";
    }

    ObjectNode status(TenantId tenant) {
        ObjectNode body = Json.object().put("tenant_id", tenant.value()).put("status", word(tenant));
        Optional<Connection> found = desk.connections().connection(tenant);
        Set<String> granted = found.map(Connection::granted).orElse(Set.of());
        Broken broken = found.map(Connection::broken).orElse(null);
        body.put("reason", broken == null ? null : broken.name().toLowerCase(Locale.ROOT));
        body.put("user_id", found.map(Connection::userId).orElse(null));
        body.put("user_name", found.map(Connection::userName).orElse(null));
        body.put("token_kind", found.map(one -> one.kind().name().toLowerCase(Locale.ROOT)).orElse(null));
        body.set("granted_scopes", sorted(granted));
        body.set("declined_scopes", sorted(found.map(Connection::declined).orElse(Set.of())));
        body.set("missing_scopes", found.isEmpty() ? Json.array() : missing(granted));
        body.put("connected_at", found.map(one -> Shapes.time(one.connectedAt())).orElse(null));
        body.put("expires_at", found.map(one -> Shapes.timeOrNull(one.expiresAt())).orElse(null));
        body.put("data_access_expires_at",
                found.map(one -> Shapes.timeOrNull(one.dataAccessExpiresAt())).orElse(null));
        body.set("account_ids", Shapes.texts(
                desk.connections().accounts(tenant).stream().map(account -> account.id().value()).toList()));
        body.put("sign_in_expires_at",
                signIns.of(tenant).map(one -> Shapes.time(one.attempt().expiresAt())).orElse(null));
        Optional<Problem> failure = signIns.failure(tenant);
        body.put("sign_in_problem", failure.map(one -> one.title() + ". " + one.remedy()).orElse(null));
        return body;
    }

    private ArrayNode missing(Set<String> granted) {
        Set<String> missing = new TreeSet<>(desk.settings().settings().scopes());
        missing.removeAll(granted);
        return Shapes.texts(missing);
    }

    private static ArrayNode sorted(Collection<String> words) {
        return Shapes.texts(new TreeSet<>(words));
    }
}
