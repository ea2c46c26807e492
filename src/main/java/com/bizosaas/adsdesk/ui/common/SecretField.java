package com.bizosaas.adsdesk.ui.common;

import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// A one-line field for a passphrase, a token or an app secret. What is typed is held in characters that [#clear()]
/// overwrites, never in a string, since strings stay in memory until they happen to be collected, and no copy is kept
/// for undoing; JavaFX's own password field does both. Nothing can be copied out of it. Keys as in any text field, but
/// for selecting parts: Ctrl+A selects all. FX thread only.
public final class SecretField extends Region {

    private static final int LONGEST = 8192;
    private static final String BULLET = "\u2022";

    private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper(this, "edits", 0);
    private final BooleanProperty revealed = new SimpleBooleanProperty(this, "revealed", false);
    private final Label prompt = new Label();
    private final Pane inside = new Pane();
    private final Group line = new Group();
    private final Rectangle caret = new Rectangle(1, 14);
    private final Rectangle selection = new Rectangle(0, 16);
    private final Rectangle clip = new Rectangle();
    private char[] typed = new char[64];
    private int length;
    private int at;
    private boolean allSelected;
    private Runnable action = () -> {
    };

    public SecretField() {
        getStyleClass().addAll("text-field", "password-field", "secret-field");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setCursor(Cursor.TEXT);
        prompt.getStyleClass().add("secret-prompt");
        prompt.setMouseTransparent(true);
        caret.getStyleClass().add("secret-caret");
        caret.setManaged(false);
        caret.visibleProperty().bind(focusedProperty());
        selection.getStyleClass().add("secret-selection");
        selection.setManaged(false);
        line.setManaged(false);
        line.setAutoSizeChildren(false);
        inside.setClip(clip);
        inside.setMouseTransparent(true);
        inside.getChildren().addAll(selection, line, caret);
        getChildren().addAll(prompt, inside);
        revealed.addListener((_, _, _) -> draw());
        focusedProperty().addListener((_, _, _) -> requestLayout());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
        setOnInputMethodTextChanged(this::composed);
        setInputMethodRequests(new CaretPlace());
        ContextMenu menu = new ContextMenu(item("Paste", this::paste), item("Clear", this::clear));
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        draw();
    }

    private static MenuItem item(String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> run.run());
        return item;
    }

    /// Counts changes of the content, for those who follow it.
    public ReadOnlyIntegerProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /// Whether the characters themselves are shown.
    public BooleanProperty revealedProperty() {
        return revealed;
    }

    public int length() {
        return length;
    }

    public boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (!Character.isWhitespace(typed[i])) {
                return false;
            }
        }
        return true;
    }

    public boolean sameAs(SecretField other) {
        return Arrays.equals(typed, 0, length, other.typed, 0, other.length);
    }

    /// A copy of what is typed, which the receiver wipes.
    public char[] characters() {
        return Arrays.copyOf(typed, length);
    }

    public void setPromptText(String text) {
        prompt.setText(text);
    }

    /// @param run what Enter does
    public void setOnAction(Runnable run) {
        action = run;
    }

    /// Overwrites what was typed.
    public void clear() {
        Arrays.fill(typed, '\0');
        length = 0;
        at = 0;
        allSelected = false;
        changed();
    }

    /// Puts characters in at the caret, as typing and pasting do; control characters and what exceeds 8192 are left out.
    public void insert(CharSequence characters) {
        if (allSelected) {
            wipeAll();
        }
        for (int i = 0; i < characters.length(); i++) {
            char next = characters.charAt(i);
            if (!Character.isISOControl(next) && length < LONGEST) {
                insert(next);
            }
        }
        changed();
    }

    private void insert(char character) {
        if (length == typed.length) {
            char[] wider = Arrays.copyOf(typed, typed.length * 2);
            Arrays.fill(typed, '\0');
            typed = wider;
        }
        System.arraycopy(typed, at, typed, at + 1, length - at);
        typed[at++] = character;
        length++;
    }

    private void wipeAll() {
        Arrays.fill(typed, '\0');
        length = 0;
        at = 0;
        allSelected = false;
    }

    private void delete(int from, int to) {
        if (allSelected) {
            wipeAll();
        } else if (from >= 0 && to <= length && from < to) {
            System.arraycopy(typed, to, typed, from, length - to);
            Arrays.fill(typed, length - (to - from), length, '\0');
            length -= to - from;
            at = from;
        } else {
            return;
        }
        changed();
    }

    private int before(int index) {
        return index >= 2 && Character.isSurrogatePair(typed[index - 2], typed[index - 1]) ? index - 2 : index - 1;
    }

    private int after(int index) {
        return index + 2 <= length && Character.isSurrogatePair(typed[index], typed[index + 1]) ? index + 2 : index + 1;
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            insert(text);
        }
    }

    private void keyTyped(KeyEvent event) {
        if (event.isShortcutDown() || event.isMetaDown() || event.isControlDown() != event.isAltDown()) {
            return;
        }
        String text = event.getCharacter();
        if (!text.isEmpty() && !Character.isISOControl(text.charAt(0))) {
            insert(text);
            event.consume();
        }
    }

    private void composed(InputMethodEvent event) {
        if (!event.getCommitted().isEmpty()) {
            insert(event.getCommitted());
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        boolean shortcut = event.isShortcutDown();
        switch (event.getCode()) {
            case ENTER -> action.run();
            case BACK_SPACE -> delete(shortcut ? 0 : before(at), at);
            case DELETE -> {
                if (event.isShiftDown()) {
                    return;
                }
                delete(at, shortcut ? length : after(at));
            }
            case LEFT, KP_LEFT -> moveTo(allSelected ? 0 : before(at));
            case RIGHT, KP_RIGHT -> moveTo(allSelected ? length : after(at));
            case HOME -> moveTo(0);
            case END -> moveTo(length);
            case INSERT -> {
                if (!event.isShiftDown()) {
                    return;
                }
                paste();
            }
            case V -> {
                if (!shortcut) {
                    return;
                }
                paste();
            }
            case A -> {
                if (!shortcut) {
                    return;
                }
                allSelected = length > 0;
                at = length;
                draw();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moveTo(int index) {
        at = Math.clamp(index, 0, length);
        allSelected = false;
        draw();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        double x = event.getX() - inside.getLayoutX() - line.getLayoutX();
        int index = 0;
        for (int i = 0; i < line.getChildren().size(); i++) {
            Text glyph = (Text) line.getChildren().get(i);
            if (x > glyph.getX() + glyph.getLayoutBounds().getWidth() / 2) {
                index = i + 1;
            }
        }
        allSelected = event.getClickCount() > 1 && length > 0;
        at = allSelected ? length : Math.min(index, length);
        draw();
        event.consume();
    }

    private void changed() {
        draw();
        edits.set(edits.get() + 1);
    }

    /// One node for each character, so that not even the shown ones are ever together in a string.
    private void draw() {
        line.getChildren().clear();
        for (int i = 0; i < length; i++) {
            Text glyph = new Text(shown(i));
            glyph.getStyleClass().add("secret-glyph");
            glyph.setTextOrigin(VPos.TOP);
            line.getChildren().add(glyph);
        }
        prompt.setVisible(length == 0);
        requestLayout();
    }

    private String shown(int index) {
        if (index > 0 && Character.isSurrogatePair(typed[index - 1], typed[index])) {
            return "";
        }
        if (!revealed.get()) {
            return BULLET;
        }
        boolean pair = index + 1 < length && Character.isSurrogatePair(typed[index], typed[index + 1]);
        return new String(typed, index, pair ? 2 : 1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + 160 + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + Math.ceil(prompt.prefHeight(-1)) + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 60;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight();
        inside.resizeRelocate(snappedLeftInset(), 0, Math.max(0, width), height);
        clip.setWidth(Math.max(0, width) + 1);
        clip.setHeight(height);
        double x = 0;
        double caretX = 0;
        double lineHeight = 0;
        for (int i = 0; i < length; i++) {
            Text glyph = (Text) line.getChildren().get(i);
            glyph.applyCss();
            if (i == at) {
                caretX = x;
            }
            glyph.setX(x);
            x += glyph.getLayoutBounds().getWidth();
            lineHeight = Math.max(lineHeight, glyph.getLayoutBounds().getHeight());
        }
        if (at >= length) {
            caretX = x;
        }
        double left = Math.min(0, width - 1 - caretX);
        line.setLayoutX(left);
        line.setLayoutY(Math.round((height - lineHeight) / 2));
        caret.setX(left + caretX);
        caret.setY(Math.round((height - caret.getHeight()) / 2));
        selection.setX(left);
        selection.setWidth(allSelected ? x : 0);
        selection.setY(Math.round((height - selection.getHeight()) / 2));
        double promptHeight = prompt.prefHeight(-1);
        prompt.resizeRelocate(snappedLeftInset(), Math.round((height - promptHeight) / 2), Math.max(0, width),
                promptHeight);
    }

    /// Lets dead keys and input methods compose; what they compose is shown where the caret is.
    private final class CaretPlace implements InputMethodRequests {

        @Override
        public Point2D getTextLocation(int offset) {
            Point2D place = inside.localToScreen(caret.getX(), caret.getY() + caret.getHeight());
            return place == null ? Point2D.ZERO : place;
        }

        @Override
        public int getLocationOffset(int x, int y) {
            return at;
        }

        @Override
        public void cancelLatestCommittedText() {
            // Nothing is kept that could be taken back.
        }

        @Override
        public String getSelectedText() {
            return "";
        }
    }
}
