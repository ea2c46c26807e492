package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.ui.common.TabId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The window's keys (design, "Keyboard"). Ctrl is Cmd on macOS.
final class Shortcuts {

    private record Key(KeyCombination keys, Runnable action) {
    }

    private final List<Key> keys = new ArrayList<>();
    private final Runnable help;

    Shortcuts(DeskWindow window) {
        help = window::showShortcuts;
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5,
                KeyCode.DIGIT6};
        for (TabId tab : TabId.values()) {
            add(digits[tab.ordinal()], () -> window.select(tab), KeyCombination.SHORTCUT_DOWN);
        }
        add(KeyCode.K, window::openPalette, KeyCombination.SHORTCUT_DOWN);
        add(KeyCode.T, window::findTenant, KeyCombination.SHORTCUT_DOWN);
        add(KeyCode.DIGIT0, window::showAllTenants, KeyCombination.SHORTCUT_DOWN);
        add(KeyCode.R, window::refresh, KeyCombination.SHORTCUT_DOWN);
        add(KeyCode.F5, window::refresh);
        add(KeyCode.B, window::toggleRail, KeyCombination.SHORTCUT_DOWN);
        add(KeyCode.F, window::focusSearch, KeyCombination.SHORTCUT_DOWN);
        add(KeyCode.D, window::toggleTheme, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        add(KeyCode.UP, () -> window.stepTenant(-1), KeyCombination.ALT_DOWN);
        add(KeyCode.DOWN, () -> window.stepTenant(1), KeyCombination.ALT_DOWN);
        add(KeyCode.F6, () -> window.nextRegion(1));
        add(KeyCode.F6, () -> window.nextRegion(-1), KeyCombination.SHIFT_DOWN);
        add(KeyCode.F1, help);
    }

    private void add(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        keys.add(new Key(new KeyCodeCombination(code, modifiers), action));
    }

    void onKey(KeyEvent event) {
        for (Key key : keys) {
            if (key.keys().match(event)) {
                event.consume();
                key.action().run();
                return;
            }
        }
    }

    /// "?" is a character first: it opens the list only where nothing is typed.
    void onTyped(KeyEvent event) {
        if ("?".equals(event.getCharacter()) && !(event.getTarget() instanceof TextInputControl)) {
            event.consume();
            help.run();
        }
    }
}
