package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.ui.campaigns.TableMaker.Built;
import com.bizosaas.adsdesk.ui.campaigns.TableMaker.Made;
import com.bizosaas.adsdesk.ui.campaigns.TableMaker.Read;
import com.bizosaas.adsdesk.ui.campaigns.TableMaker.Wanted;
import com.bizosaas.adsdesk.ui.campaigns.TableMaker.Whose;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// What the Campaigns tab shows and in which state it is, of one account or of all tenants. FX thread only; reading,
/// filtering and sorting run elsewhere.
///
/// One job runs at a time and requests that come meanwhile melt into one more. All tenants are read in two steps, the level
/// in view first and all else once that is painted, and later only the accounts that have news. Results of a former scope
/// are dropped; their job is left to end by itself, for interrupting a read can close the store's file.
final class CampaignsViewModel {

    private static final Set<Topic> TOPICS = Set.of(Topic.CAMPAIGNS, Topic.INSIGHTS);

    private final DeskServices services;
    private final SyncService sync;
    private final TaskRunner tasks;
    private final ScopeModel scopes;
    private final TableMaker maker;
    private final ViewingDemand viewings;
    private final FigureDemand figures;
    private final DetailModel details;
    private final ReadOnlyObjectWrapper<PaneState> state = new ReadOnlyObjectWrapper<>(this, "state",
            PaneState.NO_TENANT);
    private final ReadOnlyObjectWrapper<@Nullable TableContent> content = new ReadOnlyObjectWrapper<>(this, "content",
            null);
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(this, "view", View.FIRST);
    private final ReadOnlyObjectWrapper<@Nullable Frame> frame = new ReadOnlyObjectWrapper<>(this, "frame", null);
    private final ChangeListener<@Nullable Object> scopeListener = (_, _, _) -> look();
    private Consumer<Runnable> afterPainting = Runnable::run;
    private @Nullable StatusSwitch switches;
    private @Nullable Subscription subscription;
    private @Nullable AllTenants all;
    private @Nullable Read stored;
    private @Nullable Built built;
    private @Nullable TableBuilder prepared;
    private final Set<Frame.Place> news = new HashSet<>();
    private int turn;
    private boolean busy;
    private boolean wantLoad;
    private boolean wantBuild;
    /// Whether a branch was ever opened.
    private boolean below;
    private volatile boolean looked;
    private boolean readingStates;
    private boolean statesAgain;

    CampaignsViewModel(DeskServices services, TaskRunner tasks, ScopeModel scopes, InstantSource clock,
            Formats formats) {
        this.services = services;
        this.sync = services.sync();
        this.tasks = tasks;
        this.scopes = scopes;
        this.maker = new TableMaker(services, clock, formats);
        this.viewings = new ViewingDemand(services.insights(), tasks, clock);
        this.figures = new FigureDemand(services.sync(), tasks);
        this.details = new DetailModel(services.insights(), tasks);
    }

    /// Positions shown over the store; set once, before the tab is activated.
    void showSwitches(StatusSwitch shown) {
        switches = shown;
    }

    /// @param later runs what it is given once what is shown now is painted; without it nothing waits
    void afterPainting(Consumer<Runnable> later) {
        afterPainting = later;
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

    /// Null without one account to look at.
    ReadOnlyObjectProperty<@Nullable Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// What the side panel shows.
    DetailModel details() {
        return details;
    }

    boolean showsAllTenants() {
        return all != null;
    }

    /// What goes with a row when it is deleted.
    Belongings below(CampaignRow row) {
        Read held = stored;
        int number = held == null ? -1 : held.sheet().find(row.key());
        return held == null || number < 0
                ? Belongings.NONE
                : Belongings.of(held.sheet().part(number), held.sheet().local(number));
    }

    /// The ad sets that a row's bid and schedule sit on: itself, or those of a campaign that are not archived.
    List<AdSet> adSets(CampaignRow row) {
        if (row.subject() instanceof Subject.OfAdSet(var adSet)) {
            return List.of(adSet);
        }
        TableContent shown = content.get();
        int number = shown == null || row.level() != Level.CAMPAIGN ? -1 : shown.sheet().find(row.key());
        return shown == null || number < 0
                ? List.of()
                : RowMaker.current(shown.sheet().part(number), shown.sheet().local(number));
    }

    /// The row of a number, as it is shown.
    CampaignRow row(int number) {
        return Objects.requireNonNull(content.get(), "a row is shown").maker().row(number);
    }

    /// Goes through first looks and forgets them: the code is compiled then, and the store's file is in memory. Not where the
    /// table is looked at already, and no longer than until it is.
    ///
    /// @param seen told what would be shown, not told where that cannot be made
    void prepare(Consumer<TableContent> seen) {
        if (!looked) {
            tasks.call(() -> maker.rehearse(this::isLookedAt)).onSuccess(seen).onError(Problems::of).start();
        }
    }

    /// Whether the table was ever looked at. For use by any thread.
    boolean isLookedAt() {
        return looked;
    }

    void activate() {
        if (subscription != null) {
            return;
        }
        looked = true;
        subscription = services.events().subscribe(event -> tasks.onFxThread(() -> heard(event)));
        scopes.scopeProperty().addListener(scopeListener);
        scopes.allProperty().addListener(scopeListener);
        look();
    }

    void deactivate() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        scopes.scopeProperty().removeListener(scopeListener);
        scopes.allProperty().removeListener(scopeListener);
        forget();
    }

    /// Reads campaigns and figures from Facebook now.
    void refresh() {
        askViewing(true);
        Read held = stored;
        Frame at = frame.get();
        List<Frame.Place> places = at != null
                ? List.of(at.place())
                : all != null && held != null
                        ? held.sheet().parts().stream().map(part -> part.frame().place()).toList()
                        : List.of();
        if (!places.isEmpty()) {
            tasks.run(() -> places.forEach(this::refresh)).onSuccess(_ -> readStates()).onError(Problems::of).start();
        }
    }

    private void refresh(Frame.Place place) {
        TOPICS.forEach(topic -> sync.refresh(place.tenant(), place.account(), topic));
    }

    void show(View wanted) {
        if (!wanted.equals(view.get())) {
            boolean sameRows = wanted.laidOut(Layout.FIRST).equals(view.get().laidOut(Layout.FIRST));
            view.set(wanted);
            askFigures();
            if (!sameRows || !isViewed()) {
                build();
            }
        }
    }

    /// A branch was opened: from now on what is below campaigns is looked at too.
    void lookBelow() {
        below = true;
        askFigures();
        if (!isViewed()) {
            build();
        }
    }

    /// Whether the reach and video plays that are looked at were read from the store.
    private boolean isViewed() {
        Read held = stored;
        return held == null || held.viewing().containsAll(ViewingDemand.levels(view.get(), below));
    }

    private void askFigures() {
        Read held = stored;
        if (all == null) {
            figures.forget();
        } else if (held != null && subscription != null) {
            figures.ask(held.sheet().parts().stream().map(Part::frame).toList(), view.get(), below);
        }
    }

    private void askViewing(boolean force) {
        Read held = stored;
        if (held == null || subscription == null) {
            return;
        }
        int mine = turn;
        viewings.ask(held.sheet().parts().stream().map(Part::frame).toList(),
                ViewingDemand.levels(view.get(), below), force, problem -> {
                    if (mine == turn) {
                        failed(problem);
                    }
                });
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

    private void look() {
        Scope scope = scopes.scope();
        AllTenants nextAll = scopes.all();
        Frame seen = nextAll == null ? Frame.of(scope) : null;
        Frame next = seen == null ? null : seen.as(services.persons().current().role());
        if (!Objects.equals(next, frame.get()) || !Objects.equals(nextAll, all)) {
            forget();
            boolean otherPlace = next == null || frame.get() == null || !next.place().equals(frame.get().place());
            boolean otherRows = otherPlace && (nextAll == null || all == null);
            frame.set(next);
            all = nextAll;
            stored = null;
            built = null;
            if (otherRows) {
                content.set(null);
                state.set(next != null || nextAll != null ? PaneState.LOADING : without(scope));
            }
        } else if (next == null && nextAll == null) {
            state.set(without(scope));
        }
        if (next != null) {
            sync.look(next.tenant().id(), next.account().id(), TOPICS, next.days());
            load();
        } else if (nextAll != null) {
            load();
        }
    }

    private static PaneState without(@Nullable Scope scope) {
        return scope == null ? PaneState.NO_TENANT : PaneState.NO_ACCOUNT;
    }

    /// What is under way comes too late from now on.
    private void forget() {
        turn++;
        busy = false;
        wantLoad = false;
        wantBuild = false;
        news.clear();
    }

    private void heard(DeskEvent event) {
        if (subscription == null) {
            return;
        }
        switch (event) {
            case DeskEvent.DataChanged(var tenant, var account, var topic) when isShown(tenant, account)
                    && TOPICS.contains(topic) -> {
                news.add(new Frame.Place(tenant, account));
                work();
            }
            case DeskEvent.SyncChanged(var tenant, var account, var topic) when isShown(tenant, account)
                    && TOPICS.contains(topic) ->
                readStates();
            case DeskEvent.ConnectionChanged(var tenant) when showsTenant(tenant) -> load();
            case DeskEvent.TenantsChanged _ when all != null -> load();
            case DeskEvent.DraftsChanged(var tenant) when showsTenant(tenant) -> build();
            case DeskEvent.CommentsChanged(var tenant) when showsTenant(tenant) -> build();
            default -> {
            }
        }
    }

    private boolean showsTenant(TenantId tenant) {
        return all != null || frame.get() != null && frame.get().tenant().id().equals(tenant);
    }

    private boolean isShown(TenantId tenant, AdAccountId account) {
        Frame at = frame.get();
        return all != null || at != null && at.tenant().id().equals(tenant) && at.account().id().equals(account);
    }

    private void work() {
        Whose whose = new Whose(frame.get(), all);
        Read held = stored;
        if (busy || whose.one() == null && whose.all() == null || !(wantLoad || wantBuild || !news.isEmpty())) {
            return;
        }
        busy = true;
        boolean anew = wantLoad || held == null || !isViewed() || !held.sheet().holds(Depth.firstLook(view.get()));
        boolean fromStore = anew || !news.isEmpty();
        View seen = view.get();
        Set<RowKey> confirmed = switches == null || !fromStore ? Set.of() : switches.confirmed();
        Wanted wanted = new Wanted(whose.one() == null && held == null ? Depth.firstLook(seen) : Depth.WHOLE,
                ViewingDemand.levels(seen, below), Set.copyOf(news), seen,
                switches == null ? Switches.NONE : switches.shown().without(confirmed));
        wantLoad = false;
        wantBuild = false;
        news.clear();
        int mine = turn;
        Built before = built;
        tasks.call(() -> maker.make(whose, wanted, anew ? null : held, before)).onSuccess(made -> {
            if (mine == turn) {
                if (switches != null) {
                    switches.settle(confirmed);
                }
                accept(made, seen);
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

    private void accept(Made made, View shown) {
        built = made.built();
        Read read = made.built().read();
        stored = read;
        // What was never read is unknown, and unknown is not zero.
        content.set(everRead(read.sheet()) ? made.content() : null);
        showStates(made.states());
        int mine = turn;
        afterPainting.accept(() -> {
            if (mine == turn) {
                afterwards(made.built(), shown);
            }
        });
        wantBuild |= !shown.laidOut(Layout.FIRST).equals(view.get().laidOut(Layout.FIRST));
        askViewing(false);
        askFigures();
    }

    /// Reads what a first look went without; then makes ready for what is likely to be asked of these rows.
    private void afterwards(Built shown, View seen) {
        if (!shown.read().sheet().whole()) {
            load();
        } else if (shown == built && prepared != shown.builder()) {
            prepared = shown.builder();
            tasks.run(() -> shown.builder().prepare(seen.shape().top())).onError(Problems::of).start();
        }
    }

    private static boolean everRead(Sheet sheet) {
        return sheet.parts().stream().anyMatch(Part::everRead);
    }

    private void failed(Problem problem) {
        Read held = stored;
        state.set(new PaneState(held == null ? PaneState.Kind.BLOCKED : PaneState.Kind.CONTENT, problem,
                held == null ? null : held.sheet().asOf(), true, false));
    }

    private void readStates() {
        Read held = stored;
        int mine = turn;
        if (held == null) {
            return;
        }
        if (readingStates) {
            statesAgain = true;
            return;
        }
        readingStates = true;
        statesAgain = false;
        Whose whose = new Whose(frame.get(), all);
        tasks.call(() -> maker.states(whose, held.sheet())).onSuccess(states -> {
            if (mine == turn && stored != null) {
                showStates(states);
            }
        }).onError(Problems::of).andFinally(() -> {
            readingStates = false;
            if (statesAgain) {
                readStates();
            }
        }).start();
    }

    private void showStates(List<SyncState> states) {
        Sheet sheet = Objects.requireNonNull(stored, "states are shown over what is stored").sheet();
        Problem problem = states.stream().<Problem>mapMulti((one, sink) -> {
            if (one.problem() != null) {
                sink.accept(one.problem());
            }
        }).findFirst().orElse(null);
        boolean reading = states.stream().anyMatch(SyncState::running);
        PaneState.Kind kind;
        if (sheet.parts().isEmpty()) {
            kind = PaneState.Kind.NO_ACCOUNT;
        } else if (!everRead(sheet)) {
            kind = problem == null || reading ? PaneState.Kind.LOADING : PaneState.Kind.BLOCKED;
        } else {
            Built shown = built;
            boolean none = shown == null || shown.builder().rows() == 0;
            kind = none && problem == null ? PaneState.Kind.EMPTY : PaneState.Kind.CONTENT;
        }
        boolean stale = sheet.parts().stream().anyMatch(part -> part.everRead() && part.stale());
        state.set(new PaneState(kind, problem, sheet.asOf(), stale, reading));
    }
}
