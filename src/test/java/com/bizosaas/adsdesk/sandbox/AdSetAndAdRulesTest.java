package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdSetAndAdRulesTest {

    private static SandboxFixture sandbox;
    private static String account;
    private static String campaign;

    @BeforeAll
    static void start() throws IOException {
        sandbox = new SandboxFixture();
        account = sandbox.account();
        campaign = sandbox.campaign(account);
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static String creative() {
        return SandboxFixture.id(sandbox.api.post(account + "/adcreatives", "name", "C1", "object_story_spec",
                "{\"page_id\":\"" + sandbox.page(account)
                        + "\",\"link_data\":{\"link\":\"https://shop.example/a\",\"message\":"
                        + "\"New in\",\"name\":\"Coats\"}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                                                                                                   | 1885364
            {"geo_locations":{"countries":["CH"]}}                                                               | 1870227
            {"geo_locations":{"countries":["CH"],"location_types":["home"]},"targeting_automation":{"advantage_audience":0}} | 1870199
            {"geo_locations":{"cities":[{"key":"1","radius":5,"distance_unit":"kilometer"}]},"targeting_automation":{"advantage_audience":0}} | 1815946
            {"geo_locations":{"countries":["CH"]},"excluded_geo_locations":{"cities":[{"key":"1","radius":90}]},"targeting_automation":{"advantage_audience":0}} | 1815946
            {"geo_locations":{"countries":["CH"]},"age_min":16,"flexible_spec":[{"interests":[{"id":"1"}]}],"targeting_automation":{"advantage_audience":0}} | 1870165
            {"geo_locations":{"countries":["CH"]},"flexible_spec":[{"interests":[{"id":"6003017204650"}]}],"targeting_automation":{"advantage_audience":0}} | 1487694
            {"geo_locations":{"countries":["CH"]},"exclusions":{"interests":[{"id":"1"}]},"targeting_automation":{"advantage_audience":0}} | 2446394
            """)
    void refusesTargetingThatFacebookRefuses(String targeting, int subcode) {
        assertThat(
                sandbox.api
                        .post(account + "/adsets", "name", "x", "campaign_id", campaign, "billing_event", "IMPRESSIONS",
                                "optimization_goal", "LINK_CLICKS", "daily_budget", "2500", "targeting", targeting)
                        .subcode())
                .isEqualTo(
                        subcode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"geo_locations":{"countries":["CH"]},"age_min":40,"age_max":30}                                         | age_min
            {"geo_locations":{"countries":["CH"]},"age_min":12}                                                      | age_min
            {"geo_locations":{"countries":["CH"]},"age_max":66}                                                      | age_min
            {"geo_locations":{"countries":["CH"]},"genders":[3]}                                                     | genders
            {"geo_locations":{"countries":["CH"]},"locales":["German"]}                                              | locales
            {"geo_locations":{"countries":["ch"]}}                                                                   | countries
            {"geo_locations":{"villages":[{"key":"1"}]}}                                                             | villages
            {"geo_locations":{"cities":[{"name":"Bern"}]}}                                                           | cities
            {"geo_locations":{"custom_locations":[{"latitude":95,"longitude":7,"radius":10}]}}                       | custom_locations
            {"geo_locations":{"countries":["CH"]},"hobbies":[1]}                                                     | hobbies
            {"geo_locations":{"countries":["CH"]},"effective_publisher_platforms":["facebook"]}                      | effective_publisher_platforms
            {"geo_locations":{"countries":["CH"]},"flexible_spec":[{"hobbies":[{"id":"1"}]}]}                        | hobbies
            {"geo_locations":{"countries":["CH"]},"publisher_platforms":["messenger"]}                               | publisher_platforms
            {"geo_locations":{"countries":["CH"]},"publisher_platforms":["audience_network","instagram"]}            | publisher_platforms
            {"geo_locations":{"countries":["CH"]},"publisher_platforms":["threads","facebook"]}                      | publisher_platforms
            {"geo_locations":{"countries":["CH"]},"publisher_platforms":["facebook"],"facebook_positions":["moon"]}  | facebook_positions
            {"geo_locations":{"countries":["CH"]},"facebook_positions":["feed"]}                                     | facebook_positions
            {"geo_locations":{"countries":["CH"]},"age_min":30,"targeting_automation":{"advantage_audience":1}}      | age_min
            {"geo_locations":{"countries":["CH"]},"age_min":17,"targeting_automation":{"advantage_audience":1}}      | age_min
            """)
    void namesTheTargetingKeyAtFault(String targeting, String blamed) {
        String whole = targeting.contains("targeting_automation")
                ? targeting
                : targeting.substring(0, targeting.length() - 1)
                        + ",\"targeting_automation\":{\"advantage_audience\":0}}";
        var answer = sandbox.postAdSet(account, campaign, "daily_budget", "2500", "targeting", whole);
        assertThat(answer.code()).isEqualTo(100);
        assertThat(answer.http().body()).contains("\\\"" + blamed + "\\\"");
    }

    @Test
    void aSpecialAdCategoryReachesEverybodyInWholePlaces() {
        String housing = sandbox.campaign(account, "special_ad_categories", "[\"HOUSING\"]",
                "special_ad_category_country", "[\"CH\"]");
        String advantage = ",\"targeting_automation\":{\"advantage_audience\":0}}";
        for (String narrow : List.of("{\"geo_locations\":{\"countries\":[\"CH\"]},\"age_min\":30",
                "{\"geo_locations\":{\"countries\":[\"CH\"]},\"genders\":[1]",
                "{\"geo_locations\":{\"zips\":[{\"key\":\"CH:3000\"}]}",
                "{\"geo_locations\":{\"cities\":[{\"key\":\"1\",\"radius\":17,\"distance_unit\":\"kilometer\"}]}")) {
            assertThat(sandbox.postAdSet(account, housing, "daily_budget", "2500", "targeting", narrow + advantage)
                    .status()).as(narrow).isEqualTo(400);
        }
        assertThat(sandbox.postAdSet(account, housing, "daily_budget", "2500", "targeting",
                "{\"geo_locations\":{\"cities\":[{\"key\":\"1\",\"radius\":25,\"distance_unit\":\"kilometer\"}]}"
                        + advantage)
                .status()).isEqualTo(200);
    }

    @Test
    void refusesBudgetsOnBothLevelsAndBudgetsBelowTheMinimum() {
        String shared = sandbox.campaign(account, "daily_budget", "9000");
        assertThat(sandbox.postAdSet(account, shared, "daily_budget", "2500").subcode()).isEqualTo(1_885_621);
        assertThat(sandbox.postAdSet(account, shared).status()).isEqualTo(200);
        assertThat(sandbox.postAdSet(account, campaign, "daily_budget", "1").subcode()).isEqualTo(1_885_272);
        assertThat(sandbox.postAdSet(account, campaign).text("/error/error_user_msg")).contains("budget");
        assertThat(sandbox.postAdSet(account, campaign, "lifetime_budget", "90000").text("/error/error_user_msg"))
                .contains(
                        "end time");
        sandbox.adSet(account, campaign);
        assertThat(sandbox.api.post(campaign, "daily_budget", "9000").subcode()).isEqualTo(1_885_621);
    }

    @Test
    void demandsWhatABidStrategyAndAGoalNeed() {
        assertThat(sandbox.postAdSet(account, campaign, "daily_budget", "2500", "bid_strategy", "COST_CAP").subcode())
                .isEqualTo(1_815_857);
        assertThat(sandbox.postAdSet(account, campaign, "daily_budget", "2500", "bid_amount", "100").subcode())
                .isEqualTo(
                        1_885_204);
        assertThat(sandbox.api
                .post(account + "/adsets", "name", "x", "campaign_id", campaign, "billing_event", "IMPRESSIONS",
                        "optimization_goal", "VALUE", "daily_budget", "2500", "targeting", SandboxFixture.TARGETING)
                .subcode())
                .isEqualTo(1_815_715);
        assertThat(
                sandbox.postAdSet(account, campaign, "daily_budget", "2500", "bid_strategy", "COST_CAP", "bid_amount",
                        "300").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            billing_event     | LINK_CLICKS | optimization_goal | REACH            | billing_event    | 0
            billing_event     | THRUPLAY    | optimization_goal | LINK_CLICKS      | billing_event    | 0
            destination_type  | ON_POST     | optimization_goal | LINK_CLICKS      | optimization_goal | 1815715
            optimization_goal | CONVERSATIONS | destination_type | MESSENGER       | promoted_object  | 0
            end_time          | 2026-01-01T00:00:00+0100 | name | Over             | end_time         | 0
            attribution_spec  | [{"event_type":"CLICK_THROUGH","window_days":3}] | name | x | attribution_spec | 0
            """)
    void refusesCombinationsThatDoNotExist(String field, String value, String other, String its, String blamed,
            int subcode) {
        var reply = sandbox.postAdSet(account, campaign, "daily_budget", "2500", field, value, other, its);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.subcode()).isEqualTo(subcode);
        assertThat(reply.http().body()).contains(blamed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"start_minute":540,"end_minute":1020,"days":[1,2]}]                           | ["day_parting"] | lifetime | ``
            [{"start_minute":0,"end_minute":1440,"days":[0],"timezone_type":"ADVERTISER"}]  | ["day_parting"] | lifetime | ``
            [{"start_minute":540,"end_minute":1020,"days":[1,2]}]                           | ["day_parting"] | daily    | adset_schedule
            [{"start_minute":540,"end_minute":1020,"days":[1,2]}]                           | ["standard"]    | lifetime | pacing_type
            [{"start_minute":545,"end_minute":1020,"days":[1,2]}]                           | ["day_parting"] | lifetime | adset_schedule
            [{"start_minute":540,"end_minute":570,"days":[1,2]}]                            | ["day_parting"] | lifetime | adset_schedule
            [{"start_minute":540,"end_minute":1020,"days":[7]}]                             | ["day_parting"] | lifetime | adset_schedule
            [{"start_minute":540,"end_minute":1020}]                                        | ["day_parting"] | lifetime | adset_schedule
            [{"start_minute":540,"end_minute":1020,"days":[1],"timezone_type":"UTC"}]       | ["day_parting"] | lifetime | adset_schedule
            """)
    void hoursAreFullOnesWithALifetimeBudgetAndTheirPacing(String hours, String pacing, String budget, String blamed) {
        boolean lifetime = budget.equals("lifetime");
        var reply = sandbox.postAdSet(account, campaign, lifetime ? "lifetime_budget" : "daily_budget",
                lifetime ? "900000" : "2500", "end_time", "2027-02-01T00:00:00+0100", "adset_schedule", hours,
                "pacing_type", pacing);
        assertThat(reply.status()).as(reply.http().body()).isEqualTo(blamed.isEmpty() ? 200 : 400);
        assertThat(reply.http().body()).contains(blamed);
    }

    /// What was made over the API has figures and a lifetime budget like everything else.
    @Test
    void anAdSetThatWasMadeHasFiguresAndAnotherLifetimeBudget() {
        String made = SandboxFixture.id(sandbox.postAdSet(account, campaign, "lifetime_budget", "900000", "end_time",
                "2027-02-01T00:00:00+0100"));
        assertThat(sandbox.api.get(made + "/insights", "fields", "spend").status()).isEqualTo(200);
        assertThat(sandbox.api.post(made, "lifetime_budget", "910000").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``    | {"taiwan_universal_beneficiary":"1","taiwan_universal_payer":"2"} | 200
            ["1"] | {"universal_beneficiary":"1","universal_payer":"2"}               | 200
            ``    | {"taiwan_universal_beneficiary":"1"}                              | 400
            ``    | {"taiwan_beneficiary":"1","taiwan_payer":"2"}                     | 400
            ["1"] | {}                                                                | 400
            """)
    void beneficiaryAndPayerOfARegionComeTogether(String categories, String identities, int status) {
        var reply = sandbox.postAdSet(account, campaign, "daily_budget", "2500", "regional_regulation_identities",
                identities, categories.isEmpty() ? "name" : "regional_regulated_categories",
                categories.isEmpty() ? "Region" : categories);
        assertThat(reply.status()).as(reply.http().body()).isEqualTo(status);
        if (status == 400) {
            assertThat(reply.http().body()).contains("regional_regulation_identities");
        }
    }

    @Test
    void aSpecialAdCategoryAllowsNoAgesAndALifetimeBudgetOfTheCampaignWantsAnEnd() {
        String housing = sandbox.campaign(account, "special_ad_categories", "[\"HOUSING\"]",
                "special_ad_category_country", "[\"CH\"]");
        assertThat(sandbox.postAdSet(account, housing, "daily_budget", "2500").status()).isEqualTo(200);
        String narrow = "{\"geo_locations\":{\"countries\":[\"CH\"]},\"age_min\":30,\"targeting_automation\":"
                + "{\"advantage_audience\":0}}";
        assertThat(sandbox.postAdSet(account, housing, "daily_budget", "2500", "targeting", narrow)
                .text("/error/error_user_msg")).contains("special ad category");
        String total = sandbox.campaign(account, "lifetime_budget", "900000");
        assertThat(sandbox.postAdSet(account, total).text("/error/error_user_msg")).contains("end time");
    }

    @Test
    void aPostIsPromotedForItsPage() {
        String engagement = sandbox.campaign(account, "objective", "OUTCOME_ENGAGEMENT");
        String set = SandboxFixture.id(sandbox.postAdSet(account, engagement, "daily_budget", "2500",
                "optimization_goal", "POST_ENGAGEMENT", "destination_type", "ON_POST"));
        assertThat(sandbox.api.post(account + "/ads", "name", "A", "adset_id", set, "creative",
                "{\"creative_id\":\"" + creative() + "\"}").subcode()).isEqualTo(1_885_154);
    }

    @Test
    void countsBudgetChangesPerHour() {
        String set = sandbox.adSet(account, campaign);
        for (int i = 1; i <= 4; i++) {
            assertThat(sandbox.api.post(set, "daily_budget", Integer.toString(2_500 + i)).status()).isEqualTo(200);
        }
        var fifth = sandbox.api.post(set, "daily_budget", "2600");
        assertThat(fifth.code()).isEqualTo(613);
        assertThat(fifth.subcode()).isEqualTo(1_487_632);
        sandbox.server.clock().advance(Duration.ofMinutes(61));
        assertThat(sandbox.api.post(set, "daily_budget", "2600").status()).isEqualTo(200);
    }

    @Test
    void derivesTheEffectiveStatusFromTheHierarchyAndTheReview() {
        String parent = sandbox.campaign(account);
        String set = sandbox.adSet(account, parent);
        sandbox.api.post(set, "status", "ACTIVE");
        assertThat(sandbox.api.get(set, "fields", "effective_status").text("/effective_status"))
                .isEqualTo("CAMPAIGN_PAUSED");
        String ad = SandboxFixture
                .id(sandbox.api.post(account + "/ads", "name", "A", "adset_id", set, "status", "ACTIVE",
                        "creative", "{\"creative_id\":\"" + creative() + "\"}"));
        assertThat(status(ad)).isEqualTo("PENDING_REVIEW");
        sandbox.server.clock().advance(Duration.ofSeconds(61));
        assertThat(status(ad)).isEqualTo("CAMPAIGN_PAUSED");
        sandbox.api.post(parent, "status", "ACTIVE");
        assertThat(status(ad)).isEqualTo("ACTIVE");
        sandbox.api.post(set, "status", "PAUSED");
        assertThat(status(ad)).isEqualTo("ADSET_PAUSED");
        sandbox.api.delete(parent);
        assertThat(status(ad)).isEqualTo("DELETED");
        assertThat(sandbox.api.get(account + "/ads", "limit", "1000").http().body()).doesNotContain(ad);
    }

    private static String status(String id) {
        return sandbox.api.get(id, "fields", "effective_status").text("/effective_status");
    }

    @Test
    void copiesWithChildrenAndLinksTheCopyToItsSource() {
        String parent = sandbox.campaign(account);
        String set = sandbox.adSet(account, parent);
        sandbox.api.post(account + "/ads", "name", "A", "adset_id", set, "creative", "{\"creative_id\":\"" + creative()
                + "\"}");
        var copy = sandbox.api.post(parent + "/copies", "deep_copy", "true");
        String id = copy.text("/copied_campaign_id");
        assertThat(copy.at("/ad_object_ids").size()).isEqualTo(3);
        var read = sandbox.api.get(id, "fields", "name,status,source_campaign_id,ads{name},adsets{daily_budget}");
        assertThat(read.text("/name")).isEqualTo("Autumn sale - Copy");
        assertThat(read.text("/status")).isEqualTo("PAUSED");
        assertThat(read.text("/source_campaign_id")).isEqualTo(parent);
        assertThat(read.at("/ads/data").size()).isEqualTo(1);
        assertThat(read.text("/adsets/data/0/daily_budget")).isEqualTo("2500");
        assertThat(sandbox.api.get(parent + "/copies", "fields", "id").text("/data/0/id")).isEqualTo(id);
    }

    @Test
    void refusesWritesWithoutTheTaskOnTheAccount() {
        var readOnly = sandbox.fleet.operators().getFirst().tasks().entrySet().stream().filter(one -> !one.getValue()
                .contains("ADVERTISE")).findFirst().orElseThrow().getKey();
        var refused = sandbox.api.post(readOnly + "/campaigns", "name", "x", "objective", "OUTCOME_SALES",
                "special_ad_categories", "[]", "daily_budget", "50000");
        assertThat(refused.code()).isEqualTo(200);
        assertThat(refused.text("/error/message")).contains("tasks");
    }

    @Test
    void namesAdvertiserAndPayerInTheUnion() {
        sandbox.control.post("/sandbox/objects/" + account, "fields",
                "{\"default_dsa_payor\":null,\"default_dsa_beneficiary\":null}");
        String eu = SandboxFixture.TARGETING.replace("CH", "DE");
        assertThat(sandbox.postAdSet(account, campaign, "daily_budget", "2500", "targeting", eu).subcode()).isEqualTo(
                3_858_079);
        assertThat(sandbox.postAdSet(account, campaign, "daily_budget", "2500", "targeting", eu, "dsa_payor", "P")
                .subcode())
                .isEqualTo(3_858_081);
        assertThat(sandbox.postAdSet(account, campaign, "daily_budget", "2500", "targeting", eu, "dsa_payor", "P",
                "dsa_beneficiary", "B").status()).isEqualTo(200);
    }

    @Test
    void refusesCreativesThatCannotRun() {
        String page = sandbox.page(account);
        assertThat(sandbox.api.post(account + "/adcreatives", "object_story_spec",
                "{\"page_id\":\"1\",\"link_data\":{\"link\":\"https://a.example\"}}").subcode()).isEqualTo(1_885_029);
        assertThat(sandbox.api.post(account + "/adcreatives", "object_story_spec", "{\"page_id\":\"" + page
                + "\",\"link_data\":{\"link\":\"https://a.example\",\"image_hash\":\"00\"}}").subcode())
                .isEqualTo(1_487_212);
        String id = creative();
        assertThat(sandbox.api.post(id, "title", "Other").status()).isEqualTo(400);
        assertThat(sandbox.api.post(id, "name", "Renamed").at("/success").asBoolean()).isTrue();
        assertThat(sandbox.api.delete(id).at("/success").asBoolean()).isTrue();
        assertThat(sandbox.api.get(id).subcode()).isEqualTo(33);
    }
}
