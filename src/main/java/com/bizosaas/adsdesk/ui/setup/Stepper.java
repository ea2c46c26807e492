package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The three steps in a row: done, current, to come. A step that can be opened is pressed to open it.
final class Stepper extends HBox {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Map<SetupStep, Mark> marks = new EnumMap<>(SetupStep.class);

    Stepper(Consumer<SetupStep> open) {
        getStyleClass().add("stepper");
        setAlignment(Pos.CENTER_LEFT);
        for (SetupStep step : SetupStep.values()) {
            if (step != SetupStep.AUTHENTICATE) {
                Region line = new Region();
                line.getStyleClass().add("line");
                setHgrow(line, Priority.ALWAYS);
                getChildren().add(line);
            }
            Mark mark = new Mark(step, open);
            marks.put(step, mark);
            getChildren().add(mark.button);
        }
    }

    void show(SetupStep current, String signedIn, String accounts, String complete) {
        texts(SetupStep.AUTHENTICATE, signedIn);
        texts(SetupStep.SELECT_ACCOUNTS, accounts);
        texts(SetupStep.COMPLETE, complete);
        marks.forEach((step, mark) -> mark.show(step.compareTo(current) < 0, step == current));
    }

    private void texts(SetupStep step, String text) {
        Mark mark = marks.get(step);
        if (mark != null) {
            mark.state.setText(text);
        }
    }

    private static final class Mark {

        private final StackPane badge = new StackPane();
        private final Label state = Labels.of("", "caption");
        private final Button button = new Button();
        private final SetupStep step;

        Mark(SetupStep step, Consumer<SetupStep> open) {
            this.step = step;
            badge.getStyleClass().add("badge-ring");
            VBox words = new VBox(Labels.of(title(step), "step-title"), state);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox row = new HBox(10, badge, words);
            row.setAlignment(Pos.CENTER_LEFT);
            button.getStyleClass().setAll("step");
            button.setGraphic(row);
            button.setAccessibleText(title(step));
            button.setOnAction(_ -> open.accept(step));
        }

        private static String title(SetupStep step) {
            return switch (step) {
                case AUTHENTICATE -> "Authenticate";
                case SELECT_ACCOUNTS -> "Select accounts";
                case COMPLETE -> "Complete";
            };
        }

        void show(boolean done, boolean current) {
            Node inside = done ? Icons.CHECK.node("i16") : Labels.of(Integer.toString(step.ordinal() + 1), "number");
            badge.getChildren().setAll(inside);
            badge.pseudoClassStateChanged(DONE, done);
            badge.pseudoClassStateChanged(CURRENT, current);
        }
    }
}
