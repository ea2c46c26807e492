package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One object of a review: its tick, who drafted it, each field old → new, what it changes a day, what the checks say, and
/// the decision where somebody changed it at Facebook since.
final class ReviewCell extends ListCell<Review.Item> {

    private static final PseudoClass CONFLICT = PseudoClass.getPseudoClass("conflict");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final ReviewPane pane;
    private final Formats formats;

    ReviewCell(ReviewPane pane, Formats formats) {
        this.pane = pane;
        this.formats = formats;
        getStyleClass().add("review-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Review.@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        pseudoClassStateChanged(CONFLICT, item != null && !empty && item.conflicts());
        setGraphic(empty || item == null ? null : node(item));
    }

    private Node node(Review.Item item) {
        CheckBox tick = new CheckBox();
        tick.setSelected(pane.isSelected(item.key()));
        tick.setAccessibleText("Publish " + item.name());
        tick.setOnAction(_ -> pane.select(item.key(), tick.isSelected()));
        Label name = Labels.of(item.action().mark() + " " + Labels.isolated(item.name()), "item-name");
        String level = switch (item.key().level()) {
            case CAMPAIGN, ACCOUNT -> "Campaign";
            case AUDIENCE -> "Audience";
            case AD_SET -> "Ad set";
            case AD -> "Ad";
        };
        String in = item.path().isEmpty() || item.key().level() == Level.CAMPAIGN ? "" : " in " + item.path();
        VBox who = new VBox(name, Labels.of(level + in + " · " + item.who() + " "
                + TIME.format(item.since().atZone(ZoneId.systemDefault())), "caption"));
        who.setMinWidth(260);
        who.setPrefWidth(280);
        VBox fields = new VBox(4);
        HBox.setHgrow(fields, Priority.ALWAYS);
        if (item.rows().isEmpty()) {
            fields.getChildren().add(Labels.wrapped("Will be deleted with everything below it.", "review-new"));
        }
        item.rows().forEach(row -> fields.getChildren().addAll(field(item, row)));
        String sign = item.perDay().amount().signum() > 0 ? "+" : "";
        Label perDay = Labels.whole(sign + formats.amount(item.perDay()), "review-day");
        perDay.setMinWidth(80);
        perDay.setAlignment(Pos.TOP_RIGHT);
        VBox checks = new VBox(2);
        checks.setMinWidth(210);
        checks.setPrefWidth(270);
        item.findings().forEach(finding -> checks.getChildren().add(check(item, finding)));
        if (item.findings().isEmpty()) {
            checks.getChildren().add(told("Nothing to say", Icons.CHECKED, "check-green"));
        }
        Button away = Buttons.icon(Icons.CLOSE, "Discard this draft", () -> pane.discard(item.key()));
        away.getStyleClass().add("small");
        pane.comment(item.key()).ifPresent(comment -> {
            Label words = Labels.wrapped(Labels.isolated(comment.who()) + ": " + comment.text(), "review-comment");
            words.setGraphic(Icons.COMMENT.node("i12"));
            who.getChildren().add(words);
        });
        HBox box = new HBox(12, tick, who, fields, perDay, checks, pane.changing(away));
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    private Node[] field(Review.Item item, Review.Row row) {
        Label label = Labels.whole(row.field().label(), "caption");
        Label old = Labels.of(row.shownOld(), "review-old");
        Label fresh = Labels.of(row.shownMine(), "review-new");
        HBox line = new HBox(6, label, old, Labels.whole("→", "caption"), fresh);
        line.setAlignment(Pos.CENTER_LEFT);
        old.setMinWidth(0);
        fresh.setMinWidth(0);
        if (row.theirs() == null) {
            return new Node[]{line};
        }
        return new Node[]{line, Labels.wrapped("Changed at Meta since you drafted it.", "check-red"),
                new ConflictChoice(row, pane.account(item), pane.deciding(item, row), pane::changing)};
    }

    private Node check(Review.Item item, Finding finding) {
        Label words = switch (finding.severity()) {
            case RED -> told(finding.text(), Icons.REFUSED, "check-red");
            case YELLOW -> told(finding.text(), Icons.WARNING, "check-yellow");
            case GREEN -> told(finding.text(), Icons.CHECKED, "check-green");
        };
        VBox box = new VBox(words);
        if (!finding.fix().isEmpty()) {
            box.getChildren().add(Labels.wrapped(finding.fix(), "caption"));
        }
        if (!finding.repair().isEmpty()) {
            box.getChildren()
                    .add(pane.changing(Buttons.link("Mend it", () -> pane.repair(item.key(), finding.repair()))));
        }
        return box;
    }

    private static Label told(String words, Icons icon, String style) {
        Label label = Labels.wrapped(words, style);
        label.setGraphic(icon.node());
        return label;
    }
}
