package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.PublishService.UndoPlan;
import com.bizosaas.adsdesk.service.PublishService.UndoRow;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What taking a batch back would do, row by row: what cannot be taken back first, then what somebody changed since with its
/// three values, then the rest.
final class UndoList extends ListView<UndoRow> {

    private static final double OBJECT = 300;
    private static final double FIELD = 120;

    private final UndoPlan plan;

    UndoList(UndoPlan plan) {
        this.plan = plan;
        setId("undo-rows");
        getStyleClass().add("review-items");
        setFocusTraversable(false);
        setCellFactory(_ -> new Cell());
        getItems().addAll(plan.impossible());
        getItems().addAll(plan.conflicts());
        getItems().addAll(plan.revertible());
    }

    /// How many there are of each kind.
    static Node summary(UndoPlan plan) {
        HBox line = new HBox(16, counted(plan.revertible().size(), "can be taken back", Icons.UNDO, "check-green"),
                counted(plan.conflicts().size(), "changed since", Icons.ISSUE, "check-yellow"),
                counted(plan.impossible().size(), "cannot be taken back", Icons.REFUSED, "check-red"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setId("undo-summary");
        return line;
    }

    private static Label counted(int count, String words, Icons icon, String style) {
        Label label = Labels.whole(count + " " + words, style);
        label.setGraphic(icon.node());
        label.setVisible(count > 0);
        label.setManaged(count > 0);
        return label;
    }

    private final class Cell extends ListCell<UndoRow> {

        Cell() {
            getStyleClass().add("review-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable UndoRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : node(row));
        }

        private Node node(UndoRow row) {
            String path = row.shown().path();
            VBox object = new VBox(2, Labels.of(Labels.isolated(row.name()), "item-name"),
                    Labels.of(path.isEmpty() ? "" : "in " + path, "caption"));
            object.setMinWidth(OBJECT);
            object.setPrefWidth(OBJECT);
            object.setMaxWidth(OBJECT);
            Label field = Labels.of(row.field().isEmpty()
                    ? row.action() == Draft.Action.REMOVE && row.reason().isEmpty() ? "Will be deleted" : ""
                    : Fields.find(row.key().level(), row.field()).map(FieldSpec::label).orElse(row.field()), "caption");
            field.setMinWidth(FIELD);
            field.setPrefWidth(FIELD);
            VBox values = new VBox(2);
            HBox.setHgrow(values, Priority.ALWAYS);
            values.setMinWidth(0);
            if (!row.reason().isEmpty()) {
                Label why = Labels.wrapped(row.reason(), "check-red");
                why.setGraphic(Icons.REFUSED.node());
                values.getChildren().add(why);
            } else if (plan.conflicts().contains(row)) {
                values.getChildren().addAll(value("Before", row.shown().before(), "review-new"),
                        value("Published", row.shown().published(), "review-old"),
                        value("Now", row.shown().now(), "conflict-theirs"));
            } else if (!row.field().isEmpty()) {
                HBox line = new HBox(6, text(row.shown().published(), "review-old"), Labels.whole("→", "caption"),
                        text(row.shown().before(), "review-new"));
                line.setAlignment(Pos.CENTER_LEFT);
                values.getChildren().add(line);
            }
            HBox box = new HBox(12, object, field, values);
            box.setAlignment(Pos.TOP_LEFT);
            return box;
        }

        private static HBox value(String label, String value, String style) {
            Label name = Labels.whole(label, "caption");
            name.setMinWidth(64);
            HBox line = new HBox(6, name, text(value, style));
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }

        private static Label text(String value, String style) {
            Label label = Labels.of(value, style);
            label.setMinWidth(0);
            Tooltips.show(label, value);
            return label;
        }
    }
}
