package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.ui.common.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// A dial from narrow to broad with the number of people in its middle.
final class ReachDial extends Pane {

    private static final double WIDTH = 200;
    private static final double HEIGHT = 136;
    private static final double RADIUS = 86;
    private static final double LEFT = 190;
    private static final double SWEEP = 200;
    private static final double GAP = 3;

    private final Line needle = new Line();
    private final Label figure = Labels.of("", "t20", "weight-semibold");
    private final Label unit = Labels.of("people", "t11", "muted");
    private final Label narrow = Labels.of("Narrow", "t10", "muted");
    private final Label broad = Labels.of("Broad", "t10", "muted");

    ReachDial() {
        getStyleClass().add("reach-dial");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        needle.getStyleClass().add("reach-needle");
        getChildren().addAll(arc(0, 0.25, "narrow"), arc(0.25, 0.75, "balanced"), arc(0.75, 1, "broad"), needle,
                figure, unit, narrow, broad);
        show("", null);
    }

    private static Arc arc(double from, double to, String styleClass) {
        double start = LEFT - from * SWEEP;
        double length = -(to - from) * SWEEP;
        Arc arc = new Arc(WIDTH / 2, RADIUS + 10, RADIUS, RADIUS, start - (from > 0 ? GAP / 2 : 0),
                length + (from > 0 ? GAP / 2 : 0) + (to < 1 ? GAP / 2 : 0));
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().addAll("reach-arc", styleClass);
        return arc;
    }

    /// @param at 0 to 1, null for no needle
    void show(String people, @Nullable Double at) {
        figure.setText(people);
        unit.setVisible(!people.isEmpty());
        needle.setVisible(at != null);
        if (at != null) {
            double angle = Math.toRadians(LEFT - at * SWEEP);
            double centreX = WIDTH / 2;
            double centreY = RADIUS + 10;
            needle.setStartX(centreX + Math.cos(angle) * (RADIUS - 26));
            needle.setStartY(centreY - Math.sin(angle) * (RADIUS - 26));
            needle.setEndX(centreX + Math.cos(angle) * (RADIUS + 8));
            needle.setEndY(centreY - Math.sin(angle) * (RADIUS + 8));
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        figure.relocate((WIDTH - figure.prefWidth(-1)) / 2, 66);
        unit.relocate((WIDTH - unit.prefWidth(-1)) / 2, 94);
        double end = RADIUS * Math.cos(Math.toRadians(180 - LEFT));
        narrow.relocate(WIDTH / 2 - end - narrow.prefWidth(-1) / 2, HEIGHT - narrow.prefHeight(-1));
        broad.relocate(WIDTH / 2 + end - broad.prefWidth(-1) / 2, HEIGHT - broad.prefHeight(-1));
    }
}
