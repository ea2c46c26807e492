package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.NewObjects;
import com.bizosaas.adsdesk.ui.campaigns.View.Quick;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Filters, sorts and totals rows for one [View] after another: lists of numbers over the sheet, which is not touched.
/// What does not change with the view is kept from one to the next. Runs off the FX thread, one build at a time.
final class TableBuilder {

    private static final String ROOM_FOR_SIGN = "XX";

    private final Sheet sheet;
    private final Map<TenantId, Set<String>> changed;
    private final Formats formats;
    private final RowMaker maker;
    private final boolean[] marked;
    private final boolean[] refused;
    private final boolean[] commented;
    private final Map<View.Shape, Map<Quick, Integer>> counts = new EnumMap<>(View.Shape.class);
    private final Order.Ranks ranks;

    /// @param changed ids of objects that this desk changed lately, by tenant
    /// @param drafted drafts and comments by tenant
    /// @param ranks of these rows as far as they are known
    TableBuilder(Sheet sheet, Switches switches, Map<TenantId, Set<String>> changed, Map<TenantId, Drafted> drafted,
            Formats formats, Order.Ranks ranks) {
        this.sheet = sheet;
        this.changed = changed;
        this.formats = formats;
        this.maker = new RowMaker(sheet, switches, drafted, formats);
        this.marked = changedRows(drafted);
        this.commented = commentedRows(drafted);
        this.refused = rows(switches.refused().keySet());
        this.ranks = ranks;
    }

    /// What is known of the order of words, of another sheet's rows or of the same.
    Order.Ranks ranks(Sheet of) {
        return of == sheet ? ranks : ranks.ofOtherRows();
    }

    /// Makes ready for what is likely to be asked next of a level: a search, and a sort by name.
    void prepare(Level level) {
        sheet.parts().forEach(Part::names);
        if (sheet.level(level).length <= Alphabet.MOST) {
            Order.of(View.FIRST.sorted(Column.NAME, false), sheet, maker, ranks).prepare(level);
        }
    }

    TableContent content(View view) {
        Order order = Order.of(view, sheet, maker, ranks);
        boolean tree = view.shape() == View.Shape.TREE;
        int[] level = sheet.level(view.shape().top());
        byte[] kept = tree ? branches(level, view) : flat(level, view);
        int[] top = Arrays.stream(level).filter(row -> kept[row] != Branches.NOTHING).toArray();
        top = order.sort(top);
        Branches branches = tree ? new Branches(sheet, kept, view.quick() == Quick.ARCHIVED, order) : null;
        Map<Quick, Integer> found = counts.computeIfAbsent(view.shape(), _ -> counts(level, tree));
        int all = found.getOrDefault(view.quick() == Quick.ARCHIVED ? Quick.ARCHIVED : Quick.ALL, 0);
        TotalsLine totals = new TotalsSum(sheet, branches).of(top, view.shape());
        FigureFormat format = FigureFormat.of(formats, currency(totals), largest(top, Metric.SPEND),
                sheet.severalCurrencies());
        return new TableContent(sheet, maker, top, branches, totals, all, found, format,
                longest(top, totals, format, view));
    }

    private boolean[] rows(Set<RowKey> keys) {
        boolean[] rows = new boolean[sheet.size()];
        for (RowKey key : keys) {
            int row = sheet.find(key);
            if (row >= 0) {
                rows[row] = true;
            }
        }
        return rows;
    }

    /// How many rows there are on all levels.
    int rows() {
        return sheet.size();
    }

    /// What was written lately, and what is drafted.
    private boolean[] commentedRows(Map<TenantId, Drafted> drafted) {
        boolean[] rows = new boolean[sheet.size()];
        for (Part part : sheet.parts()) {
            for (DraftKey key : drafted.getOrDefault(part.frame().tenant().id(), Drafted.NOTHING).comments().keySet()) {
                int local = key.account().equals(part.frame().account().id()) ? part.row(NewObjects.id(key)) : -1;
                if (local >= 0) {
                    rows[sheet.start(part) + local] = true;
                }
            }
        }
        return rows;
    }

    private boolean[] changedRows(Map<TenantId, Drafted> drafted) {
        boolean[] rows = new boolean[sheet.size()];
        for (Part part : sheet.parts()) {
            for (Draft draft : drafted.getOrDefault(part.frame().tenant().id(), Drafted.NOTHING).book()
                    .drafts(part.frame().account().id())) {
                int local = part.row(NewObjects.id(draft.key()));
                if (local >= 0) {
                    rows[sheet.start(part) + local] = true;
                }
            }
            for (String id : changed.getOrDefault(part.frame().tenant().id(), Set.of())) {
                int local = part.row(id);
                if (local >= 0) {
                    rows[sheet.start(part) + local] = true;
                }
            }
        }
        return rows;
    }

    /// The one currency of what is shown; of several, any will do for its decimals.
    private AdCurrency currency(TotalsLine totals) {
        return totals.byCurrency().keySet().stream().findFirst().orElseGet(() -> sheet.parts().isEmpty()
                ? AdCurrency.of("EUR")
                : sheet.parts().getFirst().frame().account().currency());
    }

    /// What the search takes, null where nothing is looked for.
    private @Nullable BitSet found(View view) {
        return view.text().isEmpty() ? null : sheet.find(TextSearch.fold(view.text()));
    }

    private static boolean takes(@Nullable BitSet found, int row, View view, Part part, int local) {
        return (found == null || found.get(row)) && view.filter().takes(part, local);
    }

    private byte[] flat(int[] level, View view) {
        byte[] kept = new byte[sheet.size()];
        BitSet found = found(view);
        for (int row : level) {
            Part part = sheet.part(row);
            int local = sheet.local(row);
            if (view.quick().takes(part.state(local), marked[row], refused[row], commented[row])
                    && takes(found, row, view, part, local)) {
                kept[row] = Branches.WHOLE;
            }
        }
        return kept;
    }

    /// A branch stays if it matches itself, and then with all below it that is not archived, or if anything below it does.
    private byte[] branches(int[] campaigns, View view) {
        byte[] kept = new byte[sheet.size()];
        BitSet found = found(view);
        for (int row : campaigns) {
            branch(sheet.part(row), sheet.local(row), row, view, found, kept);
        }
        return kept;
    }

    private void branch(Part part, int local, int row, View view, @Nullable BitSet found, byte[] kept) {
        Delivery.State state = part.state(local);
        boolean quick = view.quick().takes(state, marked[row], refused[row], commented[row]);
        if (view.quick().gates() && !quick) {
            return;
        }
        boolean below = false;
        // What matches by itself and is not narrowed is shown whole: nothing below it need be looked at.
        if (view.narrows()) {
            for (int child = part.firstChild(local); child < part.endOfChildren(local); child++) {
                int global = row - local + child;
                branch(part, child, global, view, found, kept);
                below |= kept[global] != Branches.NOTHING;
            }
        }
        if (quick && takes(found, row, view, part, local)) {
            kept[row] = below ? Branches.MATCHES : Branches.WHOLE;
        } else if (below) {
            kept[row] = Branches.MATCHES;
        }
    }

    private Map<Quick, Integer> counts(int[] level, boolean tree) {
        int[] sums = new int[Quick.values().length];
        for (int row : level) {
            for (Quick quick : Quick.values()) {
                if (finds(quick, sheet.part(row), sheet.local(row), row, tree)) {
                    sums[quick.ordinal()]++;
                }
            }
        }
        Map<Quick, Integer> found = new EnumMap<>(Quick.class);
        for (Quick quick : Quick.values()) {
            // What is below campaigns decides over all others.
            if (quick == Quick.ALL || !sheet.campaignsAlone()) {
                found.put(quick, sums[quick.ordinal()]);
            }
        }
        return found;
    }

    /// Whether the row or, where that counts, anything below it passes.
    private boolean finds(Quick quick, Part part, int local, int row, boolean tree) {
        if (quick.takes(part.state(local), marked[row], refused[row], commented[row])) {
            return true;
        }
        if (!tree || quick.gates()) {
            return false;
        }
        for (int child = part.firstChild(local); child < part.endOfChildren(local); child++) {
            if (finds(quick, part, child, row - local + child, true)) {
                return true;
            }
        }
        return false;
    }

    /// Figures have equal digits, so the largest value is the widest text.
    private Map<Column, String> longest(int[] top, TotalsLine totals, FigureFormat format, View view) {
        Map<Column, String> longest = new EnumMap<>(Column.class);
        for (Column column : view.layout().columns()) {
            Metric metric = column.metric();
            if (metric != null) {
                BigDecimal largest = largest(top, metric);
                BigDecimal total = totals.figure(metric);
                String sign = totals.severalCurrencies()
                        ? ROOM_FOR_SIGN
                        : metric == Metric.SPEND ? formats.symbol(format.currency()) : "";
                longest.put(column, sign + format.text(metric,
                        largest == null || total != null && total.compareTo(largest) > 0 ? total : largest));
            }
        }
        return longest;
    }

    private @Nullable BigDecimal largest(int[] top, Metric metric) {
        double largest = Double.NaN;
        for (int row : top) {
            double figure = Order.figure(sheet.part(row), sheet.local(row), metric);
            if (!Double.isNaN(figure) && !(figure <= largest)) {
                largest = figure;
            }
        }
        return Double.isNaN(largest) ? null : BigDecimal.valueOf(largest);
    }
}
