package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.metrics.Engagement;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Conversion.Place;
import com.bizosaas.adsdesk.domain.metrics.Conversion.Tier;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Counts;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.FigureSink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The facts of one level on one day as bytes: a tenth of the JSON's time to write and to read, and a table can add
/// them up without making a fact of each. A row says what its actions are by the number of a list of types, which the
/// first row with that list brings.
final class FactPack {

    /// First byte of this format; deflated JSON, which older stores hold, begins otherwise.
    private static final byte FORMAT = 2;
    /// With types in each row and the number of rows in front.
    private static final byte FIRST_FORMAT = 1;

    private static final long MILLION = 1_000_000;

    private FactPack() {
    }

    static boolean holds(byte[] body) {
        return body.length > 0 && (body[0] == FORMAT || body[0] == FIRST_FORMAT);
    }

    static byte[] pack(List<DailyFact> facts) {
        Writer writer = new Writer();
        facts.forEach(writer::add);
        return writer.packed();
    }

    /// Packs facts one by one. Not thread-safe.
    static final class Writer {

        private final PackWriter out = new PackWriter();
        private final Map<List<String>, Integer> lists = new IdentityHashMap<>();
        private int count;

        void add(DailyFact fact) {
            Facts of = fact.facts();
            out.id(fact.objectId());
            out.number(of.impressions()).number(of.clicks()).number(of.linkClicks()).number(of.outboundClicks());
            out.decimal(of.spend());
            out.number(of.reach() == null ? -1 : of.reach());
            map(of.actions());
            map(of.actionValues());
            count++;
        }

        private void map(Map<String, BigDecimal> values) {
            if (values instanceof Counts counts) {
                Integer known = lists.putIfAbsent(counts.types(), lists.size() + 1);
                if (known == null) {
                    types(counts.types());
                } else {
                    out.number(known);
                }
                for (int i = 0; i < counts.size(); i++) {
                    out.decimal(counts.unscaled(i), counts.scale(i));
                }
            } else {
                List<String> types = List.copyOf(values.keySet());
                lists.put(types, lists.size() + 1);
                types(types);
                types.forEach(type -> out.decimal(Objects.requireNonNull(values.get(type))));
            }
        }

        private void types(List<String> types) {
            out.number(0).number(types.size());
            types.forEach(out::word);
        }

        int count() {
            return count;
        }

        byte[] packed() {
            return out.id(null).packed(FORMAT);
        }
    }

    static List<DailyFact> facts(byte[] body, Level level, LocalDate day) {
        Rows in = new Rows(body);
        List<DailyFact> facts = new ArrayList<>();
        for (String id = in.next(); id != null; id = in.next()) {
            long impressions = in.pack.number();
            long clicks = in.pack.number();
            long linkClicks = in.pack.number();
            long outboundClicks = in.pack.number();
            BigDecimal spend = in.pack.decimal();
            long reach = in.pack.number();
            facts.add(new DailyFact(level, id, day, new Facts(impressions, clicks, linkClicks, outboundClicks, spend,
                    reach < 0 ? null : reach, map(in), map(in))));
        }
        return facts;
    }

    private static Map<String, BigDecimal> map(Rows in) {
        int count = in.list();
        Map<String, BigDecimal> values = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            values.put(in.type(i), in.pack.decimal());
        }
        return values;
    }

    /// Goes through the rows of either format.
    private static final class Rows {

        private final PackReader pack;
        private final List<List<String>> lists = new ArrayList<>();
        private final boolean first;
        /// By list of types, where each counts.
        private final List<Plan> plans = new ArrayList<>();
        private List<String> types = List.of();
        private int left;
        private int list;

        Rows(byte[] body) {
            pack = new PackReader(body);
            first = body[0] == FIRST_FORMAT;
            left = first ? pack.count() : Integer.MAX_VALUE;
        }

        /// The id of the next row, null at the end.
        @Nullable
        String next() {
            return left-- > 0 ? pack.idOrNull() : null;
        }

        /// Begins a row's actions.
        ///
        /// @return how many there are
        int list() {
            if (first) {
                return pack.count();
            }
            int known = pack.count();
            if (known > 0) {
                list = known - 1;
                types = lists.get(list);
            } else {
                types = new ArrayList<>();
                for (int size = pack.count(); size > 0; size--) {
                    types.add(pack.word());
                }
                list = lists.size();
                lists.add(types);
            }
            return types.size();
        }

        /// Where the types of the list that was begun count: looked up once for all rows that share it.
        Plan plan(Counter purchases, Counter results) {
            while (plans.size() <= list) {
                plans.add(Plan.of(lists.get(plans.size()), purchases, results));
            }
            return plans.get(list);
        }

        /// The type of the next action; its value follows.
        String type(int at) {
            return first ? pack.word() : types.get(at);
        }
    }

    /// @param other what counts beside purchases
    static void figures(byte[] body, LocalDate day, Conversion other, FigureSink sink) {
        Rows in = new Rows(body);
        Counter purchases = new Counter(ConversionFamily.PURCHASE);
        Counter results = new Counter(other);
        Engaged engaged = new Engaged();
        for (String id = in.next(); id != null; id = in.next()) {
            long impressions = in.pack.number();
            long clicks = in.pack.number();
            long linkClicks = in.pack.number();
            in.pack.number();
            long spend = in.pack.millionths();
            in.pack.number();
            count(in, purchases, results, engaged);
            Engagement engagement = engaged.take();
            long purchased = purchases.take();
            long resulted = results.take();
            count(in, purchases, results, null);
            sink.add(id, day,
                    new DayFigures(impressions, clicks, linkClicks, spend, purchased, purchases.take(), resulted,
                            results.take(), engagement));
        }
    }

    private static void count(Rows in, Counter purchases, Counter results, @Nullable Engaged engaged) {
        int count = in.list();
        Plan plan = in.first ? null : in.plan(purchases, results);
        for (int i = 0; i < count; i++) {
            if (plan != null) {
                long value = in.pack.millionths();
                purchases.count(plan.purchases[i], value);
                results.count(plan.results[i], value);
                if (engaged != null) {
                    engaged.count(plan.engaged[i], value);
                }
            } else {
                String type = in.type(i);
                long value = in.pack.millionths();
                purchases.count(purchases.place(type), value);
                results.count(results.place(type), value);
                if (engaged != null) {
                    engaged.count(Engagement.TYPES.indexOf(type), value);
                }
            }
        }
    }

    /// Where each type of a list counts.
    private record Plan(Place[] purchases, Place[] results, int[] engaged) {

        static Plan of(List<String> types, Counter purchases, Counter results) {
            return new Plan(types.stream().map(purchases::place).toArray(Place[]::new),
                    types.stream().map(results::place).toArray(Place[]::new),
                    types.stream().mapToInt(Engagement.TYPES::indexOf).toArray());
        }
    }

    /// Counts what people did with the posts, row by row.
    private static final class Engaged {

        private final long[] counts = new long[Engagement.TYPES.size()];

        /// @param place among the types, negative for another
        void count(int place, long millionths) {
            if (place >= 0) {
                counts[place] = millionths / MILLION;
            }
        }

        Engagement take() {
            Engagement taken = Engagement.of(counts);
            Arrays.fill(counts, 0);
            return taken;
        }
    }

    /// Counts row by row, as [Conversion#in] does.
    private static final class Counter {

        private static final Place NOWHERE = new Place(0, Tier.NONE);

        private final Conversion conversion;
        private final Map<String, Place> places = new HashMap<>();
        private final Tier[] best;
        private final long[] sums;

        Counter(Conversion conversion) {
            this.conversion = conversion;
            best = new Tier[conversion.groups()];
            Arrays.fill(best, Tier.NONE);
            sums = new long[best.length];
        }

        Place place(String type) {
            return places.computeIfAbsent(type,
                    unknown -> Objects.requireNonNullElse(conversion.place(unknown), NOWHERE));
        }

        void count(Place place, long value) {
            Tier tier = place.tier();
            int group = place.group();
            if (tier == Tier.NONE || tier.compareTo(best[group]) > 0) {
                return;
            }
            sums[group] = tier == best[group] && tier == Tier.LEAVES ? sums[group] + value : value;
            best[group] = tier;
        }

        long take() {
            long taken = 0;
            for (int group = 0; group < sums.length; group++) {
                taken += sums[group];
                sums[group] = 0;
                best[group] = Tier.NONE;
            }
            return taken;
        }
    }
}
