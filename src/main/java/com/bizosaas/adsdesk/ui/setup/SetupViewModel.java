package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.service.PendingConnection;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.ReachableAccounts;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.TaskRunner.Running;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The tenant's way through the three steps, and its sign-in as it stands. FX thread only.
final class SetupViewModel {

    /// The sign-in as stored, and the accounts worked with.
    ///
    /// @param settings null before they were read
    record Stored(@Nullable Connection connection, List<AdAccount> accounts, @Nullable DeskSettings settings) {

        static final Stored NOTHING = new Stored(null, List.of(), null);
    }

    private final ConnectionService connections;
    private final DeskServices services;
    private final TaskRunner tasks;
    private final Permits permits;
    private final ScopeModel scope;
    private final ReadOnlyObjectWrapper<@Nullable Tenant> tenant = new ReadOnlyObjectWrapper<>(this, "tenant", null);
    private final ReadOnlyObjectWrapper<SetupStep> step = new ReadOnlyObjectWrapper<>(this, "step",
            SetupStep.AUTHENTICATE);
    private final ReadOnlyObjectWrapper<Stored> stored = new ReadOnlyObjectWrapper<>(this, "stored",
            Stored.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable PendingConnection> pending = new ReadOnlyObjectWrapper<>(this,
            "pending", null);
    private final ObservableList<AccountChoice> choices = FXCollections
            .observableArrayList(choice -> new javafx.beans.Observable[]{choice.tickedProperty()});
    private final ReadOnlyObjectWrapper<@Nullable Problem> listProblem = new ReadOnlyObjectWrapper<>(this,
            "listProblem", null);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper(this, "found", 0);
    private final ReadOnlyBooleanWrapper listing = new ReadOnlyBooleanWrapper(this, "listing", false);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ChangeListener<@Nullable Scope> scoped = (_, _, now) -> follow(now);
    private @Nullable Subscription subscription;
    private @Nullable Running listJob;

    SetupViewModel(DeskServices services, TaskRunner tasks, ScopeModel scope, Permits permits) {
        this.permits = permits;
        this.services = services;
        this.connections = services.connections();
        this.tasks = tasks;
        this.scope = scope;
    }

    ReadOnlyObjectProperty<@Nullable Tenant> tenantProperty() {
        return tenant.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SetupStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Stored> storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /// A sign-in that nobody has confirmed yet.
    ReadOnlyObjectProperty<@Nullable PendingConnection> pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ObservableList<AccountChoice> choices() {
        return choices;
    }

    /// Why the list of accounts is not whole.
    ReadOnlyObjectProperty<@Nullable Problem> listProblemProperty() {
        return listProblem.getReadOnlyProperty();
    }

    /// Why the last command failed.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty listingProperty() {
        return listing.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    long ticked() {
        return choices.stream().filter(choice -> choice.tickedProperty().get()).count();
    }

    void activate() {
        scope.scopeProperty().addListener(scoped);
        subscription = services.events().subscribe(event -> {
            if (event instanceof DeskEvent.ConnectionChanged changed) {
                tasks.onFxThread(() -> {
                    if (tenant.get() != null && tenant.get().id().equals(changed.tenant())) {
                        readStored(false);
                    }
                });
            }
        });
        follow(scope.scope());
    }

    void deactivate() {
        scope.scopeProperty().removeListener(scoped);
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        cancelListing();
    }

    private void follow(@Nullable Scope now) {
        Tenant next = now == null ? null : now.tenant();
        Tenant before = tenant.get();
        tenant.set(next);
        if (before != null && next != null && before.id().equals(next.id())) {
            return;
        }
        forgetPending();
        cancelListing();
        choices.clear();
        problem.set(null);
        listProblem.set(null);
        stored.set(Stored.NOTHING);
        step.set(SetupStep.AUTHENTICATE);
        if (next != null) {
            readStored(true);
        }
    }

    /// @param place whether to go to the step that fits what is stored
    private void readStored(boolean place) {
        Tenant asked = tenant.get();
        if (asked == null) {
            return;
        }
        tasks.call(() -> new Stored(connections.connection(asked.id()).orElse(null), connections.accounts(asked.id()),
                services.settings().settings()))
                .onSuccess(read -> {
                    if (asked.equals(tenant.get())) {
                        stored.set(read);
                        if (place) {
                            step.set(read.connection() == null
                                    ? SetupStep.AUTHENTICATE
                                    : read.accounts().isEmpty() ? SetupStep.SELECT_ACCOUNTS : SetupStep.COMPLETE);
                            if (step.get() == SetupStep.SELECT_ACCOUNTS) {
                                listAccounts();
                            }
                        }
                    }
                }).onError(this::failed).start();
    }

    /// Opens a step that can be opened: a finished one, or the one in turn.
    void open(SetupStep wanted) {
        boolean signedIn = stored.get().connection() != null || pending.get() != null;
        if (wanted == SetupStep.AUTHENTICATE || wanted == SetupStep.SELECT_ACCOUNTS && signedIn
                || wanted == SetupStep.COMPLETE && !stored.get().accounts().isEmpty()) {
            step.set(wanted);
            if (wanted == SetupStep.SELECT_ACCOUNTS && choices.isEmpty()) {
                listAccounts();
            }
        }
    }

    /// Takes a sign-in over, to be confirmed with its accounts.
    void signedIn(PendingConnection signed) {
        Tenant now = tenant.get();
        if (now == null || !now.id().equals(signed.tenant())) {
            signed.close();
            return;
        }
        forgetPending();
        pending.set(signed);
        step.set(SetupStep.SELECT_ACCOUNTS);
        listAccounts();
    }

    /// Reads every reachable account; asking again after a break starts from the front.
    void listAccounts() {
        Tenant asked = tenant.get();
        if (asked == null) {
            return;
        }
        cancelListing();
        String reason = permits.reason(ConnectionService.class, "reachable");
        if (!reason.isEmpty()) {
            listProblem.set(Problem.of(Problem.Kind.NO_PERMISSION, "Accounts are chosen by administrators", reason));
            return;
        }
        PendingConnection from = pending.get();
        Set<AdAccountId> connected = stored.get().accounts().stream().map(AdAccount::id)
                .collect(Collectors.toCollection(HashSet::new));
        listProblem.set(null);
        found.set(0);
        listing.set(true);
        listJob = tasks.call(() -> from == null
                ? connections.reachable(asked.id(), this::count)
                : connections.reachable(from, this::count)).onSuccess(list -> show(asked, list, connected))
                .onError(thrown -> listProblem.set(Problems.of(thrown))).andFinally(() -> listing.set(false)).start();
    }

    /// F5: reads the accounts again if they are in view.
    void listAccountsIfShown() {
        if (step.get() == SetupStep.SELECT_ACCOUNTS) {
            listAccounts();
        } else {
            readStored(false);
        }
    }

    private void count(int accounts) {
        tasks.onFxThread(() -> found.set(accounts));
    }

    private void show(Tenant asked, ReachableAccounts list, Set<AdAccountId> connected) {
        if (asked.equals(tenant.get())) {
            Set<AdAccountId> ticked = choices.stream().filter(choice -> choice.tickedProperty().get())
                    .map(choice -> choice.account().id()).collect(Collectors.toSet());
            choices.setAll(list.accounts().stream().map(account -> {
                AccountChoice choice = new AccountChoice(account, connected.contains(account.id()));
                if (ticked.contains(account.id()) && choice.canTick()) {
                    choice.tickedProperty().set(true);
                }
                return choice;
            }).toList());
            listProblem.set(list.problem());
            found.set(list.accounts().size());
        }
    }

    /// Stores the sign-in with the ticked accounts, or other accounts under the stored sign-in.
    void connect(Runnable done) {
        Tenant asked = tenant.get();
        List<AdAccountId> chosen = choices.stream().filter(choice -> choice.tickedProperty().get())
                .map(choice -> choice.account().id()).toList();
        if (asked == null || chosen.isEmpty()) {
            return;
        }
        PendingConnection confirming = pending.get();
        command(() -> {
            if (confirming == null) {
                connections.choose(asked.id(), chosen);
            } else {
                connections.confirm(confirming, chosen);
            }
            return Optional.<Problem>empty();
        }, _ -> {
            forgetPending();
            readStored(true);
            done.run();
        });
    }

    void renew(Runnable done) {
        Tenant asked = tenant.get();
        if (asked != null) {
            command(() -> Optional.of(connections.renew(asked.id())), _ -> {
                readStored(false);
                done.run();
            });
        }
    }

    /// @param told receives what is left to do by hand at Facebook, empty if nothing is
    void disconnect(Consumer<Optional<Problem>> told) {
        Tenant asked = tenant.get();
        if (asked != null) {
            command(() -> connections.disconnect(asked.id()), left -> {
                choices.clear();
                readStored(true);
                told.accept(left);
            });
        }
    }

    private <T> void command(java.util.concurrent.Callable<T> work, Consumer<T> done) {
        problem.set(null);
        busy.set(true);
        tasks.call(work).onSuccess(done::accept).onError(this::failed).andFinally(() -> busy.set(false)).start();
    }

    private void failed(Throwable thrown) {
        problem.set(Problems.of(thrown));
    }

    private void forgetPending() {
        PendingConnection old = pending.get();
        pending.set(null);
        if (old != null) {
            tasks.run(old::close).start();
        }
    }

    private void cancelListing() {
        if (listJob != null) {
            listJob.cancel();
            listJob = null;
            listing.set(false);
        }
    }
}
