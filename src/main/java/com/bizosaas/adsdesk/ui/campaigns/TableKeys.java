package com.bizosaas.adsdesk.ui.campaigns;

import java.util.List;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyEvent;

/// The table's own keys: Space switches all selected rows to the other side of the focused one, Enter and F2 edit, Del
/// archives, Esc clears the selection.
final class TableKeys {

    private final Commands commands;
    private final CampaignsTable owner;

    TableKeys(Commands commands, CampaignsTable owner) {
        this.commands = commands;
        this.owner = owner;
    }

    /// As a filter, for the table would take Space and Enter for itself.
    void install(TreeTableView<CampaignRow> table) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isControlDown() || event.isAltDown() || event.isMetaDown() || event.isShiftDown()) {
                return;
            }
            List<CampaignRow> rows = owner.selectedRows();
            CampaignRow focused = owner.focusedRowProperty().get();
            if (focused == null || rows.isEmpty()) {
                return;
            }
            boolean taken = switch (event.getCode()) {
                case SPACE -> {
                    commands.switchTo(rows, !focused.isOn());
                    yield true;
                }
                case ENTER, F2 -> campaign(focused, commands::edit);
                case DELETE -> campaign(focused, commands::archive);
                case ESCAPE -> {
                    owner.clearSelection();
                    yield true;
                }
                default -> false;
            };
            if (taken) {
                event.consume();
            }
        });
    }

    private static boolean campaign(CampaignRow row, java.util.function.Consumer<CampaignRow> command) {
        if (row.subject() instanceof Subject.OfCampaign && row.canSwitch()) {
            command.accept(row);
        }
        return true;
    }
}
