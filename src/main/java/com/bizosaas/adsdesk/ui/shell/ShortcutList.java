package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.KeyHint;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The list of keys behind F1 and ?: those of the window, and those of the tab in view. Only what works in this release
/// stands in it.
final class ShortcutList {

    private static final double MOST = 520;
    private static final double USUAL = 260;

    static final List<KeyHint> WINDOW = List.of(new KeyHint("Setup … Settings", "Ctrl 1 … 6"),
            new KeyHint("Commands", "Ctrl K"), new KeyHint("Find tenant", "Ctrl T"),
            new KeyHint("All tenants", "Ctrl 0"), new KeyHint("Previous, next tenant", "Alt ↑ ↓"),
            new KeyHint("Sync this tab", "F5"), new KeyHint("Sync this tab", "Ctrl R"),
            new KeyHint("Find in this tab", "Ctrl F"), new KeyHint("Fold the tenants", "Ctrl B"),
            new KeyHint("Light or dark", "Ctrl Shift D"), new KeyHint("Lock now", "Ctrl L"),
            new KeyHint("Next region", "F6"), new KeyHint("Region before", "Shift F6"),
            new KeyHint("Confirm a dialog", "Ctrl Enter"), new KeyHint("Cancel, close", "Esc"),
            new KeyHint("This list", "F1  ?"));

    private ShortcutList() {
    }

    /// @param tab name of the tab in view
    static DialogForm form(String tab, List<KeyHint> ofTab) {
        VBox all = new VBox(14, section("Everywhere", WINDOW));
        if (!ofTab.isEmpty()) {
            all.getChildren().add(section(tab, ofTab));
        }
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(ofTab.isEmpty() ? USUAL : MOST);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setId("keys");
        DialogForm form = new DialogForm("Keys", null, scroll, "Close").width(640).onlyClosing();
        return form;
    }

    private static Node section(String title, List<KeyHint> hints) {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(8);
        int half = (hints.size() + 1) / 2;
        for (int i = 0; i < hints.size(); i++) {
            int column = i < half ? 0 : 2;
            grid.add(Labels.of(hints.get(i).what(), "t12"), column, i % half);
            HBox keys = new HBox(4);
            for (String key : hints.get(i).keys().split("  ")) {
                keys.getChildren().add(Labels.keyCap(key));
            }
            grid.add(keys, column + 1, i % half);
        }
        return new VBox(8, Labels.of(title, "field-label"), grid);
    }
}
