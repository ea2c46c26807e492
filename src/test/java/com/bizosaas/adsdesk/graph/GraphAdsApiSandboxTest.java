package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole engine over real HTTP, against a server that is as strict as Facebook.
class GraphAdsApiSandboxTest {

    private static final DateRange MONTH = new DateRange(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"));

    private SandboxDesk desk;
    private AdsApi api;
    private AdAccount account;

    @BeforeEach
    void start() throws IOException {
        desk = new SandboxDesk(options -> options.withStrictProof(true));
        api = desk.api();
        account = desk.account();
        desk.control("DELETE", "journal", "{}");
    }

    @AfterEach
    void stop() throws IOException {
        assertThat(desk.control("GET", "unknown-parameters", "")).as("parameters that the API does not know")
                .isIn("[]", "{}");
        desk.close();
    }

    @Test
    void readsEveryAccountOnceWithItsHealth() {
        List<AdAccount> accounts = new ArrayList<>();
        api.adAccounts(accounts::addAll);

        assertThat(accounts).isNotEmpty().extracting(AdAccount::id).doesNotHaveDuplicates();
        assertThat(api.adAccount(account.id())).isEqualTo(account);
        assertThat(account.fundingSource()).isNotBlank();
        assertThat(account.minDailyBudget().amount()).isPositive();
    }

    @Test
    void reachAndVideoPlaysAreAskedAloneForTheWholeRange() {
        List<ViewingFact> facts = api.viewing(account.id(), Level.CAMPAIGN, MONTH, _ -> {
        });
        assertThat(facts).isNotEmpty().extracting(ViewingFact::objectId).doesNotHaveDuplicates();
        assertThat(facts).extracting(ViewingFact::viewing).allSatisfy(viewing -> {
            assertThat(viewing.reach()).isPositive().isLessThanOrEqualTo(viewing.impressions());
            assertThat(viewing.p25()).isGreaterThanOrEqualTo(viewing.p50());
            assertThat(viewing.p75()).isGreaterThanOrEqualTo(viewing.p100());
        });
        assertThat(facts).as("some show videos").anyMatch(fact -> fact.viewing().thruplays() > 0);
        long summed = facts.stream().mapToLong(fact -> fact.viewing().reach()).sum();
        assertThat(api.viewing(account.id(), Level.ACCOUNT, MONTH, _ -> {
        }).getFirst().viewing().reach()).as("people do not add up").isLessThan(summed);
    }

    @Test
    void knownAudiencesAndCreativesCostOneLightListAndWhatIsNewAlone() throws IOException {
        List<CustomAudience> audiences = api.audiences(account.id(), _ -> {
        });
        List<Creative> creatives = api.creatives(account.id(), _ -> {
        });
        assertThat(audiences).hasSizeGreaterThan(2);
        assertThat(creatives).hasSizeGreaterThan(2);
        desk.control("DELETE", "journal", "{}");

        assertThat(api.audiences(account.id(), audiences, _ -> {
        })).isEqualTo(audiences);
        assertThat(api.creatives(account.id(), creatives, _ -> {
        })).isEqualTo(creatives);
        assertThat(desk.access().requests(SandboxDesk.TENANT)).extracting(LoggedCall::path).startsWith(
                "/" + account.id().value() + "/adcreatives", "/" + account.id().value() + "/customaudiences");

        // One is renamed, and one was not known.
        desk.control("POST", "objects/" + creatives.get(1).id().value(), "{\"fields\":{\"name\":\"Renamed\"}}");
        int before = desk.access().requests(SandboxDesk.TENANT).size();
        List<Creative> now = api.creatives(account.id(), creatives.subList(1, creatives.size()), _ -> {
        });
        assertThat(now).first().isEqualTo(creatives.getFirst());
        assertThat(now.get(1).name()).isEqualTo("Renamed");
        assertThat(now.subList(2, now.size())).isEqualTo(creatives.subList(2, creatives.size()));
        assertThat(desk.access().requests(SandboxDesk.TENANT).size() - before).isEqualTo(2);

        CustomAudience old = audiences.get(1);
        List<CustomAudience> known = new ArrayList<>(audiences);
        known.set(1, new CustomAudience(old.id(), "Old name", old.subtype(), "Old words", 1L, 2L, 0, "", 0, "", null,
                old.createdAt(), old.updatedAt().minusSeconds(60), null, null, null));
        known.removeLast();
        assertThat(api.audiences(account.id(), known, _ -> {
        })).isEqualTo(audiences);
    }

    /// The sandbox's clock stands at a day of its own, and its replies say so.
    @Test
    void repliesCarryTheServersTime() throws IOException {
        api.adAccount(account.id());
        assertThat(desk.access().clockAhead()).isZero();

        GraphClock wrong = new VirtualClock() {

            @Override
            public Instant instant() {
                return desk.server().clock().instant().plus(Duration.ofMinutes(8));
            }
        };
        LiveGraphAccess elsewhere = new LiveGraphAccess(desk.settings(), wrong, UnaryOperator.identity());
        elsewhere.forTenant(SandboxDesk.TENANT, new AccessToken(
                desk.server().operators().getFirst().token().toCharArray())).adAccount(account.id());
        assertThat(elsewhere.clockAhead()).isBetween(Duration.ofSeconds(479), Duration.ofSeconds(481));
        elsewhere.close();
    }

    @Test
    void readsTheWholeStructureWithArchivedObjectsInFewRequests() {
        List<Integer> progress = new ArrayList<>();
        AdStructure structure = api.structure(account.id(), progress::add);

        assertThat(structure.campaigns()).isNotEmpty();
        assertThat(structure.adSets()).isNotEmpty();
        assertThat(structure.ads()).isNotEmpty();
        assertThat(structure.campaigns()).extracting(Campaign::effectiveStatus).doesNotContain(EffectiveStatus.DELETED);
        var campaigns = new HashSet<>(structure.campaigns().stream().map(Campaign::id).toList());
        var adSets = new HashSet<>(structure.adSets().stream().map(AdSet::id).toList());
        assertThat(structure.adSets()).allMatch(adSet -> campaigns.contains(adSet.campaignId()));
        assertThat(structure.ads()).allMatch(ad -> adSets.contains(ad.adSetId()) && campaigns.contains(ad
                .campaignId()));
        assertThat(structure.ads()).extracting(Ad::creativeId).doesNotContainNull();
        assertThat(structure.campaigns()).extracting(Campaign::createdAt).doesNotContainNull();
        assertThat(progress.getLast()).isEqualTo(structure.campaigns().size() + structure.adSets().size()
                + structure.ads().size());
        assertThat(desk.control("GET", "journal", "").split("\"number\"")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void dailyFactsOfAllLevelsAddUpToTheSameMoney() {
        api.structure(account.id(), _ -> {
        });
        BigDecimal byAccount = spend(api.daily(account.id(), Level.ACCOUNT, MONTH, _ -> {
        }).stream().map(DailyFact::facts));
        List<DailyFact> campaigns = api.daily(account.id(), Level.CAMPAIGN, MONTH, _ -> {
        });

        assertThat(byAccount).isPositive();
        assertThat(spend(campaigns.stream().map(DailyFact::facts))).isEqualByComparingTo(byAccount);
        assertThat(campaigns).allMatch(fact -> MONTH.contains(fact.date()) && fact.facts().reach() == null);
        assertThat(campaigns).anyMatch(fact -> !fact.facts().actions().isEmpty());
        assertThat(campaigns).extracting(fact -> fact.objectId() + fact.date()).doesNotHaveDuplicates();
    }

    @Test
    void aRangeHasTheReachOfTheRange() {
        List<RangeFact> facts = api.range(account.id(), Level.ACCOUNT, MONTH, _ -> {
        });

        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.objectId()).isEqualTo(account.id().value());
            assertThat(fact.facts().reach()).isPositive().isLessThanOrEqualTo(fact.facts().impressions());
        });
    }

    @ParameterizedTest
    @EnumSource(Breakdown.class)
    void aBreakdownsRowsAddUpToTheAccount(Breakdown breakdown) {
        List<BreakdownRow> rows = api.breakdown(account.id(), MONTH, breakdown);
        List<RangeFact> whole = api.range(account.id(), Level.ACCOUNT, MONTH, _ -> {
        });

        assertThat(rows).isNotEmpty().extracting(BreakdownRow::values).doesNotHaveDuplicates();
        assertThat(rows.stream().mapToLong(row -> row.facts().impressions()).sum())
                .isEqualTo(whole.getFirst().facts().impressions());
    }

    @Test
    void anAsynchronousRunTellsTheSameAsASynchronousCall() {
        api.structure(account.id(), _ -> {
        });
        List<DailyFact> sync = api.daily(account.id(), Level.AD, MONTH, _ -> {
        });
        AccountMemory large = new AccountMemory();
        large.note(account.id(), Level.AD, 100_000);

        List<DailyFact> run = daily(reader(large), account.id(), Level.AD, MONTH, _ -> {
        });

        assertThat(run).isNotEmpty().containsExactlyInAnyOrderElementsOf(sync);
    }

    @Test
    void aRunThatFailsIsReplaced() {
        desk.control("POST", "faults", "{\"kind\":\"run-failed\",\"path\":\"*\",\"count\":1}");
        AccountMemory large = new AccountMemory();
        large.note(account.id(), Level.CAMPAIGN, 100_000);

        assertThat(daily(reader(large), account.id(), Level.CAMPAIGN, MONTH, _ -> {
        })).isNotEmpty();
    }

    @Test
    void readsAudiencesCreativesThumbnailsAndPreviews() {
        List<CustomAudience> audiences = api.audiences(account.id(), _ -> {
        });
        List<Creative> creatives = api.creatives(account.id(), _ -> {
        });

        assertThat(audiences).isNotEmpty().allMatch(audience -> !audience.subtype().isEmpty()
                && audience.createdAt() != null);
        assertThat(creatives).isNotEmpty().anyMatch(creative -> creative.format() == Creative.Format.IMAGE)
                .allMatch(creative -> creative.format() != Creative.Format.OTHER);
        List<GraphId> some = creatives.stream().map(Creative::id).limit(3).toList();
        Map<GraphId, String> urls = api.thumbnailUrls(account.id(), some, 320, 320);
        assertThat(urls).containsOnlyKeys(some);
        assertThat(api.picture(urls.get(some.getFirst()))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(api.preview(account.id(), some.getFirst(), "MOBILE_FEED_STANDARD")).startsWith("<iframe")
                .doesNotContain("&amp;");
        assertThat(api.pixels(account.id())).isNotEmpty();
        assertThat(api.pages(account.id())).isNotEmpty();
    }

    @Test
    void createsChangesFindsArchivesAndDeletesACampaign() {
        GraphId made = api.send(Writes.create(account.id(), "campaigns", campaign("Herbst & Größe 日本")));

        assertThat(api.named(account.id(), "campaigns", "Herbst & Größe 日本")).extracting(AdsApi.Named::id)
                .containsExactly(made);
        assertThat(api.fields(account.id(), made, List.of("name", "status", "special_ad_categories"))).containsEntry(
                "name", "Herbst & Größe 日本").containsEntry("status", "PAUSED").containsEntry("special_ad_categories",
                        "[]");
        api.send(Writes.update(account.id(), made, Map.of("name", "Winter")));
        assertThat(api.fields(account.id(), made, List.of("name"))).containsEntry("name", "Winter");
        api.send(Writes.update(account.id(), made, Map.of("status", Status.ARCHIVED.value())));
        assertThat(api.structure(account.id(), _ -> {
        }).campaigns()).filteredOn(one -> one.id().equals(made)).singleElement()
                .matches(one -> one.effectiveStatus().equals(EffectiveStatus.ARCHIVED)
                        && one.objective().equals(Objective.TRAFFIC));
        api.send(Writes.delete(account.id(), made));
        assertThat(api.structure(account.id(), _ -> {
        }).campaigns()).extracting(Campaign::id).doesNotContain(made);
    }

    @Test
    void aRefusalNamesTheFieldAndTheReason() {
        Map<String, String> form = new LinkedHashMap<>(campaign("Both"));
        form.put("daily_budget", "1");
        form.remove("is_adset_budget_sharing_enabled");

        assertThatThrownBy(() -> api.send(Writes.create(account.id(), "campaigns", form)))
                .isInstanceOfSatisfying(GraphException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.REFUSED);
                    assertThat(refusal.userMessage()).isNotBlank();
                    assertThat(refusal.field()).contains("daily_budget");
                    assertThat(refusal.traceId()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost-answer", "reset", "html", "truncate"})
    void aCreateWhoseAnswerIsLostIsSentOnceAndCanBeLookedFor(String fault) {
        desk.control("POST", "faults", "{\"kind\":\"%s\",\"path\":\"*/campaigns\",\"method\":\"POST\",\"count\":5}"
                .formatted(fault));

        assertThatThrownBy(() -> api.send(Writes.create(account.id(), "campaigns", campaign("Once only"))))
                .extracting("kind")
                .isEqualTo(Kind.UNKNOWN_EFFECT);

        desk.control("DELETE", "faults", "{}");
        assertThat(api.named(account.id(), "campaigns", "Once only")).hasSizeLessThanOrEqualTo(1);
        String journal = desk.control("GET", "journal", "");
        assertThat(journal.split("\"method\":\"POST\"")).as("sent once").hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "html", "truncate"})
    void aReadInBadWeatherIsReadAgain(String fault) {
        desk.control("POST", "faults", "{\"kind\":\"%s\",\"path\":\"*/customaudiences\",\"count\":2}".formatted(fault));

        assertThat(api.audiences(account.id(), _ -> {
        })).isNotEmpty();
    }

    @Test
    void aThrottledAccountIsLeftAloneAndTheOthersGoOn() {
        List<AdAccount> accounts = new ArrayList<>();
        api.adAccounts(accounts::addAll);
        AdAccount other = accounts.stream().filter(one -> !one.id().equals(account.id())).findFirst().orElseThrow();
        desk.control("POST", "throttle", "{\"account\":\"%s\",\"useCase\":\"custom_audience\",\"minutes\":30}"
                .formatted(account.id().value()));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> api.audiences(account.id(), _ -> {
            })).isInstanceOfSatisfying(GraphException.class, limit -> {
                assertThat(limit.kind()).isEqualTo(Kind.LIMIT);
                assertThat(limit.until()).isAfter(SandboxDesk.NOW.plusSeconds(29 * 60));
            });
        }
        assertThat(api.audiences(other.id(), _ -> {
        })).isNotNull();
        assertThat(api.creatives(account.id(), _ -> {
        })).isNotEmpty();
        assertThat(desk.access().usage(SandboxDesk.TENANT, account.id()).blockedUntil()).isNotNull();
        String asked = desk.control("GET", "journal", "");
        assertThat(asked.split(account.id().value() + "/customaudiences")).as("asked once").hasSize(2);

        desk.server().clock().advance(Duration.ofMinutes(31));
        assertThat(api.audiences(account.id(), _ -> {
        })).isNotEmpty();
    }

    @Test
    void aDeadTokenIsToldWithItsWayOfDying() {
        desk.control("POST", "tokens/kill", "{\"operator\":\"%s\",\"how\":\"password-changed\"}"
                .formatted(desk.server().operators().getFirst().userId()));

        assertThatThrownBy(api::me).isInstanceOfSatisfying(GraphException.class, dead -> {
            assertThat(dead.kind()).isEqualTo(Kind.TOKEN);
            assertThat(dead.subcode()).isEqualTo(460);
            assertThat(dead.getMessage()).doesNotContain("EAASANDBOX");
        });
    }

    @Test
    void aDayInPartsIsTheWholeDay() {
        AdAccount account = desk.account();
        LocalDate day = LocalDate.parse("2026-11-20");
        DateRange one = new DateRange(day, day);
        List<DailyFact> whole = daily(reader(new AccountMemory()), account.id(), Level.AD, one, _ -> {
        });
        desk.control("POST", "faults", "{\"kind\":\"error\",\"path\":\"" + account.id().value()
                + "/insights\",\"status\":400,\"code\":100,\"subcode\":1487534,\"count\":1}");
        List<DailyFact> parts = daily(reader(new AccountMemory()), account.id(), Level.AD, one, _ -> {
        });
        assertThat(whole).isNotEmpty();
        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
    }

    private static List<DailyFact> daily(InsightReader reader, AdAccountId account, Level level, DateRange range,
            IntConsumer progress) {
        List<DailyFact> all = Collections.synchronizedList(new ArrayList<>());
        reader.daily(account, level, range, progress, Batch<DailyFact>::new,
                (_, batches) -> batches.forEach(batch -> all.addAll(batch.rows())));
        return all;
    }

    private InsightReader reader(AccountMemory memory) {
        return new InsightReader(new GraphClient(new RequestBuilder(desk.settings(),
                new AccessToken(desk.server().operators().getFirst().token().toCharArray())), new HttpTransport(),
                AppWide.of(new UsageBudget(desk.clock()), desk.clock()), new Retries(new Random(1)),
                new TokenGate(desk.clock()), desk.clock(),
                SandboxDesk.TENANT), memory, RunMemory.NONE);
    }

    private static Map<String, String> campaign(String name) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", name);
        form.put("objective", "OUTCOME_TRAFFIC");
        form.put("status", "PAUSED");
        form.put("special_ad_categories", "[]");
        form.put("is_adset_budget_sharing_enabled", "false");
        return form;
    }

    private static BigDecimal spend(Stream<Facts> facts) {
        return facts.map(Facts::spend).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
