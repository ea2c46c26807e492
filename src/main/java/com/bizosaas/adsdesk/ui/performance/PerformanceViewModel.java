package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.ScopeReader;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.InstantSource;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// State of the Performance tab: the choices of the operator and the figures they lead to. FX thread only.
final class PerformanceViewModel {

    private final ReadOnlyObjectWrapper<@Nullable PerformanceFigures> figures = new ReadOnlyObjectWrapper<>(this,
            "figures", null);
    private final ReadOnlyObjectWrapper<@Nullable Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            null);
    private final ReadOnlyObjectWrapper<Metric> metric = new ReadOnlyObjectWrapper<>(this, "metric",
            Metric.CONVERSIONS);
    private final ReadOnlyObjectWrapper<@Nullable GraphId> campaign = new ReadOnlyObjectWrapper<>(this, "campaign",
            null);
    private final ReadOnlyObjectWrapper<@Nullable Conversion> family = new ReadOnlyObjectWrapper<>(this,
            "family", null);
    private final ReadOnlyObjectWrapper<Grain> grain = new ReadOnlyObjectWrapper<>(this, "grain", Grain.DAY);
    private final TaskRunner tasks;
    private final ScopeReader<PerformanceFacts> reader;
    private TaskRunner.@Nullable Running computing;

    PerformanceViewModel(DeskServices services, TaskRunner tasks, ScopeModel scope, InstantSource clock) {
        this.tasks = tasks;
        var insights = services.insights();
        var campaigns = services.campaigns();
        var profiles = services.profiles();
        reader = new ScopeReader<>(tasks, scope, services.events(), services.sync(),
                Set.of(Topic.INSIGHTS, Topic.CAMPAIGNS), Set.of(Topic.INSIGHTS), PerformanceViewModel::looked,
                (shown, account) -> PerformanceFacts.read(insights, campaigns, profiles, clock, shown, account));
        reader.valueProperty().addListener((_, old, facts) -> {
            if (facts == null || (old != null && !old.account().id().equals(facts.account().id()))) {
                campaign.set(null);
                family.set(null);
            }
            compute();
        });
        reader.failureProperty().addListener((_, _, thrown) -> failure.set(thrown));
    }

    ReadOnlyObjectProperty<@Nullable PerformanceFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    @Nullable
    PerformanceFigures figures() {
        return figures.get();
    }

    /// What reading or computing threw last, null while it works.
    ReadOnlyObjectProperty<@Nullable Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SyncState> syncProperty() {
        return reader.stateProperty();
    }

    /// The metric of the main chart.
    ReadOnlyObjectProperty<Metric> metricProperty() {
        return metric.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable GraphId> campaignProperty() {
        return campaign.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Grain> grainProperty() {
        return grain.getReadOnlyProperty();
    }

    void showMetric(Metric chosen) {
        metric.set(chosen);
    }

    /// @param chosen null for the whole account
    void showCampaign(@Nullable GraphId chosen) {
        campaign.set(chosen);
        compute();
    }

    void countAsConversion(Conversion chosen) {
        family.set(chosen);
        compute();
    }

    void showGrain(Grain chosen) {
        grain.set(chosen);
        compute();
    }

    void activate() {
        reader.activate();
    }

    void deactivate() {
        reader.deactivate();
    }

    void refresh() {
        reader.refresh();
    }

    private void compute() {
        if (computing != null) {
            computing.cancel();
        }
        PerformanceFacts facts = reader.value();
        if (facts == null) {
            computing = null;
            figures.set(null);
            return;
        }
        var choice = new PerformanceFigures.Choice(campaign.get(), family.get(), grain.get());
        computing = tasks.call(() -> PerformanceFigures.of(facts, choice)).onSuccess(made -> {
            failure.set(null);
            figures.set(made);
        }).onError(failure::set).start();
    }

    /// The picked days with their comparison, and the week before the last day for the detectors.
    static DateRange looked(Scope scope) {
        DateRange range = scope.range();
        DateRange comparison = scope.comparison();
        var since = range.until().minusDays(8).isBefore(range.since()) ? range.until().minusDays(8) : range.since();
        if (comparison != null && comparison.since().isBefore(since)) {
            since = comparison.since();
        }
        return new DateRange(since, range.until());
    }
}
