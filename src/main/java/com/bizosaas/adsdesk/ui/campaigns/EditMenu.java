package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.edit.BulkEdit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done to many rows, as the toolbar and the menu of a row offer it.
final class EditMenu {

    private EditMenu() {
    }

    /// @param paste what *Paste* does
    static List<MenuItem> items(Picked picked, Commands commands, Runnable paste) {
        CampaignRow head = picked.first();
        String obstacle = head == null ? "Select a row first." : head.frame().locked();
        List<MenuItem> items = new ArrayList<>();
        for (BulkEdit edit : BulkEdit.values()) {
            if (edit == BulkEdit.COMMENT || edit == BulkEdit.DUPLICATE || edit == BulkEdit.PASTE) {
                items.add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(edit.label(), edit.icon().node());
            item.setMnemonicParsing(false);
            item.setAccelerator(edit.key());
            item.setId("edit-" + edit.name().toLowerCase(java.util.Locale.ROOT));
            item.setDisable(!obstacle.isEmpty());
            item.setOnAction(_ -> {
                if (edit == BulkEdit.PASTE) {
                    paste.run();
                } else {
                    commands.change(edit, picked);
                }
            });
            items.add(item);
        }
        return items;
    }
}
