package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/// Drafts what the operator does, off the FX thread; a draft that cannot be stored is told. Nothing here writes to
/// Facebook. FX thread only.
public final class Drafting {

    private final DraftService drafts;
    private final TaskRunner tasks;
    private final Notifier notifier;

    public Drafting(DraftService drafts, TaskRunner tasks, Notifier notifier) {
        this.drafts = drafts;
        this.tasks = tasks;
        this.notifier = notifier;
    }

    public void edit(TenantId tenant, DraftKey key, Map<String, String> values) {
        run(() -> drafts.edit(tenant, key, values));
    }

    /// Edits of several objects as one step.
    public void edit(TenantId tenant, String label, Map<DraftKey, Map<String, String>> values) {
        run(() -> drafts.edit(tenant, label, values));
    }

    /// @param done called once it is stored
    /// @param refused told why it cannot be drafted, with the field
    public void edit(TenantId tenant, DraftKey key, Map<String, String> values, Runnable done,
            Consumer<Problem> refused) {
        tasks.run(() -> drafts.edit(tenant, key, values)).onSuccess(_ -> done.run())
                .onError(thrown -> refused.accept(Problems.of(thrown))).start();
    }

    public void create(TenantId tenant, AdAccountId account, Level level, Map<String, String> values, Runnable done,
            Consumer<Problem> refused) {
        tasks.call(() -> drafts.create(tenant, account, level, values)).onSuccess(_ -> done.run())
                .onError(thrown -> refused.accept(Problems.of(thrown))).start();
    }

    public void remove(TenantId tenant, Collection<DraftKey> keys) {
        run(() -> drafts.remove(tenant, keys));
    }

    public void discard(TenantId tenant, Collection<DraftKey> keys) {
        run(() -> drafts.discard(tenant, keys));
    }

    public void undo(Collection<TenantId> tenants) {
        step(tenants, true);
    }

    public void redo(Collection<TenantId> tenants) {
        step(tenants, false);
    }

    private void step(Collection<TenantId> tenants, boolean back) {
        if (tenants.isEmpty()) {
            return;
        }
        tasks.call(() -> back ? drafts.undo(tenants) : drafts.redo(tenants)).onSuccess(any -> {
            if (!any) {
                notifier.failed(Problem.of(Problem.Kind.CANCELLED, back ? "Nothing to undo" : "Nothing to redo",
                        "Every edit is as it was."));
            }
        }).onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    private void run(Runnable work) {
        tasks.run(work).onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }
}
