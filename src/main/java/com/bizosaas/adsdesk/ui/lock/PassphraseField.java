package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field for a passphrase, with an eye to look at what was typed.
public final class PassphraseField extends HBox {

    private final PasswordField hidden = new PasswordField();
    private final TextField plain = new TextField();
    private final Button eye;

    public PassphraseField(String name, String id) {
        getStyleClass().addAll("field-box", "large", "passphrase-field");
        hidden.setId(id);
        for (TextInputControl field : new TextInputControl[]{hidden, plain}) {
            field.setPromptText(name);
            field.setAccessibleText(name);
            field.managedProperty().bind(field.visibleProperty());
            setHgrow(field, Priority.ALWAYS);
        }
        plain.setVisible(false);
        plain.textProperty().bindBidirectional(hidden.textProperty());
        eye = Buttons.icon(Icons.SHOW, "Show what is typed", this::toggle);
        eye.getStyleClass().add("small");
        eye.setFocusTraversable(false);
        getChildren().addAll(Icons.KEY.node(), hidden, plain, eye);
    }

    public StringProperty textProperty() {
        return hidden.textProperty();
    }

    public boolean isBlank() {
        return hidden.getText().isBlank();
    }

    /// What is typed, as characters that the receiver wipes.
    public char[] characters() {
        CharSequence typed = hidden.getCharacters();
        char[] characters = new char[typed.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = typed.charAt(i);
        }
        return characters;
    }

    public void clear() {
        hidden.clear();
    }

    public void onEnter(Runnable action) {
        hidden.setOnAction(_ -> action.run());
        plain.setOnAction(_ -> action.run());
    }

    @Override
    public void requestFocus() {
        (plain.isVisible() ? plain : hidden).requestFocus();
    }

    private void toggle() {
        boolean show = hidden.isVisible();
        plain.setVisible(show);
        hidden.setVisible(!show);
        eye.setGraphic((show ? Icons.HIDE : Icons.SHOW).node());
        requestFocus();
        (show ? plain : hidden).end();
    }
}
