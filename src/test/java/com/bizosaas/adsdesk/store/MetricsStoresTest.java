package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.GLOBEX;
import static com.bizosaas.adsdesk.store.StoreFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Issue;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsStoresTest {

    private static final AdAccountId ACCOUNT = new AdAccountId("act_1001");
    private static final AdCurrency EUR = AdCurrency.of("EUR");
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final DateRange MONTH = new DateRange(FIRST, FIRST.plusDays(29));

    /// Far above what it takes on an idle machine (see the figures in vault.md), far below what a lost batch would take.
    private static final Duration BULK = Duration.ofSeconds(3);

    @TempDir
    static Path temporary;

    private static DataFolder folder;
    private static DeskStore store;

    @BeforeAll
    static void create() {
        folder = DataFolder.open(temporary.resolve("desk"));
        store = StoreFixture.create(folder);
    }

    @AfterAll
    static void close() {
        store.close();
        folder.close();
    }

    @AfterEach
    void empty() {
        for (String table : List.of("read_mark", "ad_account", "graph_object", "structure_part", "insight_query",
                "insight_part", "thumbnail")) {
            store.metricsSql().update("DELETE FROM " + table);
        }
        store.forgetReadings(ACME);
        store.forgetReadings(GLOBEX);
    }

    @Test
    void everyFieldOfAnAccountComesBack() {
        AdAccount full = new AdAccount(ACCOUNT, "Ünïcode & Co", AccountStatus.UNSETTLED, 3, EUR,
                ZoneId.of("America/Los_Angeles"), Money.of("12.30", EUR), Money.of("0.10", EUR), Money.of("500", EUR),
                Money.ofMinor(100, EUR), "77", "Biz", Set.of("ADVERTISE", "ANALYZE"), "Visa *1234");
        AdAccount bare = new AdAccount(new AdAccountId("act_2"), "", AccountStatus.ACTIVE, 0, AdCurrency.of("JPY"),
                ZoneId.of("Asia/Tokyo"), Money.of("0", AdCurrency.of("JPY")), Money.of("0", AdCurrency.of("JPY")), null,
                null, null, null, Set.of(), null);
        store.accounts().replaceAll(ACME, List.of(full, bare), NOW);

        assertThat(store.accounts().list(ACME).value()).containsExactly(full, bare);
        assertThat(store.accounts().list(ACME).asOf()).isEqualTo(NOW);
        assertThat(store.accounts().find(ACME, ACCOUNT)).contains(full);
        assertThat(store.accounts().find(GLOBEX, ACCOUNT)).isEmpty();
        assertThat(store.accounts().list(GLOBEX).everRead()).isFalse();
        store.accounts().replaceAll(ACME, List.of(bare), NOW.plusSeconds(1));
        assertThat(store.accounts().list(ACME).value()).containsExactly(bare);
    }

    @Test
    void anAccountIsReadFromTheDiskOnceUntilItIsWritten() {
        AdAccount account = account("Before");
        store.accounts().put(ACME, account, NOW);
        AccountStore.Use before = store.accounts().use();
        for (int i = 0; i < 5; i++) {
            assertThat(store.accounts().find(ACME, ACCOUNT)).contains(account);
            assertThat(store.accounts().find(GLOBEX, ACCOUNT)).as("tenants never mix").isEmpty();
        }
        assertThat(store.accounts().use().misses() - before.misses()).isEqualTo(2);
        assertThat(store.accounts().use().hits() - before.hits()).isEqualTo(8);

        store.accounts().put(ACME, account("After"), NOW);
        assertThat(store.accounts().find(ACME, ACCOUNT)).contains(account("After"));
        assertThatThrownBy(() -> store.metricsSql().inTransaction(() -> {
            store.accounts().put(ACME, account("Never"), NOW);
            assertThat(store.accounts().find(ACME, ACCOUNT)).contains(account("Never"));
            throw new IllegalStateException("rolled back");
        })).hasMessage("rolled back");
        assertThat(store.accounts().find(ACME, ACCOUNT)).contains(account("After"));
        assertThat(store.accounts().count(ACME)).isOne();

        store.forgetReadings(ACME);
        assertThat(store.accounts().find(ACME, ACCOUNT)).isEmpty();
    }

    private static AdAccount account(String name) {
        return new AdAccount(ACCOUNT, name, AccountStatus.ACTIVE, 0, EUR, ZoneId.of("Europe/Oslo"),
                Money.of("0", EUR), Money.of("0", EUR), null, null, null, null, Set.of(), null);
    }

    @Test
    void everyFieldOfTheThreeLevelsComesBackInOrder() {
        Campaign campaign = new Campaign(new GraphId("9"), "Spring „Sale“ 🌷", new Objective("SOMETHING_NEW"),
                Status.ACTIVE, EffectiveStatus.WITH_ISSUES, new Budget(Budget.Kind.DAILY, Money.of("25.00", EUR)),
                BidStrategy.COST_CAP, List.of("HOUSING"), NOW, null, NOW, NOW,
                List.of(new Issue("1359188", "Payment", "Add a card", true)));
        AdSet adSet = new AdSet(new GraphId("8"), campaign.id(), "Set", Status.PAUSED, EffectiveStatus.PAUSED, null,
                null,
                Money.of("1.5", EUR), "OFFSITE_CONVERSIONS", "IMPRESSIONS", NOW, null, NOW, NOW,
                new AdSet.Learning("LEARNING", 12), List.of());
        Ad ad = new Ad(new GraphId("7"), campaign.id(), adSet.id(), "Ad", Status.ACTIVE, EffectiveStatus.DISAPPROVED,
                null,
                null, null, List.of(new Issue("", "Review", "No", true)));
        AdStructure structure = new AdStructure(List.of(campaign, campaign(3), campaign(1)), List.of(adSet),
                List.of(ad));
        store.campaigns().replaceAll(ACME, ACCOUNT, structure, NOW);

        assertThat(store.campaigns().structure(ACME, ACCOUNT).value()).isEqualTo(structure);
        assertThat(store.campaigns().structure(GLOBEX, ACCOUNT).everRead()).isFalse();
        assertThat(store.campaigns().structure(GLOBEX, ACCOUNT).value()).isEqualTo(AdStructure.EMPTY);
        assertThat(store.campaigns().structure(ACME, new AdAccountId("act_2")).everRead()).isFalse();
        assertThat(store.campaigns().campaign(ACME, ACCOUNT, campaign.id())).contains(campaign);
        assertThat(store.campaigns().adSet(ACME, ACCOUNT, adSet.id())).contains(adSet);
        assertThat(store.campaigns().ad(ACME, ACCOUNT, ad.id())).contains(ad);
    }

    @Test
    void aReadingThatBeganBeforeOurChangeDoesNotUndoIt() {
        AdStructure read = new AdStructure(List.of(campaign(1), campaign(2)), List.of(adSet(11, 1), adSet(12, 2)),
                List.of(ad(21, 11, 1)));
        store.campaigns().replaceAll(ACME, ACCOUNT, read, NOW);
        Campaign paused = campaign(1).withStatus(Status.PAUSED, EffectiveStatus.PAUSED);
        store.campaigns().put(ACME, ACCOUNT, paused, NOW.plusSeconds(10));
        store.campaigns().put(ACME, ACCOUNT, campaign(5), NOW.plusSeconds(10));
        store.campaigns().remove(ACME, ACCOUNT, Level.CAMPAIGN, new GraphId("2"), NOW.plusSeconds(10));

        store.campaigns().replaceAll(ACME, ACCOUNT, read, NOW.plusSeconds(5));
        assertThat(store.campaigns().campaigns(ACME, ACCOUNT)).containsExactly(paused, campaign(5));
        assertThat(store.campaigns().structure(ACME, ACCOUNT).value().adSets()).containsExactly(adSet(11, 1));

        store.campaigns().replaceAll(ACME, ACCOUNT, read, NOW.plusSeconds(20));
        assertThat(store.campaigns().structure(ACME, ACCOUNT).value()).as("a later reading is right again")
                .isEqualTo(read);
    }

    @Test
    void removingACampaignRemovesWhatIsUnderIt() {
        store.campaigns().replaceAll(ACME, ACCOUNT, new AdStructure(List.of(campaign(1)),
                List.of(adSet(11, 1), adSet(12, 1)), List.of(ad(21, 11, 1), ad(22, 12, 1))), NOW);
        store.campaigns().remove(ACME, ACCOUNT, Level.AD_SET, new GraphId("12"), NOW);
        assertThat(store.campaigns().structure(ACME, ACCOUNT).value().ads()).containsExactly(ad(21, 11, 1));

        store.campaigns().remove(ACME, ACCOUNT, Level.CAMPAIGN, new GraphId("1"), NOW);
        assertThat(store.campaigns().structure(ACME, ACCOUNT).value()).isEqualTo(AdStructure.EMPTY);
    }

    @Test
    void anObjectThatTwoPagesBroughtIsStoredOnce() {
        store.campaigns().replaceAll(ACME, ACCOUNT,
                new AdStructure(List.of(campaign(1), campaign(2), campaign(1)), List.of(), List.of()), NOW);

        assertThat(store.campaigns().campaigns(ACME, ACCOUNT)).hasSize(2);
    }

    @Test
    void ourOwnWriteMakesATopicStaleUntilItIsReadAgain() {
        store.audiences().replaceAll(ACME, ACCOUNT, List.of(), NOW);
        store.readMarks().outdate(ACME, ACCOUNT, Topic.AUDIENCES);
        assertThat(store.audiences().list(ACME, ACCOUNT).stale()).isTrue();
        assertThat(store.audiences().list(ACME, ACCOUNT).asOf()).isEqualTo(NOW);
        assertThat(store.readMarks().find(ACME, ACCOUNT, Topic.CAMPAIGNS)).isEmpty();

        store.audiences().replaceAll(ACME, ACCOUNT, List.of(), NOW.plusSeconds(1));
        assertThat(store.readMarks().find(ACME, ACCOUNT, Topic.AUDIENCES))
                .contains(new ReadMarks.ReadMark(NOW.plusSeconds(1), false, NOW.plusSeconds(1)));
    }

    @Test
    void everyFieldOfAudiencesAndCreativesComesBack() {
        CustomAudience lookalike = new CustomAudience(new GraphId("5"), "Lookalike", "LOOKALIKE", "", 1000L, 1200L, 200,
                "Normal", 300, "Not ready", null, NOW, null, null,
                new CustomAudience.Lookalike(new GraphId("4"), 0.01, List.of("DE", "AT")), null);
        CustomAudience website = new CustomAudience(new GraphId("4"), "Website", "WEBSITE", "d", null, null, 0, "", 200,
                "", 30, null, null, NOW, null, "{\"inclusions\":{}}");
        store.audiences().replaceAll(ACME, ACCOUNT, List.of(lookalike), NOW);
        store.audiences().put(ACME, ACCOUNT, website, NOW);
        assertThat(store.audiences().list(ACME, ACCOUNT).value()).containsExactly(lookalike, website);
        store.audiences().remove(ACME, ACCOUNT, lookalike.id(), NOW);
        assertThat(store.audiences().list(ACME, ACCOUNT).value()).containsExactly(website);

        Creative creative = new Creative(new GraphId("6"), "C", "ACTIVE", Creative.Format.CAROUSEL, "t", "b",
                "SHOP_NOW",
                "https://example.com", 3, null, "abc", null, "https://cdn.example/x");
        store.creatives().replaceAll(ACME, ACCOUNT, List.of(creative), NOW);
        assertThat(store.creatives().list(ACME, ACCOUNT).value()).containsExactly(creative);
        assertThat(store.creatives().find(ACME, ACCOUNT, creative.id())).contains(creative);
    }

    @Test
    void thumbnailsStayWithinTheirBoundOldestLeavingFirst() {
        CreativeStore small = new CreativeStore(store.metricsSql(), new GraphObjects(store.metricsSql()),
                store.readMarks(), 600_000);
        for (int i = 0; i < 70; i++) {
            assertThat(small.putThumbnail(ACME, ACCOUNT, new GraphId("" + i), new byte[10_000], NOW.plusSeconds(i)))
                    .isTrue();
        }
        assertThat(small.thumbnail(ACME, ACCOUNT, new GraphId("69"))).contains(new byte[10_000]);
        assertThat(small.thumbnail(ACME, ACCOUNT, new GraphId("0"))).isEmpty();
        assertThat(small.thumbnail(GLOBEX, ACCOUNT, new GraphId("69"))).isEmpty();
        assertThat(small.putThumbnail(ACME, ACCOUNT, new GraphId("70"),
                new byte[CreativeStore.MAX_THUMBNAIL_BYTES + 1], NOW)).isFalse();
        long stored = store.metricsSql().one("SELECT SUM(size) FROM thumbnail", row -> row.getLong(1)).orElseThrow();
        assertThat(stored).isPositive().isLessThanOrEqualTo(600_000);
    }

    @Test
    void dailyFactsComeBackExactlyAndSayWhichDaysWereRead() {
        DailyFact fact = fact("1", FIRST, "12.30");
        store.insights().replaceDaily(ACME, ACCOUNT, Level.CAMPAIGN, new DateRange(FIRST, FIRST.plusDays(1)),
                List.of(fact), NOW);
        store.insights().replaceDaily(ACME, ACCOUNT, Level.CAMPAIGN,
                new DateRange(FIRST.plusDays(2), FIRST.plusDays(2)),
                List.of(fact("1", FIRST.plusDays(2), "0.000001"), fact("2", FIRST.plusDays(2), "1E+3")),
                NOW.plusSeconds(60));
        DateRange three = new DateRange(FIRST, FIRST.plusDays(2));

        assertThat(store.insights().daily(ACME, ACCOUNT, Level.CAMPAIGN, three).value()).hasSize(3).first()
                .isEqualTo(fact);
        assertThat(store.insights().daily(ACME, ACCOUNT, Level.CAMPAIGN, three).asOf()).isEqualTo(NOW);
        assertThat(store.insights().daily(ACME, ACCOUNT, Level.CAMPAIGN, three).stale()).isFalse();
        assertThat(store.insights().daily(ACME, ACCOUNT, Level.CAMPAIGN, MONTH).stale()).as("days never read").isTrue();
        assertThat(store.insights().dailyReads(ACME, ACCOUNT, Level.CAMPAIGN, MONTH)).hasSize(3)
                .containsEntry(FIRST.plusDays(1), new InsightStore.DayRead(NOW, false));
        assertThat(store.insights().daily(ACME, ACCOUNT, Level.AD, three).everRead()).isFalse();
        assertThat(store.insights().daily(GLOBEX, ACCOUNT, Level.CAMPAIGN, three).everRead()).isFalse();

        store.insights().outdate(ACME, ACCOUNT);
        assertThat(store.insights().daily(ACME, ACCOUNT, Level.CAMPAIGN, three).stale()).isTrue();
        store.insights().replaceDaily(ACME, ACCOUNT, Level.CAMPAIGN, three, List.of(), NOW.plusSeconds(90));
        assertThat(store.insights().daily(ACME, ACCOUNT, Level.CAMPAIGN, three).value()).as("no delivery after all")
                .isEmpty();
        assertThat(store.insights().daily(ACME, ACCOUNT, Level.CAMPAIGN, three).everRead()).isTrue();
    }

    @Test
    void aReadingThatDoesNotMatchItsRangeStoresNothing() {
        store.insights().replaceDaily(ACME, ACCOUNT, Level.CAMPAIGN, MONTH, List.of(fact("1", FIRST, "5")), NOW);

        assertThatThrownBy(() -> store.insights().replaceDaily(ACME, ACCOUNT, Level.CAMPAIGN, MONTH,
                List.of(fact("1", FIRST.minusDays(1), "5")), NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.insights().replaceDaily(ACME, ACCOUNT, Level.AD, MONTH,
                List.of(fact("1", FIRST, "5")), NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.insights().daily(ACME, ACCOUNT, Level.CAMPAIGN, MONTH).value()).hasSize(1);
    }

    @Test
    void answersForRangesAndBreakdownsAreKeptUnderTheirQuestion() {
        RangeFact range = new RangeFact(Level.CAMPAIGN, "1", MONTH, fact("1", FIRST, "9.99").facts());
        BreakdownRow row = new BreakdownRow(Breakdown.AGE_GENDER, List.of("25-34", "female"), range.facts());
        store.insights().putRange(ACME, ACCOUNT, Level.CAMPAIGN, MONTH, List.of(range), NOW);
        store.insights().putBreakdown(ACME, ACCOUNT, MONTH, Breakdown.AGE_GENDER, List.of(row), NOW);

        assertThat(store.insights().range(ACME, ACCOUNT, Level.CAMPAIGN, MONTH).value()).containsExactly(range);
        assertThat(store.insights().breakdown(ACME, ACCOUNT, MONTH, Breakdown.AGE_GENDER).value()).containsExactly(row);
        assertThat(store.insights().range(ACME, ACCOUNT, Level.AD, MONTH).everRead()).isFalse();
        assertThat(store.insights().breakdown(ACME, ACCOUNT, MONTH.previous(), Breakdown.AGE_GENDER).everRead())
                .isFalse();
        assertThat(store.insights().breakdown(GLOBEX, ACCOUNT, MONTH, Breakdown.AGE_GENDER).everRead()).isFalse();
        store.insights().outdate(ACME, ACCOUNT);
        assertThat(store.insights().range(ACME, ACCOUNT, Level.CAMPAIGN, MONTH).stale()).isTrue();
    }

    @Test
    void limitsAreKeptByTenantAndApp() {
        LimitStore.Limit closed = new LimitStore.Limit("ACCOUNT", "1001", "ads_management", NOW, NOW.plusSeconds(60), 2,
                97.5, NOW);
        LimitStore.Limit open = new LimitStore.Limit("APP", "", "", null, null, 0, 12, NOW);
        store.limits().put(ACME, "app", List.of(closed, new LimitStore.Limit("APP", "", "", NOW, NOW, 1, 100, NOW)));
        store.limits().put(ACME, "app", List.of(open));

        assertThat(store.limits().list(ACME, "app")).containsExactlyInAnyOrder(closed, open);
        assertThat(store.limits().list(ACME, "another app")).isEmpty();
        assertThat(store.limits().list(GLOBEX, "app")).isEmpty();
    }

    @Test
    void goneFieldsAreKeptByTenantUntilTheyAreOld() {
        FieldStore.Refused first = new FieldStore.Refused("v26.0", "ads", "score", NOW);
        FieldStore.Refused again = new FieldStore.Refused("v26.0", "ads", "score", NOW.plusSeconds(5));
        FieldStore.Refused other = new FieldStore.Refused("v27.0", "ads", "score", NOW.plusSeconds(9));
        var old = NOW.minusSeconds(60);
        store.goneFields().put(ACME, first, old);
        store.goneFields().put(ACME, again, old);
        store.goneFields().put(ACME, other, old);
        store.goneFields().put(ACME, new FieldStore.Refused("v26.0", "x".repeat(5000), "score", NOW), old);

        assertThat(store.goneFields().list(ACME, old)).containsExactlyInAnyOrder(again, other);
        assertThat(store.goneFields().list(ACME, NOW.plusSeconds(5))).containsExactly(other);
        assertThat(store.goneFields().list(GLOBEX, old)).isEmpty();
        store.goneFields().put(ACME, other, NOW.plusSeconds(5));
        assertThat(store.goneFields().list(ACME, old)).as("what is old is removed").containsExactly(other);
        store.forgetReadings(ACME);
        assertThat(store.goneFields().list(ACME, old)).isEmpty();
    }

    @Test
    void aReportRunIsFoundAgainUntilItIsTooOldOrFetched() {
        store.runs().put(ACME, ACCOUNT, "q1", "602", NOW);
        store.runs().put(GLOBEX, ACCOUNT, "q1", "777", NOW);
        assertThat(store.runs().find(ACME, ACCOUNT, "q1", NOW.minusSeconds(1))).contains("602");
        assertThat(store.runs().find(ACME, ACCOUNT, "q1", NOW.plusSeconds(1))).isEmpty();
        assertThat(store.runs().find(ACME, ACCOUNT, "q2", NOW)).isEmpty();
        store.runs().remove(ACME, ACCOUNT, "q1");
        assertThat(store.runs().find(ACME, ACCOUNT, "q1", NOW)).isEmpty();
        store.forgetReadings(GLOBEX);
        assertThat(store.runs().find(GLOBEX, ACCOUNT, "q1", NOW)).isEmpty();
    }

    @Test
    void onlyWhatChangedIsMergedAndWhatIsNewComesFirst() {
        Campaign old = campaign(100);
        Campaign gone = campaign(101);
        AdSet under = adSet(200, 101);
        store.campaigns().replaceAll(ACME, ACCOUNT, new AdStructure(List.of(old, gone), List.of(under), List.of()),
                NOW);
        Campaign made = campaign(102);
        Campaign paused = old.withStatus(Status.PAUSED, EffectiveStatus.PAUSED);

        assertThat(store.campaigns().merge(ACME, ACCOUNT, AdStructure.EMPTY, Set.of(), NOW.plusSeconds(60))).isFalse();
        assertThat(store.campaigns().merge(ACME, ACCOUNT,
                new AdStructure(List.of(made, paused), List.of(), List.of()), Set.of(gone.id()), NOW.plusSeconds(90)))
                .isTrue();

        Stamped<AdStructure> now = store.campaigns().structure(ACME, ACCOUNT);
        assertThat(now.asOf()).isEqualTo(NOW.plusSeconds(90));
        assertThat(now.value().campaigns()).containsExactly(made, paused);
        assertThat(now.value().adSets()).isEmpty();
        assertThat(store.readMarks().find(ACME, ACCOUNT, Topic.CAMPAIGNS)).get()
                .satisfies(mark -> assertThat(mark.wholeAt()).isEqualTo(NOW));
    }

    @Test
    void aMergeThatBeganBeforeOurChangeDoesNotUndoIt() {
        Campaign old = campaign(100);
        store.campaigns().replaceAll(ACME, ACCOUNT, new AdStructure(List.of(old), List.of(), List.of()), NOW);
        Campaign ours = old.withStatus(Status.PAUSED, EffectiveStatus.PAUSED);
        store.campaigns().put(ACME, ACCOUNT, ours, NOW.plusSeconds(5));
        store.campaigns().merge(ACME, ACCOUNT, new AdStructure(List.of(old), List.of(), List.of()), Set.of(old.id()),
                NOW.plusSeconds(4));
        assertThat(store.campaigns().campaigns(ACME, ACCOUNT)).containsExactly(ours);
        assertThat(store.campaigns().touchedSince(ACME, ACCOUNT, NOW)).containsExactly(old.id());
    }

    @Test
    void aReadingThatBreaksOffLeavesWhatWasThere() {
        AdStructure before = new AdStructure(List.of(campaign(1)), List.of(adSet(11, 1)), List.of(ad(21, 11, 1)));
        store.campaigns().replaceAll(ACME, ACCOUNT, before, NOW);
        AdStructure page = new AdStructure(IntStream.range(100, 600).mapToObj(MetricsStoresTest::campaign).toList(),
                List.of(), List.of());

        try (StructureReading reading = store.campaigns().read(ACME, ACCOUNT, NOW.plusSeconds(60))) {
            reading.add(page);
            reading.show();
            assertThat(store.campaigns().structure(ACME, ACCOUNT).value()).as("under way").isEqualTo(before);
        }
        assertThat(store.campaigns().structure(ACME, ACCOUNT)).as("broken off")
                .isEqualTo(new Stamped<>(before, NOW, false));
        assertThat(store.metricsSql().list("SELECT reading FROM structure_part", row -> row.getLong(1)))
                .as("nothing is left of it").hasSize(3).containsOnly(store.metricsSql()
                        .one("SELECT reading FROM read_mark", row -> row.getLong(1)).orElseThrow());

        try (StructureReading reading = store.campaigns().read(ACME, ACCOUNT, NOW.plusSeconds(90))) {
            reading.add(page);
            reading.finish();
        }
        assertThat(store.campaigns().structure(ACME, ACCOUNT).value()).as("came to its end").isEqualTo(page);
    }

    @Test
    void theFirstPagesAreSeenBeforeTheLastHaveCome() {
        AdStructure first = new AdStructure(List.of(campaign(2), campaign(1)), List.of(), List.of());
        AdStructure second = new AdStructure(List.of(), List.of(adSet(11, 1)), List.of());
        try (StructureReading reading = store.campaigns().read(ACME, ACCOUNT, NOW)) {
            reading.add(first);
            assertThat(store.campaigns().structure(ACME, ACCOUNT).everRead()).isFalse();
            reading.show();
            assertThat(store.campaigns().structure(ACME, ACCOUNT)).isEqualTo(new Stamped<>(first, NOW, true));
            reading.add(second);
            reading.finish();
        }
        assertThat(store.campaigns().structure(ACME, ACCOUNT)).isEqualTo(
                new Stamped<>(new AdStructure(first.campaigns(), second.adSets(), List.of()), NOW, false));
    }

    @Test
    void rowsOfAnEarlierReleaseStayUntilEverythingIsReadAgain() {
        store.metricsSql().update("INSERT INTO graph_object (tenant_id, account_id, kind, object_id, place, body) "
                + "VALUES (?, ?, 'CAMPAIGN', '1', 2, ?), (?, ?, 'CAMPAIGN', '2', 1, ?)", ACME.value(), ACCOUNT.value(),
                Json.write(campaign(1)), ACME.value(), ACCOUNT.value(), Json.write(campaign(2)));
        store.metricsSql().update("INSERT INTO read_mark (tenant_id, account_id, topic, as_of, outdated) "
                + "VALUES (?, ?, 'CAMPAIGNS', ?, FALSE)", ACME.value(), ACCOUNT.value(), NOW);
        assertThat(store.campaigns().structure(ACME, ACCOUNT).value().campaigns()).containsExactly(campaign(2),
                campaign(1));
        assertThat(store.campaigns().campaign(ACME, ACCOUNT, new GraphId("1"))).contains(campaign(1));

        store.campaigns().replaceAll(ACME, ACCOUNT, new AdStructure(List.of(campaign(1)), List.of(), List.of()),
                NOW.plusSeconds(1));
        assertThat(store.campaigns().campaigns(ACME, ACCOUNT)).containsExactly(campaign(1));
    }

    @Test
    void aLargeAccountIsReplacedInOneGo() {
        AdStructure large = new AdStructure(IntStream.range(0, 200).mapToObj(MetricsStoresTest::campaign).toList(),
                IntStream.range(0, 400).mapToObj(i -> adSet(1000 + i, i / 2)).toList(),
                IntStream.range(0, 800).mapToObj(i -> ad(2000 + i, 1000 + i / 2, i / 4)).toList());
        store.campaigns().replaceAll(ACME, ACCOUNT, large, NOW);

        long start = System.nanoTime();
        store.campaigns().replaceAll(ACME, ACCOUNT, large, NOW.plusSeconds(1));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.getLogger("store").log(System.Logger.Level.INFO, "replaced 1400 objects in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(BULK);
        assertThat(store.campaigns().structure(ACME, ACCOUNT).value()).isEqualTo(large);
    }

    @Test
    void aMonthOfFactsIsReplacedInOneGo() {
        List<DailyFact> facts = new ArrayList<>();
        for (LocalDate day : MONTH.eachDay()) {
            IntStream.range(0, 200).forEach(i -> facts.add(fact("" + i, day, "1.23")));
        }
        store.insights().replaceDaily(ACME, ACCOUNT, Level.CAMPAIGN, MONTH, facts, NOW);

        long start = System.nanoTime();
        store.insights().replaceDaily(ACME, ACCOUNT, Level.CAMPAIGN, MONTH, facts, NOW);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.getLogger("store").log(System.Logger.Level.INFO, "replaced 6000 facts in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(BULK);
        assertThat(store.insights().daily(ACME, ACCOUNT, Level.CAMPAIGN, MONTH).value()).hasSize(6000);
    }

    private static Campaign campaign(int id) {
        return new Campaign(new GraphId("" + id), "Campaign " + id, Objective.SALES, Status.ACTIVE,
                EffectiveStatus.ACTIVE,
                null, null, List.of(), null, null, NOW, NOW, List.of());
    }

    private static AdSet adSet(int id, int campaign) {
        return new AdSet(new GraphId("" + id), new GraphId("" + campaign), "Set " + id, Status.ACTIVE,
                EffectiveStatus.ACTIVE, new Budget(Budget.Kind.LIFETIME, Money.of("99.90", EUR)), null, null, "REACH",
                "IMPRESSIONS", null, null, NOW, NOW, null, List.of());
    }

    private static Ad ad(int id, int adSet, int campaign) {
        return new Ad(new GraphId("" + id), new GraphId("" + campaign), new GraphId("" + adSet), "Ad " + id,
                Status.ACTIVE,
                EffectiveStatus.ACTIVE, new GraphId("6"), NOW, NOW, List.of());
    }

    private static DailyFact fact(String object, LocalDate day, String spend) {
        Facts facts = new Facts(1000, 50, 30, 20, new BigDecimal(spend), 900L,
                Map.of("omni_purchase", new BigDecimal("2"), "link_click", new BigDecimal("30")),
                Map.of("omni_purchase", new BigDecimal("45.60")));
        return new DailyFact(Level.CAMPAIGN, object, day, facts);
    }
}
