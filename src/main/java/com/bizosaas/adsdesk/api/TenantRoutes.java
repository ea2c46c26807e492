package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.TenantService;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The agency's clients.
final class TenantRoutes {

    private final TenantService tenants;
    private final SignIns signIns;
    private final InstantSource clock;

    TenantRoutes(TenantService tenants, SignIns signIns, InstantSource clock) {
        this.tenants = tenants;
        this.signIns = signIns;
        this.clock = clock;
    }

    List<Route> routes() {
        Param name = Param.text("name", "The client's name, 1 to 120 characters.");
        return List.of(
                Route.get("/tenants", "The clients that this key opens.").ofAnyTenant().lists("Tenant").by(this::list),
                Route.post("/tenants", "Makes a client.").publishes().ofTheDesk()
                        .body(Param.of("tenant_id", Param.Kind.TENANT,
                                "The client's id; without it one is made from the name."), name.needed())
                        .answers(201, "Tenant").by(this::create),
                Route.get("/tenants/{tenant_id}", "One client.").answers("Tenant")
                        .by(call -> Reply.json(view(find(call)))),
                Route.patch("/tenants/{tenant_id}", "Renames a client.").publishes()
                        .body(name.needed()).answers("Tenant").by(this::rename),
                Route.delete("/tenants/{tenant_id}",
                        "Disconnects a client and destroys everything stored of it. Final.").publishes()
                        .answers("Deleted").by(this::delete));
    }

    private Reply list(Call call) {
        List<Tenant> opened = tenants.tenants().stream().filter(tenant -> call.key().opens(tenant.id()))
                .filter(tenant -> call.find("tenant_id", TenantId.class).map(tenant.id()::equals).orElse(true))
                .toList();
        return new Page<>(opened, tenant -> tenant.id().value(), false, clock.instant(), false).reply(call,
                TenantRoutes::view);
    }

    private Reply create(Call call) {
        String name = call.text("name");
        Tenant made = call.find("tenant_id", TenantId.class).map(id -> tenants.create(id, name))
                .orElseGet(() -> tenants.create(name));
        return Reply.json(201, view(made)).with("Location", Router.BASE + "/tenants/" + made.id());
    }

    private Reply rename(Call call) {
        Tenant now = find(call);
        return Reply.json(view(tenants.update(new Tenant(now.id(), name(call), now.colour(), now.createdAt()))));
    }

    private static String name(Call call) {
        String name = call.text("name");
        if (name.isBlank() || name.strip().length() > 120) {
            throw ApiProblem.badInput("name", "A client's name has 1 to 120 characters", "Send one.");
        }
        return name;
    }

    private Reply delete(Call call) {
        signIns.forget(call.tenant());
        tenants.delete(call.tenant());
        return Reply.json(Json.object().put("id", call.tenant().value()).put("deleted", true));
    }

    private Tenant find(Call call) {
        return tenants.tenants().stream().filter(tenant -> tenant.id().equals(call.tenant())).findFirst()
                .orElseThrow(() -> ApiProblem.notFound("There is no such client", "GET /tenants lists them."));
    }

    static ObjectNode view(Tenant tenant) {
        return Json.object().put("tenant_id", tenant.id().value()).put("name", tenant.name())
                .put("created_at", Shapes.time(tenant.createdAt()));
    }
}
