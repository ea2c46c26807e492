package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.targeting.SentenceLine;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.service.TargetingService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The targeting in one sentence, and in Facebook's own lines where they are asked for.
final class SentenceRow {

    private final EditorModel model;
    private final TargetingService targeting;
    private final TaskRunner tasks;
    private final Label sentence = Labels.wrapped("", "t12");
    private final VBox lines = new VBox(2);
    private final Button ask = Buttons.link("Facebook's words", this::ask);
    private final Row row;
    private String asked = "";

    SentenceRow(EditorModel model, TargetingService targeting, TaskRunner tasks) {
        this.model = model;
        this.targeting = targeting;
        this.tasks = tasks;
        sentence.setId("targeting-sentence");
        ask.setId("targeting-ask-words");
        ask.getStyleClass().add("small");
        lines.managedProperty().bind(lines.visibleProperty());
        lines.setVisible(false);
        row = new Row("In one sentence", "", sentence, lines, ask);
    }

    Row row() {
        return row;
    }

    void refresh() {
        sentence.setText(Targeting.of(model.spec().json()).sentence());
        boolean same = asked.equals(model.spec().json());
        lines.setVisible(same);
        ask.setVisible(!same);
        ask.setManaged(!same);
    }

    private void ask() {
        String json = model.spec().json();
        ask.setDisable(true);
        tasks.call(() -> targeting.sentences(model.tenant(), model.account(), json)).onSuccess(found -> {
            asked = json;
            show(found);
        }).onError(thrown -> {
            asked = json;
            lines.getChildren().setAll(Labels.wrapped(Problems.of(thrown).title() + ". "
                    + Problems.of(thrown).remedy(), "error-hint"));
        }).andFinally(() -> {
            ask.setDisable(false);
            refresh();
        }).start();
    }

    private void show(List<SentenceLine> found) {
        lines.getChildren().setAll(found.stream().map(line -> Labels.wrapped(line.title() + " "
                + String.join(", ", line.values()), "t11", "muted")).toList());
    }
}
