package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Labels;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/// The list of keys behind F1: only what works in this release stands in it.
final class ShortcutList {

    private static final String[][] KEYS = {{"Setup … Settings", "Ctrl 1 … 6"}, {"Commands", "Ctrl K"},
            {"Find tenant", "Ctrl T"},
            {"All tenants", "Ctrl 0"}, {"Previous, next tenant", "Alt ↑ ↓"}, {"Sync this tab", "F5"},
            {"Sync this tab", "Ctrl R"},
            {"Find in this tab", "Ctrl F"}, {"Fold the tenants", "Ctrl B"}, {"Light or dark", "Ctrl Shift D"},
            {"Lock now", "Ctrl L"}, {"Next region", "F6"}, {"Region before", "Shift F6"},
            {"Confirm a dialog", "Ctrl Enter"}, {"Cancel, close", "Esc"}, {"This list", "F1"}};

    private ShortcutList() {
    }

    static DialogForm form() {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(8);
        int half = (KEYS.length + 1) / 2;
        for (int i = 0; i < KEYS.length; i++) {
            int column = i < half ? 0 : 2;
            grid.add(Labels.of(KEYS[i][0], "t12"), column, i % half);
            HBox keys = new HBox(Labels.keyCap(KEYS[i][1]));
            grid.add(keys, column + 1, i % half);
        }
        DialogForm form = new DialogForm("Keys", null, grid, "Close").width(560).dismissal("");
        form.onSubmit(form::close);
        return form;
    }
}
