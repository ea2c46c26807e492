package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskEvents;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// Keeps one value read from the store in step with the scope and the news: what most view models do.
///
/// While active it reads on every change of scope and on every [DeskEvent.DataChanged] of its topics, off the FX thread.
/// News that arrives during a read leads to one more read, however much of it there was. The result of a former scope is
/// dropped, and a value never outlives its ad account. FX thread only.
public final class ScopeReader<T> {

    /// Reads the store; runs on a virtual thread.
    @FunctionalInterface
    public interface Source<T> {
        T read(Scope scope, AdAccount account);
    }

    private static final SyncState QUIET = new SyncState(false, null, null, null);

    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>(this, "value", null);
    private final ReadOnlyObjectWrapper<SyncState> state = new ReadOnlyObjectWrapper<>(this, "state", QUIET);
    private final ReadOnlyObjectWrapper<@Nullable Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure",
            null);
    private final TaskRunner tasks;
    private final ScopeModel scopes;
    private final DeskEvents events;
    private final SyncService sync;
    private final Set<Topic> topics;
    private final Set<Topic> lookedAt;
    private final Function<Scope, DateRange> looked;
    private final Source<T> source;
    private final ChangeListener<@Nullable Scope> moves = (_, _, _) -> follow();

    private @Nullable Subscription subscription;
    private TaskRunner.@Nullable Running reading;
    private TaskRunner.@Nullable Running asking;
    private @Nullable Scope followed;
    private boolean busy;
    private boolean again;
    private boolean active;

    /// @param topics what the value is made of
    /// @param lookedAt those that are to be read first and most often; naming more than is seen costs the limits
    /// @param looked the days the value needs
    public ScopeReader(TaskRunner tasks, ScopeModel scopes, DeskEvents events, SyncService sync, Set<Topic> topics,
            Set<Topic> lookedAt, Function<Scope, DateRange> looked, Source<T> source) {
        this.tasks = tasks;
        this.scopes = scopes;
        this.events = events;
        this.sync = sync;
        this.topics = Set.copyOf(topics);
        this.lookedAt = Set.copyOf(lookedAt);
        this.looked = looked;
        this.source = source;
    }

    /// The last value read for the current account; null before the first.
    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public @Nullable T value() {
        return value.get();
    }

    /// How the topics' refresh stands, taken together: running if any runs, as old as the oldest, the first problem.
    public ReadOnlyObjectProperty<SyncState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the store threw at the last read; null while reading works.
    public ReadOnlyObjectProperty<@Nullable Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public void activate() {
        if (active) {
            return;
        }
        active = true;
        subscription = events.subscribe(event -> tasks.onFxThread(() -> heard(event)));
        scopes.scopeProperty().addListener(moves);
        follow();
    }

    public void deactivate() {
        active = false;
        scopes.scopeProperty().removeListener(moves);
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        cancel();
    }

    /// Reads the topics from Facebook now.
    public void refresh() {
        Scope scope = scopes.scope();
        if (scope != null && scope.account() != null) {
            for (Topic topic : topics) {
                sync.refresh(scope.tenant().id(), scope.account().id(), topic);
            }
        }
    }

    /// Reads the store again.
    public void reload() {
        Scope scope = scopes.scope();
        if (!active || scope == null || scope.account() == null) {
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        AdAccount account = scope.account();
        again = false;
        busy = true;
        TaskRunner.Running started = tasks.call(() -> source.read(scope, account)).onSuccess(read -> {
            if (scope.equals(scopes.scope())) {
                failure.set(null);
                value.set(read);
            }
        }).onError(failure::set).andFinally(this::ended).start();
        reading = busy ? started : null;
    }

    private void ended() {
        busy = false;
        reading = null;
        if (again) {
            reload();
        }
    }

    private void follow() {
        cancel();
        Scope scope = scopes.scope();
        if (!sameAccount(followed, scope)) {
            value.set(null);
            failure.set(null);
            state.set(QUIET);
        }
        followed = scope;
        if (scope != null && scope.account() != null) {
            sync.look(scope.tenant().id(), scope.account().id(), lookedAt, looked.apply(scope));
            reload();
            ask();
        }
    }

    private void heard(DeskEvent event) {
        Scope scope = scopes.scope();
        if (!active || scope == null || scope.account() == null) {
            return;
        }
        switch (event) {
            case DeskEvent.DataChanged(var tenant, var account, var topic) when topics.contains(topic)
                    && isScope(scope, tenant, account) -> {
                reload();
                ask();
            }
            case DeskEvent.SyncChanged(var tenant, var account, var topic) when topics.contains(topic)
                    && isScope(scope, tenant, account) ->
                ask();
            default -> {
            }
        }
    }

    private static boolean isScope(Scope scope, Object tenant, Object account) {
        return scope.tenant().id().equals(tenant) && scope.account() != null
                && scope.account().id().equals(account);
    }

    private void ask() {
        Scope scope = scopes.scope();
        if (scope == null || scope.account() == null) {
            return;
        }
        if (asking != null) {
            asking.cancel();
        }
        AdAccount account = scope.account();
        asking = tasks.call(() -> together(scope, account)).onSuccess(state::set).onError(failure::set).start();
    }

    private SyncState together(Scope scope, AdAccount account) {
        boolean running = false;
        boolean everything = true;
        Instant oldest = null;
        Instant next = null;
        Problem problem = null;
        for (Topic topic : topics) {
            SyncState one = sync.state(scope.tenant().id(), account.id(), topic);
            running |= one.running();
            everything &= one.lastSuccess() != null;
            oldest = earlier(oldest, one.lastSuccess());
            next = earlier(next, one.nextRun());
            problem = problem == null ? one.problem() : problem;
        }
        return new SyncState(running, everything ? oldest : null, problem, next);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static boolean sameAccount(@Nullable Scope one, @Nullable Scope other) {
        return one != null && other != null && one.account() != null && other.account() != null
                && one.tenant().id().equals(other.tenant().id()) && one.account().id().equals(other.account().id());
    }

    private void cancel() {
        again = false;
        busy = false;
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }
}
