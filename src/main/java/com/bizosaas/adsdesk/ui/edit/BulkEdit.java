package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.ui.common.Icons;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// What can be done to many rows at once, with its words and its key, as menus and the table offer it. The window takes its
/// own keys first, so none of these is one of them.
public enum BulkEdit {
    // @formatter:off
    FIELDS("Edit fields…", Icons.EDIT, KeyCode.E, true),
    BUDGETS("Budgets…", Icons.WALLET, KeyCode.B, true),
    REPLACE("Find and replace…", Icons.SEARCH, KeyCode.H, false),
    APPEND("Put before or behind…", Icons.ADD, KeyCode.H, true),
    NAMES("Names from a template…", Icons.TAG, KeyCode.M, false),
    TARGETING("Targetings…", Icons.TARGET, KeyCode.G, false),
    COMMENT("Comment…", Icons.COMMENT, KeyCode.C, true),
    DUPLICATE("Duplicate…", Icons.CAMPAIGNS, KeyCode.D, false),
    COPY("Copy to another account…", Icons.TENANT, KeyCode.O, true),
    PASTE("Paste from a spreadsheet…", Icons.TABLE, KeyCode.V, false);
    // @formatter:on

    private final String label;
    private final Icons icon;
    private final KeyCode code;
    private final boolean shift;

    BulkEdit(String label, Icons icon, KeyCode code, boolean shift) {
        this.label = label;
        this.icon = icon;
        this.code = code;
        this.shift = shift;
    }

    public String label() {
        return label;
    }

    /// Whether rows of several tenants can be changed together. Copies and pasted cells are of one.
    public boolean acrossTenants() {
        return this != DUPLICATE && this != COPY && this != PASTE;
    }

    public Icons icon() {
        return icon;
    }

    /// As it is printed on buttons, such as `Ctrl Shift A`.
    public String keyWords() {
        return "Ctrl " + (shift ? "Shift " : "") + code.getName();
    }

    public KeyCodeCombination key() {
        return shift
                ? new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
                : new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
