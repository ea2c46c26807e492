package com.bizosaas.adsdesk.sandbox.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.History;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SeededInsightsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");
    private static final String COUNTS = "impressions,clicks,spend,inline_link_clicks,actions,action_values";

    private final SeededInsights insights = new SeededInsights((_, node) -> node.text("status"));
    private Instant now = NOW;
    private World world;
    private Node account;

    @BeforeEach
    void makeWorld() {
        now = NOW;
        world = new World(Fleets.of("small", 7, NOW), () -> now);
        account = accounts().getFirst();
    }

    private List<Node> accounts() {
        return world.fleet().roots().stream().filter(node -> node.kind() == Kind.AD_ACCOUNT)
                .map(node -> world.find(node.id()).orElseThrow()).toList();
    }

    private List<ObjectNode> rows(Node scope, String... parameters) {
        return insights.rows(world, scope, parameters(parameters));
    }

    private static Map<String, String> parameters(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static BigDecimal number(JsonNode row, String field) {
        return row.has(field) ? new BigDecimal(row.get(field).asString()) : BigDecimal.ZERO;
    }

    /// All additive numbers of some rows, summed.
    private static Map<String, BigDecimal> sums(List<ObjectNode> rows) {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (ObjectNode row : rows) {
            for (String field : List.of("impressions", "clicks", "spend", "inline_link_clicks")) {
                sums.merge(field, number(row, field), BigDecimal::add);
            }
            for (String list : List.of("actions", "action_values")) {
                for (JsonNode entry : row.path(list)) {
                    sums.merge(list + ":" + entry.get("action_type").asString(),
                            new BigDecimal(entry.get("value").asString()), BigDecimal::add);
                }
            }
        }
        sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign", "adset", "ad"})
    void everyLevelAddsUpToTheAccount(String level) {
        List<ObjectNode> rows = rows(account, "level", level, "fields", COUNTS);
        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(sums(rows)).isEqualTo(sums(rows(account, "fields", COUNTS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "gender", "age,gender", "country", "publisher_platform",
            "publisher_platform,platform_position", "platform_position,publisher_platform,impression_device",
            "device_platform", "publisher_platform,impression_device"})
    void everyBreakdownAddsUpToTheWhole(String breakdowns) {
        List<ObjectNode> rows = rows(account, "level", "campaign", "fields", COUNTS, "breakdowns", breakdowns);
        assertThat(rows).allMatch(row -> List.of(breakdowns.split(",")).stream().allMatch(row::has));
        assertThat(sums(rows)).isEqualTo(sums(rows(account, "fields", COUNTS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "7", "monthly"})
    void everyIncrementAddsUpToTheRange(String increment) {
        String range = "{\"since\":\"2026-08-17\",\"until\":\"2026-11-26\"}";
        List<ObjectNode> rows = rows(account, "fields", COUNTS, "time_range", range, "time_increment", increment);
        assertThat(sums(rows)).isEqualTo(sums(rows(account, "fields", COUNTS, "time_range", range)));
        assertThat(rows.getFirst().get("date_start").asString()).isEqualTo("2026-08-17");
        assertThat(rows.getLast().get("date_stop").asString()).isEqualTo("2026-11-26");
    }

    @Test
    void theHoursOfTodayAddUpToTodayAndEndNow() {
        List<ObjectNode> rows = rows(account, "date_preset", "today", "fields", "impressions,spend,clicks,reach",
                "breakdowns", Breakdown.HOURLY);
        ObjectNode day = rows(account, "date_preset", "today", "fields", "impressions,spend,clicks").getFirst();
        assertThat(sums(rows)).isEqualTo(sums(List.of(day)));
        assertThat(rows.getLast().get(Breakdown.HOURLY).asString()).isEqualTo("10:00:00 - 10:59:59");
        assertThat(rows).noneMatch(row -> row.has("reach"));
    }

    @Test
    void reachIsNoSumButLiesBetweenItsLargestPartAndTheirSum() {
        for (String[] split : new String[][]{{"time_increment", "1"}, {"level", "campaign"}, {"level", "ad"}}) {
            BigDecimal whole = number(rows(account, "fields", "reach").getFirst(), "reach");
            List<BigDecimal> parts = rows(account, "fields", "reach", split[0], split[1]).stream()
                    .map(row -> number(row, "reach")).toList();
            assertThat(whole).as(split[1]).isLessThan(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isGreaterThanOrEqualTo(parts.stream().max(BigDecimal::compareTo).orElseThrow());
        }
    }

    @Test
    void ratiosFollowFromTheCountsOfTheirRow() {
        for (ObjectNode row : rows(account, "level", "campaign", "fields",
                "impressions,reach,frequency,clicks,spend,ctr,cpc,cpm,purchase_roas,action_values")) {
            assertThat(number(row, "ctr")).isEqualByComparingTo(
                    Numbers.percent(number(row, "clicks").longValue(), number(row, "impressions").longValue()));
            assertThat(number(row, "cpc")).isEqualByComparingTo(Numbers.ratio(number(row, "spend"),
                    number(row, "clicks")));
            assertThat(number(row, "frequency")).isGreaterThanOrEqualTo(BigDecimal.ONE).isEqualByComparingTo(
                    Numbers.ratio(number(row, "impressions"), number(row, "reach")));
            if (row.has("purchase_roas")) {
                assertThat(new BigDecimal(row.get("purchase_roas").get(0).get("value").asString()))
                        .isEqualByComparingTo(Numbers.ratio(
                                new BigDecimal(row.get("action_values").get(0).get("value").asString()),
                                number(row, "spend")));
            }
        }
    }

    @Test
    void theSameConversionCarriesSeveralNames() {
        ObjectNode row = rows(account, "fields", "actions,cost_per_action_type").getFirst();
        Map<String, String> actions = row.get("actions").valueStream().collect(
                Collectors.toMap(entry -> entry.get("action_type").asString(), entry -> entry.get("value").asString()));
        assertThat(actions.get("omni_purchase")).isEqualTo(actions.get("purchase"))
                .isEqualTo(actions.get("offsite_conversion.fb_pixel_purchase")).isNotNull();
        assertThat(new BigDecimal(actions.get("lead"))).isEqualByComparingTo(
                new BigDecimal(actions.get("onsite_conversion.lead_grouped"))
                        .add(new BigDecimal(actions.getOrDefault("offsite_conversion.fb_pixel_lead", "0"))));
    }

    @Test
    void rowsHoldDatesUnaskedIdsOnlyWhenAskedAndTextAlone() {
        ObjectNode row = rows(account, "level", "campaign", "fields", "impressions,account_currency").getFirst();
        assertThat(row.propertyNames()).containsExactly("impressions", "account_currency", "date_start", "date_stop");
        assertThat(row.get("account_currency").asString()).isEqualTo("EUR");
        assertThat(row.get("impressions").isString()).isTrue();
        assertThat(row.get("date_start").asString()).isEqualTo("2026-10-27");
        assertThat(row.get("date_stop").asString()).isEqualTo("2026-11-25");
    }

    @Test
    void pausingAnAdKeepsItsMorningAndEndsItsAfternoon() {
        Node ad = world.children(account.id(), Kind.AD).stream()
                .filter(one -> !rows(one, "date_preset", "today", "fields", "impressions").isEmpty()).findFirst()
                .orElseThrow();
        List<ObjectNode> before = rows(ad, "fields", COUNTS, "time_increment", "1");
        History.note(ad, "status", now);
        ad.fields().put("status", "PAUSED");
        BigDecimal morning = number(rows(ad, "date_preset", "today", "fields", "spend").getFirst(), "spend");
        now = now.plusSeconds(5 * 3600);
        assertThat(number(rows(ad, "date_preset", "today", "fields", "spend").getFirst(), "spend"))
                .isEqualByComparingTo(morning).isPositive();
        assertThat(rows(ad, "fields", COUNTS, "time_increment", "1")).isEqualTo(before);
        now = now.plusSeconds(24 * 3600);
        assertThat(rows(ad, "date_preset", "today")).isEmpty();
    }

    @Test
    void aRaisedBudgetIsSpentFromTheDayOfTheRiseOn() {
        Node campaign = byName("spend", "status", "ACTIVE");
        List<ObjectNode> before = rows(campaign, "fields", COUNTS);
        BigDecimal today = number(rows(campaign, "date_preset", "today", "fields", "spend").getFirst(), "spend");
        History.note(campaign, "daily_budget", now);
        campaign.fields().put("daily_budget", Long.toString(2 * Long.parseLong(campaign.text("daily_budget"))));
        assertThat(rows(campaign, "fields", COUNTS)).isEqualTo(before);
        assertThat(number(rows(campaign, "date_preset", "today", "fields", "spend").getFirst(), "spend"))
                .isGreaterThan(today.multiply(new BigDecimal("1.8")));
    }

    private Node byName(String field, String attribute, String value) {
        return world.children(account.id(), Kind.CAMPAIGN).stream()
                .filter(one -> one.text(attribute).equals(value) && Long.parseLong(one.text("daily_budget")) > 0)
                .filter(one -> !rows(one, "date_preset", "today", "fields", field).isEmpty()).findFirst().orElseThrow();
    }

    @Test
    void todayGrowsAndNeverShrinks() {
        BigDecimal last = BigDecimal.ZERO;
        for (int hour = 0; hour < 12; hour++) {
            BigDecimal spend = number(rows(account, "date_preset", "today", "fields", "spend").getFirst(), "spend");
            assertThat(spend).isGreaterThanOrEqualTo(last);
            last = spend;
            now = now.plusSeconds(3600);
        }
    }

    @Test
    void theSummaryIsTheTotalOfTheRows() {
        Map<String, String> query = parameters("level", "campaign", "fields", COUNTS + ",reach", "default_summary",
                "true", "filtering", "[{\"field\":\"spend\",\"operator\":\"GREATER_THAN\",\"value\":3000}]");
        List<ObjectNode> rows = insights.rows(world, account, query);
        assertThat(rows).hasSizeBetween(2, 40).allMatch(row -> number(row, "spend").intValue() > 3000);
        ObjectNode summary = insights.summary(world, account, query);
        assertThat(sums(List.of(summary))).isEqualTo(sums(rows));
        assertThat(number(summary, "reach").longValue()).isPositive();
    }

    @Test
    void rowsAreSortedAndFilteredAsAsked() {
        List<BigDecimal> spend = rows(account, "level", "ad", "fields", "spend", "sort", "[\"spend_descending\"]")
                .stream().map(row -> number(row, "spend")).toList();
        assertThat(spend).isSortedAccordingTo((a, b) -> b.compareTo(a));
        Node campaign = byName("spend", "status", "ACTIVE");
        List<ObjectNode> own = rows(account, "level", "adset", "fields", "campaign_id,actions", "filtering",
                "[{\"field\":\"campaign.id\",\"operator\":\"IN\",\"value\":[\"" + campaign.id()
                        + "\"]},{\"field\":\"action_type\",\"operator\":\"IN\",\"value\":[\"link_click\"]}]");
        assertThat(own).isNotEmpty().allMatch(row -> row.get("campaign_id").asString().equals(campaign.id()))
                .allMatch(row -> row.get("actions").size() == 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fields       | age                                           | (#100) age is not valid for fields param
            fields       | impressions,made_up                           | (#100) made_up is not valid for fields param
            breakdowns   | platform_position                             | (#100) Current combination of data breakdown columns (platform_position) is invalid
            breakdowns   | age,country                                   | (#100) Current combination of data breakdown columns (age, country) is invalid
            breakdowns   | hue                                           | (#100) breakdowns[0] must be one of the following values
            level        | page                                          | (#100) level must be one of
            date_preset  | lifetime                                      | (#100) date_preset must be one of
            time_range   | {"since":"2023-10-26","until":"2023-11-01"}   | (#3018) The start date of the time range cannot be beyond 37 months
            time_range   | {"since":"2026-11-02","until":"2026-11-01"}   | (#100) time_range
            time_increment | 91                                          | (#100) time_increment
            filtering    | [{"field":"hue","operator":"IN","value":[1]}] | (#100) Filtering field hue
            """)
    void whatFacebookRefusesIsRefused(String parameter, String value, String message) {
        assertThatThrownBy(() -> rows(account, parameter, value)).isInstanceOf(GraphError.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void actionsAreNamedInARefusedCombination() {
        assertThatThrownBy(() -> rows(account, "fields", "actions", "breakdowns", "platform_position"))
                .hasMessage("(#100) Current combination of data breakdown columns (action_type, platform_position) is "
                        + "invalid");
    }

    @Test
    void everyAccountHasDeliveredEveryDayForThirtySevenMonths() {
        for (Node one : accounts()) {
            LocalDate today = now.atZone(ZoneId.of(one.text("timezone_name"))).toLocalDate();
            int days = rows(one, "date_preset", "maximum", "time_increment", "1", "fields", "spend").size();
            long kept = java.time.temporal.ChronoUnit.DAYS.between(today.minusMonths(37), today);
            assertThat((long) days).as(one.text("name")).isBetween(kept - 4, kept);
        }
    }

    @Test
    void theDaysBeforeDoNotChangeWhenTimePasses() {
        String range = "{\"since\":\"2026-10-01\",\"until\":\"2026-11-24\"}";
        Function<World, List<ObjectNode>> ask = one -> insights.rows(one, account,
                parameters("level", "ad", "fields", COUNTS + ",ad_id", "time_range", range, "time_increment", "1"));
        List<ObjectNode> today = ask.apply(world);
        now = now.plusSeconds(40 * 86_400L);
        assertThat(ask.apply(world)).isEqualTo(today).hasSizeGreaterThan(500);
    }
}
