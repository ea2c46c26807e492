package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.draft.Conflict.Decision;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One field that somebody changed at Facebook since it was drafted: what it was, yours, and what Facebook has; keep, take,
/// or type a third value.
final class ConflictChoice extends VBox {

    /// What a decision does.
    interface Deciding {

        void decide(Decision decision);

        void decide(String value);

        /// Opens the editor of a structure that cannot be typed, such as a targeting.
        void edit();
    }

    /// Beyond this a value does not go on a button.
    private static final int SHORT = 24;

    private final Review.Row row;
    private final AdAccount account;
    private final Deciding deciding;
    private final HBox buttons = new HBox(8);
    private final Label wrong = Labels.wrapped("", "check-red");

    /// @param guard greys a control for whoever may not decide
    ConflictChoice(Review.Row row, AdAccount account, Deciding deciding, UnaryOperator<Node> guard) {
        super(6);
        this.row = row;
        this.account = account;
        this.deciding = deciding;
        getStyleClass().add("conflict-choice");
        GridPane values = new GridPane(8, 2);
        String theirs = words(row.theirs(), row.shownTheirs());
        value(values, 0, "Was", row.shownOld(), "review-old");
        value(values, 1, "Yours", words(row.mine(), row.shownMine()), "review-new");
        value(values, 2, "Meta's now", theirs, "conflict-theirs");
        buttons.setAlignment(Pos.CENTER_LEFT);
        Button keep = Buttons.secondary("Keep yours" + onButton(row.shownMine()), () -> deciding.decide(Decision.KEEP));
        Button take = Buttons.secondary("Take Meta's" + onButton(row.shownTheirs()),
                () -> deciding.decide(Decision.TAKE));
        keep.getStyleClass().addAll("small", "conflict-keep");
        take.getStyleClass().addAll("small", "conflict-take");
        buttons.getChildren().addAll(guard.apply(keep), guard.apply(take));
        boolean typed = FieldEntry.canType(row.field());
        if (typed || row.field().name().equals(Fields.TARGETING)) {
            Button edit = Buttons.secondary("Edit…", typed ? this::type : deciding::edit);
            edit.getStyleClass().addAll("small", "conflict-edit");
            buttons.getChildren().add(guard.apply(edit));
        }
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        getChildren().addAll(values, buttons, wrong);
    }

    /// Of a targeting, what the change is: two whole sentences would hide it.
    private String words(@org.jspecify.annotations.Nullable String value, String shown) {
        String old = row.old();
        return row.field().name().equals(Fields.TARGETING) && value != null && old != null && !old.isEmpty()
                ? Targeting.difference(old, value)
                : shown;
    }

    private static String onButton(String value) {
        return value.length() > SHORT ? "" : ": " + value;
    }

    private static void value(GridPane values, int at, String label, String value, String style) {
        Label name = Labels.whole(label, "caption");
        Label text = Labels.of(value, style);
        text.setMinWidth(0);
        Tooltips.show(text, value);
        GridPane.setHgrow(text, Priority.ALWAYS);
        values.addRow(at, name, text);
    }

    /// A field in place of the buttons; Enter decides, Esc brings the buttons back.
    private void type() {
        FieldEntry entry = new FieldEntry(account, Locale.getDefault(Locale.Category.FORMAT));
        TextField field = new TextField(entry.text(row.field(), row.mine()));
        field.setAccessibleText(row.field().label());
        field.getStyleClass().add("conflict-value");
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable use = () -> {
            try {
                deciding.decide(entry.value(row.field(), field.getText()));
            } catch (IllegalArgumentException e) {
                wrong.setText(Objects.requireNonNullElse(e.getMessage(), ""));
            }
        };
        Button done = Buttons.primary("Use this", use);
        done.getStyleClass().addAll("small", "conflict-use");
        Node[] before = buttons.getChildren().toArray(new Node[0]);
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                use.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                buttons.getChildren().setAll(before);
                wrong.setText("");
                event.consume();
            }
        });
        buttons.getChildren().setAll(field, done);
        field.requestFocus();
        field.selectAll();
    }
}
