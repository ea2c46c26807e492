package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The steps at the left: number, tick or warning mark, name, and one line on what is said so far. A click goes there.
final class StepList extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass AMISS = PseudoClass.getPseudoClass("amiss");

    private final Map<StepId, Line> lines = new EnumMap<>(StepId.class);

    private static final class Line {

        private final Button button = new Button();
        private final StackPane mark = new StackPane();
        private final Label name;
        private final Label summary = Labels.of("", "hint");
        private final int number;

        Line(StepId step, int number, Runnable go) {
            this.number = number;
            name = Labels.of(step.label(), "weight-medium", "t12");
            mark.getStyleClass().add("step-mark");
            VBox words = new VBox(2, name, summary);
            words.setMinWidth(0);
            HBox box = new HBox(10, mark, words);
            box.setAlignment(Pos.TOP_LEFT);
            button.setGraphic(box);
            button.getStyleClass().add("step-button");
            button.setId("go-" + step.name().toLowerCase(java.util.Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> go.run());
        }

        void show(boolean current, boolean done, boolean amiss, String words) {
            button.pseudoClassStateChanged(CURRENT, current);
            button.pseudoClassStateChanged(DONE, done && !current);
            button.pseudoClassStateChanged(AMISS, amiss && !current);
            mark.getChildren().setAll(amiss && !current
                    ? Icons.WARNING.node("i12")
                    : done && !current ? Icons.CHECK.node("i12") : Labels.of(Integer.toString(number), "step-number"));
            summary.setText(words);
            button.setAccessibleText(name.getText() + ", " + words
                    + (amiss ? ", something is missing" : done ? ", done" : ""));
        }
    }

    StepList(List<Step> steps, Consumer<StepId> go) {
        super(2);
        getStyleClass().add("step-list");
        for (Step step : steps) {
            Line line = new Line(step.id(), lines.size() + 1, () -> go.accept(step.id()));
            lines.put(step.id(), line);
            getChildren().add(line.button);
        }
    }

    void show(Plan plan, List<Step> steps, StepId current) {
        for (Step step : steps) {
            Line line = lines.get(step.id());
            if (line != null) {
                boolean stops = plan.gaps(step.id()).stream().anyMatch(Gap::stops);
                boolean left = plan.wasLeft(step.id());
                line.show(step.id() == current, left && !stops, left && stops, step.summary());
            }
        }
    }
}
