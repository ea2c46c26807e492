package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Made;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.DriftService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.FirstWrite;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.workbench.PendingModel.Pending;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// The bar of pending changes and everything that opens from it. FX thread only.
public final class WorkbenchDialogs {

    private final DeskContext desk;
    private final PendingModel pending;
    private final DraftService drafts;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Dialogs dialogs;
    private final Drafting drafting;
    private final Permits permits;
    private final FirstWrite first;
    private final Formats formats;
    private final PendingBar bar;
    private final DriftModel outside;
    private final DriftService drift;
    private final InstantSource clock;

    public WorkbenchDialogs(DeskContext context, PendingModel pending, Drafting drafting, Formats formats) {
        this.desk = context;
        this.pending = pending;
        this.drafts = context.services().workbench().drafts();
        this.drift = context.services().workbench().drift();
        this.clock = context.clock();
        this.tasks = context.tasks();
        this.notifier = context.notifier();
        this.dialogs = context.dialogs();
        this.drafting = drafting;
        this.formats = formats;
        this.permits = context.permits();
        this.first = new FirstWrite(context);
        PublishDock dock = new PublishDock(context.services().workbench().publishing(), permits, first, tasks, notifier,
                dialogs, context.clock(),
                pending::dismiss, (tenant, batch) -> undoDialog(tenant).plan(tenant, batch.id()));
        bar = new PendingBar(formats, permits, dock, this::review, this::discard, this::drift,
                this::conflicts);
        pending.pendingProperty().addListener((_, _, now) -> bar.show(now));
        bar.show(pending.pendingProperty().get());
        outside = pending.drift();
        outside.changedProperty().addListener((_, _, now) -> bar.showDrift(now));
        pending.onEnded(this::ended);
    }

    /// What is pending for the tenants in view, with what the local rules say of it.
    public ReadOnlyObjectProperty<List<Pending>> pendingProperty() {
        return pending.pendingProperty();
    }

    public Node bar() {
        return bar;
    }

    /// Opens the review of the one tenant that has drafts; of several, the bar asks which.
    public void review() {
        bar.reviewOnly();
    }

    /// Ctrl+Enter, Ctrl+Z, Ctrl+Y in a pane.
    ///
    /// @param tenants whose newest edit is undone; none where the pane shows none
    public void keys(Node pane, Supplier<List<TenantId>> tenants) {
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isShortcutDown()) {
                return;
            }
            switch (event.getCode()) {
                case ENTER -> review();
                case Z -> {
                    if (event.isShiftDown()) {
                        redo(tenants.get());
                    } else {
                        undo(tenants.get());
                    }
                }
                case Y -> redo(tenants.get());
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    /// Takes back the newest edit of these tenants, in all of them that it was made in.
    public void undo(List<TenantId> tenants) {
        drafting.undo(tenants);
    }

    public void redo(List<TenantId> tenants) {
        drafting.redo(tenants);
    }

    /// What was published for a tenant, to be taken back.
    public void published(Tenant tenant) {
        undoDialog(tenant).list(tenant);
    }

    /// What was changed at Facebook since it was published for a tenant.
    public void outside(Tenant tenant) {
        new DriftPane(tenant, drift, outside, tasks, clock, permits.reason(DriftService.class, "revert"),
                () -> openReview(tenant)).open(dialogs);
    }

    /// What somebody changed at Facebook since it was drafted, of all tenants in view.
    public void conflicts() {
        new ConflictPane(desk, pending).open();
    }

    private void drift(DriftModel.Changed changed) {
        outside(changed.tenant());
    }

    private void openReview(Tenant tenant) {
        tasks.call(() -> drafts.review(tenant.id(), null))
                .onSuccess(review -> ReviewPane.open(desk, tenant, review, first, formats))
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    private UndoDialog undoDialog(Tenant tenant) {
        return new UndoDialog(desk, () -> openReview(tenant));
    }

    private void review(Pending pending) {
        ReviewPane.open(desk, pending.tenant(), pending.review(), first, formats);
    }

    private void discard(Pending pending) {
        String lost = pending.review().items().stream().limit(5)
                .map(item -> item.action().mark() + " " + item.name()).reduce((a, b) -> a + "\n" + b).orElse("");
        int more = pending.count() - 5;
        dialogs.ask(Dialogs.Question.danger(pending.tenant(), "Discard all pending changes?",
                lost + (more > 0 ? "\nand " + more + " more" : "") + "\n\nUndo brings them back.",
                "Discard " + pending.count()).in(ReviewPane.places(pending.review())),
                () -> drafting.discard(pending.tenant().id(),
                        pending.review().items().stream().map(item -> item.key()).toList()));
    }

    /// A batch that ended well is told once, with the way back.
    private void ended(Tenant tenant, PublishBatch batch) {
        notifier.done((batch.rows().size() == 1 ? "1 change" : batch.rows().size() + " changes") + " published"
                + (Made.by(batch).isEmpty() ? "" : " (" + Made.by(batch) + ")") + " for "
                + tenant.name(), () -> undoDialog(tenant).plan(tenant, batch.id()));
    }
}
