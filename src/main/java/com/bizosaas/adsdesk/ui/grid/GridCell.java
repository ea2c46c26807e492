package com.bizosaas.adsdesk.ui.grid;

import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A cell that is filled from its whole row, and only when the row differs from the one it shows. Subclasses make their
/// nodes once and change them in [#show].
public abstract class GridCell<R> extends Label {

    private @Nullable Tooltip tip;
    private @Nullable R shown;

    protected GridCell() {
        getStyleClass().setAll("grid-cell");
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        setMinWidth(0);
        setFocusTraversable(false);
    }

    /// @param fresh whether to fill the cell even where the row is the same, as after a change of format
    final void update(@Nullable R row, boolean fresh) {
        if (row == null) {
            if (shown != null) {
                shown = null;
                clear();
            }
        } else if (fresh || !Objects.equals(row, shown)) {
            shown = row;
            show(row);
        }
    }

    /// The row that is shown, null in an empty cell.
    protected final @Nullable R row() {
        return shown;
    }

    /// @param words empty for no tooltip
    protected final void explain(String words) {
        if (words.isEmpty()) {
            setTooltip(null);
            return;
        }
        Tooltip known = tip;
        if (known == null) {
            known = new Tooltip();
            known.setShowDelay(Duration.millis(500));
            known.setWrapText(true);
            known.setMaxWidth(360);
            tip = known;
        }
        known.setText(words);
        setTooltip(known);
    }

    /// The row was ticked, or not any more.
    protected void ticked(boolean now) {
        // Most cells look the same either way.
    }

    protected abstract void show(R row);

    protected abstract void clear();
}
