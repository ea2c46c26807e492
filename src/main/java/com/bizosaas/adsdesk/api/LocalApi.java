package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.service.ApiKey;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Through;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers requests: at the door, at the router, at the route. Thread-safe.
final class LocalApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalApi.class);
    private static final ApiKey NOBODY = new ApiKey("", "", Role.VIEWER, Set.of(),
            Instant.EPOCH);

    private final Doorman doorman;
    private final Router router;
    private final Jobs jobs;
    private final SignIns signIns;
    private final OAuthRoutes oauth;
    private final String address;
    private final InstantSource clock;

    LocalApi(DeskServices desk, Jobs jobs, String version, int port, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
        address = "http://127.0.0.1:" + port;
        doorman = new Doorman(desk.localApi(), port);
        signIns = new SignIns(desk.connections(), clock);
        oauth = new OAuthRoutes(desk, signIns, clock);
        Reads reads = new Reads(desk);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new StatusRoutes(desk, reads, oauth, version).routes());
        routes.addAll(new TenantRoutes(desk.tenants(), signIns, clock).routes());
        routes.addAll(oauth.routes());
        routes.addAll(new AccountRoutes(desk, clock).routes());
        routes.addAll(new CampaignRoutes(desk, reads).routes());
        routes.addAll(new AdObjectRoutes(desk, reads).routes());
        routes.addAll(new InsightRoutes(desk, reads, clock).routes());
        routes.addAll(new LibraryRoutes(desk, reads).routes());
        routes.addAll(new DraftRoutes(desk, reads, clock).routes());
        routes.addAll(new PublishRoutes(desk.workbench().drafts(), desk.workbench().publishing(), clock).routes());
        routes.addAll(new AuditRoutes(desk, clock).routes());
        routes.addAll(new KeyRoutes(desk.localApi(), clock).routes());
        routes.addAll(new SyncRoutes(desk, reads, clock).routes());
        routes.add(Route.get("/jobs/{job_id}", "A job that was started with Prefer: respond-async.").ofAnyTenant()
                .answers("Job").by(jobs::show));
        routes.add(Route.get("/openapi.json", "This API as an OpenAPI 3.1 document.").ofAnyTenant()
                .answers("Any").by(_ -> Reply.json(OpenApi.of(routes, version))));
        router = new Router(routes,
                tenant -> desk.tenants().tenants().stream().anyMatch(known -> known.id().equals(tenant)));
    }

    Reply answer(Asked asked) {
        Call before = new Call(NOBODY, address, asked.path(), asked.query(), asked.wantsPage(), Map.of());
        try {
            doorman.checkHost(asked);
            if (asked.method().equals("GET") && oauth.isCallback(asked)) {
                return oauth.callback(before);
            }
            doorman.checkOrigin(asked);
            ApiKey key = doorman.key(asked);
            String path = Router.below(asked.path())
                    .orElseThrow(() -> new ApiProblem(404, "unknown-route", "There is nothing at this address",
                            "Everything is below " + Router.BASE + ".", ""));
            Router.Match match = router.match(asked.method(), path);
            Call call = router.call(match, asked, key, address, path);
            if (match.route().isSlow() && asked.prefersAsync()) {
                return jobs.start(call, asked.method() + " " + path, () -> answer(match.route(), call));
            }
            return answer(match.route(), call);
        } catch (ApiProblem e) {
            return e.reply(clock.instant());
        } catch (RuntimeException e) {
            return failed(e, before);
        }
    }

    private Reply answer(Route route, Call call) {
        try {
            return Through.door("API key “" + call.key().name() + "”", () -> route.answer(call));
        } catch (RuntimeException e) {
            return failed(e, call);
        }
    }

    private Reply failed(RuntimeException e, Call call) {
        ApiProblem problem = ApiProblem.of(e, call);
        if (problem.status() == 500) {
            LOG.error("{} could not be answered", call.path(), e);
        }
        return problem.reply(clock.instant());
    }

    @Override
    public void close() {
        signIns.close();
    }
}
