package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.overview.OverviewPane;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Wires the Performance tab: one model for figures, one for each breakdown card, one pane.
public final class PerformanceTab implements DeskTab {

    private final PerformanceViewModel model;
    private final Map<String, BreakdownViewModel> breakdowns = new LinkedHashMap<>();
    private final PerformancePane pane;
    private final OverviewPane overview;
    private final StackPane view = new StackPane();
    private final ScopeModel scope;
    private final ChangeListener<@Nullable Scope> scopeListener = (_, _, now) -> scoped(now);
    private final ChangeListener<@Nullable AllTenants> allListener = (_, _, _) -> arrange();
    private @Nullable Instant daysAsOf;
    private boolean active;

    public PerformanceTab(DeskContext context) {
        scope = context.scope();
        model = new PerformanceViewModel(context.services(), context.tasks(), scope, context.clock());
        card("heat", Breakdown.AGE_GENDER, context);
        card("placement", Breakdown.PLACEMENT, context);
        card("country", Breakdown.COUNTRY, context);
        card("device", Breakdown.DEVICE, context);
        pane = new PerformancePane(model, breakdowns, new Formats(Locale.getDefault(Locale.Category.FORMAT)),
                context.clock(), this::refresh, () -> context.openTab().accept(TabId.SETUP),
                () -> context.openTab().accept(TabId.CAMPAIGNS));
        overview = new OverviewPane(context, new Formats(Locale.getDefault(Locale.Category.FORMAT)));
        view.getChildren().setAll(pane);
        model.figuresProperty().addListener((_, _, figures) -> {
            Instant asOf = figures == null ? null : figures.facts().asOf();
            if (asOf != null && daysAsOf != null && !asOf.equals(daysAsOf)) {
                breakdowns.values().forEach(BreakdownViewModel::renew);
            }
            daysAsOf = asOf;
        });
    }

    private void card(String name, Breakdown first, DeskContext context) {
        breakdowns.put(name,
                new BreakdownViewModel(first, context.tasks(), context.scope(), context.services().insights()));
    }

    @Override
    public TabId id() {
        return TabId.PERFORMANCE;
    }

    @Override
    public Node view() {
        return view;
    }

    /// All tenants have an overview of their own.
    private void arrange() {
        boolean all = scope.all() != null;
        view.getChildren().setAll(all ? overview : pane);
        if (all && active) {
            overview.activate();
        } else {
            overview.deactivate();
        }
    }

    @Override
    public void activate() {
        if (active) {
            return;
        }
        active = true;
        model.activate();
        breakdowns.values().forEach(BreakdownViewModel::activate);
        // After the models', so that it has the last word on a scope without an account.
        scope.scopeProperty().addListener(scopeListener);
        scope.allProperty().addListener(allListener);
        scoped(scope.scope());
        arrange();
    }

    @Override
    public void deactivate() {
        active = false;
        scope.scopeProperty().removeListener(scopeListener);
        scope.allProperty().removeListener(allListener);
        overview.deactivate();
        breakdowns.values().forEach(BreakdownViewModel::deactivate);
        model.deactivate();
    }

    @Override
    public void refresh() {
        if (scope.all() != null) {
            overview.refresh();
            return;
        }
        model.refresh();
        breakdowns.values().forEach(BreakdownViewModel::refresh);
    }

    private void scoped(@Nullable Scope now) {
        if (scope.all() == null && (now == null || Objects.isNull(now.account()))) {
            pane.showNoAccount();
        }
    }
}
