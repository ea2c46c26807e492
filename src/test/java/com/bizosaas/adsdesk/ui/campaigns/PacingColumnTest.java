package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.domain.metrics.Engagement;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Pacing stands beside spend in the same table (pain P49), and what is not known stays unknown.
class PacingColumnTest {

    private static final LocalDate TODAY = Samples.NOW.atZone(Samples.WEBSHOP.zone()).toLocalDate();
    /// The week before today, and today, which goes on.
    private static final DateRange RANGE = new DateRange(TODAY.minusDays(7), TODAY);
    private static final Instant LONG_AGO = Instant.parse("2026-01-05T00:00:00Z");

    private final List<Campaign> campaigns = new ArrayList<>();
    private final List<AdSet> adSets = new ArrayList<>();

    @Test
    void aDailyBudgetIsPacedByTheDaysThatAreOver() {
        campaign(1, "ACTIVE", daily("100"), LONG_AGO, null);
        campaign(2, "PAUSED", daily("100"), LONG_AGO, null);
        campaign(3, "ACTIVE", daily("100"), midnight(2).plusSeconds(3600), null);
        Part part = part(Depth.WHOLE);
        spend(part, 1, "90", TODAY);
        spend(part, 2, "90", TODAY);
        spend(part, 3, "120", TODAY);
        assertThat(pacing(part, 1)).as("the day that goes on does not count").isEqualByComparingTo("90");
        assertThat(why(part, 2)).as("paused raises nothing").isEqualTo(Pace.Why.NOT_DELIVERING);
        assertThat(pacing(part, 3)).as("it began the day before yesterday, which does not count")
                .isEqualByComparingTo("120");
        assertThat(part.pace(part.row(id(3))).days()).isEqualTo(new DateRange(TODAY.minusDays(1), TODAY.minusDays(1)));
    }

    @Test
    void theFirstDayAndWhatNeverDeliveredAreUnknown() {
        campaign(1, "ACTIVE", daily("100"), midnight(0), null);
        campaign(2, "ACTIVE", daily("100"), LONG_AGO, null);
        Part part = part(Depth.WHOLE);
        spend(part, 1, "40", TODAY);
        assertThat(why(part, 1)).isEqualTo(Pace.Why.FIRST_DAY);
        assertThat(why(part, 2)).isEqualTo(Pace.Why.NOTHING);
        assertThat(Order.pacing(part, part.row(id(1)))).isNaN();
    }

    @Test
    void aLifetimeBudgetIsPacedByItsScheduleWhereItsFirstDayIsSeen() {
        campaign(1, "ACTIVE", new Budget(Budget.Kind.LIFETIME, Money.of("1000", Samples.EUR)), midnight(4),
                midnight(-6));
        campaign(2, "ACTIVE", new Budget(Budget.Kind.LIFETIME, Money.of("1000", Samples.EUR)), LONG_AGO, midnight(-6));
        campaign(3, "ACTIVE", new Budget(Budget.Kind.LIFETIME, Money.of("1000", Samples.EUR)), midnight(4), null);
        Part part = part(Depth.WHOLE);
        for (int i = 1; i <= 3; i++) {
            spend(part, i, "50", TODAY);
        }
        // Four of ten days are over, 50 on each; the other days lie before it began and would not be reported.
        assertThat(part.pace(part.row(id(1))).pacing().expected()).isEqualByComparingTo("400");
        assertThat(why(part, 2)).isEqualTo(Pace.Why.START_UNSEEN);
        assertThat(why(part, 3)).isEqualTo(Pace.Why.NO_END);
    }

    @Test
    void aCampaignWithoutABudgetGoesByItsAdSetsThatDeliver() {
        campaign(1, "ACTIVE", null, LONG_AGO, null);
        adSet(11, 1, "ACTIVE", daily("60"));
        adSet(12, 1, "ACTIVE", daily("40"));
        adSet(13, 1, "PAUSED", daily("900"));
        campaign(2, "ACTIVE", daily("10"), LONG_AGO, null);
        adSet(21, 2, "ACTIVE", null);
        Part unread = part(Depth.WHOLE);
        spend(unread, 1, "80", TODAY);
        assertThat(why(unread, 1)).as("days of its ad sets are missing").isEqualTo(Pace.Why.UNREAD);
        Part part = part(Depth.WHOLE);
        spend(part, 1, "80", TODAY);
        spend(part, 11, "80", TODAY);
        assertThat(pacing(part, 1)).as("one spent nothing, and that counts").isEqualByComparingTo("80");
        assertThat(why(part, 21)).isEqualTo(Pace.Why.ELSEWHERE);
    }

    @Test
    void itIsSortedFilteredExportedAndTotalledWithinOneCurrency() {
        campaign(1, "ACTIVE", daily("100"), LONG_AGO, null);
        campaign(2, "ACTIVE", daily("100"), LONG_AGO, null);
        campaign(3, "PAUSED", daily("100"), LONG_AGO, null);
        for (int i = 1; i <= 3; i++) {
            adSet(i * 10, i, "ACTIVE", null);
        }
        Part part = part(Depth.WHOLE);
        spend(part, 1, "90", TODAY);
        spend(part, 2, "130", TODAY);
        spend(part, 3, "500", TODAY);
        TableContent sorted = content(part, View.FIRST.sorted(Column.PACING, true));
        assertThat(sorted.rows()).extracting(CampaignRow::name).containsExactly("C2", "C1", "C3");
        assertThat(sorted.totals().pacing().get(Samples.EUR).percent()).as("a ratio of sums")
                .isEqualByComparingTo("110");
        TableContent over = content(part, View.FIRST.filtered(
                Filter.NONE.and(new Condition(Column.PACING, Condition.Test.OVER, "115", false))));
        assertThat(over.rows()).extracting(CampaignRow::name).containsExactly("C2");
        assertThat(new Condition(Column.PACING, Condition.Test.OVER, "115", false).words())
                .isEqualTo("Pacing over 115");
        SheetText text = new SheetText(new Formats(Locale.UK), false);
        assertThat(text.cells(sorted.rows().getFirst(), List.of(Column.NAME, Column.PACING)))
                .startsWith("C2", new BigDecimal("130.0"));
        assertThat(text.heads(List.of(Column.PACING))).startsWith("Pacing %");
    }

    @Test
    void whatIsKnownWithAdSetsAloneIsNotToldBefore() {
        campaign(1, "ACTIVE", daily("100"), LONG_AGO, null);
        Part part = part(Depth.CAMPAIGNS);
        spend(part, 1, "90", TODAY);
        assertThat(content(part, View.FIRST).totals().settled()).isFalse();
        assertThat(content(part, View.FIRST).rows().getFirst().settled()).isFalse();
    }

    @Test
    void eachLevelHasItsOwnReadyMadeSetsAndKeepsItsColumns() {
        assertThat(Layout.Preset.PERFORMANCE.layout().columns()).containsSubsequence(Column.SPEND, Column.PACING);
        assertThat(Layout.Preset.PERFORMANCE.layout(Level.AD_SET).columns()).contains(Column.END, Column.PACING)
                .doesNotContain(Column.OBJECTIVE);
        assertThat(Layout.Preset.PERFORMANCE.layout(Level.AD).columns()).contains(Column.HOOK, Column.ENGAGEMENTS)
                .doesNotContain(Column.BUDGET, Column.PACING, Column.BID, Column.OBJECTIVE);
        LevelLayouts layouts = new LevelLayouts();
        View ads = layouts.shaped(View.FIRST.laidOut(Layout.Preset.BUDGETS.layout()), View.Shape.ADS);
        assertThat(ads.layout()).isEqualTo(Layout.Preset.BUDGETS.layout(Level.AD));
        View back = layouts.shaped(ads.laidOut(Layout.Preset.VIDEO.layout(Level.AD)), View.Shape.TREE);
        assertThat(back.layout()).isEqualTo(Layout.Preset.BUDGETS.layout());
        assertThat(layouts.shaped(back, View.Shape.ADS).layout()).isEqualTo(Layout.Preset.VIDEO.layout(Level.AD));
        Layout own = Layout.FIRST.with(Column.ID, true);
        assertThat(new LevelLayouts().shaped(View.FIRST.laidOut(own), View.Shape.AD_SETS).layout())
                .as("columns of one's own go along").isEqualTo(own);
    }

    private TableContent content(Part part, View view) {
        return new TableBuilder(new Sheet(List.of(part)), Switches.NONE, Map.of(), Map.of(), new Formats(Locale.UK),
                new Order.Ranks(new Alphabet())).content(view);
    }

    private static BigDecimal pacing(Part part, int number) {
        return part.pace(part.row(id(number))).pacing().percent();
    }

    private static Pace.Why why(Part part, int number) {
        return part.pace(part.row(id(number))).why();
    }

    private Part part(Depth depth) {
        return Part.of(new Frame(Samples.NORDLYS, Samples.WEBSHOP, RANGE, null),
                new Stamped<>(new AdStructure(campaigns, adSets, List.of()), Samples.NOW, false), depth, Samples.NOW,
                Samples.NOW, null);
    }

    /// The same on each day of the range to the last one.
    private static void spend(Part part, int number, String each, LocalDate last) {
        RANGE.eachDay().stream().filter(day -> !day.isAfter(last)).forEach(day -> part.figures().add(
                part.row(id(number)), day, new DayFigures(1000, 10, 5, DayFigures.millionths(new BigDecimal(each)), 0,
                        0, 0, 0, Engagement.NONE)));
    }

    private static Budget daily(String amount) {
        return new Budget(Budget.Kind.DAILY, Money.of(amount, Samples.EUR));
    }

    private static Instant midnight(int daysAgo) {
        return TODAY.minusDays(daysAgo).atStartOfDay(Samples.WEBSHOP.zone()).toInstant();
    }

    private static String id(int number) {
        return "12000000000" + (1000 + number);
    }

    private void campaign(int number, String status, @Nullable Budget budget, Instant start, @Nullable Instant end) {
        campaigns.add(new Campaign(new GraphId(id(number)), "C" + number, Objective.SALES, new Status(status),
                new EffectiveStatus(status), budget, BidStrategy.LOWEST_COST_WITHOUT_CAP, List.of(), start, end, start,
                start, List.of()));
        if (budget != null) {
            adSet(number * 10, number, "ACTIVE", null);
        }
    }

    private void adSet(int number, int campaign, String status, @Nullable Budget budget) {
        if (adSets.stream().anyMatch(known -> known.id().value().equals(id(number)))) {
            return;
        }
        adSets.add(new AdSet(new GraphId(id(number)), new GraphId(id(campaign)), "S" + number, new Status(status),
                new EffectiveStatus(status), budget, null, null, "OFFSITE_CONVERSIONS", "IMPRESSIONS", LONG_AGO, null,
                LONG_AGO, LONG_AGO, null, List.of()));
    }
}
