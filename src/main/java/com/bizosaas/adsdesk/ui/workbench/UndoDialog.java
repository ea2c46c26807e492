package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.service.PublishService;
import com.bizosaas.adsdesk.service.PublishService.UndoPlan;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.StatePane;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Takes published batches back: the list of them, and what taking one back would do before anything is drafted.
public final class UndoDialog {

    private static final int BATCHES = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm");
    private static final double HEIGHT = 420;

    private final DeskContext desk;
    private final PublishService publishing;
    private final Runnable review;

    /// @param review opens the review of what was drafted
    public UndoDialog(DeskContext desk, Runnable review) {
        this.desk = desk;
        this.publishing = desk.services().workbench().publishing();
        this.review = review;
    }

    /// Batches and which of them took which back.
    private record Published(List<PublishBatch> batches, Map<String, String> takenBackBy) {

        /// Who published a batch and when, empty where it is too old to be listed.
        String words(String batch) {
            return batches.stream().filter(one -> one.id().equals(batch)).findFirst()
                    .map(one -> " of " + one.who() + ", " + time(one.at())).orElse("");
        }
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    /// The batches of a tenant, newest first.
    public void list(Tenant tenant) {
        desk.tasks().call(() -> new Published(publishing.batches(tenant.id(), BATCHES),
                publishing.takenBackBy(tenant.id()))).onSuccess(published -> {
                    ListView<PublishBatch> list = new ListView<>();
                    list.setId("published-batches");
                    list.getStyleClass().add("review-items");
                    list.setFocusTraversable(false);
                    StatePane states = new StatePane(list, desk.clock());
                    states.setPrefHeight(HEIGHT);
                    DialogForm form = new DialogForm("Published changes", tenant, states, "Close").width(760)
                            .onlyClosing();
                    list.setCellFactory(_ -> new BatchCell(published, batch -> {
                        form.close();
                        plan(tenant, batch);
                    }));
                    list.getItems().setAll(published.batches);
                    if (published.batches.isEmpty()) {
                        states.showEmpty(Icons.UNDO, "Nothing was published from this desk yet",
                                "What you publish stands here, and can be taken back.");
                    } else {
                        states.showContent();
                    }
                    desk.dialogs().show(form);
                }).onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    /// One batch: who, when, why, what became of it, and what it has to do with another.
    private static final class BatchCell extends ListCell<PublishBatch> {

        private final Published published;
        private final java.util.function.Consumer<String> undo;

        BatchCell(Published published, java.util.function.Consumer<String> undo) {
            this.published = published;
            this.undo = undo;
            getStyleClass().add("review-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PublishBatch batch, boolean empty) {
            super.updateItem(batch, empty);
            setText(null);
            setGraphic(empty || batch == null ? null : node(batch));
        }

        private Node node(PublishBatch batch) {
            int rows = batch.rows().size();
            long done = batch.count(PublishRow.State.DONE);
            VBox words = new VBox(2, Labels.of(Labels.isolated(batch.who()) + ", " + time(batch.at()), "item-name"));
            if (!batch.note().isEmpty()) {
                words.getChildren().add(Labels.wrapped("“" + batch.note() + "”", "batch-reason"));
            }
            words.getChildren().add(Labels.of((rows == 1 ? "1 change, " : rows + " changes, ")
                    + (done == rows
                            ? "all done"
                            : batch.partial() ? "partly published: " + done + " done" : done + " done"),
                    "caption"));
            String by = published.takenBackBy.getOrDefault(batch.id(), "");
            if (!batch.undoes().isEmpty()) {
                words.getChildren().add(linked("Takes back the changes" + published.words(batch.undoes())));
            }
            if (!by.isEmpty()) {
                words.getChildren().add(linked("Taken back by the changes" + published.words(by)));
            }
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            var button = Buttons.secondary("Undo…", () -> undo.accept(batch.id()));
            button.getStyleClass().addAll("small", "undo-batch");
            button.setAccessibleText("Undo the changes of " + batch.who() + ", " + time(batch.at()));
            HBox line = new HBox(12, words, button);
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }

        private static Label linked(String words) {
            Label label = Labels.of(words, "caption");
            label.setGraphic(Icons.UNDO.node("i12"));
            return label;
        }
    }

    private record Planned(PublishBatch batch, UndoPlan plan, List<String> places) {
    }

    /// Shows what taking a batch back would do.
    public void plan(Tenant tenant, String batch) {
        desk.tasks().call(() -> {
            UndoPlan plan = publishing.undoPlan(tenant.id(), batch);
            return new Planned(publishing.batch(tenant.id(), batch), plan, places(tenant, plan));
        }).onSuccess(planned -> show(tenant, planned))
                .onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    /// The accounts of what is taken back, by name where they are known.
    private List<String> places(Tenant tenant, UndoPlan plan) {
        Map<AdAccountId, String> names = desk.services().connections().accounts(tenant.id()).stream()
                .collect(Collectors.toMap(AdAccount::id, Labels::place, (one, _) -> one));
        return Stream.of(plan.revertible(), plan.conflicts(), plan.impossible()).flatMap(List::stream)
                .map(row -> row.key().account()).distinct().map(id -> names.getOrDefault(id, id.value())).toList();
    }

    private void show(Tenant tenant, Planned planned) {
        UndoPlan plan = planned.plan;
        UndoList list = new UndoList(plan);
        list.setPrefHeight(HEIGHT);
        VBox.setVgrow(list, Priority.ALWAYS);
        PublishBatch batch = planned.batch;
        VBox body = new VBox(8, Labels.wrapped(Labels.isolated(batch.who()) + ", " + time(batch.at())
                + (batch.note().isEmpty() ? "" : ": “" + batch.note() + "”"), "caption"), UndoList.summary(plan), list);
        if (plan.creatives() > 0) {
            Label stays = Labels.wrapped((plan.creatives() == 1
                    ? "1 creative that was made with it stays"
                    : plan.creatives() + " creatives that were made with it stay")
                    + " in the ad account's library, with the images that went up: undo cannot take them back. Without an "
                    + "ad they show nothing to anybody.", "hint");
            stays.setId("undo-stays");
            body.getChildren().add(2, stays);
        }
        DialogForm form = new DialogForm("Undo published changes", tenant, body, "Add to pending changes")
                .width(860).in(planned.places);
        String role = desk.permits().reason(PublishService.class, "undo");
        form.obstacleProperty().set(!role.isEmpty()
                ? role
                : plan.revertible().isEmpty() && plan.conflicts().isEmpty()
                        ? "Nothing of this batch can be taken back."
                        : "");
        form.onSubmit(() -> {
            form.busyProperty().set(true);
            desk.tasks().call(() -> publishing.undo(tenant.id(), batch.id())).onSuccess(_ -> {
                form.close();
                review.run();
            }).onError(thrown -> {
                form.busyProperty().set(false);
                form.problemProperty().set(Problems.of(thrown));
            }).start();
        });
        desk.dialogs().show(form);
    }
}
