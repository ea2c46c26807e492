package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AdAccount;
import java.text.Bidi;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Makes labels by their style classes (see `theme/text.css`) and the gaps between things.
public final class Labels {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Labels() {
    }

    public static Label of(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(List.of(styleClasses));
        return label;
    }

    /// A label that wraps and grows in height rather than being cut.
    public static Label wrapped(String text, String... styleClasses) {
        Label label = of(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that is never cut, for tags, chips and badges.
    public static Label whole(String text, String... styleClasses) {
        Label label = of(text, styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Lines below each other, centred on the height of what stands beside them.
    public static VBox lines(Node... lines) {
        VBox box = new VBox(lines);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// A name inside a sentence, isolated so that a right-to-left name does not reorder the figures beside it.
    public static String isolated(String name) {
        // Left alone where nothing is to be feared: some fonts give the marks a width.
        if (!Bidi.requiresBidi(name.toCharArray(), 0, name.length())) {
            return name;
        }
        return FIRST_STRONG_ISOLATE + name + POP_ISOLATE;
    }

    /// Takes all the room that is left.
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// A key on a button or in a list, such as "Ctrl F".
    public static Label keyCap(String keys) {
        Label cap = of(keys, "key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /// An ad account as dialogs name it: its name with its id, so that two of a name are told apart.
    public static String place(AdAccount account) {
        return isolated(account.name()) + " · " + account.id().value();
    }
}
