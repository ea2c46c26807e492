package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Permits;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.jspecify.annotations.Nullable;

/// What can be done to the rows that are selected, the clicked one first. Archiving and deleting are two entries, far
/// apart in what they do.
final class RowMenu {

    private RowMenu() {
    }

    /// @param picked the rows it is for
    static ContextMenu of(CampaignRow row, Picked picked, Commands commands, Runnable paste) {
        List<CampaignRow> rows = picked.rows();
        ContextMenu menu = new ContextMenu();
        String many = rows.size() > 1 ? " " + rows.size() + " rows" : "";
        boolean on = row.isOn();
        boolean switchable = rows.stream().anyMatch(CampaignRow::canSwitch);
        menu.getItems().add(item((on ? "Pause" : "Switch on") + many, on ? Icons.PAUSE : Icons.PLAY,
                new KeyCodeCombination(KeyCode.SPACE), switchable ? "" : row.switchLocked(),
                () -> commands.switchTo(rows, !on)));
        if (row.isNew()) {
            menu.getItems().add(item("Open…", Icons.EDIT, new KeyCodeCombination(KeyCode.ENTER), row.locked(),
                    () -> commands.open(row, Column.NAME)));
        } else if (row.subject() instanceof Subject.OfCampaign) {
            menu.getItems().add(item("Edit…", Icons.EDIT, null, row.locked(), () -> commands.edit(row)));
        }
        if (row.subject() instanceof Subject.OfAdSet) {
            menu.getItems().add(item("Edit targeting…", Icons.TARGET, null, row.locked(),
                    () -> commands.targeting(row)));
        }
        if (!(row.subject() instanceof Subject.OfAd)) {
            menu.getItems().add(item(row.subject() instanceof Subject.OfCampaign ? "New ad set here…" : "New ad here…",
                    Icons.ADD, null, row.locked(), () -> commands.createBelow(row)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(EditMenu.items(picked, commands, paste));
        menu.getItems().addAll(new SeparatorMenuItem(),
                item("Copy id", Icons.COPY, null, row.isNew() ? "It has none yet." : "", () -> commands.copyId(row)),
                item("Copy name", Icons.COPY, null, "", () -> commands.copyName(row)), new SeparatorMenuItem());
        if (row.isNew()) {
            menu.getItems().add(item("Discard draft", Icons.DELETE, new KeyCodeCombination(KeyCode.DELETE),
                    row.locked(), () -> commands.delete(row)));
        } else {
            MenuItem archive = item("Archive…", Icons.ARCHIVE, new KeyCodeCombination(KeyCode.DELETE), row.locked(),
                    () -> commands.archive(row));
            MenuItem delete = item("Delete for good…", Icons.DELETE, null, row.frame().locked(),
                    () -> commands.delete(row));
            delete.getStyleClass().add("danger");
            menu.getItems().addAll(archive, delete);
        }
        menu.getItems().add(Permits.reasonItem(switchable ? row.locked() : row.switchLocked()));
        return menu;
    }

    private static MenuItem item(String text, Icons icon, @Nullable KeyCodeCombination key, String obstacle,
            Runnable action) {
        MenuItem item = new MenuItem(text, icon.node());
        item.setMnemonicParsing(false);
        if (key != null) {
            item.setAccelerator(key);
        }
        item.setDisable(!obstacle.isEmpty());
        item.setOnAction(_ -> action.run());
        return item;
    }
}
