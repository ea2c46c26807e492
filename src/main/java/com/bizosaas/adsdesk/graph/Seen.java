package com.bizosaas.adsdesk.graph;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/// Tells which rows of a list came before. Most keys are numbers, of which a hundred thousand take two megabytes; any other
/// object may be a key as well.
///
/// Not thread-safe.
final class Seen {

    /// Digits that fit a long.
    private static final int DIGITS = 18;
    /// Spreads bits; an odd number, so that no two numbers become one.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Set<Object> others = new HashSet<>();
    private long[] slots = new long[64];
    private int used;
    private boolean zero;

    /// The key of an object: its id as a number. Ids of more than 18 digits, which Facebook does not give, are mixed down to
    /// 64 bits.
    static Long key(String id) {
        long number = 0;
        boolean plain = !id.isEmpty() && id.length() <= DIGITS && id.charAt(0) != '0';
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            plain &= c >= '0' && c <= '9';
            number = plain ? number * 10 + (c - '0') : mixed(number * 31 + c);
        }
        return number;
    }

    /// The key of an object's day, mixed down to 64 bits: among a million rows two that differ look alike once in thirty
    /// million readings.
    static Long key(String id, LocalDate day) {
        return mixed(mixed(key(id)) + day.toEpochDay());
    }

    private static long mixed(long number) {
        long mixed = number * SPREAD;
        return (mixed ^ mixed >>> 32) * SPREAD;
    }

    /// @return false if it came before
    boolean add(Object key) {
        if (!(key instanceof Long number)) {
            return others.add(key);
        }
        long value = number;
        if (value == 0) {
            boolean first = !zero;
            zero = true;
            return first;
        }
        if (used * 2 >= slots.length) {
            grow();
        }
        return put(slots, value);
    }

    private boolean put(long[] into, long value) {
        int mask = into.length - 1;
        int slot = (int) (mixed(value) >>> 32) & mask;
        while (into[slot] != 0) {
            if (into[slot] == value) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        into[slot] = value;
        used++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        used = 0;
        for (long value : slots) {
            if (value != 0) {
                put(larger, value);
            }
        }
        slots = larger;
    }
}
