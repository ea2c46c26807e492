package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Tenant;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the top bar and the status bar say about reading from Facebook, for the tab in view. FX thread only.
final class SyncModel {

    private static final Logger LOG = LoggerFactory.getLogger(SyncModel.class);

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
    private boolean reading;
    private boolean again;
    private boolean looked;

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

    /// Asks what the limits of accounts leave, and which of their readings take long.
    void limits(Scope scope, List<AdAccount> accounts, Consumer<List<AccountLimits>> then) {
        context.tasks().call(() -> accounts.stream().map(account -> limits(scope, account)).toList()).onSuccess(then)
                .start();
    }

    private AccountLimits limits(Scope scope, AdAccount account) {
        Map<Topic, Duration> jobs = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            Duration takes = sync.state(scope.tenant().id(), account.id(), topic).takes();
            if (takes != null && LimitWords.isLong(takes)) {
                jobs.put(topic, takes);
            }
        }
        return new AccountLimits(account.name(), sync.usage(scope.tenant().id(), account.id()),
                sync.budget(scope.tenant().id(), account.id()), jobs);
    }

    /// @param jobs readings that run or wait and take long, with the time until their end
    record AccountLimits(String account, Usage usage, Budget budget, Map<Topic, Duration> jobs) {
    }

    void start() {
        subscription = context.services().events().subscribe(event -> {
            if (event instanceof DeskEvent.SyncChanged || event instanceof DeskEvent.UsageChanged
                    || event instanceof DeskEvent.DataChanged || event instanceof DeskEvent.ConnectionChanged) {
                context.tasks().onFxThread(this::refresh);
            }
        });
        ChangeListener<@Nullable Object> moved = (_, _, _) -> {
            if (subscription != null) {
                look();
            }
        };
        context.scope().scopeProperty().addListener(moved);
        context.scope().allProperty().addListener(moved);
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
        looked = true;
        refresh();
    }

    /// Reads the state anew. One reading at a time: what is asked meanwhile is one more reading after it.
    void refresh() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        again = false;
        Scope scope = context.scope().scope();
        TabId shown = tab;
        boolean tell = looked;
        looked = false;
        context.tasks().call(() -> read(scope, shown, tell)).onSuccess(this::accept)
                .onError(thrown -> LOG.info("The state of reading could not be told: {}", thrown.toString()))
                .andFinally(() -> {
                    reading = false;
                    if (again) {
                        refresh();
                    }
                }).start();
    }

    private void accept(Seen seen) {
        running.setAll(seen.running);
        tabSync.set(seen.tab);
        accountSync.set(seen.account);
        usage.set(seen.usage);
        budget.set(seen.budget);
    }

    private Seen read(@Nullable Scope scope, TabId shown, boolean tell) {
        AdAccount account = scope == null ? null : scope.account();
        if (context.scope().all() != null) {
            SyncSummary every = everyone(shown);
            return new Seen(sync.running(), every, every, null, null);
        }
        if (scope == null || account == null) {
            return new Seen(sync.running(), SyncSummary.NONE, SyncSummary.NONE, null, null);
        }
        if (tell) {
            DateRange compared = scope.comparison();
            DateRange days = compared == null
                    ? scope.range()
                    : new DateRange(min(compared, scope.range()), scope.range().until());
            sync.look(scope.tenant().id(), account.id(), topics(shown), days);
        }
        return new Seen(sync.running(), summary(scope, account, topics(shown)),
                summary(scope, account, Set.of(Topic.values())), sync.usage(scope.tenant().id(), account.id()),
                sync.budget(scope.tenant().id(), account.id()));
    }

    /// Of all tenants: offline where nobody can be reached. What is wrong with one of them stands on the rail.
    private SyncSummary everyone(TabId shown) {
        List<SyncService.SyncState> states = new ArrayList<>();
        for (Tenant tenant : context.services().tenants().tenants()) {
            for (AdAccount account : context.services().connections().accounts(tenant.id())) {
                topics(shown).stream().sorted().map(topic -> sync.state(tenant.id(), account.id(), topic))
                        .forEach(states::add);
            }
        }
        return SyncSummary.of(states).ofAll(states);
    }

    private record Seen(List<Running> running, SyncSummary tab, SyncSummary account, @Nullable Usage usage,
            @Nullable Budget budget) {
    }

    private static LocalDate min(DateRange one, DateRange other) {
        return one.since().isBefore(other.since()) ? one.since() : other.since();
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
