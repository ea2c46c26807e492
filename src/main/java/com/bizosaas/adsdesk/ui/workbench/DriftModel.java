package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DriftService;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What was changed at Facebook since this desk published it, for the tenants in view. FX thread only.
public final class DriftModel {

    /// A tenant with changes from outside.
    public record Changed(Tenant tenant, List<Drift> drifts) {

        public Changed {
            drifts = List.copyOf(drifts);
        }
    }

    private final DriftService drift;
    private final InView<List<Changed>> view;
    private final ReadOnlyObjectWrapper<List<Changed>> changed = new ReadOnlyObjectWrapper<>(this, "changed",
            List.of());
    private final ReadOnlyObjectWrapper<@Nullable Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            null);

    public DriftModel(DeskServices services, TaskRunner tasks, ScopeModel scopes) {
        drift = services.workbench().drift();
        view = new InView<>(services, tasks, scopes,
                event -> event instanceof DeskEvent.DriftChanged || event instanceof DeskEvent.PublishChanged
                        ? () -> {
                        }
                        : null,
                () -> this::compared, found -> {
                    failure.set(null);
                    changed.set(found);
                }, failure::set);
    }

    /// Those without any are not in it.
    public ReadOnlyObjectProperty<List<Changed>> changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Why the last comparison failed, null where it did not.
    ReadOnlyObjectProperty<@Nullable Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public void activate() {
        view.activate();
    }

    public void deactivate() {
        view.deactivate();
    }

    /// Compares again.
    void read() {
        view.again();
    }

    private List<Changed> compared(List<Tenant> tenants) {
        return tenants.stream().map(tenant -> new Changed(tenant, drift.drifts(tenant.id())))
                .filter(one -> !one.drifts().isEmpty()).toList();
    }
}
