package com.bizosaas.adsdesk.sandbox;

import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.insights.SeededInsights;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// A sandbox with the small fleet and a clock that stands still, for one test class.
final class SandboxFixture implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    final Fleet fleet = Fleets.of("small", 1, NOW);
    final SandboxServer server;
    final Client api;
    final Client control;

    SandboxFixture() throws IOException {
        this(options -> options);
    }

    SandboxFixture(UnaryOperator<SandboxOptions> change) throws IOException {
        server = SandboxServer.start(change.apply(SandboxOptions.of(fleet, new SeededInsights(Statuses::effective), (id,
                width, height) -> (id + width + "x" + height).getBytes(StandardCharsets.UTF_8)).withClock(
                        InstantSource.fixed(NOW))));
        api = new Client(server.graphUrl(), server.operators().getFirst().token());
        control = new Client(server.graphUrl(), "");
    }

    /// An account that the first operator manages, with campaigns under a healthy status.
    String account() {
        Map<String, Set<String>> tasks = fleet.operators().getFirst().tasks();
        return accounts().stream().filter(one -> one.path("account_status").asInt() == 1 && tasks.get(one.path("id")
                .asString()).contains("MANAGE") && one.path("currency").asString().equals("EUR"))
                .map(one -> one.path("id")
                        .asString())
                .findFirst().orElseThrow();
    }

    List<JsonNode> accounts() {
        return api.get("me/adaccounts", "fields", "id,name,account_status,currency,min_daily_budget,business", "limit",
                "100").at("/data").valueStream().sorted(Comparator.comparing(one -> one.path("id").asString()))
                .toList();
    }

    String pixel(String account) {
        return api.get(account + "/adspixels", "fields", "id").text("/data/0/id");
    }

    String page(String account) {
        return api.get(account + "/promote_pages", "fields", "id").text("/data/0/id");
    }

    String campaign(String account, String... more) {
        String[] all = new String[10 + more.length];
        System.arraycopy(new String[]{"name", "Autumn sale", "objective", "OUTCOME_TRAFFIC", "status", "PAUSED",
                "special_ad_categories", "[]", "is_adset_budget_sharing_enabled", "false"}, 0, all, 0, 10);
        System.arraycopy(more, 0, all, 10, more.length);
        return id(api.post(account + "/campaigns", all));
    }

    static final String TARGETING = "{\"geo_locations\":{\"countries\":[\"CH\"]},\"targeting_automation\":"
            + "{\"advantage_audience\":0}}";

    Client.Reply postAdSet(String account, String campaign, String... more) {
        String[] basic = {"name", "DE 25-54", "campaign_id", campaign, "status", "PAUSED", "billing_event",
                "IMPRESSIONS",
                "optimization_goal", "LINK_CLICKS", "targeting", TARGETING};
        String[] all = new String[basic.length + more.length];
        System.arraycopy(basic, 0, all, 0, basic.length);
        System.arraycopy(more, 0, all, basic.length, more.length);
        return api.post(account + "/adsets", all);
    }

    String adSet(String account, String campaign) {
        return id(postAdSet(account, campaign, "daily_budget", "2500"));
    }

    static String id(Client.Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.http().body());
        }
        return reply.text("/id");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
