package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.Viewing;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Pacing;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Sorts row numbers by a column, both ways. Every value becomes a number first, so that sorting compares nothing but
/// numbers. Rows that are equal stay as they were, and whatever has no value comes last in both directions, for "—" is
/// neither large nor small; but drafts of new objects that have none come first.
final class Order {

    private static final double MILLION = 1_000_000;
    private static final int FEW = 64;

    private final Sheet sheet;
    private final RowMaker maker;
    private final Column column;
    private final boolean descending;
    private final @Nullable Order second;
    private final Ranks ranks;

    /// The places of texts among each other, which cost most and change only with the rows: by column, for the levels that
    /// were asked for.
    static final class Ranks {

        private record Of(Column column, Level level) {
        }

        private final Map<Of, double[]> known = new ConcurrentHashMap<>();
        private final Alphabet alphabet;

        Ranks(Alphabet alphabet) {
            this.alphabet = alphabet;
        }

        /// Those of other rows, of which none is known yet.
        Ranks ofOtherRows() {
            return new Ranks(alphabet);
        }
    }

    /// As a view wants it, with the second key where there is one.
    static Order of(View view, Sheet sheet, RowMaker maker, Ranks ranks) {
        View.Then then = view.then();
        Order second = then == null ? null : new Order(sheet, maker, then.column(), then.descending(), ranks, null);
        return new Order(sheet, maker, view.sort(), view.descending(), ranks, second);
    }

    private Order(Sheet sheet, RowMaker maker, Column column, boolean descending, Ranks ranks,
            @Nullable Order second) {
        this.second = second;
        this.ranks = ranks;
        this.sheet = sheet;
        this.maker = maker;
        this.column = column;
        this.descending = descending;
    }

    /// @return the same rows in order
    int[] sort(int[] unsorted) {
        // Equal rows stay as they were, so the second key goes first.
        int[] rows = second == null ? unsorted : second.sort(unsorted);
        double[] keys = isText() ? knownRanks(rows) : numbers(rows);
        int[] places = new int[rows.length];
        int valued = 0;
        for (int i = 0; i < rows.length; i++) {
            if (!Double.isNaN(keys[i])) {
                if (descending) {
                    keys[i] = -keys[i];
                }
                places[valued++] = i;
            }
        }
        int last = valued;
        for (int i = 0; i < rows.length; i++) {
            if (Double.isNaN(keys[i])) {
                places[last++] = i;
            }
        }
        merge(places, keys, valued);
        int[] sorted = new int[rows.length];
        int next = 0;
        // What is new and has no value yet is what somebody works on.
        for (int i = valued; i < rows.length; i++) {
            if (isNew(rows[places[i]])) {
                sorted[next++] = rows[places[i]];
            }
        }
        for (int i = 0; i < rows.length; i++) {
            if (i < valued || !isNew(rows[places[i]])) {
                sorted[next++] = rows[places[i]];
            }
        }
        return sorted;
    }

    private boolean isNew(int row) {
        return sheet.part(row).isNew(sheet.local(row));
    }

    /// Stable and without boxing: the first `count` places by their keys.
    private static void merge(int[] places, double[] keys, int count) {
        int[] from = places;
        int[] to = Arrays.copyOf(places, places.length);
        for (int width = 1; width < count; width *= 2) {
            for (int start = 0; start < count; start += 2 * width) {
                int middle = Math.min(start + width, count);
                int end = Math.min(start + 2 * width, count);
                int left = start;
                int right = middle;
                for (int next = start; next < end; next++) {
                    if (left < middle && (right >= end || keys[from[left]] <= keys[from[right]])) {
                        to[next] = from[left++];
                    } else {
                        to[next] = from[right++];
                    }
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        if (from != places) {
            System.arraycopy(from, 0, places, 0, count);
        }
    }

    private boolean isText() {
        return column.metric() == null && switch (column) {
            case ON, BUDGET, CAP, PACING, START, END -> false;
            default -> true;
        };
    }

    private double[] numbers(int[] rows) {
        double[] keys = new double[rows.length];
        Metric metric = column.metric();
        for (int i = 0; i < rows.length; i++) {
            Part part = sheet.part(rows[i]);
            int local = sheet.local(rows[i]);
            keys[i] = metric != null ? figure(part, local, metric) : plain(part, local);
        }
        return keys;
    }

    private double plain(Part part, int local) {
        return switch (column) {
            case ON -> part.subject(local).status().isOn() ? 0 : 1;
            case BUDGET -> {
                Money amount = RowMaker.budget(part, local).amount();
                yield amount == null ? Double.NaN : amount.amount().doubleValue();
            }
            case CAP -> {
                Money cap = part.level(local) == Level.CAMPAIGN ? part.campaign(local).spendCap() : null;
                yield cap == null ? Double.NaN : cap.amount().doubleValue();
            }
            case PACING -> pacing(part, local);
            case START -> instant(Schedule.start(part, local));
            case END -> instant(Schedule.end(part, local));
            default -> Double.NaN;
        };
    }

    /// In percent, NaN where it is not known.
    static double pacing(Part part, int local) {
        Pacing pacing = part.pace(local).pacing();
        return pacing == null ? Double.NaN : pacing.percent().doubleValue();
    }

    private static double instant(@Nullable Instant at) {
        return at == null ? Double.NaN : at.getEpochSecond();
    }

    /// A figure as a number for comparing; NaN where it has no value.
    static double figure(Part part, int local, Metric metric) {
        FigureColumns figures = part.figures();
        if (!figures.has(local)) {
            return Double.NaN;
        }
        return switch (metric) {
            case SPEND -> figures.get(FigureColumns.SPEND, local) / MILLION;
            case IMPRESSIONS -> figures.get(FigureColumns.IMPRESSIONS, local);
            case CLICKS -> figures.get(FigureColumns.CLICKS, local);
            case LINK_CLICKS -> figures.get(FigureColumns.LINK_CLICKS, local);
            case CONVERSIONS -> results(part, local) / MILLION;
            case CONVERSION_VALUE -> figures.get(FigureColumns.PURCHASE_VALUE, local) / MILLION;
            case CPA -> ratio(figures.get(FigureColumns.SPEND, local), results(part, local));
            case ROAS -> ratio(figures.get(FigureColumns.PURCHASE_VALUE, local),
                    figures.get(FigureColumns.SPEND, local));
            case CTR_ALL -> ratio(figures.get(FigureColumns.CLICKS, local) * 100.0,
                    figures.get(FigureColumns.IMPRESSIONS, local));
            case CTR_LINK -> ratio(figures.get(FigureColumns.LINK_CLICKS, local) * 100.0,
                    figures.get(FigureColumns.IMPRESSIONS, local));
            case CPC_ALL -> ratio(figures.get(FigureColumns.SPEND, local) / MILLION,
                    figures.get(FigureColumns.CLICKS, local));
            case CPC_LINK -> ratio(figures.get(FigureColumns.SPEND, local) / MILLION,
                    figures.get(FigureColumns.LINK_CLICKS, local));
            case CPM -> ratio(figures.get(FigureColumns.SPEND, local) / MILLION * 1000,
                    figures.get(FigureColumns.IMPRESSIONS, local));
            case ENGAGEMENTS -> figures.get(FigureColumns.ENGAGED, local);
            case REACTIONS -> figures.get(FigureColumns.ENGAGED + 1, local);
            case COMMENTS -> figures.get(FigureColumns.ENGAGED + 2, local);
            case SHARES -> figures.get(FigureColumns.ENGAGED + 3, local);
            case SAVES -> figures.get(FigureColumns.ENGAGED + 4, local);
            case VIDEO_VIEWS -> figures.get(FigureColumns.VIEWS, local);
            case HOOK_RATE -> ratio(figures.get(FigureColumns.VIEWS, local) * 100.0,
                    figures.get(FigureColumns.IMPRESSIONS, local));
            default -> viewed(part.viewing(local), figures.get(FigureColumns.SPEND, local) / MILLION,
                    figures.get(FigureColumns.VIEWS, local), metric);
        };
    }

    private static double results(Part part, int local) {
        boolean bought = part.family(local) == ConversionFamily.PURCHASE;
        return part.figures().get(bought ? FigureColumns.PURCHASES : FigureColumns.RESULTS, local);
    }

    /// What is asked for the whole range.
    private static double viewed(@Nullable Viewing viewing, double spend, double views, Metric metric) {
        if (viewing == null) {
            return Double.NaN;
        }
        double people = viewing.reach() == null ? Double.NaN : viewing.reach();
        return switch (metric) {
            case REACH -> people;
            case FREQUENCY -> ratio(viewing.impressions(), people);
            case THRUPLAYS -> viewing.thruplays();
            case HOLD_RATE -> ratio(viewing.thruplays() * 100.0, views);
            case COST_PER_THRUPLAY -> ratio(spend, viewing.thruplays());
            case VIDEO_P25 -> viewing.p25();
            case VIDEO_P50 -> viewing.p50();
            case VIDEO_P75 -> viewing.p75();
            case VIDEO_P95 -> viewing.p95();
            case VIDEO_P100 -> viewing.p100();
            default -> Double.NaN;
        };
    }

    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }

    /// Few rows are ranked among themselves; many by ranks of their whole level, which are kept.
    private double[] knownRanks(int[] rows) {
        if (rows.length < FEW) {
            return places(rows, new Alphabet());
        }
        double[] all = knownRanks(sheet.part(rows[0]).level(sheet.local(rows[0])));
        double[] keys = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keys[i] = all[rows[i]];
        }
        return keys;
    }

    /// By number of the row.
    private double[] knownRanks(Level level) {
        return ranks.known.computeIfAbsent(new Ranks.Of(column, level), _ -> {
            int[] rows = sheet.level(level);
            double[] places = places(rows, ranks.alphabet);
            double[] byRow = new double[sheet.size()];
            for (int i = 0; i < rows.length; i++) {
                byRow[rows[i]] = places[i];
            }
            return byRow;
        });
    }

    /// Makes ready for sorting many rows of a level by this column.
    void prepare(Level level) {
        if (isText()) {
            knownRanks(level);
        }
    }

    private double[] places(int[] rows, Alphabet alphabet) {
        String[] words = Arrays.stream(rows).mapToObj(this::text).toArray(String[]::new);
        return column == Column.ID ? numbered(words) : alphabet.places(words);
    }

    /// Ids are numbers that exceed what is exact as a double; shorter ones come first.
    private static double[] numbered(String[] ids) {
        String[] sorted = ids.clone();
        Arrays.sort(sorted, Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        Map<String, Double> places = HashMap.newHashMap(sorted.length);
        for (int i = 0; i < sorted.length; i++) {
            places.putIfAbsent(sorted[i], (double) i);
        }
        return Arrays.stream(ids).mapToDouble(id -> places.getOrDefault(id, Double.NaN)).toArray();
    }

    private String text(int row) {
        return column == Column.BID ? maker.bidOf(row) : text(column, sheet.part(row), sheet.local(row));
    }

    /// What a column of words says of a row, empty where it says nothing.
    static String text(Column column, Part part, int local) {
        return switch (column) {
            case TENANT -> part.frame().tenant().name();
            case ACCOUNT -> part.frame().account().name();
            case DELIVERY -> part.state(local).label();
            case OBJECTIVE -> part.level(local) == Level.CAMPAIGN
                    ? Words.objective(part.campaign(local).objective())
                    : "";
            case ID -> part.id(local).value();
            default -> part.name(local);
        };
    }
}
