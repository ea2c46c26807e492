package com.bizosaas.adsdesk.service;

import static com.bizosaas.adsdesk.service.Bench.ID;
import static com.bizosaas.adsdesk.service.Bench.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.Reconciliation;
import com.bizosaas.adsdesk.graph.GraphException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveInsightServiceTest {

    /// Today is 2 November in Berlin.
    private static final DateRange WEEK = range("2026-10-27", "2026-11-02");

    @TempDir
    Path folder;
    private Bench bench;

    @BeforeEach
    void make() {
        bench = new Bench(folder.resolve("desk"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static DateRange range(String since, String until) {
        return new DateRange(LocalDate.parse(since), LocalDate.parse(until));
    }

    private void load(Level level, DateRange range, boolean force) {
        bench.facebook.calls.clear();
        bench.insights.load(TENANT, ID, level, range, force);
    }

    @Test
    void readsAllLevelsDownToTheWantedOneAndReachForTheRange() {
        load(Level.AD_SET, WEEK, false);
        assertThat(bench.facebook.calls).containsExactly("daily ACCOUNT 2026-10-27 2026-11-02",
                "daily CAMPAIGN 2026-10-27 2026-11-02", "daily AD_SET 2026-10-27 2026-11-02",
                "range ACCOUNT 2026-10-27 2026-11-02", "range CAMPAIGN 2026-10-27 2026-11-02");
        assertThat(bench.insights.daily(TENANT, ID, Level.CAMPAIGN, WEEK).value()).hasSize(7);
        assertThat(bench.insights.daily(TENANT, ID, Level.CAMPAIGN, WEEK).stale()).isFalse();
        assertThat(bench.insights.range(TENANT, ID, Level.ACCOUNT, WEEK).value().getFirst().facts().reach())
                .isEqualTo(800);
        assertThat(bench.news).contains(new DeskEvent.DataChanged(TENANT, ID, Topic.INSIGHTS));
    }

    @Test
    void readsOnlyTheDaysThatAreMissingOrStale() {
        load(Level.ACCOUNT, WEEK, false);
        load(Level.ACCOUNT, WEEK, false);
        assertThat(bench.facebook.calls).isEmpty();
        load(Level.ACCOUNT, range("2026-10-20", "2026-11-02"), false);
        assertThat(bench.facebook.calls("daily")).containsExactly("daily ACCOUNT 2026-10-20 2026-10-26");
        bench.clock.pass(Duration.ofMinutes(16));
        assertThat(bench.insights.daily(TENANT, ID, Level.ACCOUNT, WEEK).stale()).isTrue();
        load(Level.ACCOUNT, WEEK, false);
        assertThat(bench.facebook.calls("daily")).containsExactly("daily ACCOUNT 2026-11-02 2026-11-02");
    }

    @Test
    void leavesSettledFiguresAloneForGood() {
        DateRange september = range("2026-09-01", "2026-09-30");
        load(Level.ACCOUNT, september, false);
        bench.clock.pass(Duration.ofDays(60));
        load(Level.ACCOUNT, september, true);
        assertThat(bench.facebook.calls("daily")).isEmpty();
    }

    @Test
    void aFailedReadLeavesWhatWasThereAndAnnouncesNothing() {
        load(Level.ACCOUNT, WEEK, false);
        bench.news.clear();
        bench.clock.pass(Duration.ofHours(1));
        bench.facebook.failures.put("daily", GraphException.of(GraphException.Kind.TRANSIENT, "no", null));
        assertThatThrownBy(() -> bench.insights.load(TENANT, ID, Level.ACCOUNT, WEEK, false))
                .isInstanceOf(DeskException.class);
        assertThat(bench.insights.daily(TENANT, ID, Level.ACCOUNT, WEEK).value()).hasSize(7);
        assertThat(bench.news).isEmpty();
    }

    @Test
    void keepsTheDaysThatWereWholeWhenAReadingBrokeOff() {
        bench.facebook.broken.put("daily", GraphException.of(GraphException.Kind.TRANSIENT, "no", null));
        assertThatThrownBy(() -> load(Level.ACCOUNT, range("2026-10-20", "2026-11-02"), false))
                .isInstanceOf(DeskException.class);
        assertThat(bench.insights.daily(TENANT, ID, Level.ACCOUNT, range("2026-10-20", "2026-10-26")).value())
                .hasSize(7);
        load(Level.ACCOUNT, range("2026-10-20", "2026-11-02"), false);
        assertThat(bench.facebook.calls("daily")).containsExactly("daily ACCOUNT 2026-10-27 2026-11-02");
    }

    @Test
    void tellsHowMuchTheAccountSpentBeyondItsListedObjects() {
        load(Level.AD_SET, WEEK, false);
        assertThat(bench.insights.reconciliations(TENANT, ID)).extracting(Reconciliation::level)
                .containsExactly(Level.CAMPAIGN, Level.AD_SET);
        assertThat(bench.insights.reconciliations(TENANT, ID)).allMatch(Reconciliation::addsUp)
                .allMatch(sum -> sum.days() == 6);
        LocalDate day = LocalDate.parse("2026-10-30");
        bench.store.insights().replaceDaily(TENANT, ID, Level.CAMPAIGN, new DateRange(day, day), List.of(),
                bench.clock.instant());
        assertThat(bench.insights.reconciliations(TENANT, ID).getFirst()).satisfies(sum -> {
            assertThat(sum.addsUp()).isFalse();
            assertThat(sum.missingSpend()).isEqualByComparingTo("12.34");
            assertThat(sum.accountSpend()).isEqualByComparingTo("74.04");
        });
    }

    @Test
    void asksForABreakdownOnceInItsLifetime() {
        bench.insights.load(TENANT, ID, WEEK, Breakdown.COUNTRY, false);
        bench.insights.load(TENANT, ID, WEEK, Breakdown.COUNTRY, false);
        assertThat(bench.facebook.calls("breakdown")).hasSize(1);
        bench.insights.load(TENANT, ID, WEEK, Breakdown.COUNTRY, true);
        assertThat(bench.facebook.calls("breakdown")).hasSize(2);
        assertThat(bench.insights.breakdown(TENANT, ID, WEEK, Breakdown.COUNTRY).value()).hasSize(1);
    }

    @Test
    void dropsWhatComesBackAfterTheSignInEnded() {
        bench.facebook.onCall = () -> bench.generations.end(TENANT);
        assertThatThrownBy(() -> bench.insights.load(TENANT, ID, Level.ACCOUNT, WEEK, false))
                .isInstanceOfSatisfying(DeskException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CANCELLED));
        assertThat(bench.insights.daily(TENANT, ID, Level.ACCOUNT, WEEK).everRead()).isFalse();
    }
}
