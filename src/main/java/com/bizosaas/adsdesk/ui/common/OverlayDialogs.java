package com.bizosaas.adsdesk.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows dialogs on a scrim inside the window, where they cannot slip behind it. FX thread only.
public final class OverlayDialogs implements Dialogs {

    /// What is left of the window around a dialog that is larger than it.
    private static final Insets EDGE = new Insets(12);

    private final StackPane layer = new StackPane();
    private final Deque<OverlayPane> open = new ArrayDeque<>();
    private @Nullable Node focusBefore;

    public OverlayDialogs() {
        layer.getStyleClass().add("dialog-layer");
        layer.setPickOnBounds(false);
        layer.setVisible(false);
        ChangeListener<@Nullable Node> guard = (_, _, now) -> keepFocus(now);
        EventHandler<KeyEvent> keys = this::onKey;
        layer.sceneProperty().addListener((_, old, now) -> {
            if (old != null) {
                old.focusOwnerProperty().removeListener(guard);
                old.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(guard);
                now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
        });
    }

    /// To be laid over the whole window, below the toasts.
    public StackPane layer() {
        return layer;
    }

    @Override
    public boolean isOpen() {
        return !open.isEmpty();
    }

    /// Closes whatever is open, as when the desk is locked.
    public void closeAll() {
        while (!open.isEmpty()) {
            close(open.getFirst());
        }
    }

    @Override
    public void ask(Question question, Runnable confirmed) {
        VBox body = new VBox(Labels.wrapped(question.text(), "t13", "muted"));
        body.setSpacing(12);
        DialogForm form = new DialogForm(question.title(), question.tenant(), body, question.action())
                .in(question.places()).width(440);
        if (question.danger()) {
            form.danger();
        }
        if (!question.typed().isEmpty()) {
            TextField typed = new TextField();
            typed.setId("typed-confirmation");
            typed.setAccessibleText("Type " + question.typed() + " to go on");
            typed.getStyleClass().add("large");
            body.getChildren().add(new VBox(4,
                    Labels.wrapped("Type “" + question.typed() + "” to go on", "field-label"), typed));
            form.obstacleProperty().bind(typed.textProperty()
                    .map(text -> text.strip().equals(question.typed()) ? "" : "Type “" + question.typed() + "” first"));
            form.initialFocus(typed);
        }
        form.onSubmit(() -> {
            form.close();
            confirmed.run();
        });
        show(form);
    }

    @Override
    public void show(DialogForm form) {
        DialogPane pane = new DialogPane(form);
        form.shown(() -> close(pane));
        open(pane);
    }

    @Override
    public void open(OverlayPane pane) {
        if (open.isEmpty() && layer.getScene() != null) {
            focusBefore = layer.getScene().getFocusOwner();
        }
        pane.shown(() -> close(pane));
        open.push(pane);
        render();
    }

    /// Tab must not lead out of a dialog into the window behind it.
    private void keepFocus(@Nullable Node owner) {
        OverlayPane top = open.peek();
        if (top != null && !top.holds(owner)) {
            Platform.runLater(() -> {
                if (Objects.equals(open.peek(), top) && top.getScene() != null
                        && !top.holds(top.getScene().getFocusOwner())) {
                    top.focusFirst();
                }
            });
        }
    }

    private void onKey(KeyEvent event) {
        OverlayPane top = open.peek();
        if (top != null) {
            top.onKey(event);
        }
    }

    private void close(OverlayPane pane) {
        if (open.remove(pane)) {
            render();
            pane.gone();
        }
    }

    private void render() {
        layer.getChildren().clear();
        OverlayPane top = open.peek();
        layer.setVisible(top != null);
        if (top == null) {
            if (focusBefore != null && focusBefore.getScene() != null) {
                focusBefore.requestFocus();
            }
            focusBefore = null;
            return;
        }
        Region scrim = new Region();
        scrim.getStyleClass().add("scrim");
        layer.getChildren().addAll(scrim, top);
        StackPane.setMargin(top, EDGE);
        // Skins are made now, not with the next pulse: a scroll pane's content is in no scene before it has one, and what is
        // typed meanwhile would go to the button behind.
        top.applyCss();
        top.layout();
        top.focusFirst();
    }
}
