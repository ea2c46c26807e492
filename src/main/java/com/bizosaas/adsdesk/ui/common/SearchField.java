package com.bizosaas.adsdesk.ui.common;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A search field with its key printed in it. Esc empties it, and leaves the key alone once it is empty.
public final class SearchField extends HBox {

    private final TextField field = new TextField();

    /// @param prompt what can be typed, such as "Name or ID"
    /// @param keys the key that gets here, such as "Ctrl F"; empty for none
    public SearchField(String prompt, String keys) {
        getStyleClass().addAll("field-box", "search-field");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        setHgrow(field, Priority.ALWAYS);
        Label cap = Labels.keyCap(keys);
        Button clear = Buttons.icon(Icons.CLOSE, "Clear search", field::clear);
        clear.getStyleClass().add("small");
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        cap.visibleProperty().bind(field.textProperty().isEmpty().and(cap.textProperty().isNotEmpty()));
        cap.managedProperty().bind(cap.visibleProperty());
        cap.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icons.SEARCH.node(), field, cap, clear);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    public TextField field() {
        return field;
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
        field.selectAll();
    }
}
