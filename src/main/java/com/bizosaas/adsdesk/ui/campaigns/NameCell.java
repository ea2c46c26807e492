package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The name, in its own direction of writing, behind the arrow that opens what is below; in a list of one level, what it
/// is in stands behind it. A mark tells when the last switch was refused.
final class NameCell extends RowCell {

    /// How the rows stand, and what opens them.
    ///
    /// @param tree whether levels stand below each other
    /// @param canOpen whether anything is shown below a row
    /// @param isOpen whether it is open
    /// @param toggle opens or closes a row
    record Tree(java.util.function.BooleanSupplier tree, IntPredicate canOpen, IntPredicate isOpen,
            IntConsumer toggle) {
    }

    private static final PseudoClass TOP = PseudoClass.getPseudoClass("top");
    private static final PseudoClass DRAFTED = PseudoClass.getPseudoClass("drafted");
    private static final PseudoClass GOING = PseudoClass.getPseudoClass("going");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final double INDENT = 14;
    private static final double ARROW = 16;
    /// Below this width what a row is in gives way to its name and its marks; the tooltip still says it.
    private static final double NARROW = 320;

    /// So much of what a row is in is always told, where it is told at all.
    private static final double LEAST_ABOVE = 40;

    private final Tree tree;
    private final Function<CampaignRow, @Nullable Severity> checks;
    private final Region arrow = new Region();
    private final StackPane opener = new StackPane(arrow);
    private final Label name = Labels.of("", "row-name");
    private final Label above = Labels.of("", "row-above");
    private final Label refused = Labels.of("refused", "tag", "danger");
    private final Label mark = Labels.of("", "draft-mark");
    private boolean inside;
    private boolean marked;
    private final Label check = Labels.of("", "check-mark");
    private final Label comment = Labels.of("", "comment-mark");
    private final HBox box = new HBox(opener, mark, check, name, comment, above, refused);

    /// @param checks what the local rules say of a row's draft, null where it has none
    NameCell(Tree tree, Function<CampaignRow, @Nullable Severity> checks) {
        this.tree = tree;
        this.checks = checks;
        getStyleClass().add("name-cell");
        box.setAlignment(Pos.CENTER_LEFT);
        widthProperty().addListener((_, _, _) -> crowd());
        arrow.getStyleClass().add("arrow");
        opener.getStyleClass().add("opener");
        opener.setMinWidth(ARROW);
        opener.setMaxWidth(ARROW);
        opener.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            CampaignRow row = row();
            if (row != null && arrow.isVisible() && event.getButton() == MouseButton.PRIMARY) {
                tree.toggle().accept(row.number());
                event.consume();
            }
        });
        name.setMinWidth(0);
        comment.setGraphic(Icons.COMMENT.node("i12"));
        comment.setMinWidth(USE_PREF_SIZE);
        comment.managedProperty().bind(comment.visibleProperty());
        mark.setMinWidth(USE_PREF_SIZE);
        check.setMinWidth(USE_PREF_SIZE);
        check.managedProperty().bind(check.visibleProperty());
        mark.managedProperty().bind(mark.visibleProperty());
        above.setMinWidth(0);
        above.managedProperty().bind(above.visibleProperty());
        refused.setMinWidth(USE_PREF_SIZE);
        refused.managedProperty().bind(refused.visibleProperty());
        HBox.setMargin(comment, new javafx.geometry.Insets(0, 0, 0, 6));
        HBox.setMargin(above, new javafx.geometry.Insets(0, 0, 0, 6));
        HBox.setMargin(refused, new javafx.geometry.Insets(0, 0, 0, 6));
    }

    @Override
    protected void show(CampaignRow row) {
        boolean levels = tree.tree().getAsBoolean();
        int depth = levels ? row.level().ordinal() - Level.CAMPAIGN.ordinal() : 0;
        HBox.setMargin(opener, new javafx.geometry.Insets(0, 0, 0, depth * INDENT));
        opener.setManaged(levels);
        opener.setVisible(levels);
        arrow.setVisible(levels && tree.canOpen().test(row.number()));
        arrow.pseudoClassStateChanged(OPEN, tree.isOpen().test(row.number()));
        String drafted = row.drafted(Fields.NAME);
        name.setText(Labels.isolated(drafted == null ? row.name() : drafted));
        Draft draft = row.draft();
        mark.setText(draft == null ? "" : draft.action().mark());
        mark.setVisible(draft != null);
        check(draft == null ? null : checks.apply(row));
        pseudoClassStateChanged(DRAFTED, drafted != null);
        pseudoClassStateChanged(GOING, draft != null && draft.action() == Draft.Action.REMOVE);
        String in = above(row);
        above.setText(in);
        inside = !levels && !in.isEmpty();
        marked = draft != null || row.comment() != null;
        crowd();
        Comment written = row.comment();
        comment.setVisible(written != null);
        comment.setAccessibleText(written == null ? "" : "Comment: " + written.text());
        refused.setVisible(row.refused() != null);
        pseudoClassStateChanged(TOP, row.level() == Level.CAMPAIGN || !levels);
        setGraphic(box);
    }

    @Override
    protected String explanation(CampaignRow row) {
        String where = row.above().isEmpty() ? "" : "\nin " + above(row);
        return row.refused() == null
                ? row.name() + where + DraftWords.told(row) + DraftWords.comment(row)
                : row.name() + where + "\n" + row.refused().title() + ". " + row.refused().remedy();
    }

    private static String above(CampaignRow row) {
        return String.join(" › ", row.above().stream().map(Labels::isolated).toList());
    }

    private void crowd() {
        above.setVisible(inside && !(marked && getWidth() > 0 && getWidth() < NARROW));
    }

    /// The name comes first: what it is in takes the room that is left.
    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        for (Node each : box.getChildren()) {
            room -= each == name || each == above || !each.isManaged() ? 0 : each.prefWidth(-1);
        }
        name.setMinWidth(inside ? Math.max(0, Math.min(Math.ceil(name.prefWidth(-1)), room - LEAST_ABOVE)) : 0);
        super.layoutChildren();
    }

    /// Green, yellow or red, with a shape and a word for each.
    private void check(@Nullable Severity severity) {
        check.setVisible(severity != null);
        if (severity == null) {
            return;
        }
        switch (severity) {
            case GREEN -> checked(Icons.CHECKED, "good", "Passes the checks");
            case YELLOW -> checked(Icons.CAUTION, "warning", "There is something to know");
            case RED -> checked(Icons.REFUSED, "danger", "Cannot be published as it is");
        }
    }

    private void checked(Icons icon, String style, String words) {
        check.setGraphic(icon.node("i12", style));
        check.setAccessibleText(words);
    }

    @Override
    protected void clear() {
        setGraphic(null);
    }
}
