package com.bizosaas.adsdesk.ui.settings;

import javafx.scene.control.PasswordField;

/// Takes a secret out of its field without making a string of it.
final class Typed {

    private Typed() {
    }

    static char[] characters(PasswordField field) {
        CharSequence typed = field.getCharacters();
        char[] characters = new char[typed.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = typed.charAt(i);
        }
        return characters;
    }
}
