package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.CampaignService;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskEvents;
import com.bizosaas.adsdesk.service.InsightService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// What the Campaigns tab shows and in which state it is. FX thread only; reading, filtering and sorting run elsewhere.
///
/// One job runs at a time and requests that come meanwhile melt into one more. Results of a former scope are dropped;
/// their job is left to end by itself, for interrupting a read can close the store's file.
final class CampaignsViewModel {

    private static final Set<Topic> TOPICS = Set.of(Topic.CAMPAIGNS, Topic.INSIGHTS);

    private final CampaignService campaigns;
    private final InsightService insights;
    private final SyncService sync;
    private final DeskEvents events;
    private final TaskRunner tasks;
    private final ScopeModel scopes;
    private final InstantSource clock;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<PaneState> state = new ReadOnlyObjectWrapper<>(this, "state",
            PaneState.NO_TENANT);
    private final ReadOnlyObjectWrapper<@Nullable TableContent> content = new ReadOnlyObjectWrapper<>(this, "content",
            null);
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(this, "view", View.FIRST);
    private final ReadOnlyObjectWrapper<@Nullable Frame> frame = new ReadOnlyObjectWrapper<>(this, "frame", null);
    private final ChangeListener<@Nullable Scope> scopeListener = (_, _, now) -> look(now);
    private @Nullable StatusSwitch switches;
    private @Nullable Subscription subscription;
    private @Nullable Stored stored;
    private int turn;
    private boolean busy;
    private boolean wantLoad;
    private boolean wantBuild;

    CampaignsViewModel(CampaignService campaigns, InsightService insights, SyncService sync, DeskEvents events,
            TaskRunner tasks, ScopeModel scopes, InstantSource clock, Formats formats) {
        this.campaigns = campaigns;
        this.insights = insights;
        this.sync = sync;
        this.events = events;
        this.tasks = tasks;
        this.scopes = scopes;
        this.clock = clock;
        this.formats = formats;
    }

    /// Positions shown over the store; set once, before the tab is activated.
    void showSwitches(StatusSwitch shown) {
        switches = shown;
    }

    ReadOnlyObjectProperty<PaneState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Null while there is nothing to show.
    ReadOnlyObjectProperty<@Nullable TableContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /// Null without an account to look at.
    ReadOnlyObjectProperty<@Nullable Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    FactIndex facts() {
        return stored == null ? FactIndex.EMPTY : stored.facts();
    }

    /// What goes with a campaign when it is deleted.
    Belongings below(GraphId campaign) {
        if (stored == null) {
            return new Belongings(0, 0);
        }
        AdStructure structure = stored.structure().value();
        return new Belongings(
                Math.toIntExact(structure.adSets().stream().filter(set -> set.campaignId().equals(campaign)).count()),
                Math.toIntExact(structure.ads().stream().filter(ad -> ad.campaignId().equals(campaign)).count()));
    }

    void activate() {
        if (subscription != null) {
            return;
        }
        subscription = events.subscribe(event -> tasks.onFxThread(() -> heard(event)));
        scopes.scopeProperty().addListener(scopeListener);
        look(scopes.scope());
    }

    void deactivate() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        scopes.scopeProperty().removeListener(scopeListener);
        forget();
    }

    /// Reads campaigns and figures from Facebook now.
    void refresh() {
        Frame at = frame.get();
        if (at != null) {
            TOPICS.forEach(topic -> sync.refresh(at.tenant().id(), at.account().id(), topic));
            readStates();
        }
    }

    void show(View wanted) {
        if (!wanted.equals(view.get())) {
            view.set(wanted);
            build();
        }
    }

    /// Shows what is stored anew, as when a switch was moved.
    void build() {
        wantBuild = true;
        work();
    }

    /// Reads the store again.
    void load() {
        wantLoad = true;
        work();
    }

    private void look(@Nullable Scope scope) {
        Frame next = Frame.of(scope);
        if (!Objects.equals(next, frame.get())) {
            forget();
            boolean otherAccount = next == null || frame.get() == null || !next.account().id().equals(account());
            frame.set(next);
            stored = null;
            if (otherAccount) {
                content.set(null);
                state.set(next != null
                        ? PaneState.LOADING
                        : scope == null ? PaneState.NO_TENANT : PaneState.NO_ACCOUNT);
            }
        } else if (next == null) {
            state.set(scope == null ? PaneState.NO_TENANT : PaneState.NO_ACCOUNT);
        }
        if (next != null) {
            sync.look(next.tenant().id(), next.account().id(), TOPICS, next.days());
            load();
        }
    }

    private @Nullable AdAccountId account() {
        Frame at = frame.get();
        return at == null ? null : at.account().id();
    }

    /// What is under way comes too late from now on.
    private void forget() {
        turn++;
        busy = false;
        wantLoad = false;
        wantBuild = false;
    }

    private void heard(DeskEvent event) {
        if (subscription == null) {
            return;
        }
        switch (event) {
            case DeskEvent.DataChanged(var tenant, var account, var topic) when isShown(tenant, account)
                    && TOPICS.contains(topic) ->
                load();
            case DeskEvent.SyncChanged(var tenant, var account, var topic) when isShown(tenant, account)
                    && TOPICS.contains(topic) ->
                readStates();
            case DeskEvent.ConnectionChanged(var tenant) when frame.get() != null
                    && frame.get().tenant().id().equals(tenant) ->
                load();
            default -> {
            }
        }
    }

    private boolean isShown(TenantId tenant, AdAccountId account) {
        Frame at = frame.get();
        return at != null && at.tenant().id().equals(tenant) && at.account().id().equals(account);
    }

    private record Made(Stored stored, List<SyncState> states, TableContent content) {
    }

    private void work() {
        Frame at = frame.get();
        if (busy || at == null || !(wantLoad || wantBuild)) {
            return;
        }
        busy = true;
        Stored known = wantLoad ? null : stored;
        wantLoad = false;
        wantBuild = false;
        int mine = turn;
        View wanted = view.get();
        Set<RowKey> confirmed = switches == null || known != null ? Set.of() : switches.confirmed();
        Switches shown = switches == null ? Switches.NONE : switches.shown().without(confirmed);
        tasks.call(() -> make(at, known, wanted, shown)).onSuccess(made -> {
            if (mine == turn) {
                if (switches != null) {
                    switches.settle(confirmed);
                }
                accept(made);
            }
        }).onError(thrown -> {
            Problem problem = Problems.of(thrown);
            if (mine == turn) {
                failed(problem);
            }
        }).andFinally(() -> {
            if (mine == turn) {
                busy = false;
                work();
            }
        }).start();
    }

    private Made make(Frame at, @Nullable Stored known, View wanted, Switches shown) {
        Stored held = known == null ? Stored.read(campaigns, insights, at) : known;
        List<CampaignRow> rows = new RowBuilder(at, held.facts(), shown, clock.instant(), formats)
                .rows(held.structure().value());
        return new Made(held, states(at), new TableBuilder(at, held.facts(), formats).content(rows, wanted));
    }

    private List<SyncState> states(Frame at) {
        return List.of(sync.state(at.tenant().id(), at.account().id(), Topic.CAMPAIGNS),
                sync.state(at.tenant().id(), at.account().id(), Topic.INSIGHTS));
    }

    private void accept(Made made) {
        stored = made.stored();
        // What was never read is unknown, and unknown is not zero.
        content.set(made.stored().structure().everRead() ? made.content() : null);
        showStates(made.states());
    }

    private void failed(Problem problem) {
        state.set(new PaneState(stored == null ? PaneState.Kind.BLOCKED : PaneState.Kind.CONTENT, problem,
                stored == null ? null : stored.asOf(), true, false));
    }

    private void readStates() {
        Frame at = frame.get();
        int mine = turn;
        if (at != null) {
            tasks.call(() -> states(at)).onSuccess(states -> {
                if (mine == turn && stored != null) {
                    showStates(states);
                }
            }).onError(Problems::of).start();
        }
    }

    private void showStates(List<SyncState> states) {
        Stored held = Objects.requireNonNull(stored, "states are shown over what is stored");
        Problem problem = states.stream().<Problem>mapMulti((one, sink) -> {
            if (one.problem() != null) {
                sink.accept(one.problem());
            }
        }).findFirst().orElse(null);
        boolean reading = states.stream().anyMatch(SyncState::running);
        PaneState.Kind kind;
        if (!held.structure().everRead()) {
            kind = problem == null || reading ? PaneState.Kind.LOADING : PaneState.Kind.BLOCKED;
        } else {
            kind = held.structure().value().campaigns().isEmpty() && problem == null
                    ? PaneState.Kind.EMPTY
                    : PaneState.Kind.CONTENT;
        }
        state.set(new PaneState(kind, problem, held.asOf(), held.stale(), reading));
    }
}
