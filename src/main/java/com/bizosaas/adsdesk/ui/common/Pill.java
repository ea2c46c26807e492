package com.bizosaas.adsdesk.ui.common;

import javafx.scene.control.Label;

/// A state as icon and word. Normal is quiet: only exceptions are filled.
public final class Pill extends Label {

    /// How much it asks for the eye.
    public enum Tone {
        OK("ok"), FRESH("fresh"), LEARN("learn"), WARNING("warning"), INFO("info"), OFF("off"), DANGER("danger");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    public Pill() {
        getStyleClass().setAll("label", "pill");
        setMinWidth(USE_PREF_SIZE);
    }

    public Pill(String text, Icons icon, Tone tone) {
        this();
        show(text, icon, tone);
    }

    public void show(String text, Icons icon, Tone tone) {
        setText(text);
        setGraphic(icon.node());
        getStyleClass().setAll("label", "pill", tone.styleClass);
    }
}
