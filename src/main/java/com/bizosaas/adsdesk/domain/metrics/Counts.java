package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Values by `action_type` in a tenth of the memory of other maps: rows share their lists of types, and a value is a number
/// until somebody asks for it. A morning's sync holds thousands of such rows at a time. Immutable.
public final class Counts extends AbstractMap<String, BigDecimal> {

    /// Digits that always fit a long.
    private static final int DIGITS = 18;
    private static final int SLOTS = 1024;
    private static final AtomicReferenceArray<List<String>> KNOWN = new AtomicReferenceArray<>(SLOTS);
    private static final Counts NONE = new Counts(List.of(), new long[0], new byte[0]);

    private final List<String> types;
    private final long[] values;
    private final byte[] scales;

    private Counts(List<String> types, long[] values, byte[] scales) {
        this.types = types;
        this.values = values;
        this.scales = scales;
    }

    /// The same values in this form; numbers that are too large for it are kept as they are.
    static Map<String, BigDecimal> of(Map<String, BigDecimal> map) {
        if (map instanceof Counts counts) {
            return counts;
        }
        if (map.isEmpty()) {
            return NONE;
        }
        Builder builder = new Builder();
        for (Map.Entry<String, BigDecimal> entry : map.entrySet()) {
            BigDecimal value = entry.getValue();
            if (value.precision() > DIGITS || value.scale() != (byte) value.scale()) {
                return Map.copyOf(map);
            }
            builder.put(entry.getKey(), value.unscaledValue().longValue(), value.scale());
        }
        return builder.build();
    }

    /// In the order of the values. Rows with the same types share one list, mostly.
    public List<String> types() {
        return types;
    }

    /// A value is `unscaled × 10^-scale`.
    public long unscaled(int at) {
        return values[at];
    }

    public int scale(int at) {
        return scales[at];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public @Nullable BigDecimal get(@Nullable Object type) {
        for (int i = 0; i < values.length; i++) {
            if (types.get(i).equals(type)) {
                return value(i);
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object type) {
        return get(type) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super BigDecimal> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(types.get(i), value(i));
        }
    }

    @Override
    public Set<Map.Entry<String, BigDecimal>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Map.Entry<String, BigDecimal>> iterator() {
                return new Iterator<>() {
                    private int at;

                    @Override
                    public boolean hasNext() {
                        return at < values.length;
                    }

                    @Override
                    public Map.Entry<String, BigDecimal> next() {
                        if (at == values.length) {
                            throw new NoSuchElementException();
                        }
                        Map.Entry<String, BigDecimal> entry = Map.entry(types.get(at), value(at));
                        at++;
                        return entry;
                    }
                };
            }
        };
    }

    private BigDecimal value(int at) {
        return BigDecimal.valueOf(values[at], scales[at]);
    }

    /// Collects the values of one row after another; those of the same type are added up. Facebook lists types in the same
    /// order in every row and leaves out those of zero, so the longest row so far tells what to expect.
    ///
    /// Not thread-safe.
    public static final class Builder {

        private static final int USUAL = 24;

        private String[] types = new String[USUAL];
        private long[] values = new long[USUAL];
        private byte[] scales = new byte[USUAL];
        private int size;
        private List<String> expected = List.of();
        private int position;
        /// Whether all types so far came as expected, and so each once.
        private boolean inOrder = true;
        private @Nullable Map<String, BigDecimal> large;

        /// The types of the longest row so far.
        public List<String> expected() {
            return expected;
        }

        /// Where in them the next type is to be looked for.
        public int position() {
            return position;
        }

        /// Adds `unscaled × 10^-scale`.
        public Builder put(String type, long unscaled, int scale) {
            if (large != null || scale != (byte) scale || !isNext(type) && isHere(type)) {
                return put(type, BigDecimal.valueOf(unscaled, scale));
            }
            if (size == types.length) {
                types = Arrays.copyOf(types, size * 2);
                values = Arrays.copyOf(values, size * 2);
                scales = Arrays.copyOf(scales, size * 2);
            }
            types[size] = type;
            values[size] = unscaled;
            scales[size++] = (byte) scale;
            return this;
        }

        @SuppressWarnings({"ReferenceEquality", "StringEquality"})
        private boolean isNext(String type) {
            for (int i = position; inOrder && i < expected.size(); i++) {
                if (expected.get(i) == type) {
                    position = i + 1;
                    return true;
                }
            }
            inOrder = false;
            return false;
        }

        private boolean isHere(String type) {
            for (int i = 0; i < size; i++) {
                if (types[i].equals(type)) {
                    return true;
                }
            }
            return false;
        }

        /// Adds any value.
        public Builder put(String type, BigDecimal value) {
            if (large == null) {
                large = new LinkedHashMap<>();
                for (int i = 0; i < size; i++) {
                    large.put(types[i], BigDecimal.valueOf(values[i], scales[i]));
                }
            }
            large.merge(type, value, BigDecimal::add);
            return this;
        }

        /// The row, after which the next one begins.
        public Map<String, BigDecimal> build() {
            Map<String, BigDecimal> all = large;
            Map<String, BigDecimal> row;
            if (all != null) {
                row = Counts.of(all);
            } else if (size == 0) {
                row = NONE;
            } else {
                List<String> shared = inOrder && size == expected.size() ? expected : shared(types, size);
                row = new Counts(shared, Arrays.copyOf(values, size), Arrays.copyOf(scales, size));
                expected = size >= expected.size() ? shared : expected;
            }
            size = 0;
            position = 0;
            inOrder = true;
            large = null;
            return row;
        }

        /// One list for all rows with these types in this order: the last such list in its slot is kept.
        private static List<String> shared(String[] types, int size) {
            int hash = size;
            for (int i = 0; i < size; i++) {
                hash = hash * 31 + types[i].hashCode();
            }
            int slot = (hash ^ hash >>> 15) & SLOTS - 1;
            List<String> known = KNOWN.getAcquire(slot);
            if (known != null && isSame(known, types, size)) {
                return known;
            }
            List<String> own = List.of(Arrays.copyOf(types, size));
            KNOWN.setRelease(slot, own);
            return own;
        }

        private static boolean isSame(List<String> known, String[] types, int size) {
            if (known.size() != size) {
                return false;
            }
            for (int i = 0; i < size; i++) {
                if (!known.get(i).equals(types[i])) {
                    return false;
                }
            }
            return true;
        }
    }
}
