package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.SecretField;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field for a passphrase, with an eye to look at what was typed. FX thread only.
public final class PassphraseField extends HBox {

    private final SecretField field = new SecretField();
    private final Button eye;

    public PassphraseField(String name, String id) {
        getStyleClass().addAll("field-box", "large", "passphrase-field");
        field.setId(id);
        field.setPromptText(name);
        field.setAccessibleText(name);
        setHgrow(field, Priority.ALWAYS);
        eye = Buttons.icon(Icons.SHOW, "Show what is typed", this::toggle);
        eye.getStyleClass().add("small");
        eye.setFocusTraversable(false);
        getChildren().addAll(Icons.KEY.node(), field, eye);
    }

    /// Counts changes of what is typed.
    public ReadOnlyIntegerProperty editsProperty() {
        return field.editsProperty();
    }

    public boolean isEmpty() {
        return field.length() == 0;
    }

    public boolean isBlank() {
        return field.isBlank();
    }

    public boolean sameAs(PassphraseField other) {
        return field.sameAs(other.field);
    }

    /// What is typed, as characters that the receiver wipes.
    public char[] characters() {
        return field.characters();
    }

    public void clear() {
        field.clear();
    }

    public void onEnter(Runnable action) {
        field.setOnAction(action);
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void toggle() {
        boolean show = !field.revealedProperty().get();
        field.revealedProperty().set(show);
        eye.setGraphic((show ? Icons.HIDE : Icons.SHOW).node());
        requestFocus();
    }
}
