package com.bizosaas.adsdesk.ui.campaigns;

import java.util.ArrayList;
import java.util.List;
import com.bizosaas.adsdesk.ui.common.KeyHint;
import com.bizosaas.adsdesk.ui.edit.BulkEdit;
import com.bizosaas.adsdesk.ui.grid.Grid;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The table's own keys: 1 to 9 open saved views unless an amount can be typed over the cell in hand, Space switches the row in focus, with all ticked ones if it is one of them; Enter opens, F2 edits,
/// Del archives, arrows to the side open and close branches, Ctrl+C copies the rows for a spreadsheet.
final class TableKeys {

    private final Commands commands;
    private final CampaignsTable owner;

    TableKeys(Commands commands, CampaignsTable owner) {
        this.commands = commands;
        this.owner = owner;
    }

    /// The keys of the tab, for the list of keys.
    static List<KeyHint> hints() {
        List<KeyHint> hints = new ArrayList<>(List.of(new KeyHint("New campaign", "Ctrl N"),
                new KeyHint("Review and publish", "Ctrl Enter"), new KeyHint("Undo an edit", "Ctrl Z"),
                new KeyHint("Redo", "Ctrl Y  Ctrl Shift Z"), new KeyHint("Pause or switch on", "Space"),
                new KeyHint("Edit the cell in hand", "F2  Enter"), new KeyHint("Next cell while editing", "Tab"),
                new KeyHint("Cell before while editing", "Shift Tab"), new KeyHint("From cell to cell", "Ctrl ← →"),
                new KeyHint("Fold, unfold", "← →"), new KeyHint("Tick", "X"), new KeyHint("Tick more", "Shift ↑ ↓"),
                new KeyHint("Tick all that are filtered", "Ctrl A"), new KeyHint("Untick", "Esc"),
                new KeyHint("Archive", "Del"), new KeyHint("Saved view", "1 … 9  Alt 1 … 9"),
                new KeyHint("Add a filter", "Ctrl Shift F"), new KeyHint("Details", "Ctrl I"),
                new KeyHint("Export what is shown", "Ctrl E"), new KeyHint("Copy rows", "Ctrl C")));
        for (BulkEdit edit : BulkEdit.values()) {
            hints.add(new KeyHint(edit.label().replace("…", ""), edit.keyWords()));
        }
        return hints;
    }

    void install(Grid<CampaignRow> grid) {
        grid.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == grid && taken(event)) {
                event.consume();
            }
        });
        grid.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getTarget() == grid && !event.isControlDown() && !event.isMetaDown()) {
                typed(event);
            }
        });
    }

    private void typed(KeyEvent event) {
        CampaignRow focused = owner.focusedRowProperty().get();
        String typed = event.getCharacter();
        if (focused != null && commands.begins(focused, owner.currentColumn(), typed)) {
            commands.editCell(focused, owner.currentColumn(), typed);
            event.consume();
        } else if (typed.length() == 1 && typed.charAt(0) >= '1' && typed.charAt(0) <= '9' && !event.isAltDown()) {
            commands.showView(typed.charAt(0) - '0');
            event.consume();
        }
    }

    /// What is done to the rows that are picked, wherever the focus is in the tab.
    boolean changes(KeyEvent event) {
        for (BulkEdit edit : BulkEdit.values()) {
            if (edit.key().match(event)) {
                if (edit == BulkEdit.PASTE) {
                    owner.paste();
                } else if (owner.pickedProperty().get().count() > 0) {
                    commands.change(edit, owner.pickedProperty().get());
                }
                return true;
            }
        }
        return false;
    }

    private boolean taken(KeyEvent event) {
        if (changes(event)) {
            return true;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            commands.copyRows(owner.pickedProperty().get());
            return true;
        }
        CampaignRow focused = owner.focusedRowProperty().get();
        if (focused == null || event.isControlDown() || event.isAltDown() || event.isMetaDown()
                || event.isShiftDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case SPACE -> {
                Picked picked = owner.pickedProperty().get();
                commands.switchTo(picked.has(focused.number()) ? picked.rows() : List.of(focused),
                        !focused.isOn());
                yield true;
            }
            case ENTER -> {
                commands.open(focused, owner.currentColumn());
                yield true;
            }
            case F2 -> {
                commands.editCell(focused, owner.currentColumn(), "");
                yield true;
            }
            case DELETE -> {
                if (focused.isNew()) {
                    commands.delete(focused);
                } else if (focused.locked().isEmpty()) {
                    commands.archive(focused);
                }
                yield true;
            }
            case RIGHT -> {
                owner.open(focused.number(), true);
                yield true;
            }
            case LEFT -> {
                owner.closeOrLeave(focused);
                yield true;
            }
            default -> false;
        };
    }
}
