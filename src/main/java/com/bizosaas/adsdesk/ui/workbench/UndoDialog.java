package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.service.PublishService.UndoPlan;
import com.bizosaas.adsdesk.service.PublishService.UndoRow;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.PublishService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Takes published batches back: the list of them, and what taking one back would do before anything is drafted.
public final class UndoDialog {

    private static final int BATCHES = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm");

    private final PublishService publishing;
    private final ConnectionService connections;
    private final Permits permits;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Dialogs dialogs;
    private final Runnable review;

    /// @param review opens the review of what was drafted
    public UndoDialog(PublishService publishing, ConnectionService connections, Permits permits, TaskRunner tasks,
            Notifier notifier, Dialogs dialogs,
            Runnable review) {
        this.publishing = publishing;
        this.connections = connections;
        this.permits = permits;
        this.tasks = tasks;
        this.notifier = notifier;
        this.dialogs = dialogs;
        this.review = review;
    }

    /// The batches of a tenant, newest first.
    public void list(Tenant tenant) {
        tasks.call(() -> publishing.batches(tenant.id(), BATCHES)).onSuccess(batches -> {
            VBox lines = new VBox(8);
            DialogForm form = new DialogForm("Published changes", tenant, scroll(lines), "Close").width(720)
                    .dismissal("");
            form.onSubmit(form::close);
            if (batches.isEmpty()) {
                lines.getChildren().add(Labels.wrapped("Nothing was published from this desk yet.", "caption"));
            }
            for (PublishBatch batch : batches) {
                VBox words = new VBox(
                        Labels.of(batch.rows().size() + " changes by " + batch.who() + ", "
                                + TIME.format(batch.at().atZone(ZoneId.systemDefault())), "item-name"),
                        Labels.of(batch.count(PublishRow.State.DONE) + " done"
                                + (batch.undoes().isEmpty() ? "" : ", takes an earlier batch back"), "caption"));
                HBox line = new HBox(12, words, Labels.gap(), Buttons.secondary("Undo…", () -> {
                    form.close();
                    plan(tenant, batch.id());
                }));
                line.setAlignment(Pos.CENTER_LEFT);
                lines.getChildren().add(line);
            }
            dialogs.show(form);
        }).onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    /// Shows what taking a batch back would do.
    public void plan(Tenant tenant, String batch) {
        tasks.call(() -> {
            UndoPlan plan = publishing.undoPlan(tenant.id(), batch);
            return new Planned(plan, places(tenant, plan));
        }).onSuccess(planned -> show(tenant, batch, planned.plan, planned.places))
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    /// The accounts of what is taken back, by name where they are known.
    private List<String> places(Tenant tenant, UndoPlan plan) {
        Map<AdAccountId, String> names = connections.accounts(tenant.id()).stream()
                .collect(Collectors.toMap(AdAccount::id, Labels::place, (one, _) -> one));
        return Stream.of(plan.revertible(), plan.conflicts(), plan.impossible()).flatMap(List::stream)
                .map(row -> row.key().account()).distinct().map(id -> names.getOrDefault(id, id.value())).toList();
    }

    private record Planned(UndoPlan plan, List<String> places) {
    }

    private void show(Tenant tenant, String batch, UndoPlan plan, List<String> places) {
        VBox lines = new VBox(12);
        part(lines, plan.revertible(), "can be taken back");
        part(lines, plan.conflicts(), "changed since: before, published, now");
        part(lines, plan.impossible(), "cannot be taken back");
        DialogForm form = new DialogForm("Undo published changes", tenant, scroll(lines), "Add to pending changes")
                .width(760).in(places);
        String role = permits.reason(PublishService.class, "undo");
        form.obstacleProperty().set(!role.isEmpty()
                ? role
                : plan.revertible().isEmpty() && plan.conflicts().isEmpty()
                        ? "Nothing of this batch can be taken back."
                        : "");
        form.onSubmit(() -> {
            form.busyProperty().set(true);
            tasks.call(() -> publishing.undo(tenant.id(), batch)).onSuccess(_ -> {
                form.close();
                review.run();
            }).onError(thrown -> {
                form.busyProperty().set(false);
                form.problemProperty().set(Problems.of(thrown));
            }).start();
        });
        dialogs.show(form);
    }

    private static void part(VBox lines, List<UndoRow> rows, String words) {
        if (rows.isEmpty()) {
            return;
        }
        VBox part = new VBox(4, Labels.of(rows.size() + " " + words, "section-title"));
        for (UndoRow row : rows) {
            String field = row.field().isEmpty()
                    ? row.action().name().toLowerCase(java.util.Locale.ROOT)
                    : Fields.find(row.key().level(), row.field()).map(spec -> spec.label()).orElse(row.field());
            String values = row.reason().isEmpty()
                    ? row.before() + " → " + row.published()
                            + (row.now().equals(row.published()) ? "" : " → now " + row.now())
                    : row.reason();
            part.getChildren().addAll(Labels.of(Labels.isolated(row.name()), "item-name"),
                    Labels.wrapped(field + ": " + values, "caption"));
        }
        lines.getChildren().add(part);
    }

    private static ScrollPane scroll(VBox lines) {
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(400);
        return scroll;
    }
}
