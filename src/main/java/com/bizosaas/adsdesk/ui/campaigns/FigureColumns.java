package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.Viewing;
import com.bizosaas.adsdesk.domain.metrics.Engagement;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// The figures of an account's rows over some days, in columns: most rows deliver nothing and take four bytes. Filled on
/// one thread, then only read.
final class FigureColumns {

    static final int IMPRESSIONS = 0;
    static final int CLICKS = 1;
    static final int LINK_CLICKS = 2;
    static final int SPEND = 3;
    static final int PURCHASES = 4;
    static final int PURCHASE_VALUE = 5;
    static final int RESULTS = 6;
    static final int RESULT_VALUE = 7;
    static final int DAYS = 8;
    /// The first of six, in the order of [Engagement].
    static final int ENGAGED = 9;
    static final int VIEWS = 14;
    /// Spend on the days that the row's budget is paced by.
    static final int PACED = 15;
    static final int WIDTH = 16;

    private final DateRange range;
    private final @Nullable DateRange bars;
    /// By row, one more than the place in the columns; 0 for a row without figures.
    private final int[] slots;
    private final Paced paced;
    /// By place, the first day that its budget is paced by.
    private long[] pacedFrom;
    private long[][] sums;
    private long[] barSums;
    private final int barDays;
    private int size;

    /// The days that budgets are paced by, as days since 1970.
    ///
    /// @param until the last for all rows
    /// @param from the first of a row
    record Paced(long until, IntToLongFunction from) {

        static final Paced NEVER = new Paced(Long.MIN_VALUE, _ -> Long.MAX_VALUE);
    }

    /// @param bars days whose spend is kept day by day, null for none
    FigureColumns(int rows, DateRange range, @Nullable DateRange bars, Paced paced) {
        this.range = range;
        this.bars = bars;
        this.paced = paced;
        this.slots = new int[rows];
        this.pacedFrom = new long[16];
        this.sums = new long[WIDTH][16];
        this.barSums = new long[0];
        this.barDays = bars == null ? 0 : Math.toIntExact(bars.days());
    }

    private FigureColumns(FigureColumns same, int[] slots) {
        this.range = same.range;
        this.bars = same.bars;
        this.slots = slots;
        this.paced = same.paced;
        this.pacedFrom = same.pacedFrom;
        this.sums = same.sums;
        this.barSums = same.barSums;
        this.barDays = same.barDays;
        this.size = same.size;
    }

    /// The same figures of rows that have other numbers now; neither can be added to from here on.
    ///
    /// @param former the number each row had, negative for one that was not there
    FigureColumns renumbered(int rows, IntUnaryOperator former) {
        int[] now = new int[slots.length == 0 ? 0 : rows];
        for (int row = 0; row < now.length; row++) {
            int was = former.applyAsInt(row);
            now[row] = was < 0 ? 0 : slots[was];
        }
        return new FigureColumns(this, now);
    }

    void add(int row, LocalDate day, DayFigures figures) {
        boolean inRange = range.contains(day);
        DateRange shown = bars;
        boolean inBars = shown != null && shown.contains(day);
        if (!inRange && !inBars) {
            return;
        }
        int slot = slot(row);
        if (inRange) {
            sums[IMPRESSIONS][slot] += figures.impressions();
            sums[CLICKS][slot] += figures.clicks();
            sums[LINK_CLICKS][slot] += figures.linkClicks();
            sums[SPEND][slot] += figures.spend();
            sums[PURCHASES][slot] += figures.purchases();
            sums[PURCHASE_VALUE][slot] += figures.purchaseValue();
            sums[RESULTS][slot] += figures.results();
            sums[RESULT_VALUE][slot] += figures.resultValue();
            sums[DAYS][slot]++;
            long at = day.toEpochDay();
            if (at <= paced.until && at >= pacedFrom[slot]) {
                sums[PACED][slot] += figures.spend();
            }
            add(slot, figures.engagement());
        }
        if (shown != null && inBars) {
            barSums[slot * barDays + Math.toIntExact(day.toEpochDay() - shown.since().toEpochDay())] += figures.spend();
        }
    }

    private void add(int slot, Engagement engaged) {
        if (!engaged.equals(Engagement.NONE)) {
            sums[ENGAGED][slot] += engaged.engagements();
            sums[ENGAGED + 1][slot] += engaged.reactions();
            sums[ENGAGED + 2][slot] += engaged.comments();
            sums[ENGAGED + 3][slot] += engaged.shares();
            sums[ENGAGED + 4][slot] += engaged.saves();
            sums[VIEWS][slot] += engaged.views();
        }
    }

    private int slot(int row) {
        if (slots[row] > 0) {
            return slots[row] - 1;
        }
        if (size == sums[0].length) {
            for (int column = 0; column < WIDTH; column++) {
                sums[column] = Arrays.copyOf(sums[column], size * 2);
            }
            pacedFrom = Arrays.copyOf(pacedFrom, size * 2);
        }
        pacedFrom[size] = paced.from.applyAsLong(row);
        size++;
        if (barSums.length < size * barDays) {
            barSums = Arrays.copyOf(barSums, sums[0].length * barDays);
        }
        slots[row] = size;
        return size - 1;
    }

    /// Whether anything was reported of the row in the range.
    boolean has(int row) {
        return slots[row] > 0 && sums[DAYS][slots[row] - 1] > 0;
    }

    long get(int column, int row) {
        return slots[row] == 0 ? 0 : sums[column][slots[row] - 1];
    }

    /// Adds a row to sums of several, for a total.
    void addTo(long[] total, int row) {
        if (has(row)) {
            for (int column = 0; column < WIDTH; column++) {
                total[column] += sums[column][slots[row] - 1];
            }
        }
    }

    /// Adds the bars of a row to those of several; answers whether it has any.
    boolean addBarsTo(long[] total, int row) {
        if (slots[row] == 0) {
            return false;
        }
        for (int day = 0; day < barDays; day++) {
            total[day] += barSums[(slots[row] - 1) * barDays + day];
        }
        return true;
    }

    /// Spend of each day in major units, zero on days without delivery; empty if nothing was reported on any of them.
    List<BigDecimal> bars(int row) {
        long[] days = new long[barDays];
        return addBarsTo(days, row) ? decimals(days) : List.of();
    }

    /// Null where nothing was reported in the range: unknown is not zero.
    @Nullable
    Totals totals(int row, Conversion family, @Nullable Viewing viewing) {
        if (!has(row)) {
            return null;
        }
        long[] one = new long[WIDTH];
        addTo(one, row);
        return totals(one, family, viewing);
    }

    static @Nullable Totals totals(long[] sums, Conversion family, @Nullable Viewing viewing) {
        if (sums[DAYS] == 0) {
            return null;
        }
        boolean bought = family == ConversionFamily.PURCHASE;
        return new Totals(Math.toIntExact(sums[DAYS]), sums[IMPRESSIONS], sums[CLICKS], sums[LINK_CLICKS], 0,
                DayFigures.decimal(sums[SPEND]), DayFigures.decimal(sums[bought ? PURCHASES : RESULTS]),
                DayFigures.decimal(sums[bought ? PURCHASE_VALUE : RESULT_VALUE]), null, Map.of(),
                Engagement.of(Arrays.copyOfRange(sums, ENGAGED, PACED)), viewing);
    }

    static List<BigDecimal> decimals(long[] days) {
        return Arrays.stream(days).mapToObj(DayFigures::decimal).toList();
    }
}
