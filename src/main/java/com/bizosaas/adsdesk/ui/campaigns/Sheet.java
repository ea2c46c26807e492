package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of one account, or of all: its parts one after another, every row with a number of its own. A sort or filter
/// is a list of these numbers.
final class Sheet {

    static final Sheet EMPTY = new Sheet(List.of());

    private final Part[] parts;
    private final int[] starts;
    private final short[] partOf;
    private final Map<Frame.Place, Integer> places = new HashMap<>();

    Sheet(List<Part> parts) {
        this.parts = parts.toArray(new Part[0]);
        starts = new int[this.parts.length + 1];
        for (int i = 0; i < this.parts.length; i++) {
            starts[i + 1] = starts[i] + this.parts[i].size();
            places.put(this.parts[i].frame().place(), i);
        }
        partOf = new short[size()];
        for (int i = 0; i < this.parts.length; i++) {
            java.util.Arrays.fill(partOf, starts[i], starts[i + 1], (short) i);
        }
    }

    /// Whether amounts of its rows are of several currencies, with figures or without.
    boolean severalCurrencies() {
        return Arrays.stream(parts).filter(part -> part.size() > 0).map(part -> part.frame().account().currency())
                .distinct().count() > 1;
    }

    List<Part> parts() {
        return List.of(parts);
    }

    int size() {
        return starts[parts.length];
    }

    /// When the oldest of it was read, null if nothing was.
    @Nullable
    Instant asOf() {
        Instant oldest = null;
        for (Part part : parts) {
            Instant at = part.asOf();
            oldest = at != null && (oldest == null || at.isBefore(oldest)) ? at : oldest;
        }
        return oldest;
    }

    /// Whether campaigns are all that is read of it yet.
    boolean campaignsAlone() {
        return parts.length > 0 && parts[0].campaignsAlone();
    }

    /// Whether it has all that a first look needs.
    boolean holds(Depth needed) {
        return whole() || parts[0].depth() == needed;
    }

    /// Whether every part has its ads and their figures.
    boolean whole() {
        for (Part part : parts) {
            if (!part.whole()) {
                return false;
            }
        }
        return true;
    }

    /// The part a row is in.
    Part part(int row) {
        return parts[partOf[row]];
    }

    /// The number of a part's first row.
    int start(Part part) {
        return starts[places.getOrDefault(part.frame().place(), 0)];
    }

    /// The number of the row within its part.
    int local(int row) {
        return row - starts[partOf[row]];
    }

    /// The row of a number within the part of another row.
    int global(int sibling, int local) {
        return starts[partOf[sibling]] + local;
    }

    /// -1 where there is no such row (any more).
    int find(RowKey key) {
        Integer at = places.get(key.place());
        if (at == null) {
            return -1;
        }
        int local = parts[at].row(key.id());
        return local < 0 || parts[at].level(local) != key.level() ? -1 : starts[at] + local;
    }

    RowKey key(int row) {
        Part part = part(row);
        int local = local(row);
        return new RowKey(part.frame().place(), part.level(local), part.id(local));
    }

    /// The rows whose name or id contains some text.
    ///
    /// @param folded not empty, as [TextSearch#fold] makes it
    BitSet find(String folded) {
        BitSet found = new BitSet(size());
        boolean number = folded.chars().allMatch(each -> each >= '0' && each <= '9');
        for (int i = 0; i < parts.length; i++) {
            parts[i].names().find(folded, found, starts[i]);
            for (int row = 0; number && row < parts[i].size(); row++) {
                if (parts[i].id(row).value().contains(folded)) {
                    found.set(starts[i] + row);
                }
            }
        }
        return found;
    }

    /// All rows of a level, in the order of the accounts.
    int[] level(Level level) {
        int count = 0;
        for (Part part : parts) {
            count += count(part, level);
        }
        int[] rows = new int[count];
        int next = 0;
        for (int i = 0; i < parts.length; i++) {
            Part part = parts[i];
            int first = starts[i] + switch (level) {
                case AD -> part.campaigns() + part.adSets();
                case AD_SET -> part.campaigns();
                case CAMPAIGN, ACCOUNT, AUDIENCE -> 0;
            };
            for (int n = 0; n < count(part, level); n++) {
                rows[next++] = first + n;
            }
        }
        return rows;
    }

    private static int count(Part part, Level level) {
        return switch (level) {
            case AD -> part.ads();
            case AD_SET -> part.adSets();
            case CAMPAIGN, ACCOUNT, AUDIENCE -> part.campaigns();
        };
    }
}
