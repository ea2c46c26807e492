package com.bizosaas.adsdesk.ui.grid;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Which row has the focus and which are ticked, by their numbers, so that a sort changes neither. FX thread only.
public final class GridSelection {

    private final ReadOnlyIntegerWrapper focused = new ReadOnlyIntegerWrapper(this, "focused", -1);
    /// Counts changes of the ticks.
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes", 0);
    private final BitSet ticked = new BitSet();
    private int anchor = -1;

    /// -1 for none.
    public ReadOnlyIntegerProperty focusedProperty() {
        return focused.getReadOnlyProperty();
    }

    public int focused() {
        return focused.get();
    }

    /// Moves with every change of the ticks.
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public boolean isTicked(int number) {
        return number >= 0 && ticked.get(number);
    }

    public int count() {
        return ticked.cardinality();
    }

    /// Numbers of the ticked rows, in no order of the table.
    public int[] ticked() {
        return ticked.stream().toArray();
    }

    public void focus(int number) {
        focused.set(number);
        anchor = number;
    }

    public void toggle(int number) {
        ticked.flip(number);
        anchor = number;
        changed();
    }

    public void tick(int number, boolean on) {
        if (ticked.get(number) != on) {
            ticked.set(number, on);
            changed();
        }
    }

    public void clear() {
        if (!ticked.isEmpty()) {
            ticked.clear();
            changed();
        }
    }

    /// Ticks all lines, or none of them where all are ticked already.
    public void toggleAll(GridRows<?> rows) {
        boolean all = allTicked(rows);
        for (int line = 0; line < rows.size(); line++) {
            ticked.set(rows.number(line), !all);
        }
        changed();
    }

    public boolean allTicked(GridRows<?> rows) {
        for (int line = 0; line < rows.size(); line++) {
            if (!ticked.get(rows.number(line))) {
                return false;
            }
        }
        return rows.size() > 0;
    }

    /// Ticks every line from the anchor to this one and moves the focus there.
    void extend(GridRows<?> rows, int toLine) {
        int from = anchor < 0 ? toLine : rows.line(anchor);
        if (from < 0) {
            from = toLine;
        }
        for (int line = Math.min(from, toLine); line <= Math.max(from, toLine); line++) {
            ticked.set(rows.number(line));
        }
        focused.set(rows.number(toLine));
        changed();
    }

    /// Rows have new numbers, as after a refresh.
    ///
    /// @param renumber the new number of an old one, negative where the row is gone
    public void renumber(IntUnaryOperator renumber) {
        int[] old = ticked();
        ticked.clear();
        for (int number : old) {
            int now = renumber.applyAsInt(number);
            if (now >= 0) {
                ticked.set(now);
            }
        }
        anchor = anchor < 0 ? -1 : Math.max(-1, renumber.applyAsInt(anchor));
        focused.set(focused() < 0 ? -1 : Math.max(-1, renumber.applyAsInt(focused())));
        if (old.length > 0) {
            changed();
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }
}
