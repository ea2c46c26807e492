package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.service.SyncService.Budget;
import com.bizosaas.adsdesk.service.SyncService.Running;
import com.bizosaas.adsdesk.service.SyncService.Usage;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.LimitWords;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.TabId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the top bar and the status bar say about reading from Facebook, for the tab in view. FX thread only.
final class SyncModel {

    private final DeskContext context;
    private final SyncService sync;
    private final ReadOnlyObjectWrapper<SyncSummary> tabSync = new ReadOnlyObjectWrapper<>(this, "tabSync",
            SyncSummary.NONE);
    private final ReadOnlyObjectWrapper<SyncSummary> accountSync = new ReadOnlyObjectWrapper<>(this, "accountSync",
            SyncSummary.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Usage> usage = new ReadOnlyObjectWrapper<>(this, "usage", null);
    private final ReadOnlyObjectWrapper<@Nullable Budget> budget = new ReadOnlyObjectWrapper<>(this, "budget", null);
    private final ObservableList<Running> running = FXCollections.observableArrayList();
    private TabId tab = TabId.SETUP;
    private @Nullable Subscription subscription;

    SyncModel(DeskContext context) {
        this.context = context;
        this.sync = context.services().sync();
    }

    /// Of the topics that the tab in view shows.
    ReadOnlyObjectProperty<SyncSummary> tabSyncProperty() {
        return tabSync.getReadOnlyProperty();
    }

    /// Of all topics of the account in view.
    ReadOnlyObjectProperty<SyncSummary> accountSyncProperty() {
        return accountSync.getReadOnlyProperty();
    }

    /// Null while no account is looked at.
    ReadOnlyObjectProperty<@Nullable Usage> usageProperty() {
        return usage.getReadOnlyProperty();
    }

    /// What the account in view still takes, null while there is none.
    ReadOnlyObjectProperty<@Nullable Budget> budgetProperty() {
        return budget.getReadOnlyProperty();
    }

    ObservableList<Running> running() {
        return running;
    }

    Usage usageOf(Scope scope, AdAccount account) {
        return sync.usage(scope.tenant().id(), account.id());
    }

    Budget budgetOf(Scope scope, AdAccount account) {
        return sync.budget(scope.tenant().id(), account.id());
    }

    /// The readings of an account that run or wait and take long, with the time until their end.
    Map<Topic, Duration> longJobs(Scope scope, AdAccount account) {
        Map<Topic, Duration> jobs = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            Duration takes = sync.state(scope.tenant().id(), account.id(), topic).takes();
            if (takes != null && LimitWords.isLong(takes)) {
                jobs.put(topic, takes);
            }
        }
        return jobs;
    }

    void start() {
        subscription = context.services().events().subscribe(event -> {
            if (event instanceof DeskEvent.SyncChanged || event instanceof DeskEvent.UsageChanged
                    || event instanceof DeskEvent.DataChanged || event instanceof DeskEvent.ConnectionChanged) {
                context.tasks().onFxThread(this::refresh);
            }
        });
        context.scope().scopeProperty().addListener((_, _, _) -> {
            if (subscription != null) {
                look();
            }
        });
        look();
    }

    void stop() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    void show(TabId shown) {
        tab = shown;
        look();
    }

    /// Tells the sync what is looked at, and reads its state.
    private void look() {
        Scope scope = context.scope().scope();
        if (scope != null && scope.account() != null) {
            DateRange compared = scope.comparison();
            DateRange days = compared == null
                    ? scope.range()
                    : new DateRange(min(compared, scope.range()), scope.range().until());
            sync.look(scope.tenant().id(), scope.account().id(), topics(tab), days);
        }
        refresh();
    }

    private static java.time.LocalDate min(DateRange one, DateRange other) {
        return one.since().isBefore(other.since()) ? one.since() : other.since();
    }

    void refresh() {
        running.setAll(sync.running());
        Scope scope = context.scope().scope();
        AdAccount account = scope == null ? null : scope.account();
        if (scope == null || account == null) {
            tabSync.set(SyncSummary.NONE);
            accountSync.set(SyncSummary.NONE);
            usage.set(null);
            budget.set(null);
            return;
        }
        tabSync.set(summary(scope, account, topics(tab)));
        accountSync.set(summary(scope, account, Set.of(Topic.values())));
        usage.set(sync.usage(scope.tenant().id(), account.id()));
        budget.set(budgetOf(scope, account));
    }

    private SyncSummary summary(Scope scope, AdAccount account, Set<Topic> topics) {
        List<SyncService.SyncState> states = topics.stream().sorted()
                .map(topic -> sync.state(scope.tenant().id(), account.id(), topic)).toList();
        return SyncSummary.of(states);
    }

    static Set<Topic> topics(TabId tab) {
        return switch (tab) {
            case SETUP, SETTINGS -> Set.of(Topic.ACCOUNTS);
            case CAMPAIGNS -> Set.of(Topic.CAMPAIGNS, Topic.INSIGHTS);
            case AUDIENCES -> Set.of(Topic.AUDIENCES);
            case CREATIVES -> Set.of(Topic.CREATIVES, Topic.INSIGHTS);
            case PERFORMANCE -> Set.of(Topic.INSIGHTS);
        };
    }
}
