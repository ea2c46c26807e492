package com.bizosaas.adsdesk.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Makes the desk's buttons: one primary per view, secondary bordered, flat for low stakes, danger for what asks first.
public final class Buttons {

    private Buttons() {
    }

    public static Button primary(String text, Runnable action) {
        return styled(text, null, action, "accent");
    }

    public static Button secondary(String text, Runnable action) {
        return styled(text, null, action);
    }

    public static Button secondary(String text, Icons icon, Runnable action) {
        return styled(text, icon, action);
    }

    public static Button flat(String text, @Nullable Icons icon, Runnable action) {
        return styled(text, icon, action, "flat");
    }

    /// Opens a question about something that cannot be taken back; its text ends in "…".
    public static Button danger(String text, Runnable action) {
        return styled(text, null, action, "danger");
    }

    public static Button link(String text, Runnable action) {
        return styled(text, null, action, "link-button");
    }

    /// A button that is only an icon; its name is the tooltip and what a screen reader says.
    public static Button icon(Icons icon, String name, Runnable action) {
        Button button = styled("", icon, action, "flat", "icon-button");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMinWidth(Region.USE_COMPUTED_SIZE);
        button.setAccessibleText(name);
        Tooltips.show(button, name);
        return button;
    }

    /// Prints the key that does the same on the button, after its words.
    public static Button withKey(Button button, String keys) {
        button.setGraphic(Labels.keyCap(keys));
        button.setContentDisplay(ContentDisplay.RIGHT);
        return button;
    }

    private static Button styled(String text, @Nullable Icons icon, Runnable action, String... styleClasses) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(styleClasses);
        if (icon != null) {
            button.setGraphic(icon.node());
        }
        button.setOnAction(_ -> action.run());
        return button;
    }
}
