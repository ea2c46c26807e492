package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft;
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
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One object of a review: its tick, who drafted it, each field old → new, what it changes a day, what the checks say, and
/// the decision where somebody changed it at Facebook since.
final class ReviewCell extends ListCell<Review.Item> {

    private static final PseudoClass CONFLICT = PseudoClass.getPseudoClass("conflict");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// The widths of the columns, the same in every row and in the head.
    private static final double TICK = 18;
    private static final double ITEM = 224;
    private static final double DAY = 76;
    private static final double CHECK = 204;
    private static final double AWAY = 24;
    private static final double GAP = 12;
    private static final double FIELD = 100;
    /// All but the old and the new value, with the edges of a row and the scroll bar.
    private static final double REST = TICK + ITEM + DAY + CHECK + AWAY + 5 * GAP + 26;
    /// Beyond so many signs the old and the new value stand below each other, each whole.
    private static final int ONE_LINE = 32;

    private final ReviewPane pane;
    private final Formats formats;

    ReviewCell(ReviewPane pane, Formats formats) {
        this.pane = pane;
        this.formats = formats;
        getStyleClass().add("review-cell");
        setPrefWidth(0);
    }

    /// What stands above the rows.
    static HBox head() {
        Label change = Labels.whole("Old → new", "caption");
        change.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(change, Priority.ALWAYS);
        Label day = sized(Labels.whole("Per day", "caption"), DAY);
        day.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(GAP, sized(new Label(), TICK), sized(Labels.of("Item", "caption"), ITEM), change, day,
                sized(Labels.of("Check", "caption"), CHECK), sized(new Label(), AWAY));
        head.getStyleClass().add("review-head");
        return head;
    }

    private static <T extends Region> T sized(T node, double width) {
        node.setMinWidth(width);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
        return node;
    }

    @Override
    protected void updateItem(Review.@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        pseudoClassStateChanged(CONFLICT, item != null && !empty && item.conflicts());
        setGraphic(empty || item == null ? null : node(item));
    }

    private Node node(Review.Item item) {
        CheckBox tick = sized(new CheckBox(), TICK);
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
        sized(who, ITEM);
        VBox fields = new VBox(4);
        // A list asks its rows for their height before it tells them their width.
        fields.prefWidthProperty().bind(getListView().widthProperty().subtract(REST));
        fields.minWidthProperty().bind(fields.prefWidthProperty());
        fields.maxWidthProperty().bind(fields.prefWidthProperty());
        if (item.rows().isEmpty()) {
            fields.getChildren().add(Labels.wrapped("Will be deleted with everything below it.", "review-new"));
        }
        item.rows().forEach(row -> fields.getChildren().addAll(field(item, row)));
        String sign = item.perDay().amount().signum() > 0 ? "+" : "";
        Label perDay = Labels.whole(sign + formats.amount(item.perDay()), "review-day");
        sized(perDay, DAY).setAlignment(Pos.TOP_RIGHT);
        if (item.perDay().amount().signum() == 0) {
            perDay.getStyleClass().setAll("label", "review-no-day");
        }
        VBox checks = sized(new VBox(2), CHECK);
        item.findings().forEach(finding -> checks.getChildren().add(check(item, finding)));
        if (item.findings().isEmpty()) {
            checks.getChildren().add(item.conflicts()
                    ? told("Changed at Meta since you drafted it", Icons.ISSUE, "check-red")
                    : told("No objection", Icons.CHECKED, "check-green"));
        }
        Button away = Buttons.icon(Icons.CLOSE, "Discard this draft", () -> pane.discard(item.key()));
        away.getStyleClass().add("small");
        pane.comment(item.key()).ifPresent(comment -> {
            Label words = Labels.wrapped(Labels.isolated(comment.who()) + ": " + comment.text(), "review-comment");
            words.setGraphic(Icons.COMMENT.node("i12"));
            who.getChildren().add(words);
        });
        HBox box = new HBox(GAP, tick, who, fields, perDay, checks, new VBox(pane.changing(away)));
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    private Node[] field(Review.Item item, Review.Row row) {
        Label label = sized(Labels.wrapped(row.field().label(), "caption"), FIELD);
        Label fresh = Labels.wrapped(row.shownMine(), "review-new");
        Pane values;
        if (item.action() == Draft.Action.ADD) {
            values = new VBox(fresh);
        } else {
            Label old = Labels.wrapped(row.shownOld(), "review-old");
            Label arrow = Labels.whole("→", "caption");
            boolean beside = row.shownOld().length() + row.shownMine().length() <= ONE_LINE;
            values = beside ? new HBox(6, old, arrow, fresh) : new VBox(old, new HBox(6, arrow, fresh));
        }
        values.setMinWidth(0);
        HBox.setHgrow(values, Priority.ALWAYS);
        HBox line = new HBox(8, label, values);
        if (row.theirs() == null) {
            return new Node[]{line};
        }
        return new Node[]{line,
                new ConflictChoice(row, pane.account(item), pane.deciding(item, row), pane::changing)};
    }

    private Node check(Review.Item item, Finding finding) {
        Node words = switch (finding.severity()) {
            case RED -> told(finding.text(), Icons.REFUSED, "check-red");
            case YELLOW -> told(finding.text(), Icons.WARNING, "check-yellow");
            case GREEN -> told(finding.text(), Icons.CHECKED, "check-green");
        };
        VBox box = new VBox(words);
        if (!finding.fix().isEmpty()) {
            box.getChildren().add(Labels.wrapped(finding.fix(), "caption"));
        }
        if (!finding.repair().isEmpty()) {
            HBox mend = new HBox(
                    pane.changing(Buttons.link("Mend it", () -> pane.repair(item.key(), finding.repair()))));
            mend.getStyleClass().add("check-mend");
            box.getChildren().add(mend);
        }
        return box;
    }

    /// With the icon beside the first line, however many there are.
    private static Node told(String words, Icons icon, String style) {
        Label label = Labels.wrapped(words, style);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox box = new HBox(6, icon.node(style), label);
        box.getStyleClass().add("check-told");
        return box;
    }
}
