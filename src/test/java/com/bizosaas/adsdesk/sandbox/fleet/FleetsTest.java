package com.bizosaas.adsdesk.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FleetsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");
    private static final BigInteger EXACT_IN_A_DOUBLE = BigInteger.TWO.pow(53);

    private static List<Node> of(Fleet fleet, Kind kind) {
        List<Node> nodes = new ArrayList<>(fleet.roots());
        accounts(fleet).forEach(account -> nodes.addAll(fleet.content(account.id())));
        return nodes.stream().filter(node -> node.kind() == kind).toList();
    }

    private static List<Node> accounts(Fleet fleet) {
        return fleet.roots().stream().filter(node -> node.kind() == Kind.AD_ACCOUNT).toList();
    }

    @Test
    void theSmallFleetHasNineAccountsOfThreeClientsInFiveCurrencies() {
        Fleet fleet = Fleets.of("small", 7, NOW);
        assertThat(accounts(fleet)).hasSize(9);
        assertThat(accounts(fleet)).extracting(node -> node.text("currency"))
                .containsOnly("EUR", "USD", "GBP", "JPY", "HUF");
        assertThat(accounts(fleet).stream().map(node -> node.fields().get("business").get("id").asString()).distinct())
                .hasSize(3);
    }

    @Test
    void theSmallFleetShowsTroubledAccounts() {
        Fleet fleet = Fleets.of("small", 7, NOW);
        assertThat(accounts(fleet)).extracting(node -> node.fields().get("account_status").asInt()).contains(1, 2, 3,
                9);
        assertThat(accounts(fleet)).filteredOn(node -> node.fields().get("account_status").asInt() == 2)
                .extracting(node -> node.fields().get("disable_reason").asInt()).doesNotContain(0);
        List<Double> used = accounts(fleet).stream().filter(node -> !node.text("spend_cap").equals("0"))
                .map(node -> Double.parseDouble(node.text("amount_spent")) / Double.parseDouble(node.text("spend_cap")))
                .toList();
        assertThat(used).hasSize(3).allMatch(share -> share >= 0.8 && share <= 0.98);
    }

    @Test
    void operatorsReachDifferentAccounts() {
        Fleet fleet = Fleets.of("small", 7, NOW);
        assertThat(fleet.operators()).extracting(operator -> operator.tasks().size()).containsExactly(9, 3, 3, 0);
        assertThat(fleet.operators().getFirst().tasks().values()).filteredOn(Set.of("ANALYZE")::equals).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "reference"})
    void aFleetIsTheSameForTheSameSeedAndDifferentForAnother(String name) {
        Fleet one = Fleets.of(name, 7, NOW);
        String account = accounts(one).get(2).id();
        assertThat(texts(one, account)).isEqualTo(texts(Fleets.of(name, 7, NOW), account));
        Fleet other = Fleets.of(name, 8, NOW);
        assertThat(accounts(other)).extracting(Node::id).doesNotContain(account);
    }

    @Test
    void theReferenceFleetHoldsWhatTheWalkthroughsLookFor() {
        Fleet fleet = Fleets.of("reference", 1, NOW);
        List<Node> accounts = accounts(fleet);
        long ads = 0;
        long adSets = 0;
        for (int index = 18; index < 27; index++) {
            List<Node> content = fleet.content(accounts.get(index).id());
            Set<String> spring = content.stream().filter(node -> node.kind() == Kind.AD_CREATIVE)
                    .filter(node -> node.text("url_tags").contains("utm_campaign=spring")).map(Node::id)
                    .collect(Collectors.toSet());
            ads += content.stream().filter(node -> node.kind() == Kind.AD)
                    .filter(node -> spring.contains(node.fields().path("creative").path("id").asString())).count();
            adSets += content.stream().filter(node -> node.kind() == Kind.AD_SET)
                    .filter(node -> node.text("name").startsWith("Spring sale 26")).count();
            assertThat(content.stream().filter(node -> node.kind() == Kind.AD)).hasSize(1800);
        }
        assertThat(ads).as("ads whose URL parameters say utm_campaign=spring").isEqualTo(340);
        assertThat(adSets).as("ad sets of the spring sale").isEqualTo(12);
        List<Node> first = fleet.content(accounts.getFirst().id());
        assertThat(first.stream().filter(node -> node.kind() == Kind.AD_SET)).hasSize(600);
        assertThat(first.stream().filter(node -> node.kind() == Kind.CAMPAIGN)
                .filter(node -> node.text("status").equals("ACTIVE") && node.text("daily_budget").equals("0")
                        && node.fields().path("_performance").path("roas").asDouble(0) > 3))
                .as("one winner has its budget in its one live ad set").hasSize(1);
    }

    private static List<String> texts(Fleet fleet, String account) {
        return fleet.content(account).stream().map(node -> node.id() + node.fields()).toList();
    }

    @Test
    void idsExceedADoubleAndTellTheirAccount() {
        Fleet fleet = Fleets.of("small", 7, NOW);
        Set<String> seen = new HashSet<>();
        for (Node account : accounts(fleet)) {
            for (Node node : fleet.content(account.id())) {
                assertThat(seen.add(node.id())).as(node.id()).isTrue();
                assertThat(fleet.accountOf(node.id())).contains(account.id());
                if (node.kind() != Kind.AD_IMAGE) {
                    assertThat(new BigInteger(node.id())).isGreaterThan(EXACT_IN_A_DOUBLE);
                }
            }
        }
        assertThat(fleet.accountOf("1")).isEmpty();
        assertThat(fleet.accountOf("act_1:00")).isEmpty();
    }

    @Test
    void everyParentAndEveryCreativeExistsBeforeItIsReferredTo() {
        Fleet fleet = Fleets.of("small", 7, NOW);
        for (Node account : accounts(fleet)) {
            Set<String> known = new HashSet<>(Set.of(account.id()));
            for (Node node : fleet.content(account.id())) {
                assertThat(node.parentId() == null || known.contains(node.parentId())).as(node.id()).isTrue();
                JsonNode creative = node.fields().get("creative");
                assertThat(creative == null || known.contains(creative.get("id").asString())).isTrue();
                known.add(node.id());
            }
        }
    }

    @Test
    void budgetsAreMinorUnitTextOnOneLevelAlone() {
        Fleet fleet = Fleets.of("small", 7, NOW);
        Map<String, List<Node>> sets = of(fleet, Kind.AD_SET).stream().collect(Collectors.groupingBy(Node::parentId));
        for (Node campaign : of(fleet, Kind.CAMPAIGN)) {
            boolean shared = hasBudget(campaign);
            assertThat(campaign.fields().has("bid_strategy")).isEqualTo(shared);
            assertThat(sets.get(campaign.id())).as(campaign.id())
                    .allMatch(set -> hasBudget(set) != shared && set.fields().has("bid_strategy") != shared);
        }
    }

    private static boolean hasBudget(Node node) {
        assertThat(node.text("daily_budget")).matches("\\d+");
        assertThat(node.text("lifetime_budget")).matches("\\d+");
        return !node.text("daily_budget").equals("0") || !node.text("lifetime_budget").equals("0");
    }

    @Test
    void bidStrategiesComeWithTheirCompanions() {
        Fleet fleet = Fleets.of("small", 7, NOW);
        Map<String, Node> campaigns = of(fleet, Kind.CAMPAIGN).stream()
                .collect(Collectors.toMap(Node::id, campaign -> campaign));
        Set<String> seen = new HashSet<>();
        for (Node set : of(fleet, Kind.AD_SET)) {
            String own = set.text("bid_strategy");
            String strategy = own.isEmpty() ? campaigns.get(set.parentId()).text("bid_strategy") : own;
            seen.add(strategy);
            boolean amount = strategy.equals("COST_CAP") || strategy.equals("LOWEST_COST_WITH_BID_CAP");
            assertThat(set.fields().has("bid_amount")).as(strategy).isEqualTo(amount);
            boolean roas = strategy.equals("LOWEST_COST_WITH_MIN_ROAS");
            assertThat(set.fields().has("bid_constraints")).as(strategy).isEqualTo(roas);
            assertThat(set.text("optimization_goal").equals("VALUE")).as(strategy).isEqualTo(roas);
        }
        assertThat(seen).hasSize(4);
    }

    @Test
    void audiencesComeInEveryKindAndCondition() {
        List<Node> audiences = of(Fleets.of("small", 7, NOW), Kind.CUSTOM_AUDIENCE);
        assertThat(audiences).extracting(node -> node.text("subtype")).contains("WEBSITE", "CUSTOM", "LOOKALIKE",
                "ENGAGEMENT");
        assertThat(audiences).extracting(node -> node.fields().get("operation_status").get("code").asInt())
                .contains(200, 100, 441, 500);
        assertThat(audiences).extracting(node -> node.fields().get("delivery_status").get("code").asInt())
                .contains(200, 300, 400);
        assertThat(audiences).allMatch(node -> node.fields().get("approximate_count_lower_bound")
                .asLong() <= node.fields().get("approximate_count_upper_bound").asLong());
        assertThat(audiences).filteredOn(node -> node.text("subtype").equals("WEBSITE"))
                .allMatch(node -> node.fields().get("rule").isString());
    }

    @Test
    void theReferenceFleetIsTheFleetOfTheWalkthroughs() {
        Fleet fleet = Fleets.of("reference", 7, NOW);
        Map<String, Long> currencies = accounts(fleet).stream()
                .collect(Collectors.groupingBy(node -> node.text("currency"), Collectors.counting()));
        assertThat(currencies).isEqualTo(Map.of("USD", 60L, "EUR", 30L, "GBP", 12L, "JPY", 8L, "HUF", 5L, "TWD", 5L));
        assertThat(accounts(fleet)).extracting(node -> node.text("timezone_name")).containsOnly("Pacific/Auckland",
                "Asia/Tokyo", "Europe/Budapest", "Europe/London", "America/New_York", "America/Los_Angeles");
        Map<Integer, Long> health = accounts(fleet).stream().collect(
                Collectors.groupingBy(node -> node.fields().get("account_status").asInt(), Collectors.counting()));
        assertThat(health).isEqualTo(Map.of(1, 117L, 2, 1L, 3, 2L));
        assertThat(accounts(fleet)).filteredOn(node -> node.fields().has("_ads_api_access_tier")).hasSize(1);
        assertThat(fleet.operators()).extracting(operator -> operator.tasks().size()).containsExactly(120, 3, 37, 0);
        Map<Kind, Long> kinds = fleet.content(accounts(fleet).get(5).id()).stream()
                .collect(Collectors.groupingBy(Node::kind, Collectors.counting()));
        assertThat(kinds).containsEntry(Kind.CAMPAIGN, 200L).containsEntry(Kind.AD_SET, 600L).containsEntry(Kind.AD,
                1800L);
    }

    @Test
    void theReferenceFleetStartsAtOnceAndMakesAnAccountQuickly() {
        Fleet warm = Fleets.of("reference", 1, NOW);
        accounts(warm).subList(0, 5).forEach(account -> warm.content(account.id()));
        long begin = System.nanoTime();
        Fleet fleet = Fleets.of("reference", 7, NOW);
        World world = new World(fleet, InstantSource.fixed(NOW));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        begin = System.nanoTime();
        world.children(accounts(fleet).get(50).id(), Kind.CAMPAIGN);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(600));
    }

    @Test
    void anUnknownFleetIsRefusedByName() {
        assertThatThrownBy(() -> Fleets.of("huge", 1, NOW)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("huge").hasMessageContaining("reference");
    }
}
