package com.bizosaas.adsdesk.ui.grid;

import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell that is filled from its whole row, and only when the row differs from the one it shows. Subclasses make their
/// nodes once and change them in [#show].
public abstract class GridCell<R> extends Label {

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
            if (getTooltip() != null) {
                pointed(getTooltip());
            }
        }
    }

    /// The row that is shown, null in an empty cell.
    protected final @Nullable R row() {
        return shown;
    }

    /// What the tooltip says of a row, empty for none. Asked for when somebody points at the cell, not when it is painted.
    protected String explanation(R row) {
        return "";
    }

    /// Somebody points at the cell, or, with null, no longer does.
    final void pointed(@Nullable Tooltip tip) {
        R row = shown;
        String words = row == null || tip == null ? "" : explanation(row);
        if (tip != null) {
            tip.setText(words);
        }
        setTooltip(words.isEmpty() ? null : tip);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        R row = shown;
        return attribute == AccessibleAttribute.HELP && row != null
                ? explanation(row)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /// The row was ticked, or not any more.
    protected void ticked(boolean now) {
        // Most cells look the same either way.
    }

    protected abstract void show(R row);

    protected abstract void clear();
}
