package com.bizosaas.adsdesk.ui.common;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// An on-off switch. Its name is for screen readers; put the visible label beside it.
public final class Switch extends ToggleButton {

    private static final double WIDTH = 28;
    private static final double HEIGHT = 16;
    private static final double THUMB = 12;
    private static final double INSET = 2;

    public Switch(String name) {
        getStyleClass().setAll("desk-switch");
        setAccessibleText(name);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(createFace());
    }

    private Pane createFace() {
        Region track = new Region();
        track.getStyleClass().add("track");
        track.resizeRelocate(0, 0, WIDTH, HEIGHT);
        track.setManaged(false);
        Region thumb = new Region();
        thumb.getStyleClass().add("thumb");
        thumb.setManaged(false);
        thumb.resizeRelocate(INSET, INSET, THUMB, THUMB);
        thumb.translateXProperty()
                .bind(Bindings.when(selectedProperty()).then(WIDTH - THUMB - 2 * INSET).otherwise(0.0));
        Pane face = new Pane(track, thumb);
        face.getStyleClass().add("face");
        face.setMinSize(WIDTH, HEIGHT);
        face.setMaxSize(WIDTH, HEIGHT);
        face.setPrefSize(WIDTH, HEIGHT);
        return face;
    }
}
