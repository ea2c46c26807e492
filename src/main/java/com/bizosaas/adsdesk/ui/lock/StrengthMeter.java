package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.DeskGate.Strength;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Four steps, a word and one sentence of advice on a new passphrase.
public final class StrengthMeter extends VBox {

    private static final List<String> WORDS = List.of("Too weak", "Weak", "Fair", "Good", "Strong");

    private final HBox steps = new HBox(4);
    private final Label word = Labels.whole("", "t11", "weight-semibold");
    private final Label advice = Labels.wrapped("", "hint");

    public StrengthMeter() {
        super(4);
        getStyleClass().add("strength");
        for (int i = 1; i < WORDS.size(); i++) {
            Region step = new Region();
            step.getStyleClass().add("strength-step");
            HBox.setHgrow(step, Priority.ALWAYS);
            steps.getChildren().add(step);
        }
        HBox line = new HBox(8, steps, word);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        HBox.setHgrow(steps, Priority.ALWAYS);
        steps.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(line, advice);
        show(new Strength(0, ""), true);
    }

    /// @param empty whether nothing is typed yet: then nothing is judged
    public void show(Strength strength, boolean empty) {
        getStyleClass().removeAll("weak", "fair", "good");
        int score = Math.clamp(strength.score(), 0, WORDS.size() - 1);
        getStyleClass().add(score <= 1 ? "weak" : score == 2 ? "fair" : "good");
        for (int i = 0; i < steps.getChildren().size(); i++) {
            var classes = steps.getChildren().get(i).getStyleClass();
            classes.remove("on");
            if (!empty && i < Math.max(1, score)) {
                classes.add("on");
            }
        }
        word.setText(empty ? "" : WORDS.get(score));
        advice.setText(empty
                ? "Several words that do not belong together are easy to keep in mind and hard to guess."
                : strength.advice());
    }
}
