package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Pill;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One row of a sheet: what it is beside what is there, its object and field, the values, and whether it is accepted.
final class ImportCell extends ListCell<Proposal> {

    private static final double STANDING = 140;
    private static final double OBJECT = 280;
    private static final double GAP = 12;

    private final ImportPane pane;

    ImportCell(ImportPane pane) {
        this.pane = pane;
        getStyleClass().add("review-cell");
        setPrefWidth(0);
        // Its height depends on its width, for reasons wrap.
        setWrapText(true);
    }

    @Override
    protected void updateItem(@Nullable Proposal one, boolean empty) {
        super.updateItem(one, empty);
        setText(null);
        setGraphic(empty || one == null ? null : node(one));
    }

    /// As high as its lines are at what this width leaves for them.
    @Override
    protected double computePrefHeight(double width) {
        if (!(getGraphic() instanceof HBox box) || width <= 0) {
            return super.computePrefHeight(width);
        }
        // The list measures rows before their style is applied.
        applyCss();
        double taken = box.getChildren().stream().limit(3).mapToDouble(part -> part.prefWidth(-1)).sum() + 3 * GAP;
        double left = width - snappedLeftInset() - snappedRightInset() - taken;
        double height = box.getChildren().stream().limit(3).mapToDouble(part -> part.prefHeight(-1)).max().orElse(0);
        return snappedTopInset() + snappedBottomInset()
                + Math.ceil(Math.max(height, box.getChildren().getLast().prefHeight(left)));
    }

    private Node node(Proposal one) {
        CheckBox tick = new CheckBox();
        tick.setSelected(pane.isAccepted(one));
        tick.setDisable(!one.acceptable());
        tick.setAccessibleText("Accept line " + one.line());
        tick.setOnAction(_ -> pane.accept(one, tick.isSelected()));
        StackPane standing = new StackPane(pill(one));
        standing.setAlignment(Pos.CENTER_LEFT);
        standing.setMinWidth(STANDING);
        standing.setPrefWidth(STANDING);
        VBox object = new VBox(Labels.of(one.action().mark() + " "
                + Labels.isolated(one.name().isEmpty() ? "(no name)" : one.name()), "item-name"),
                placed("Line " + one.line() + place(one)));
        object.setMinWidth(OBJECT);
        object.setPrefWidth(OBJECT);
        object.setMaxWidth(OBJECT);
        VBox values = new VBox(2);
        HBox.setHgrow(values, Priority.ALWAYS);
        values.setMinWidth(0);
        values.setPrefWidth(0);
        Proposal.Fresh fresh = one.fresh();
        if (fresh != null) {
            fresh(one, fresh, values);
        } else if (!one.reason().isEmpty()) {
            boolean red = one.standing() == Proposal.Standing.UNREADABLE;
            values.getChildren().add(told((one.column().isEmpty() ? "" : "Column “" + one.column() + "”: ")
                    + one.reason() + ".", red ? "check-red" : "caption"));
        } else {
            values.getChildren().add(line("Facebook has", one.shown().now(), one.shown().proposed()));
            if (!one.shown().mine().isEmpty()) {
                values.getChildren().add(Labels.of("Yours, unpublished: " + one.shown().mine(), "caption"));
            }
        }
        HBox box = new HBox(GAP, tick, standing, object, values);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Label placed(String text) {
        Label label = Labels.of(text, "caption");
        Tooltips.show(label, text);
        return label;
    }

    /// What the row is about: a field, or the level and place of what is new.
    private static String place(Proposal one) {
        if (one.action() == Draft.Action.ADD) {
            Proposal.Fresh fresh = one.fresh();
            return " · New " + AdWords.sentence(one.key().level().name()).toLowerCase(Locale.ROOT)
                    + (fresh == null || fresh.path().isEmpty() ? "" : " in " + fresh.path());
        }
        String field = Fields.find(one.key().level(), one.field()).map(spec -> spec.label()).orElse(one.field());
        return field.isEmpty() ? "" : " · " + field;
    }

    private static void fresh(Proposal one, Proposal.Fresh fresh, VBox values) {
        values.getChildren().add(told(fresh.summary(), "review-new"));
        if (!one.reason().isEmpty()) {
            values.getChildren().add(told(one.reason() + ".", "check-yellow"));
        }
        fresh.findings().forEach(finding -> values.getChildren().add(told(finding.text() + ". " + finding.fix(),
                finding.severity() == Finding.Severity.RED ? "check-red" : "check-yellow")));
        fresh.notes().forEach(note -> values.getChildren().add(told(note + ".", "check-yellow")));
    }

    /// What has to be read in full takes as many lines as it needs.
    private static Label told(String text, String style) {
        Label label = style.equals("review-new") ? Labels.of(text, style) : Labels.wrapped(text, style);
        label.setMinWidth(0);
        Tooltips.show(label, text);
        return label;
    }

    private static HBox line(String words, String now, String proposed) {
        Label old = Labels.of(now, "review-old");
        Label fresh = Labels.of(proposed, "review-new");
        old.setMinWidth(0);
        fresh.setMinWidth(0);
        HBox line = new HBox(6, Labels.whole(words, "caption"), old, Labels.whole("→", "caption"), fresh);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// Green, purple and red with a sign and a word, as editors of this kind have them.
    private static Pill pill(Proposal one) {
        Pill pill = new Pill();
        switch (one.standing()) {
            case PROPOSED -> pill.show(one.fresh() == null ? "Proposed" : "Proposed new", Icons.ADD, Pill.Tone.FRESH);
            case OWN -> pill.show("Own, unpublished", Icons.EDIT, Pill.Tone.LEARN);
            case CONFLICT -> pill.show("Conflicting", Icons.ISSUE, Pill.Tone.DANGER);
            case SAME -> pill.show("As it is", Icons.CHECK, Pill.Tone.OFF);
            case UNREADABLE -> pill.show("Cannot be read", Icons.REFUSED, Pill.Tone.WARNING);
        }
        return pill;
    }
}
