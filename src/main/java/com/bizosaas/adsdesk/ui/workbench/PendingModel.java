package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is drafted and what is being published for the tenants in view. FX thread only; reviews are worked out elsewhere,
/// from the store alone.
public final class PendingModel {

    /// A tenant with something pending or under way.
    ///
    /// @param batch the newest batch that is not over, or ended with rows that failed; null for none
    public record Pending(Tenant tenant, Review review, @Nullable PublishBatch batch) {

        public int count() {
            return review.items().size();
        }
    }

    private record Ended(Tenant tenant, PublishBatch batch) {
    }

    private record Found(List<Pending> pending, List<Ended> over) {
    }

    private static final int RECENT = 5;

    private final DeskServices services;
    private final InView<Found> view;
    private final ReadOnlyObjectWrapper<List<Pending>> pending = new ReadOnlyObjectWrapper<>(this, "pending",
            List.of());
    /// Batches that news came of and that have not ended.
    private final Set<String> moving = new HashSet<>();
    private final DriftModel drift;
    private BiConsumer<Tenant, PublishBatch> ended = (_, _) -> {
    };
    private @Nullable String dismissed;

    public PendingModel(DeskServices services, TaskRunner tasks, ScopeModel scopes) {
        this.services = services;
        this.view = new InView<>(services, tasks, scopes, this::heard, this::reading, this::show, Problems::of);
        this.drift = new DriftModel(services, tasks, scopes);
    }

    /// What was changed from outside, of the same tenants.
    DriftModel drift() {
        return drift;
    }

    /// Of the tenant in view, or of all; those without anything are not in it.
    public ReadOnlyObjectProperty<List<Pending>> pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// @param told about each batch that ended with every row done, once
    public void onEnded(BiConsumer<Tenant, PublishBatch> told) {
        ended = told;
    }

    public void activate() {
        drift.activate();
        view.activate();
    }

    public void deactivate() {
        view.deactivate();
        drift.deactivate();
    }

    private @Nullable Runnable heard(DeskEvent event) {
        if (event instanceof DeskEvent.PublishChanged(var _, var batch)) {
            return () -> moving.add(batch);
        }
        return event instanceof DeskEvent.DraftsChanged ? () -> {
        } : null;
    }

    /// An ended batch is not shown any more.
    public void dismiss(PublishBatch batch) {
        dismissed = batch.id();
        view.again();
    }

    private Function<List<Tenant>, Found> reading() {
        String hidden = dismissed;
        Set<String> watched = Set.copyOf(moving);
        return tenants -> {
            List<Ended> over = new ArrayList<>();
            List<Pending> found = new ArrayList<>();
            for (Tenant tenant : tenants) {
                services.workbench().publishing().batches(tenant.id(), RECENT).stream()
                        .filter(each -> watched.contains(each.id()) && each.phase() == PublishBatch.Phase.OVER)
                        .forEach(each -> over.add(new Ended(tenant, each)));
                PublishBatch batch = batch(tenant.id(), hidden);
                if (batch != null || !services.workbench().drafts().book(tenant.id()).isEmpty()) {
                    found.add(new Pending(tenant, services.workbench().drafts().review(tenant.id(), null), batch));
                }
            }
            return new Found(found, over);
        };
    }

    private void show(Found found) {
        pending.set(found.pending);
        found.over.forEach(each -> {
            if (moving.remove(each.batch.id()) && each.batch.clean()) {
                ended.accept(each.tenant, each.batch);
            }
        });
    }

    private @Nullable PublishBatch batch(TenantId tenant, @Nullable String hidden) {
        return services.workbench().publishing().batches(tenant, 1).stream()
                .filter(batch -> batch.phase() == PublishBatch.Phase.RUNNING
                        || batch.phase() == PublishBatch.Phase.PAUSED
                        || !batch.clean() && !batch.id().equals(hidden))
                .findFirst().orElse(null);
    }
}
