package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.service.InsightService;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// The rows of one breakdown card. Breakdowns are read from Facebook only while somebody looks at them: the store's rows
/// are shown at once, and what is missing or stale is loaded behind them. FX thread only.
final class BreakdownViewModel {

    private final ReadOnlyObjectWrapper<Breakdown> breakdown;
    private final ReadOnlyObjectWrapper<@Nullable Stamped<List<BreakdownRow>>> rows = new ReadOnlyObjectWrapper<>(this,
            "rows", null);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading", false);
    private final ReadOnlyObjectWrapper<@Nullable Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            null);
    private final TaskRunner tasks;
    private final ScopeModel scopes;
    private final InsightService insights;
    private final ChangeListener<@Nullable Scope> moves = (_, _, _) -> show(false, true);
    private TaskRunner.@Nullable Running running;
    private boolean active;
    private boolean needed = true;

    BreakdownViewModel(Breakdown first, TaskRunner tasks, ScopeModel scopes, InsightService insights) {
        breakdown = new ReadOnlyObjectWrapper<>(this, "breakdown", first);
        this.tasks = tasks;
        this.scopes = scopes;
        this.insights = insights;
    }

    ReadOnlyObjectProperty<Breakdown> breakdownProperty() {
        return breakdown.getReadOnlyProperty();
    }

    /// Null until the store was asked.
    ReadOnlyObjectProperty<@Nullable Stamped<List<BreakdownRow>>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    void showBreakdown(Breakdown chosen) {
        if (chosen != breakdown.get()) {
            breakdown.set(chosen);
            show(false, true);
        }
    }

    /// Whether the card is laid out at all; nothing is read for one that is not.
    void need(boolean shown) {
        if (needed != shown) {
            needed = shown;
            if (active) {
                show(false, false);
            }
        }
    }

    void activate() {
        if (!active) {
            active = true;
            scopes.scopeProperty().addListener(moves);
            show(false, true);
        }
    }

    void deactivate() {
        active = false;
        scopes.scopeProperty().removeListener(moves);
        cancel();
    }

    /// Reads from Facebook whatever the age.
    void refresh() {
        show(true, false);
    }

    /// Reads again what has become stale, behind the rows that are shown.
    void renew() {
        if (!loading.get()) {
            show(false, false);
        }
    }

    /// @param clear whether the rows shown belong to another scope or breakdown
    private void show(boolean force, boolean clear) {
        cancel();
        Scope scope = scopes.scope();
        if (!active || !needed || scope == null || scope.account() == null) {
            rows.set(null);
            return;
        }
        if (clear) {
            rows.set(null);
        }
        AdAccount account = scope.account();
        Breakdown wanted = breakdown.get();
        loading.set(true);
        failure.set(null);
        running = tasks.call(() -> stored(scope, account, wanted)).onSuccess(stored -> {
            rows.set(stored);
            if (force || stored.stale() || !stored.everRead()) {
                load(scope, account, wanted, force);
            } else {
                loading.set(false);
            }
        }).onError(this::failed).start();
    }

    private void load(Scope scope, AdAccount account, Breakdown wanted, boolean force) {
        running = tasks.call(() -> {
            insights.load(scope.tenant().id(), account.id(), scope.range(), wanted, force);
            return stored(scope, account, wanted);
        }).onSuccess(loaded -> {
            rows.set(loaded);
            loading.set(false);
        }).onError(this::failed).start();
    }

    private Stamped<List<BreakdownRow>> stored(Scope scope, AdAccount account, Breakdown wanted) {
        return insights.breakdown(scope.tenant().id(), account.id(), scope.range(), wanted);
    }

    private void failed(Throwable thrown) {
        failure.set(thrown);
        loading.set(false);
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        loading.set(false);
    }
}
