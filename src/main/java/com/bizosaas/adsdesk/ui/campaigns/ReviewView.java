package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What will be written, old beside new, before anything is.
final class ReviewView extends VBox {

    ReviewView(String lead, List<Change> changes, Runnable back) {
        super(14);
        getStyleClass().add("review");
        setId("review");
        GridPane grid = new GridPane(16, 10);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setMinWidth(120);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(fields, values);
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Label field = Labels.of(change.field(), "t12", "muted");
            GridPane.setValignment(field, VPos.TOP);
            grid.addRow(i, field, value(change));
        }
        var again = Buttons.flat("Back to the form", Icons.BACK, back);
        again.setId("review-back");
        getChildren().addAll(Labels.wrapped(lead, "t12", "muted"), grid, again);
    }

    private static VBox value(Change change) {
        FlowPane line = new FlowPane(8, 2);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!change.old().isEmpty()) {
            line.getChildren().addAll(Labels.wrapped(change.old(), "t12", "old-value"), Labels.of("→", "t12", "muted"));
        }
        line.getChildren().add(Labels.wrapped(change.fresh(), "t12", change.old().isEmpty()
                ? "weight-semibold"
                : "new-value"));
        VBox box = new VBox(2, line);
        if (!change.note().isEmpty()) {
            box.getChildren().add(Labels.wrapped(change.note(), "hint"));
        }
        return box;
    }
}
