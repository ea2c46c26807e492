package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Values by `action_type` in a tenth of the memory of other maps: rows share their lists of types, and a value is a number
/// until somebody asks for it. A morning's sync holds thousands of such rows at a time. Immutable.
public final class Counts extends AbstractMap<String, BigDecimal> {

    /// Takes a value as `unscaled × 10^-scale`.
    @FunctionalInterface
    public interface Visitor {
        void take(String type, long unscaled, int scale);
    }

    /// Digits that always fit a long.
    private static final int DIGITS = 18;
    private static final int SLOTS = 256;
    private static final AtomicReferenceArray<String[]> KNOWN = new AtomicReferenceArray<>(SLOTS);

    private final String[] types;
    private final long[] values;
    private final byte[] scales;

    private Counts(String[] types, long[] values, byte[] scales) {
        this.types = types;
        this.values = values;
        this.scales = scales;
    }

    /// The same values in this form; numbers that are too large for it are kept as they are.
    static Map<String, BigDecimal> of(Map<String, BigDecimal> map) {
        if (map instanceof Counts counts) {
            return counts;
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

    /// Hands the values over one by one, without an object of each.
    public void each(Visitor visitor) {
        for (int i = 0; i < types.length; i++) {
            visitor.take(types[i], values[i], scales[i]);
        }
    }

    @Override
    public int size() {
        return types.length;
    }

    @Override
    public @Nullable BigDecimal get(@Nullable Object type) {
        for (int i = 0; i < types.length; i++) {
            if (types[i].equals(type)) {
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
        for (int i = 0; i < types.length; i++) {
            action.accept(types[i], value(i));
        }
    }

    @Override
    public Set<Map.Entry<String, BigDecimal>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return types.length;
            }

            @Override
            public Iterator<Map.Entry<String, BigDecimal>> iterator() {
                return new Iterator<>() {
                    private int at;

                    @Override
                    public boolean hasNext() {
                        return at < types.length;
                    }

                    @Override
                    public Map.Entry<String, BigDecimal> next() {
                        if (at == types.length) {
                            throw new NoSuchElementException();
                        }
                        Map.Entry<String, BigDecimal> entry = Map.entry(types[at], value(at));
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

    /// Collects values; those of the same type are added up.
    public static final class Builder {

        private static final int USUAL = 24;

        private String[] types = new String[USUAL];
        private long[] values = new long[USUAL];
        private byte[] scales = new byte[USUAL];
        private int size;
        private @Nullable Map<String, BigDecimal> large;

        /// Adds `unscaled × 10^-scale`.
        public Builder put(String type, long unscaled, int scale) {
            if (large != null || scale != (byte) scale) {
                return put(type, BigDecimal.valueOf(unscaled, scale));
            }
            for (int i = 0; i < size; i++) {
                if (types[i].equals(type)) {
                    return put(type, BigDecimal.valueOf(unscaled, scale));
                }
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

        public Map<String, BigDecimal> build() {
            if (large != null) {
                return Counts.of(large);
            }
            return new Counts(shared(types, size), Arrays.copyOf(values, size), Arrays.copyOf(scales, size));
        }

        /// One array for all rows with these types in this order: the last such array in its slot is kept.
        private static String[] shared(String[] types, int size) {
            int hash = size;
            for (int i = 0; i < size; i++) {
                hash = hash * 31 + types[i].hashCode();
            }
            int slot = (hash ^ hash >>> 15) & SLOTS - 1;
            String[] known = KNOWN.getAcquire(slot);
            if (known != null && Arrays.equals(known, 0, known.length, types, 0, size)) {
                return known;
            }
            String[] own = Arrays.copyOf(types, size);
            KNOWN.setRelease(slot, own);
            return own;
        }
    }
}
