package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Scope;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// How many objects have drafts, of the tenant in view or of all. FX thread only; the store is asked elsewhere.
final class PendingCount {

    private final DeskContext context;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count", 0);
    private final ChangeListener<@Nullable Object> moved = (_, _, _) -> again();
    private @Nullable Subscription subscription;
    private int turn;

    PendingCount(DeskContext context) {
        this.context = context;
    }

    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    void start() {
        subscription = context.services().events().subscribe(event -> {
            if (event instanceof DeskEvent.DraftsChanged || event instanceof DeskEvent.TenantsChanged) {
                context.tasks().onFxThread(this::again);
            }
        });
        context.scope().scopeProperty().addListener(moved);
        context.scope().allProperty().addListener(moved);
        again();
    }

    void stop() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        context.scope().scopeProperty().removeListener(moved);
        context.scope().allProperty().removeListener(moved);
        turn++;
    }

    private void again() {
        Scope scope = context.scope().scope();
        boolean all = context.scope().all() != null;
        int mine = ++turn;
        if (scope == null && !all) {
            count.set(0);
            return;
        }
        context.tasks().call(() -> counted(context.services(), all ? null : scope)).onSuccess(found -> {
            if (mine == turn) {
                count.set(found);
            }
        }).onError(Problems::of).start();
    }

    private static int counted(DeskServices services, @Nullable Scope one) {
        List<Tenant> tenants = one == null ? services.tenants().tenants() : List.of(one.tenant());
        return tenants.stream().mapToInt(tenant -> services.workbench().drafts().book(tenant.id()).size()).sum();
    }
}
