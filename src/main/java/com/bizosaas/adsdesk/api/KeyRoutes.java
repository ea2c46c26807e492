package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.ApiKey;
import com.bizosaas.adsdesk.service.LocalApiService;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/// Keys of this API.
final class KeyRoutes {

    private final LocalApiService keys;
    private final InstantSource clock;

    KeyRoutes(LocalApiService keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/keys", "The keys of this API, without their secrets.").administers().ofTheDesk()
                        .lists("ApiKey")
                        .by(call -> new Page<>(keys.keys(), ApiKey::id, false, clock.instant(), false).reply(call,
                                KeyRoutes::view)),
                Route.post("/keys", "Issues a key; its secret is told once.").administers().ofTheDesk()
                        .body(Param.text("name", "What it is for.").needed(),
                                Param.text("role", "What it may do.").oneOf("viewer", "editor", "publisher").needed(),
                                Param.of("tenant_ids", Param.Kind.TENANTS,
                                        "The only clients that it opens; all without it."))
                        .answers(201, "IssuedKey").by(this::issue),
                Route.post("/keys/{key_id}/rotate", "Gives a key a new secret; the old one stops at once.")
                        .administers()
                        .ofTheDesk().answers("IssuedKey").by(call -> issued(200, keys.rotate(call.text("key_id")))),
                Route.delete("/keys/{key_id}", "Ends a key at once.").administers().ofTheDesk().answers("Deleted")
                        .by(this::revoke));
    }

    private Reply issue(Call call) {
        return issued(201, keys.issue(call.text("name"), Role.valueOf(call.text("role").toUpperCase(Locale.ROOT)),
                call.list("tenant_ids", TenantId.class)));
    }

    private static Reply issued(int status, LocalApiService.Issued issued) {
        return Reply.json(status, view(issued.key()).put("key", issued.secret()));
    }

    private Reply revoke(Call call) {
        keys.revoke(call.text("key_id"));
        return Reply.json(Json.object().put("id", call.text("key_id")).put("deleted", true));
    }

    private static ObjectNode view(ApiKey key) {
        ObjectNode view = Json.object().put("id", key.id()).put("name", key.name()).put("role",
                key.role().name().toLowerCase(Locale.ROOT));
        view.set("tenant_ids",
                Shapes.texts(new TreeSet<>(key.tenants().stream().map(TenantId::value).toList())));
        return view.put("created_at", Shapes.time(key.createdAt()));
    }
}
