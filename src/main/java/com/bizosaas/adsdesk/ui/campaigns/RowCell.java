package com.bizosaas.adsdesk.ui.campaigns;

import java.util.Objects;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A cell that is filled from its whole row, and only when the row differs from the one it shows. Subclasses make their
/// nodes once and change them in [#show].
abstract class RowCell extends TreeTableCell<CampaignRow, CampaignRow> {

    private final Tooltip tip = new Tooltip();
    private @Nullable CampaignRow shown;

    RowCell() {
        tip.setShowDelay(Duration.millis(500));
        tip.setWrapText(true);
        tip.setMaxWidth(360);
    }

    @Override
    protected final void updateItem(@Nullable CampaignRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            shown = null;
            clear();
            setTooltip(null);
        } else if (!Objects.equals(row, shown)) {
            shown = row;
            show(row);
        }
    }

    /// The row that is shown, null in an empty cell.
    @Nullable
    CampaignRow row() {
        return shown;
    }

    /// @param words empty for no tooltip
    void explain(String words) {
        tip.setText(words);
        setTooltip(words.isEmpty() ? null : tip);
    }

    abstract void show(CampaignRow row);

    abstract void clear();
}
