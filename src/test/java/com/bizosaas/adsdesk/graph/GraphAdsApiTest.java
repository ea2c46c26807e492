package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.Creative.Format;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What Facebook writes, and what the desk reads of it.
class GraphAdsApiTest {

    private static final AdAccountId ACCOUNT = AdAccountId.of("701234567890123");
    private static final String ACCOUNT_JSON = """
            {"id":"act_701234567890123","account_id":"701234567890123","name":"Nordlicht Shop","account_status":1,
             "disable_reason":0,"currency":"EUR","timezone_name":"Europe\\/Berlin","timezone_offset_hours_utc":1,
             "amount_spent":"1284550","balance":"20417","spend_cap":"0","min_daily_budget":100,
             "business":{"id":"301234567890123","name":"Falk Media"},"user_tasks":["ADVERTISE","ANALYZE"]}""";

    private final VirtualClock clock = new VirtualClock();
    private final Script script = new Script();

    @Test
    void readsAnAccountWithItsMoneyInMinorUnits() {
        script.then(ACCOUNT_JSON);

        AdAccount account = script.api(clock).adAccount(ACCOUNT);

        assertThat(account.id()).isEqualTo(ACCOUNT);
        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(account.amountSpent().amount()).isEqualByComparingTo("12845.50");
        assertThat(account.minDailyBudget().amount()).isEqualByComparingTo("1");
        assertThat(account.spendCap()).isNull();
        assertThat(account.zone()).hasToString("Europe/Berlin");
        assertThat(account.businessName()).isEqualTo("Falk Media");
        assertThat(account.tasks()).containsExactlyInAnyOrder("ADVERTISE", "ANALYZE");
        assertThat(account.fundingSource()).isNull();
        assertThat(script.requests().getFirst().uri().getPath()).isEqualTo("/v26.0/act_701234567890123");
    }

    /// What is under a changed object comes along; where that makes the answer go on, it is asked for without, from then on.
    @Test
    void aLookThatGoesOnIsAskedForOnceMoreWithLess() {
        AdAccountId other = AdAccountId.of("701234567890124");
        String quiet = ACCOUNT_JSON.replace("701234567890123", "701234567890124");
        String cut = ACCOUNT_JSON.replaceFirst("}$", ",\"campaigns\":{\"data\":[{\"id\":\"1201\"}],"
                + "\"paging\":{\"cursors\":{\"after\":\"QQ\"},\"next\":\"https://graph.facebook.com/x\"}}}");
        String whole = ACCOUNT_JSON.replaceFirst("}$", ",\"campaigns\":{\"data\":[{\"id\":\"1201\",\"name\":\"One\","
                + "\"status\":\"ACTIVE\",\"effective_status\":\"ACTIVE\"}]}}");
        script.then("{\"data\":[" + cut + "," + quiet + "]}").then("{\"data\":[" + whole + "," + quiet + "]}")
                .then("{\"data\":[" + whole + "," + quiet + "]}");
        AdsApi api = script.api(clock);

        AccountNews.Round round = api.changes(Set.of(ACCOUNT, other), 2, VirtualClock.START);

        assertThat(script.sent()).isEqualTo(2);
        assertThat(script.asked(0).get("fields")).contains("},ads.limit(25)");
        assertThat(script.asked(1).get("fields")).contains("campaigns.limit(200)").doesNotContain("ads.limit(25)");
        assertThat(round.failures()).isEmpty();
        assertThat(round.news()).hasSize(2).allMatch(AccountNews::complete);
        api.changes(Set.of(ACCOUNT, other), 2, VirtualClock.START);
        assertThat(script.sent()).isEqualTo(3);
        assertThat(script.asked(2).get("fields")).doesNotContain("ads.limit(25)");
    }

    @Test
    void thePaymentMethodIsAskedForApartAndMayBeRefused() {
        String managed = ACCOUNT_JSON.replace("[\"ADVERTISE\"", "[\"MANAGE\",\"ADVERTISE\"");
        script.then(managed).then("[{\"code\":403,\"body\":\"{\\\"error\\\":{\\\"code\\\":200}}\"}]").then(managed)
                .then("""
                        [{"code":200,"body":"{\\"funding_source_details\\":{\\"display_string\\":\\"VISA *4242\\"}}"}]""");

        assertThat(script.api(clock).adAccount(ACCOUNT).fundingSource()).isNull();
        assertThat(script.api(clock).adAccount(ACCOUNT).fundingSource()).isEqualTo("VISA *4242");
    }

    @Test
    void anAccountIsReadWhereItsPaymentMethodCannotBeAskedFor() {
        script.then(ACCOUNT_JSON.replace("[\"ADVERTISE\"", "[\"MANAGE\",\"ADVERTISE\""))
                .then(Script.json(400, "{\"error\":{\"message\":\"no batches here\",\"code\":2500}}"));
        assertThat(script.api(clock).adAccount(ACCOUNT).fundingSource()).isNull();
    }

    @Test
    void listsEveryAccountOnceThroughThePersonAndTheBusinesses() {
        String yen = "{\"account_id\":\"702\",\"name\":\"東京\",\"account_status\":77,\"currency\":\"JPY\","
                + "\"timezone_name\":\"Asia/Tokyo\",\"balance\":\"1500\"}";
        String unknown = "{\"account_id\":\"703\",\"currency\":\"XYZ\"}";
        script.then("{\"data\":[" + ACCOUNT_JSON + "," + unknown + "]}")
                .then("{\"data\":[{\"id\":\"30\"}],\"paging\":{}}")
                .then("{\"data\":[" + ACCOUNT_JSON + "," + yen + "]}").then(Script.error(200, 0));
        List<AdAccount> accounts = new ArrayList<>();

        script.api(clock).adAccounts(accounts::addAll);

        assertThat(accounts).extracting(account -> account.id().value()).containsExactly("act_701234567890123",
                "act_702");
        assertThat(accounts.get(1).status()).isEqualTo(AccountStatus.UNKNOWN);
        assertThat(accounts.get(1).balance().amount()).isEqualByComparingTo("1500");
        assertThat(script.requests()).extracting(request -> request.uri().getPath()).containsExactly(
                "/v26.0/me/adaccounts", "/v26.0/me/businesses", "/v26.0/30/owned_ad_accounts",
                "/v26.0/30/client_ad_accounts");
    }

    @Test
    void withoutTheBusinessPermissionThereAreThePersonsOwnAccounts() {
        script.then("{\"data\":[" + ACCOUNT_JSON + "]}").then(Script.error(10, 0));
        List<AdAccount> accounts = new ArrayList<>();

        script.api(clock).adAccounts(accounts::addAll);

        assertThat(accounts).hasSize(1);
    }

    @Test
    void aListOfAccountsThatBreaksOffThrowsAfterThePagesItRead() {
        script.then("{\"data\":[" + ACCOUNT_JSON + "],\"paging\":{\"cursors\":{\"after\":\"c\"},"
                + "\"next\":\"https://graph.facebook.com/x?after=c\"}}").then(Script.error(190, 460));
        List<AdAccount> accounts = new ArrayList<>();

        assertThatThrownBy(() -> script.api(clock).adAccounts(accounts::addAll)).extracting("kind")
                .isEqualTo(Kind.TOKEN);
        assertThat(accounts).hasSize(1);
    }

    /// As texts and as numbers: none of them goes through a type that would lose digits.
    @Test
    void idsOfTwentyDigitsStayAsTheyAre() {
        script.always(request -> request.uri().getPath().endsWith("/ads")
                ? Script.json(200, """
                {"data":[{"id":"12021000000000040001","campaign_id":12021000000000010007,
                 "adset_id":12021000000000020009,"name":"Video A","status":"ACTIVE","effective_status":"ACTIVE",
                 "creative":{"id":12021000000000030003}}]}""")
                : request.uri().getPath().endsWith("sets")
                        || request.uri().getPath().endsWith("campaigns")
                                ? Script.json(200, "{\"data\":[]}")
                                : Script.json(200, "{\"currency\":\"EUR\"}"));

        Ad ad = script.api(clock).structure(ACCOUNT, _ -> {
        }).ads().getFirst();

        assertThat(ad.id()).isEqualTo(new GraphId("12021000000000040001"));
        assertThat(ad.campaignId()).isEqualTo(new GraphId("12021000000000010007"));
        assertThat(ad.adSetId()).isEqualTo(new GraphId("12021000000000020009"));
        assertThat(ad.creativeId()).isEqualTo(new GraphId("12021000000000030003"));
    }

    @Test
    void readsTheThreeLevelsWithTheirOddities() {
        script.always(request -> {
            String path = request.uri().getPath();
            if (path.endsWith("/campaigns")) {
                return Script.json(200, """
                        {"data":[{"id":"120210000000010001","name":"Autumn sale","objective":"OUTCOME_SALES",
                         "status":"ACTIVE","effective_status":"BRAND_NEW_STATE","daily_budget":"2500","lifetime_budget":"0",
                         "bid_strategy":"COST_CAP","spend_cap":"500000","special_ad_categories":["CREDIT"],"created_time":"2026-10-01T08:00:00+0200",
                         "updated_time":"1790000000","issues_info":[{"error_code":1815089,"error_summary":"s",
                         "error_message":"m","error_type":"SOFT_ERROR"}]},
                         {"id":"120210000000010002","status":"PAUSED","daily_budget":null},{"name":"no id"}]}""");
            }
            if (path.endsWith("/adsets")) {
                return Script.json(200, """
                        {"data":[{"id":"120210000000020001","campaign_id":"120210000000010001","name":"DE 25-54",
                         "status":"ACTIVE","effective_status":"CAMPAIGN_PAUSED","lifetime_budget":"150000","bid_amount":250,
                         "optimization_goal":"OFFSITE_CONVERSIONS","billing_event":"IMPRESSIONS",
                         "learning_stage_info":{"status":"LEARNING","conversions":12},
                         "bid_constraints":{"roas_average_floor":25000}}]}""");
            }
            if (path.endsWith("/ads")) {
                return Script.json(200,
                        """
                        {"data":[{"id":"120210000000040001","campaign_id":"120210000000010001",
                         "adset_id":"120210000000020001","name":"Video A","status":"ACTIVE","effective_status":"DISAPPROVED",
                         "creative":{"id":"120210000000030001"},"ad_review_feedback":{"global":{"Adult content":"why"}}}]}""");
            }
            return Script.json(200, "{\"currency\":\"EUR\",\"id\":\"act_701234567890123\"}");
        });
        List<Integer> progress = Collections.synchronizedList(new ArrayList<>());

        AdStructure structure = script.api(clock).structure(ACCOUNT, progress::add);

        assertThat(structure.campaigns()).hasSize(2);
        Campaign campaign = structure.campaigns().getFirst();
        assertThat(campaign.budget()).isEqualTo(new Budget(Budget.Kind.DAILY, campaign.budget().amount()));
        assertThat(campaign.budget().amount().amount()).isEqualByComparingTo("25");
        assertThat(campaign.spendCap().amount()).isEqualByComparingTo("5000");
        assertThat(structure.adSets().getFirst().roasFloor()).isEqualByComparingTo("2.5");
        assertThat(campaign.effectiveStatus()).isEqualTo(new EffectiveStatus("BRAND_NEW_STATE"));
        assertThat(campaign.createdAt()).isEqualTo(Instant.parse("2026-10-01T06:00:00Z"));
        assertThat(campaign.updatedAt()).isEqualTo(Instant.ofEpochSecond(1790000000));
        assertThat(campaign.specialAdCategories()).containsExactly("CREDIT");
        assertThat(campaign.issues()).singleElement().matches(issue -> !issue.hard());
        assertThat(structure.campaigns().get(1).budget()).isNull();
        assertThat(structure.campaigns().get(1).effectiveStatus()).isEqualTo(EffectiveStatus.PAUSED);
        AdSet adSet = structure.adSets().getFirst();
        assertThat(adSet.budget().kind()).isEqualTo(Budget.Kind.LIFETIME);
        assertThat(adSet.bidAmount().amount()).isEqualByComparingTo("2.50");
        assertThat(adSet.learning()).isEqualTo(new AdSet.Learning("LEARNING", 12));
        Ad ad = structure.ads().getFirst();
        assertThat(ad.creativeId()).isEqualTo(new GraphId("120210000000030001"));
        assertThat(ad.issues()).singleElement().matches(issue -> issue.summary().equals("Adult content"));
        assertThat(progress).hasSize(3).isSorted().endsWith(4);
        assertThat(script.sent()).isEqualTo(4);
        assertThat(script.requests()).filteredOn(request -> request.uri().getPath().endsWith("/ads"))
                .extracting(request -> Script.parameters(request).get("effective_status"))
                .allSatisfy(statuses -> assertThat(statuses).contains("\"ARCHIVED\"", "\"PENDING_REVIEW\"")
                        .doesNotContain("DELETED"));
    }

    @Test
    void oneLevelThatFailsEndsTheWholeReading() {
        script.always(request -> request.uri().getPath().endsWith("/adsets")
                ? Script.error(200, 0)
                : Script.json(200, "{\"data\":[],\"currency\":\"EUR\"}"));

        assertThatThrownBy(() -> script.api(clock).structure(ACCOUNT, _ -> {
        })).extracting("kind").isEqualTo(Kind.PERMISSION);
    }

    @Test
    void readsAudiencesWithUnixTimesAndJsonInTexts() {
        script.then("""
                {"data":[{"id":"120210000000050001","name":"Newsletter","subtype":"CUSTOM","approximate_count_lower_bound":10400,
                 "approximate_count_upper_bound":12200,"delivery_status":{"code":200,"description":"ready"},
                 "operation_status":{"code":200,"description":"Normal"},"time_created":1788000000,"time_updated":1790000000},
                 {"id":"120210000000050002","name":"LAL","subtype":"LOOKALIKE","approximate_count_lower_bound":-1,
                 "approximate_count_upper_bound":-1,"lookalike_spec":{"ratio":0.01,"country":"DE",
                 "origin":[{"id":"120210000000050001","name":"Newsletter"}]}},
                 {"id":"120210000000050003","name":"Cart","retention_days":30,"lookalike_spec":null,
                 "rule":"{\\"inclusions\\":{}}"}]}""");

        List<CustomAudience> audiences = script.api(clock).audiences(ACCOUNT, _ -> {
        });

        assertThat(audiences.getFirst().sizeUpper()).isEqualTo(12200);
        assertThat(audiences.getFirst().createdAt()).isEqualTo(Instant.ofEpochSecond(1788000000));
        assertThat(audiences.getFirst().lookalike()).isNull();
        assertThat(audiences.get(1).sizeLower()).isNull();
        assertThat(audiences.get(1).lookalike()).isEqualTo(new CustomAudience.Lookalike(
                new GraphId("120210000000050001"), 0.01, List.of("DE")));
        assertThat(audiences.get(2).retentionDays()).isEqualTo(30);
        assertThat(audiences.get(2).rule()).isEqualTo("{\"inclusions\":{}}");
    }

    @Test
    void readsCreativesOfEveryMaking() {
        script.then("""
                {"data":[{"id":"1","name":"Image","image_hash":"aa","thumbnail_url":"https://cdn.example/1.jpg",
                  "object_story_spec":{"page_id":"104","link_data":{"link":"https://shop.example","message":"New in",
                  "name":"Coats","call_to_action":{"type":"SHOP_NOW"}}}},
                 {"id":"2","object_story_spec":{"link_data":{"child_attachments":[{"name":"a"},{"name":"b"}]}}},
                 {"id":"3","object_story_spec":{"video_data":{"video_id":"987","title":"Autumn"}}},
                 {"id":"4","asset_feed_spec":{"videos":[{"video_id":"9"}],"titles":[{"text":"T"}],"bodies":[{"text":"B"}],
                  "call_to_action_types":["LEARN_MORE"],"link_urls":[{"website_url":"https://x.example"}]}},
                 {"id":"5"}]}""");

        List<Creative> creatives = script.api(clock).creatives(ACCOUNT, _ -> {
        });

        assertThat(creatives).extracting(Creative::format).containsExactly(Format.IMAGE, Format.CAROUSEL, Format.VIDEO,
                Format.VIDEO, Format.OTHER);
        assertThat(creatives.getFirst()).extracting(Creative::title, Creative::body, Creative::callToAction,
                Creative::link, Creative::pageId).containsExactly("Coats", "New in", "SHOP_NOW", "https://shop.example",
                        "104");
        assertThat(creatives.get(1).cards()).isEqualTo(2);
        assertThat(creatives.get(3)).extracting(Creative::title, Creative::body, Creative::link)
                .containsExactly("T", "B", "https://x.example");
        assertThat(creatives.get(4).thumbnailUrl()).isNull();
    }

    @Test
    void writesAreForms() {
        script.then("{\"id\":\"120210000000010009\"}").then("{\"success\":true}").then("{\"success\":true}");
        AdsApi api = script.api(clock);

        GraphId made = api.send(Writes.create(ACCOUNT, "campaigns", Map.of("name", "Herbst & Winter")));
        api.send(Writes.update(ACCOUNT, made, Map.of("status", "ARCHIVED")));
        api.send(Writes.delete(ACCOUNT, made));

        assertThat(made.value()).isEqualTo("120210000000010009");
        assertThat(script.requests()).extracting(WireRequest::method).containsExactly("POST", "POST", "DELETE");
        assertThat(script.asked(0)).containsEntry("name", "Herbst & Winter");
        assertThat(script.requests().get(2).uri().getPath()).isEqualTo("/v26.0/120210000000010009");
    }

    @Test
    void fieldsAreReadAsTextStructuresAsJson() {
        script.then("{\"id\":\"12\",\"daily_budget\":\"2500\",\"special_ad_categories\":[],\"spend_cap\":null}");

        Map<String, String> values = script.api(clock).fields(ACCOUNT, new GraphId("12"),
                List.of("daily_budget", "special_ad_categories", "spend_cap", "name"));

        assertThat(values).containsExactly(Map.entry("daily_budget", "2500"), Map.entry("special_ad_categories", "[]"));
    }

    @Test
    void findsWhatHasExactlyThisNameNewestFirst() {
        script.then(
                """
                {"data":[{"id":"1","name":"Autumn","created_time":"2026-11-01T08:00:00+0000"},
                 {"id":"2","name":"Autumn","created_time":"2026-11-02T08:00:00+0000"},{"id":"3","name":"Autumn 2"}]}""");

        assertThat(script.api(clock).named(ACCOUNT, "campaigns", "Autumn")).containsExactly(
                new AdsApi.Named(new GraphId("2"), Instant.parse("2026-11-02T08:00:00Z")),
                new AdsApi.Named(new GraphId("1"), Instant.parse("2026-11-01T08:00:00Z")));
        assertThat(script.asked(0).get("filtering"))
                .isEqualTo("[{\"field\":\"campaign.name\",\"operator\":\"EQUAL\",\"value\":\"Autumn\"}]");
    }

    @Test
    void aPreviewsMarkupIsUnescapedOnce() {
        script.then(
                """
                {"data":[{"body":"<iframe src=\\"https:\\/\\/www.facebook.com\\/p.php?d=1&amp;t=&amp;lt;\\"><\\/iframe>"}]}""");

        assertThat(script.api(clock).preview(ACCOUNT, new GraphId("3"), "MOBILE_FEED_STANDARD"))
                .isEqualTo("<iframe src=\"https://www.facebook.com/p.php?d=1&t=&lt;\"></iframe>");
    }

    @Test
    void thumbnailsOfManyCreativesTakeOneRequest() {
        script.then("""
                [{"code":200,"body":"{\\"thumbnail_url\\":\\"https://cdn.example/a\\"}"},
                 {"code":400,"body":"{\\"error\\":{\\"code\\":100}}"},{"code":200,"body":"{\\"id\\":\\"3\\"}"}]""");

        Map<GraphId, String> urls = script.api(clock).thumbnailUrls(ACCOUNT,
                List.of(new GraphId("1"), new GraphId("2"), new GraphId("3")), 600, 600);

        assertThat(urls).containsExactly(Map.entry(new GraphId("1"), "https://cdn.example/a"));
        assertThat(script.sent()).isOne();
    }

    @Test
    void picturesAreFetchedWithoutTheTokenAndOnlyFromSafeAddresses() {
        script.always(_ -> new WireReply(200, Map.of("content-type", "image/png"),
                "png".getBytes(StandardCharsets.UTF_8)));
        AdsApi api = script.api(clock);

        assertThat(api.picture("https://scontent.example/x.png?token=1")).hasSize(3);
        assertThat(script.requests().getFirst().headers()).doesNotContainKey("Authorization");
        for (String bad : List.of("http://scontent.example/x.png", "file:///etc/passwd", "", "https:", "a b")) {
            assertThatThrownBy(() -> api.picture(bad)).as(bad).extracting("kind").isEqualTo(Kind.REFUSED);
        }
        assertThat(script.sent()).isOne();
    }

    @Test
    void tellsWhoTheTokenBelongsToAndGivesItBack() {
        script.then("{\"id\":\"10223\",\"name\":\"Nina Falk\"}").then("""
                {"data":[{"permission":"ads_read","status":"granted"},{"permission":"business_management","status":"declined"}]}
                """).then("{\"success\":true}");
        AdsApi api = script.api(clock);

        assertThat(api.me()).isEqualTo(new AdsApi.Me("10223", "Nina Falk",
                Map.of("ads_read", "granted", "business_management", "declined")));
        api.revoke();
        assertThat(script.requests().getLast().method()).isEqualTo("DELETE");
        assertThat(script.requests().getLast().uri().getPath()).isEqualTo("/v26.0/me/permissions");
    }
}
