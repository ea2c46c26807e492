package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// What was changed at Facebook since this desk published it, for the tenants in view. FX thread only.
public final class DriftModel {

    /// A tenant with changes from outside.
    public record Changed(Tenant tenant, List<Drift> drifts) {

        public Changed {
            drifts = List.copyOf(drifts);
        }
    }

    private final DeskServices services;
    private final TaskRunner tasks;
    private final ScopeModel scopes;
    private final ReadOnlyObjectWrapper<List<Changed>> changed = new ReadOnlyObjectWrapper<>(this, "changed",
            List.of());
    private final ReadOnlyObjectWrapper<@Nullable Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            null);
    private final ChangeListener<@Nullable Object> moved = (_, _, _) -> read();
    private @Nullable Subscription subscription;
    private boolean busy;
    private boolean again;

    public DriftModel(DeskServices services, TaskRunner tasks, ScopeModel scopes) {
        this.services = services;
        this.tasks = tasks;
        this.scopes = scopes;
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
        if (subscription == null) {
            subscription = services.events().subscribe(event -> {
                if (event instanceof DeskEvent.DriftChanged || event instanceof DeskEvent.PublishChanged) {
                    tasks.onFxThread(this::read);
                }
            });
            scopes.scopeProperty().addListener(moved);
            scopes.allProperty().addListener(moved);
            read();
        }
    }

    public void deactivate() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
            scopes.scopeProperty().removeListener(moved);
            scopes.allProperty().removeListener(moved);
        }
    }

    /// Compares again.
    void read() {
        if (subscription == null) {
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        Scope scope = scopes.scope();
        boolean all = scopes.all() != null;
        tasks.call(() -> {
            List<Tenant> tenants = all
                    ? services.tenants().tenants()
                    : scope == null ? List.of() : List.of(scope.tenant());
            List<Changed> found = new ArrayList<>();
            for (Tenant tenant : tenants) {
                List<Drift> drifts = services.workbench().drift().drifts(tenant.id());
                if (!drifts.isEmpty()) {
                    found.add(new Changed(tenant, drifts));
                }
            }
            return found;
        }).onSuccess(found -> {
            failure.set(null);
            changed.set(found);
        }).onError(failure::set).andFinally(() -> {
            busy = false;
            if (again) {
                again = false;
                read();
            }
        }).start();
    }
}
