package com.bizosaas.adsdesk.sandbox.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The faults a fleet was planted with are found by the desk's own rules (metrics 6.8), and no others are.
class PlantedFaultsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");
    private static final int WEEK = 7;

    private final SeededInsights insights = new SeededInsights((_, node) -> node.text("status"));

    private List<Node> accounts(World world) {
        return world.fleet().roots().stream().filter(node -> node.kind() == Kind.AD_ACCOUNT)
                .map(node -> world.find(node.id()).orElseThrow()).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void theSmallFleetShowsExactlyItsPlantedFaults(long seed) {
        Map<String, Integer> found = new TreeMap<>();
        World world = new World(Fleets.of("small", seed, NOW), InstantSource.fixed(NOW));
        accounts(world).forEach(account -> search(world, account, found));
        assertThat(found).isEqualTo(Map.of("spike", 2, "barren", 1, "ctr", 1, "cpm", 1, "disapproved", 1));
    }

    @Test
    void theReferenceFleetShowsExactlyItsPlantedFaults() {
        Map<String, Integer> found = new TreeMap<>();
        Fleet fleet = Fleets.of("reference", 7, NOW);
        World world = new World(fleet, InstantSource.fixed(NOW));
        List<Node> accounts = accounts(world);
        List.of(0, 9, 31, 52, 84, 110, 58).forEach(index -> search(world, accounts.get(index), found));
        assertThat(found).isEqualTo(Map.of("spike", 2, "barren", 1, "ctr", 1, "cpm", 1, "disapproved", 1));
    }

    @Test
    void thirtyOneCampaignsOfTheFirstReferenceAccountEarnThreeTimesTheirSpend() {
        World world = new World(Fleets.of("reference", 7, NOW), InstantSource.fixed(NOW));
        List<ObjectNode> rows = insights.rows(world, accounts(world).getFirst(), Map.of("level", "campaign", "fields",
                "spend,purchase_roas,actions", "date_preset", "last_7d"));
        assertThat(rows).filteredOn(row -> value(row, "purchase_roas", "omni_purchase") > 3
                && value(row, "actions", "omni_purchase") >= 20).hasSize(31);
        assertThat(rows).filteredOn(row -> value(row, "purchase_roas", "omni_purchase") > 3).hasSize(31);
    }

    @Test
    void aMonthOfDaysOfTwoHundredCampaignsIsSummedQuickly() {
        World world = new World(Fleets.of("reference", 7, NOW), InstantSource.fixed(NOW));
        Node account = accounts(world).get(3);
        Map<String, String> query = Map.of("level", "campaign", "time_increment", "1", "fields",
                "campaign_id,impressions,reach,clicks,spend,actions,action_values,purchase_roas");
        insights.rows(world, account, query);
        insights.rows(world, account, query);
        // Processor time, so that a busy machine does not count.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        List<ObjectNode> rows = insights.rows(world, account, query);
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
        assertThat(rows.size()).isGreaterThan(1_000);
        assertThat(took).isLessThan(Duration.ofMillis(400));
    }

    private void search(World world, Node account, Map<String, Integer> found) {
        LocalDate yesterday = NOW.atZone(ZoneId.of(account.text("timezone_name"))).toLocalDate().minusDays(1);
        String range = "{\"since\":\"" + yesterday.minusDays(WEEK) + "\",\"until\":\"" + yesterday + "\"}";
        Map<String, List<ObjectNode>> byCampaign = insights
                .rows(world, account,
                        Map.of("level", "campaign", "time_increment", "1", "time_range", range, "fields",
                                "campaign_id,spend,impressions,inline_link_clicks,actions"))
                .stream().collect(Collectors.groupingBy(row -> row.get("campaign_id").asString()));
        byCampaign.forEach((id, rows) -> {
            Node campaign = world.find(id).orElseThrow();
            ObjectNode last = rows.getLast();
            if (!last.get("date_start").asString().equals(yesterday.toString()) || rows.size() <= WEEK) {
                return;
            }
            double budget = budget(world, campaign) / SeededInsights.currency(account).offset();
            count(found, "spike", budget > 0 && number(last, "spend") > 1.75 * budget);
            List<ObjectNode> before = rows.subList(0, WEEK);
            double ctr = sum(before, "inline_link_clicks") / sum(before, "impressions");
            count(found, "ctr", number(last, "inline_link_clicks") / number(last, "impressions") < 0.8 * ctr);
            double cpm = sum(before, "spend") / sum(before, "impressions");
            count(found, "cpm", number(last, "spend") / number(last, "impressions") > 1.3 * cpm);
            boolean sells = campaign.text("objective").equals("OUTCOME_SALES")
                    || campaign.text("objective").equals("CONVERSIONS");
            count(found, "barren", sells && rows.subList(WEEK - 2, WEEK + 1).stream()
                    .allMatch(row -> value(row, "actions", "omni_purchase") == 0));
        });
        count(found, "disapproved", world.children(account.id(), Kind.AD).stream()
                .anyMatch(ad -> ad.fields().has("ad_review_feedback")));
    }

    private static double budget(World world, Node campaign) {
        double own = Double.parseDouble(campaign.text("daily_budget"));
        if (own > 0 || !campaign.text("lifetime_budget").equals("0")) {
            return own;
        }
        return world.children(campaign.id(), Kind.AD_SET).stream()
                .mapToDouble(set -> Double.parseDouble(set.text("daily_budget"))).sum();
    }

    private static void count(Map<String, Integer> found, String fault, boolean shows) {
        if (shows) {
            found.merge(fault, 1, Integer::sum);
        }
    }

    private static double sum(List<ObjectNode> rows, String field) {
        return rows.stream().mapToDouble(row -> number(row, field)).sum();
    }

    private static double number(JsonNode row, String field) {
        return row.has(field) ? Double.parseDouble(row.get(field).asString()) : 0;
    }

    private static double value(JsonNode row, String list, String type) {
        for (JsonNode entry : row.path(list)) {
            if (entry.get("action_type").asString().equals(type)) {
                return Double.parseDouble(entry.get("value").asString());
            }
        }
        return 0;
    }
}
