package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Fetches the address of the preview of one creative in one placement. FX thread only.
final class PreviewViewModel {

    private record Wanted(Scope scope, GraphId creative, Placement placement) {
    }

    private final ReadOnlyObjectWrapper<@Nullable PreviewPage> page = new ReadOnlyObjectWrapper<>(this, "page", null);
    private final ReadOnlyObjectWrapper<@Nullable Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            null);
    private final ReadOnlyObjectWrapper<Placement> placement = new ReadOnlyObjectWrapper<>(this, "placement",
            Placement.FEED);
    private final DeskServices services;
    private final TaskRunner tasks;
    private final ScopeModel scopes;
    private TaskRunner.@Nullable Running loading;
    private @Nullable GraphId creative;
    private @Nullable Wanted wanted;

    PreviewViewModel(DeskServices services, TaskRunner tasks, ScopeModel scopes) {
        this.services = services;
        this.tasks = tasks;
        this.scopes = scopes;
    }

    /// Null while the address is on its way.
    ReadOnlyObjectProperty<@Nullable PreviewPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Placement> placementProperty() {
        return placement.getReadOnlyProperty();
    }

    /// @param chosen null to show nothing
    void show(@Nullable GraphId chosen) {
        creative = chosen;
        load(false);
    }

    void showIn(Placement chosen) {
        placement.set(chosen);
        load(false);
    }

    void retry() {
        load(true);
    }

    private void load(boolean again) {
        Scope scope = scopes.scope();
        if (creative == null || scope == null || scope.account() == null) {
            cancel();
            wanted = null;
            page.set(null);
            failure.set(null);
            return;
        }
        Wanted next = new Wanted(scope, creative, placement.get());
        if (next.equals(wanted) && !again) {
            return;
        }
        cancel();
        wanted = next;
        page.set(null);
        failure.set(null);
        var account = scope.account().id();
        var tenant = scope.tenant().id();
        loading = tasks.call(() -> PreviewPage.of(
                services.creatives().preview(tenant, account, next.creative(),
                        next.placement().adFormat()),
                services.settings().dialogUrl(), services.settings().graphUrl())).onSuccess(found -> {
                    if (Objects.equals(wanted, next)) {
                        page.set(found);
                    }
                }).onError(failure::set).start();
    }

    private void cancel() {
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
    }
}
