package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Delivery;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// A row: muted when it is off, opened for editing by a double click, with the menu of what can be done to it.
final class CampaignTableRow extends TreeTableRow<CampaignRow> {

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    CampaignTableRow(Commands commands, Supplier<List<CampaignRow>> selection) {
        setOnMouseClicked(event -> {
            CampaignRow row = getItem();
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row != null
                    && row.subject() instanceof Subject.OfCampaign && row.canSwitch()) {
                commands.edit(row);
            }
        });
        setOnContextMenuRequested(event -> {
            CampaignRow row = getItem();
            if (row != null) {
                List<CampaignRow> rows = selection.get().contains(row) ? selection.get() : List.of(row);
                ContextMenu menu = RowMenu.of(row, rows, commands);
                menu.show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable CampaignRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(OFF,
                row != null && !empty && (!row.isOn() || row.delivery().state() == Delivery.State.COMPLETED));
        pseudoClassStateChanged(WAITING, row != null && !empty && row.waiting());
    }
}
