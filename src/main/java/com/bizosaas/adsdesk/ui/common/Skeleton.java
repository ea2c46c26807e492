package com.bizosaas.adsdesk.ui.common;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Grey rows where rows will be. Says what is read only after two seconds, so that quick loads do not flicker.
final class Skeleton extends VBox {

    private static final int ROWS = 5;
    private static final double[] WIDTHS = {180, 142, 204, 122, 165};

    Skeleton(String text) {
        getStyleClass().add("skeleton");
        setAccessibleText(text);
        for (int row = 0; row < ROWS; row++) {
            HBox line = new HBox(bar(WIDTHS[row]), Labels.gap(), bar(36), bar(36), bar(28));
            line.getStyleClass().add("skeleton-row");
            line.setOpacity(1 - row * 0.16);
            getChildren().add(line);
        }
        Region filler = new Region();
        setVgrow(filler, Priority.ALWAYS);
        Label words = Labels.of(text, "t12", "muted");
        words.setVisible(false);
        HBox foot = new HBox(words);
        foot.getStyleClass().add("skeleton-foot");
        getChildren().addAll(filler, foot);
        PauseTransition late = new PauseTransition(Duration.seconds(2));
        late.setOnFinished(_ -> words.setVisible(true));
        sceneProperty().addListener((_, _, now) -> {
            if (now == null) {
                late.stop();
            } else {
                late.playFromStart();
            }
        });
    }

    private static Region bar(double width) {
        Region bar = new Region();
        bar.getStyleClass().add("skeleton-bar");
        bar.setMinWidth(Math.min(width, 40));
        bar.setPrefWidth(width);
        return bar;
    }
}
