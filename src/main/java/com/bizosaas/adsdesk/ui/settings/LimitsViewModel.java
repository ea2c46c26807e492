package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Reconciliation;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService.Budget;
import com.bizosaas.adsdesk.service.SyncService.CacheUse;
import com.bizosaas.adsdesk.service.SyncService.Next;
import com.bizosaas.adsdesk.service.SyncService.Request;
import com.bizosaas.adsdesk.service.SyncService.Server;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.service.SyncService.Usage;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Usage of Facebook's limits and the state of each topic, for the account that the operator looks at. FX thread only.
final class LimitsViewModel {

    /// What is known of one account at one moment.
    record Limits(Tenant tenant, AdAccount account, Usage usage, Budget budget, Map<Topic, SyncState> topics,
            List<Request> requests, List<CacheUse> caches, Server server, List<Reconciliation> sums,
            List<Upcoming> upcoming, int restarts) {
    }

    /// A reading that is planned, whosever it is.
    record Upcoming(String tenant, String account, Topic topic, Instant at) {
    }

    private static final int UPCOMING = 6;

    private final ReadOnlyObjectWrapper<@Nullable Limits> limits = new ReadOnlyObjectWrapper<>(this, "limits", null);
    private final ReadOnlyObjectWrapper<@Nullable Problem> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            null);
    private final DeskServices services;
    private final SyncService sync;
    private final TaskRunner tasks;
    private final ScopeModel scopes;
    private int readings;

    LimitsViewModel(DeskServices services, TaskRunner tasks, ScopeModel scopes) {
        this.services = services;
        this.sync = services.sync();
        this.tasks = tasks;
        this.scopes = scopes;
    }

    /// Null while there is no account to look at.
    ReadOnlyObjectProperty<@Nullable Limits> limitsProperty() {
        return limits.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Problem> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    void reload() {
        int mine = ++readings;
        Scope scope = scopes.scope();
        AdAccount account = scope == null ? null : scope.account();
        if (scope == null || account == null) {
            failure.set(null);
            limits.set(null);
            return;
        }
        Tenant tenant = scope.tenant();
        tasks.call(() -> read(tenant, account)).onSuccess(read -> {
            if (mine == readings) {
                failure.set(null);
                limits.set(read);
            }
        }).onError(thrown -> {
            if (mine == readings) {
                failure.set(Problems.of(thrown));
            }
        }).start();
    }

    /// Reads a topic from Facebook now.
    void readNow(Topic topic) {
        Limits shown = limits.get();
        if (shown != null) {
            tasks.run(() -> sync.refresh(shown.tenant().id(), shown.account().id(), topic)).onSuccess(_ -> reload())
                    .onError(thrown -> failure.set(Problems.of(thrown))).start();
        }
    }

    private Limits read(Tenant tenant, AdAccount account) {
        Map<Topic, SyncState> topics = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            topics.put(topic, sync.state(tenant.id(), account.id(), topic));
        }
        return new Limits(tenant, account, sync.usage(tenant.id(), account.id()),
                sync.budget(tenant.id(), account.id()),
                topics, sync.requests(tenant.id()), sync.caches(), sync.server(),
                services.insights().reconciliations(tenant.id(), account.id()),
                sync.upcoming(UPCOMING).stream().map(this::named).toList(), sync.restarts());
    }

    private Upcoming named(Next next) {
        String tenant = services.tenants().tenants().stream().filter(one -> one.id().equals(next.tenant()))
                .map(Tenant::name).findFirst().orElse(next.tenant().value());
        String account = services.connections().accounts(next.tenant()).stream()
                .filter(one -> one.id().equals(next.account())).map(AdAccount::name).findFirst()
                .orElse(next.account().value());
        return new Upcoming(tenant, account, next.topic(), next.at());
    }
}
