package com.bizosaas.adsdesk.draft;

import static com.bizosaas.adsdesk.draft.Sample.EUR;
import static com.bizosaas.adsdesk.draft.Sample.NOW;
import static com.bizosaas.adsdesk.draft.Sample.adKey;
import static com.bizosaas.adsdesk.draft.Sample.adSetKey;
import static com.bizosaas.adsdesk.draft.Sample.campaignKey;
import static com.bizosaas.adsdesk.draft.Sample.codes;
import static com.bizosaas.adsdesk.draft.Sample.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.Operation;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    private static final DraftKey NEW_CAMPAIGN = DraftKey.fresh(Sample.ID, Level.CAMPAIGN, 1);
    private static final DraftKey NEW_AD_SET = DraftKey.fresh(Sample.ID, Level.AD_SET, 2);
    private static final DraftKey NEW_AD = DraftKey.fresh(Sample.ID, Level.AD, 3);
    private static final String GERMANY = "{\"geo_locations\":{\"countries\":[\"DE\"]},"
            + "\"targeting_automation\":{\"advantage_audience\":0}}";

    private static Map<String, String> with(Map<String, String> values, String... pairs) {
        Map<String, String> all = new LinkedHashMap<>(values);
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private static Map<String, String> campaign(String... pairs) {
        return with(Map.of("name", "Autumn", "objective", "OUTCOME_SALES", "status", "PAUSED", "special_ad_categories",
                "[]", "is_adset_budget_sharing_enabled", "false"), pairs);
    }

    private static Map<String, String> adSet(String... pairs) {
        return with(Map.of("name", "DE", Fields.CAMPAIGN, "12", "status", "PAUSED", Fields.DAILY, "2500",
                "optimization_goal", "LINK_CLICKS", "billing_event", "IMPRESSIONS", Fields.TARGETING, GERMANY,
                "dsa_beneficiary", "Shop", "dsa_payor", "Shop"), pairs);
    }

    private static List<String> added(DraftKey key, Map<String, String> values) {
        return codes(Sample.add(DraftBook.EMPTY, key, values));
    }

    @Test
    void aCompleteTreeIsGreen() {
        DraftBook book = Sample.add(DraftBook.EMPTY, NEW_CAMPAIGN, campaign());
        book = Sample.add(book, NEW_AD_SET, adSet(Fields.CAMPAIGN, NEW_CAMPAIGN.object()));
        book = Sample.add(book, NEW_AD, Map.of("name", "Ad", Fields.AD_SET, NEW_AD_SET.object(), "status", "PAUSED",
                Fields.CREATIVE, FieldValues.creative("77")));
        assertThat(codes(book)).isEmpty();
    }

    @Test
    void aCampaignSaysWhatIsMissing() {
        assertThat(added(NEW_CAMPAIGN, Map.of("status", "ACTIVE"))).containsExactlyInAnyOrder("name.missing",
                "campaign.objective", "campaign.categories", "campaign.sharing", "status.live");
        assertThat(added(NEW_CAMPAIGN, campaign("special_ad_categories", "[\"HOUSING\"]")))
                .containsExactly("campaign.countries");
        assertThat(added(NEW_CAMPAIGN, campaign("bid_strategy", "COST_CAP"))).containsExactly("bid.level");
        assertThat(added(NEW_CAMPAIGN, campaign(Fields.DAILY, "5000", Fields.LIFETIME, "5000")))
                .containsExactly("budget.two");
        assertThat(added(NEW_CAMPAIGN, campaign(Fields.DAILY, "99"))).containsExactly("budget.minimum");
        assertThat(added(NEW_CAMPAIGN, campaign("spend_cap", "9999"))).containsExactly("campaign.cap");
    }

    @Test
    void anAdSetSaysWhatIsMissing() {
        assertThat(added(NEW_AD_SET, adSet(Fields.CAMPAIGN, "4711"))).containsExactly("parent.missing");
        assertThat(added(NEW_AD_SET, adSet(Fields.CAMPAIGN, "11"))).as("under a campaign budget")
                .containsExactly("budget.levels");
        assertThat(added(NEW_AD_SET, adSet(Fields.DAILY, ""))).containsExactly("budget.missing");
        assertThat(added(NEW_AD_SET, adSet("optimization_goal", "APP_INSTALLS")))
                .containsExactlyInAnyOrder("promoted.missing", "goal.objective");
        assertThat(added(NEW_AD_SET, adSet("optimization_goal", "OFFSITE_CONVERSIONS")))
                .containsExactly("promoted.missing");
        assertThat(added(NEW_AD_SET, adSet("bid_strategy", "COST_CAP"))).containsExactly("bid.amount");
        assertThat(added(NEW_AD_SET, adSet("bid_amount", "300"))).containsExactly("bid.none");
        assertThat(added(NEW_AD_SET, adSet("bid_strategy", "LOWEST_COST_WITH_MIN_ROAS")))
                .containsExactlyInAnyOrder("bid.roas", "bid.value");
        assertThat(added(NEW_AD_SET, adSet(Fields.DAILY, "", Fields.LIFETIME, "50000")))
                .containsExactly("schedule.end");
        assertThat(added(NEW_AD_SET, adSet("start_time", "2026-12-02T00:00:00Z", "end_time", "2026-12-01T00:00:00Z")))
                .containsExactly("schedule.order");
        assertThat(added(NEW_AD_SET, adSet("dsa_payor", ""))).containsExactly("dsa.missing");
    }

    private static final String OFFICE = "[{\"start_minute\":540,\"end_minute\":1020,\"days\":[1,2,3,4,5]}]";

    /// @param more fields and values in turn
    private static List<Finding> hours(String hours, String... more) {
        Map<String, String> lifetime = adSet(Fields.DAILY, "", Fields.LIFETIME, "50000", Fields.END,
                "2026-12-01T00:00:00Z", "pacing_type", "[\"day_parting\"]", "adset_schedule", hours);
        return Sample.check(Sample.add(DraftBook.EMPTY, NEW_AD_SET, with(lifetime, more)), Rules.NONE);
    }

    @Test
    void hoursAreFullOnesOfOneDayWithALifetimeBudgetAndTheirPacing() {
        assertThat(hours(OFFICE)).isEmpty();
        assertThat(hours("[{\"start_minute\":1380,\"end_minute\":1440,\"days\":[0],\"timezone_type\":\"USER\"}]"))
                .isEmpty();
        assertThat(hours(OFFICE, Fields.LIFETIME, "", Fields.DAILY, "2500")).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("schedule.hours");
            assertThat(one.field()).isEqualTo("adset_schedule");
            assertThat(one.severity()).isEqualTo(Severity.RED);
            assertThat(one.repair()).isEqualTo(Map.of("adset_schedule", ""));
        });
        assertThat(hours(OFFICE, "pacing_type", "")).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("schedule.pacing");
            assertThat(one.repair()).isEqualTo(Map.of("pacing_type", "[\"day_parting\"]"));
        });
        assertThat(hours("")).singleElement().extracting(Finding::code, Finding::field)
                .containsExactly("schedule.pacing", "pacing_type");
        assertThat(hours(OFFICE.replace("]}]", "]},{\"start_minute\":960,\"end_minute\":1200,\"days\":[5]}]")))
                .singleElement().extracting(Finding::code, Finding::severity)
                .containsExactly("schedule.overlap", Severity.YELLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schedule.shape  | {"start_minute":0}
            schedule.shape  | [540,1020]
            schedule.window | [{"start_minute":545,"end_minute":1020,"days":[1]}]
            schedule.window | [{"start_minute":540,"end_minute":540,"days":[1]}]
            schedule.window | [{"start_minute":1380,"end_minute":1500,"days":[1]}]
            schedule.window | [{"days":[1]}]
            schedule.days   | [{"start_minute":540,"end_minute":1020}]
            schedule.days   | [{"start_minute":540,"end_minute":1020,"days":[7]}]
            schedule.zone   | [{"start_minute":540,"end_minute":1020,"days":[1],"timezone_type":"UTC"}]
            """)
    void aWindowThatIsNoneIsRed(String code, String hours) {
        assertThat(hours(hours)).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo(code);
            assertThat(one.field()).isEqualTo("adset_schedule");
            assertThat(one.severity()).isEqualTo(Severity.RED);
            assertThat(one.fix()).isNotEmpty();
        });
    }

    private static List<Finding> region(String country, String category, String... more) {
        DraftBook book = Sample.add(DraftBook.EMPTY, NEW_CAMPAIGN, campaign("special_ad_categories", category,
                "special_ad_category_country", "[\"" + country + "\"]"));
        return Sample.check(Sample.add(book, NEW_AD_SET, with(adSet(Fields.CAMPAIGN, NEW_CAMPAIGN.object(),
                Fields.TARGETING, GERMANY.replace("DE", country)), more)), Rules.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TW | []                               | ``                                                     | region.missing
            SG | []                               | ``                                                     | region.missing
            AU | []                               | ``                                                     | ``
            IN | []                               | ``                                                     | ``
            AU | ["FINANCIAL_PRODUCTS_SERVICES"]  | ``                                                     | region.missing
            IN | ["FINANCIAL_PRODUCTS_SERVICES"]  | ``                                                     | region.missing
            DE | ["FINANCIAL_PRODUCTS_SERVICES"]  | ``                                                     | ``
            TW | []                               | {"taiwan_universal_beneficiary":"1","taiwan_universal_payer":"1"} | ``
            SG | []                               | {"universal_beneficiary":"1","universal_payer":"2"}    | ``
            SG | []                               | {"taiwan_universal_beneficiary":"1","taiwan_universal_payer":"1"} | region.missing
            TW | []                               | {"taiwan_universal_beneficiary":"1"}                   | region.pair
            TW | []                               | {"taiwan_beneficiary":"1","taiwan_payer":"1"}          | region.shape
            TW | []                               | {"taiwan_universal_beneficiary":"","taiwan_universal_payer":"1"} | region.shape
            """)
    void someRegionsWantToKnowWhoBenefitsAndWhoPays(String country, String category, String identities,
            String code) {
        assertThat(region(country, category, Fields.REGION_IDENTITIES, identities)).extracting(Finding::code)
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        assertThat(region(country, category, Fields.REGION_IDENTITIES, identities))
                .allMatch(one -> one.severity() == (code.equals("region.missing") ? Severity.YELLOW : Severity.RED)
                        && one.field().equals(Fields.REGION_IDENTITIES) && !one.fix().isEmpty());
    }

    @Test
    void aRegulatedCategoryIsANumberAndNeedsIdentities() {
        assertThat(region("DE", "[]", Fields.REGION_CATEGORIES, "[\"1\"]")).singleElement()
                .extracting(Finding::code, Finding::field)
                .containsExactly("region.identities", Fields.REGION_IDENTITIES);
        assertThat(region("DE", "[]", Fields.REGION_CATEGORIES, "[\"15\"]")).singleElement()
                .extracting(Finding::code, Finding::field)
                .containsExactly("region.categories", Fields.REGION_CATEGORIES);
        assertThat(region("DE", "[]", Fields.REGION_CATEGORIES, "[\"1\"]", Fields.REGION_IDENTITIES,
                "{\"universal_beneficiary\":\"1\",\"universal_payer\":\"1\"}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            99999,  budget.spent,   RED
            100000, budget.reserve, YELLOW
            109999, budget.reserve, YELLOW
            110000, '',             GREEN
            """)
    void aLifetimeBudgetStaysAboveWhatWasSpent(String budget, String code, String colour) {
        DraftBook book = set(set(DraftBook.EMPTY, adSetKey("22"), Fields.LIFETIME, budget), adSetKey("22"),
                Fields.DAILY,
                "");
        book = set(book, adSetKey("22"), Fields.END, "2026-12-01T00:00:00Z");
        Past past = new Past() {
            @Override
            public List<Instant> budgetChanges(DraftKey key) {
                return List.of();
            }

            @Override
            public OptionalLong spent(DraftKey key) {
                return OptionalLong.of(100_000);
            }
        };
        List<Finding> findings = new Checks(Sample.projection(book), Rules.NONE, past, NOW).all().stream()
                .filter(one -> one.code().startsWith("budget.")).toList();
        if (colour.equals("GREEN")) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(one -> {
                assertThat(one.code()).isEqualTo(code);
                assertThat(one.severity()).isEqualTo(Severity.valueOf(colour));
                assertThat(one.field()).isEqualTo(Fields.LIFETIME);
                assertThat(one.fix()).contains("1000.00 EUR", "1100.00 EUR");
                assertThat(one.repair()).isEqualTo(Map.of(Fields.LIFETIME, "110000"));
            });
        }
    }

    @Test
    void aTargetingIsLookedAt() {
        assertThat(added(NEW_AD_SET, adSet(Fields.TARGETING, "{\"targeting_automation\":{\"advantage_audience\":0}}")))
                .containsExactly("targeting.place");
        assertThat(added(NEW_AD_SET, adSet(Fields.TARGETING, "{\"geo_locations\":{\"countries\":[\"US\"]}}")))
                .containsExactly("targeting.advantage");
        assertThat(added(NEW_AD_SET, adSet(Fields.TARGETING, """
                {"geo_locations":{"countries":["US"]},"custom_audiences":[{"id":"5"}],
                "excluded_custom_audiences":[{"id":"5"}],"age_min":30,"instagram_positions":["explore"],
                "targeting_automation":{"advantage_audience":1}}"""))).containsExactlyInAnyOrder("targeting.audience",
                "targeting.suggestion", "targeting.placement", "targeting.explore");
        DraftBook book = Sample.add(DraftBook.EMPTY, NEW_CAMPAIGN,
                campaign("special_ad_categories", "[\"HOUSING\"]", "special_ad_category_country", "[\"US\"]"));
        book = Sample.add(book, NEW_AD_SET, adSet(Fields.CAMPAIGN, NEW_CAMPAIGN.object(), Fields.TARGETING,
                "{\"geo_locations\":{\"countries\":[\"US\"]},\"genders\":[2],"
                        + "\"targeting_automation\":{\"advantage_audience\":0}}"));
        assertThat(codes(book)).contains("targeting.special", "campaign.targeting");
        assertThat(Targeting.of(GERMANY).sentence())
                .isEqualTo("People 18–65+, in DE, on placements that Facebook chooses");
    }

    @Test
    void anAdNeedsItsParametersAndACreative() {
        Rules rules = new Rules(Guardrails.NONE, Targets.NONE, new Naming("", "", "/SL_.*/"),
                "utm_source=facebook&utm_campaign={{campaign.name}}",
                List.of("Südlicht GmbH"));
        DraftBook book = Sample.add(DraftBook.EMPTY, NEW_AD, Map.of("name", "südlicht gmbh – Image.JPG", Fields.AD_SET,
                "21", "status", "PAUSED", Fields.URL_TAGS, "utm_source=fb"));
        List<Finding> findings = Sample.check(book, rules);
        assertThat(findings).extracting(Finding::code).containsExactlyInAnyOrder("ad.creative", "name.file",
                "client.other", "tags.missing", "name.pattern");
        assertThat(findings).filteredOn(one -> one.code().equals("tags.missing")).singleElement()
                .satisfies(one -> assertThat(one.repair()).containsEntry(Fields.URL_TAGS,
                        "utm_source=fb&utm_campaign={{campaign.name}}"));
        assertThat(codes(set(DraftBook.EMPTY, adKey("31"), Fields.URL_TAGS, "utm={{campain.name}}")))
                .contains("tags.shape");
    }

    @Test
    void eachLevelHasItsOwnNaming() {
        Rules rules = new Rules(Guardrails.NONE, Targets.NONE,
                new Naming("{country}_{objective}_{date:yyMM}", "{campaign} | {age}", "/AD-[0-9]+/"), "", List.of());
        assertThat(naming(campaignKey("11"), "DE_SALES_2611", rules)).isEmpty();
        assertThat(naming(campaignKey("11"), "DE_SALES_26-11", rules)).isNotEmpty();
        assertThat(naming(adSetKey("22"), "Spring | 18–30", rules)).isEmpty();
        assertThat(naming(adSetKey("22"), "Spring", rules)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.YELLOW);
            assertThat(finding.text()).contains("{campaign} | {age}");
        });
        assertThat(naming(adKey("31"), "AD-7", rules)).isEmpty();
        assertThat(naming(adKey("31"), "AD-7b", rules)).isNotEmpty();
        assertThat(naming(adKey("31"), "anything", Rules.NONE)).isEmpty();
    }

    private static List<Finding> naming(DraftKey key, String name, Rules rules) {
        return Sample.check(set(DraftBook.EMPTY, key, Fields.NAME, name), rules).stream()
                .filter(finding -> finding.code().equals("name.pattern")).toList();
    }

    @Test
    void aBudgetOfBothLevelsIsRefusedFromEitherSide() {
        assertThat(codes(set(DraftBook.EMPTY, campaignKey("12"), Fields.DAILY, "5000"))).contains("budget.levels");
        assertThat(codes(set(DraftBook.EMPTY, adSetKey("21"), Fields.DAILY, "5000"))).contains("budget.levels");
    }

    @Test
    void learningIsWarnedOfBeforeASignificantEdit() {
        assertThat(codes(set(DraftBook.EMPTY, adSetKey("22"), Fields.DAILY, "2400"))).isEmpty();
        assertThat(codes(set(DraftBook.EMPTY, adSetKey("22"), Fields.DAILY, "2401"))).containsExactly("learning");
        assertThat(codes(set(DraftBook.EMPTY, adSetKey("22"), Fields.NAME, "Other"))).isEmpty();
    }

    @Test
    void theFifthBudgetChangeOfAnHourWaits() {
        Instant first = NOW.minus(Duration.ofMinutes(50));
        List<Instant> four = List.of(first, first.plusSeconds(60), first.plusSeconds(120), first.plusSeconds(180));
        DraftBook book = set(DraftBook.EMPTY, adSetKey("22"), Fields.DAILY, "2100");
        assertThat(new Checks(Sample.projection(book), Rules.NONE, _ -> four, NOW).all()).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("budget.hour");
                    assertThat(finding.severity()).isEqualTo(Severity.RED);
                    assertThat(finding.until()).isEqualTo(first.plusSeconds(3600));
                });
        assertThat(new Checks(Sample.projection(book), Rules.NONE, _ -> four.subList(0, 3), NOW).all()).isEmpty();
    }

    @Test
    void guardrailsCompareLikeUnits() {
        Rules rules = rules(new Guardrails(List.of(Money.of("110", EUR)), new BigDecimal("15"),
                List.of(Money.of("160", EUR)), Set.of(Operation.DELETE)));
        assertThat(red(set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "11100"), rules))
                .containsExactlyInAnyOrder("guardrail.campaign", "guardrail.account");
        assertThat(red(set(DraftBook.EMPTY, adSetKey("22"), Fields.DAILY, "2400"), rules))
                .containsExactly("guardrail.raise");
        assertThat(red(set(DraftBook.EMPTY, adSetKey("22"), Fields.DAILY, "2200"), rules)).isEmpty();
        DraftBook gone = DraftBook.EMPTY.with(Edits.remove(DraftBook.EMPTY, adKey("31"), "Ad 31"), NOW, "Ines");
        assertThat(red(gone, rules)).containsExactly("guardrail.blocked");
    }

    @Test
    void aGuardrailOfAnotherCurrencyIsNotPassedOver() {
        Money yen = Money.of("110", AdCurrency.of("JPY"));
        Rules daily = rules(new Guardrails(List.of(yen), null, List.of(), Set.of()));
        DraftBook raised = set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "11100");
        assertThat(Sample.check(raised, daily)).filteredOn(finding -> finding.severity() == Severity.RED)
                .singleElement().satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("guardrail.currency");
                    assertThat(finding.text()).contains("largest daily budget").contains("JPY").contains("EUR");
                    assertThat(finding.fix()).contains("EUR").contains("Client profile");
                });
        Rules total = rules(new Guardrails(List.of(), null, List.of(yen), Set.of()));
        assertThat(Sample.check(raised, total)).filteredOn(finding -> finding.code().equals("guardrail.currency"))
                .singleElement().satisfies(finding -> assertThat(finding.text()).contains("account total"));
        DraftBook lowered = set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "9000");
        assertThat(red(lowered, daily)).isEmpty();
        assertThat(red(lowered, total)).isEmpty();
        Rules both = rules(new Guardrails(List.of(yen, Money.of("120", EUR)), null,
                List.of(yen, Money.of("500", EUR)), Set.of()));
        assertThat(red(raised, both)).as("agreed in both currencies").isEmpty();
    }

    private static Rules rules(Guardrails guardrails) {
        return Rules.of(TenantProfile.EMPTY.withGuardrails(guardrails), List.of());
    }

    private static List<String> red(DraftBook book, Rules rules) {
        return Sample.check(book, rules).stream().filter(finding -> finding.severity() == Severity.RED)
                .map(Finding::code).toList();
    }

    @Test
    void whatIsGoneOrArchivedCannotBeChanged() {
        DraftBook book = DraftBook.EMPTY
                .with(Edits.set(DraftBook.EMPTY, campaignKey("99"), "Gone", Map.of("name", "Gone"),
                        Map.of("name", "Here")), NOW, "Ines");
        assertThat(codes(book)).containsExactly("object.gone");
    }
}
