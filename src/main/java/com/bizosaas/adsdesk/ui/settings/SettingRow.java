package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of a card: what is set and why on the left, the control with its message on the right.
final class SettingRow extends HBox {

    static final String OUTSIDE = "Fixed from outside: a start option, the environment or .env.facebook. Change it there.";

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Node marked;
    private final Label message = Labels.wrapped("", "error-hint");
    private final HBox lock = new HBox(6, Icons.LOCKED.node("i12"), Labels.wrapped(OUTSIDE, "hint"));

    /// @param hint empty for none
    SettingRow(String title, String hint, Node control, double width) {
        this(title, hint, control, control, width);
    }

    /// @param control all that stands at the right
    /// @param marked the part of it that is marked when it is refused
    SettingRow(String title, String hint, Node control, Node marked, double width) {
        this.marked = marked;
        getStyleClass().add("setting");
        Label name = Labels.wrapped(title, "weight-medium");
        VBox words = new VBox(name);
        if (!hint.isEmpty()) {
            words.getChildren().add(Labels.wrapped(hint, "hint"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(120);
        HBox.setHgrow(words, Priority.ALWAYS);
        message.setGraphic(Icons.ERROR.node("i12", "danger"));
        message.setId("message-" + marked.getId());
        lock.setAlignment(Pos.CENTER_LEFT);
        lock.setId("lock-" + marked.getId());
        hide(message, true);
        hide(lock, true);
        VBox side = new VBox(4, control, message, lock);
        side.setAlignment(Pos.CENTER_RIGHT);
        side.setFillWidth(true);
        side.setMinWidth(width);
        side.setPrefWidth(width);
        side.setMaxWidth(width);
        getChildren().addAll(words, side);
        marked.setAccessibleHelp(hint);
    }

    /// Marks the control and says why; null takes both away.
    void refuse(@Nullable Problem problem) {
        marked.pseudoClassStateChanged(DANGER, problem != null);
        message.setText(problem == null ? "" : sentence(problem.title()) + " " + problem.remedy());
        hide(message, problem == null);
    }

    /// Says that the value comes from outside.
    void lock(boolean fixed) {
        hide(lock, !fixed);
        if (fixed) {
            Tooltips.show(marked, OUTSIDE);
        }
    }

    private static String sentence(String title) {
        return title.isEmpty() || title.matches(".*[.!?]$") ? title : title + ".";
    }

    private static void hide(Node node, boolean hidden) {
        node.setVisible(!hidden);
        node.setManaged(!hidden);
    }
}
