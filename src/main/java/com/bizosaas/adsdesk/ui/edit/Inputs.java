package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.ui.common.Labels;
import java.math.BigDecimal;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The fields of these dialogs.
final class Inputs {

    private Inputs() {
    }

    static TextField field(String id, String text, int columns) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setPrefColumnCount(columns);
        return field;
    }

    static VBox labelled(String label, Node field) {
        var words = Labels.of(label, "field-label");
        words.setLabelFor(field);
        field.setAccessibleText(label);
        return new VBox(4, words, field);
    }

    static HBox row(Node... nodes) {
        HBox row = new HBox(12, nodes);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    /// A row whose first node takes the room that is left.
    static HBox wide(Node first, Node... nodes) {
        HBox row = row(first);
        row.getChildren().addAll(nodes);
        HBox.setHgrow(first, Priority.ALWAYS);
        return row;
    }

    /// @throws IllegalArgumentException with a sentence that names the field
    static BigDecimal number(String text, String field) {
        try {
            return new BigDecimal(text.strip().replace(',', '.').replace("+", "").replace("%", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + " is not a number. Type one such as 15 or -20.", e);
        }
    }

    static @Nullable BigDecimal optional(String text, String field) {
        return text.isBlank() ? null : number(text, field);
    }
}
