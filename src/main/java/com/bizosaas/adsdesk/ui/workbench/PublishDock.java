package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Made;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.service.PublishService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.FirstWrite;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.workbench.PendingModel.Pending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A batch on its way: how far it is, when it will be done, and what can be done about it. Its rows come as they end.
public final class PublishDock {

    private final PublishService publishing;
    private final Permits permits;
    private final FirstWrite first;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Dialogs dialogs;
    private final InstantSource clock;
    private final Consumer<PublishBatch> dismiss;
    private final BiConsumer<Tenant, PublishBatch> undo;

    /// @param undo shows what of a batch can be taken back
    public PublishDock(PublishService publishing, Permits permits, FirstWrite first,
            TaskRunner tasks, Notifier notifier, Dialogs dialogs,
            InstantSource clock, Consumer<PublishBatch> dismiss, BiConsumer<Tenant, PublishBatch> undo) {
        this.publishing = publishing;
        this.permits = permits;
        this.first = first;
        this.tasks = tasks;
        this.notifier = notifier;
        this.dialogs = dialogs;
        this.clock = clock;
        this.dismiss = dismiss;
        this.undo = undo;
    }

    Node line(Pending pending) {
        PublishBatch batch = java.util.Objects.requireNonNull(pending.batch(), "only tenants with a batch have a line");
        TenantId tenant = pending.tenant().id();
        boolean running = batch.phase() == PublishBatch.Phase.RUNNING;
        boolean open = running || batch.phase() == PublishBatch.Phase.PAUSED;
        long over = batch.rows().stream().filter(row -> row.state().isOver()).count();
        ProgressBar bar = new ProgressBar(batch.rows().isEmpty() ? 0 : (double) over / batch.rows().size());
        bar.getStyleClass().add("publish-progress");
        HBox line = new HBox(12, (open ? Icons.SYNC : Icons.ISSUE).node(open ? "accent" : "danger"),
                Labels.whole(words(batch), "pending-count"), bar,
                Labels.of(Labels.isolated(pending.tenant().name()), "caption"),
                Labels.of(running ? left(batch.doneBy()) : "", "caption"), Labels.gap());
        line.getStyleClass().addAll("pending-line", "publish-line");
        line.setId("publish-dock");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().add(Buttons.flat("Show rows", null, () -> show(pending, batch)));
        if (running) {
            line.getChildren()
                    .add(permits.needs(Buttons.secondary("Pause", () -> act(tenant, batch, publishing::pause)),
                            PublishService.class, "pause"));
        } else if (open) {
            line.getChildren()
                    .add(permits.needs(Buttons.secondary("Go on",
                            () -> again(pending, batch, () -> act(tenant, batch, publishing::resume))),
                            PublishService.class, "resume"));
        }
        if (open) {
            line.getChildren().add(permits.needs(Buttons.secondary("Stop", () -> act(tenant, batch, publishing::stop)),
                    PublishService.class, "stop"));
        } else {
            if (batch.rows().stream().anyMatch(row -> row.state().canRetry())) {
                line.getChildren().add(permits.needs(Buttons.secondary(batch.partial() ? "Finish" : "Retry what failed",
                        () -> again(pending, batch, () -> tasks.call(() -> publishing.retry(tenant, batch.id()))
                                .onSuccess(_ -> {
                                    // The news of the batch shows it.
                                }).onError(thrown -> notifier.failed(Problems.of(thrown))).start())),
                        PublishService.class, "retry"));
            }
            if (batch.partial()) {
                line.getChildren().add(permits.needs(Buttons.secondary("Undo what was done…",
                        () -> undo.accept(pending.tenant(), batch)), PublishService.class, "undo"));
            }
            line.getChildren().add(Buttons.flat("Dismiss", null, () -> dismiss.accept(batch)));
        }
        return line;
    }

    /// Writing goes on, which may be the first time on this day.
    private void again(Pending pending, PublishBatch batch, Runnable write) {
        first.before(pending.tenant(), places(batch), write, () -> {
        });
    }

    private static List<String> places(PublishBatch batch) {
        return batch.rows().stream().map(row -> row.key().account().value()).distinct().toList();
    }

    private static String words(PublishBatch batch) {
        long done = batch.count(State.DONE);
        String of = done + " of " + batch.rows().size();
        if (batch.partial() && batch.phase() != PublishBatch.Phase.PAUSED) {
            return "Partly published: " + of + " done" + others(batch);
        }
        return switch (batch.phase()) {
            case RUNNING -> "Publishing: " + of + " done";
            case PAUSED -> "Paused: " + of + " done";
            case STOPPED -> "Stopped: " + of + " done";
            case OVER -> of + " published" + (Made.by(batch).isEmpty() ? "" : ": " + Made.by(batch));
        } + others(batch);
    }

    private static String others(PublishBatch batch) {
        long failed = batch.count(State.FAILED) + batch.count(State.HELD);
        long different = batch.count(State.DIFFERENT);
        long unsent = batch.count(State.STOPPED);
        return (failed == 0 ? "" : ", " + failed + " not") + (unsent == 0 ? "" : ", " + unsent + " not sent")
                + (different == 0 ? "" : ", " + different + " read back otherwise");
    }

    private String left(@Nullable Instant doneBy) {
        if (doneBy == null) {
            return "";
        }
        return "about " + Durations.about(Duration.between(clock.instant(), doneBy)) + " left";
    }

    private void act(TenantId tenant, PublishBatch batch, BiConsumer<TenantId, String> what) {
        tasks.run(() -> what.accept(tenant, batch.id())).onError(thrown -> notifier.failed(Problems.of(thrown)))
                .start();
    }

    private void show(Pending pending, PublishBatch batch) {
        ListView<PublishRow> rows = new ListView<>();
        rows.getItems().setAll(batch.rows());
        rows.setCellFactory(_ -> new RowCell());
        rows.setPrefHeight(420);
        rows.getStyleClass().add("publish-rows");
        DialogForm form = new DialogForm(words(batch), pending.tenant(), rows, "Close").width(820).onlyClosing()
                .in(places(batch));
        dialogs.show(form);
    }

    private static final class RowCell extends ListCell<PublishRow> {

        @Override
        protected void updateItem(@Nullable PublishRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            Label state = Labels.whole(row.action().mark() + " " + state(row.state()),
                    row.state().tookEffect() && row.state() == State.DONE ? "caption" : "pending-stopped");
            state.setMinWidth(130);
            VBox words = new VBox(Labels.of(Labels.isolated(row.name()), "item-name"));
            if (!row.message().isEmpty()) {
                words.getChildren().add(Labels.wrapped(row.message(), "caption"));
            }
            row.differences().forEach(difference -> words.getChildren().add(Labels.wrapped(difference.label()
                    + ": sent " + difference.sent() + ", reads back " + difference.read(), "caption")));
            HBox box = new HBox(12, state, words);
            box.setAlignment(Pos.CENTER_LEFT);
            setGraphic(box);
        }

        private static String state(State state) {
            return switch (state) {
                case WAITING -> "Waiting";
                case SENDING -> "Sending";
                case DONE -> "Done";
                case DIFFERENT -> "Reads back otherwise";
                case FAILED -> "Failed";
                case UNKNOWN -> "Being looked for";
                case HELD -> "Held back";
                case STOPPED -> "Not sent";
            };
        }
    }

}
