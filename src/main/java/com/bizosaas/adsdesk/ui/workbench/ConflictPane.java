package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Conflict.Decision;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.targeting.TargetingDialog;
import com.bizosaas.adsdesk.ui.workbench.PendingModel.Pending;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every field that somebody changed at Facebook since it was drafted, of all tenants in view: base, yours and Facebook's,
/// decided one by one or all alike. Decisions are drafts; nothing is written. FX thread only.
final class ConflictPane extends VBox {

    /// One field of one draft.
    record Line(Tenant tenant, Review.AccountPart part, Review.Item item, Review.Row row) {
    }

    private static final double HEIGHT = 420;
    private static final double OBJECT = 280;

    private final DeskContext desk;
    private final DraftService drafts;
    private final PendingModel pending;
    private final ListView<Line> list = new ListView<>();
    private final StatePane states;
    private final Label count = Labels.whole("", "section-title");
    private final StringProperty none = new SimpleStringProperty(this, "none", "");
    private final DialogForm form;
    private final ChangeListener<@Nullable Object> news = (_, _, _) -> fill();

    ConflictPane(DeskContext desk, PendingModel pending) {
        super(8);
        this.desk = desk;
        this.drafts = desk.services().workbench().drafts();
        this.pending = pending;
        getStyleClass().add("review");
        list.setId("conflict-list");
        list.getStyleClass().add("review-items");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        states = new StatePane(list, desk.clock());
        states.setPrefHeight(HEIGHT);
        VBox.setVgrow(states, Priority.ALWAYS);
        Button keepAll = Buttons.secondary("Keep all of yours", () -> all(Decision.KEEP));
        Button takeAll = Buttons.secondary("Take all of Meta's", () -> all(Decision.TAKE));
        keepAll.setId("conflicts-keep-all");
        takeAll.setId("conflicts-take-all");
        Button scan = Buttons.secondary("Look again", Icons.RELOAD, this::scan);
        scan.setId("conflicts-scan");
        HBox bar = new HBox(12, count, Labels.gap(), guarded(scan), guarded(keepAll, none), guarded(takeAll, none));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-bar");
        getChildren().addAll(bar, states);
        form = new DialogForm("Conflicts", null, this, "Done").width(1000).onlyClosing();
        form.onClosed(() -> pending.pendingProperty().removeListener(news));
        pending.pendingProperty().addListener(news);
        fill();
    }

    void open() {
        desk.dialogs().show(form);
    }

    private Node guarded(Node control) {
        return desk.permits().needs(control, DraftService.class, "edit");
    }

    private Node guarded(Node control, StringProperty obstacle) {
        return desk.permits().needs(control, DraftService.class, "edit", obstacle);
    }

    /// Asks Facebook what it has of every drafted object.
    private void scan() {
        List<Pending> now = pending.pendingProperty().get();
        act(() -> now.forEach(one -> drafts.compare(one.tenant().id())));
    }

    private void all(Decision decision) {
        List<Tenant> tenants = list.getItems().stream().map(Line::tenant).distinct().toList();
        act(() -> tenants.forEach(tenant -> drafts.decideAll(tenant.id(), decision)));
    }

    private void act(Runnable work) {
        form.problemProperty().set(null);
        desk.tasks().run(work).onError(thrown -> form.problemProperty().set(Problems.of(thrown))).start();
    }

    private void fill() {
        List<Line> lines = pending.pendingProperty().get().stream()
                .flatMap(one -> one.review().accounts().stream().flatMap(part -> part.items().stream()
                        .flatMap(item -> item.rows().stream().filter(row -> row.theirs() != null)
                                .map(row -> new Line(one.tenant(), part, item, row)))))
                .toList();
        list.getItems().setAll(lines);
        long tenants = lines.stream().map(Line::tenant).distinct().count();
        count.setText(lines.isEmpty()
                ? ""
                : (lines.size() == 1 ? "1 field" : lines.size() + " fields")
                        + (tenants > 1 ? " of " + tenants + " tenants" : ""));
        none.set(lines.isEmpty() ? "Nothing is in conflict." : "");
        if (lines.isEmpty()) {
            states.showEmpty(Icons.CHECKED, "No conflicts",
                    "What you drafted is based on what Meta has. It is compared again after each read, and before "
                            + "anything is published.");
        } else {
            states.showContent();
        }
    }

    private final class Cell extends ListCell<Line> {

        Cell() {
            getStyleClass().add("review-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : node(line));
        }

        private Node node(Line line) {
            DraftKey key = line.item.key();
            Label where = Labels.wrapped(
                    Labels.isolated(line.tenant.name()) + " · " + Labels.place(line.part.account()),
                    "caption");
            String in = line.item.path().isEmpty() ? "" : "in " + line.item.path();
            VBox object = new VBox(2, where, Labels.of(Labels.isolated(line.item.name()), "item-name"),
                    Labels.of(in, "caption"));
            object.setMinWidth(OBJECT);
            object.setPrefWidth(OBJECT);
            object.setMaxWidth(OBJECT);
            VBox choice = new VBox(4, Labels.of(line.row.field().label(), "section-title"),
                    new ConflictChoice(line.row, line.part.account(), new Deciding(line, key),
                            ConflictPane.this::guarded));
            choice.setMinWidth(0);
            HBox.setHgrow(choice, Priority.ALWAYS);
            HBox box = new HBox(12, object, choice);
            box.setAlignment(Pos.TOP_LEFT);
            return box;
        }
    }

    private final class Deciding implements ConflictChoice.Deciding {

        private final Line line;
        private final DraftKey key;

        Deciding(Line line, DraftKey key) {
            this.line = line;
            this.key = key;
        }

        @Override
        public void decide(Decision decision) {
            act(() -> drafts.decide(line.tenant.id(), key, line.row.field().name(), decision));
        }

        @Override
        public void decide(String value) {
            act(() -> drafts.decide(line.tenant.id(), key, line.row.field().name(), value));
        }

        @Override
        public void edit() {
            TargetingDialog.open(desk, line.tenant, line.part.account(), key, line.item.name());
        }
    }
}
