package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// What the Campaigns tab shows and in which state it is, of one account or of all tenants. FX thread only; reading,
/// filtering and sorting run elsewhere.
///
/// One job runs at a time and requests that come meanwhile melt into one more. All tenants are read in two steps, campaigns
/// first, and later only the accounts that have news. Results of a former scope are dropped; their job is left to end by
/// itself, for interrupting a read can close the store's file.
final class CampaignsViewModel {

    private static final Set<Topic> TOPICS = Set.of(Topic.CAMPAIGNS, Topic.INSIGHTS);
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int ENTRIES = 1000;
    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    private final DeskServices services;
    private final SyncService sync;
    private final TaskRunner tasks;
    private final ScopeModel scopes;
    private final InstantSource clock;
    private final Formats formats;
    private final FrameReader frames;
    private final SheetReader reader;
    private final ReadOnlyObjectWrapper<PaneState> state = new ReadOnlyObjectWrapper<>(this, "state",
            PaneState.NO_TENANT);
    private final ReadOnlyObjectWrapper<@Nullable TableContent> content = new ReadOnlyObjectWrapper<>(this, "content",
            null);
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(this, "view", View.FIRST);
    private final ReadOnlyObjectWrapper<@Nullable Frame> frame = new ReadOnlyObjectWrapper<>(this, "frame", null);
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>(this, "detail", null);
    private final ChangeListener<@Nullable Object> scopeListener = (_, _, _) -> look();
    private @Nullable StatusSwitch switches;
    private @Nullable Subscription subscription;
    private @Nullable AllTenants all;
    private @Nullable Read stored;
    private @Nullable Built built;
    private final Set<Frame.Place> news = new HashSet<>();
    private int turn;
    private boolean busy;
    private boolean wantLoad;
    private boolean wantBuild;
    private @Nullable CampaignRow wantDetail;
    /// Whether a branch was ever opened.
    private boolean below;
    private @Nullable Asked asked;
    private Instant askedAt = Instant.MIN;
    private boolean detailing;
    private boolean readingStates;
    private boolean statesAgain;

    /// What was read.
    ///
    /// @param changed ids of objects that this desk changed lately, by tenant
    /// @param viewing levels whose reach and video plays were read with it
    private record Read(Sheet sheet, Map<TenantId, Set<String>> changed, Set<Level> viewing) {
    }

    /// Of what reach and video plays were asked for.
    private record Asked(List<Frame> frames, Set<Level> levels) {
    }

    /// What a build leaves for the next one of the same rows.
    private record Built(Read read, Switches shown, Map<TenantId, Drafted> drafted, TableBuilder builder) {
    }

    private record Made(Built built, List<SyncState> states, TableContent content) {
    }

    CampaignsViewModel(DeskServices services, TaskRunner tasks, ScopeModel scopes, InstantSource clock,
            Formats formats) {
        this.services = services;
        this.sync = services.sync();
        this.tasks = tasks;
        this.scopes = scopes;
        this.clock = clock;
        this.formats = formats;
        this.frames = new FrameReader(services.tenants(), services.connections(), services.persons(), clock);
        this.reader = new SheetReader(services.campaigns(), services.insights(), services.profiles(), clock);
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

    /// Null without one account to look at.
    ReadOnlyObjectProperty<@Nullable Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// What the side panel shows, null for nothing.
    ReadOnlyObjectProperty<@Nullable Detail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    boolean showsAllTenants() {
        return all != null;
    }

    /// What goes with a row when it is deleted.
    Belongings below(CampaignRow row) {
        Read held = stored;
        int number = held == null ? -1 : held.sheet.find(row.key());
        if (held == null || number < 0) {
            return new Belongings(0, 0);
        }
        Part part = held.sheet.part(number);
        int local = held.sheet.local(number);
        int children = part.endOfChildren(local) - part.firstChild(local);
        if (row.level() != Level.CAMPAIGN) {
            return new Belongings(0, row.level() == Level.AD_SET ? children : 0);
        }
        int ads = 0;
        for (int adSet = part.firstChild(local); adSet < part.endOfChildren(local); adSet++) {
            ads += part.endOfChildren(adSet) - part.firstChild(adSet);
        }
        return new Belongings(children, ads);
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

    /// Goes through a first look once and forgets it: the code is compiled then, and the store's file is in memory.
    ///
    /// @param done told when it is over
    void prepare(Runnable done) {
        tasks.run(() -> {
            Sheet sheet = reader.read(frames.frames(new AllTenants(DatePreset.LAST_14_DAYS, null, false)), false,
                    Set.of());
            new TableBuilder(sheet, Switches.NONE, Map.of(), Map.of(), formats).content(View.FIRST);
        }).onError(Problems::of).andFinally(done).start();
    }

    void activate() {
        if (subscription != null) {
            return;
        }
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
                        ? held.sheet.parts().stream().map(part -> part.frame().place()).toList()
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
            if (!sameRows || !isViewed()) {
                build();
            }
        }
    }

    /// A branch was opened: from now on what is below campaigns is looked at too.
    void lookBelow() {
        below = true;
        if (!isViewed()) {
            build();
        }
    }

    /// The levels whose reach and video plays are looked at.
    private Set<Level> viewing() {
        View now = view.get();
        if (!now.layout().ofRange() && !now.sort().ofRange()) {
            return Set.of();
        }
        return now.shape() != View.Shape.TREE
                ? Set.of(now.shape().top())
                : below ? Set.of(Level.CAMPAIGN, Level.AD_SET, Level.AD) : Set.of(Level.CAMPAIGN);
    }

    /// Whether what is looked at of them was read from the store.
    private boolean isViewed() {
        Read held = stored;
        return held == null || held.viewing.containsAll(viewing());
    }

    /// Asks Facebook for reach and video plays that are looked at, account by account; what is fresh is not asked for again.
    private void askViewing(boolean force) {
        Read held = stored;
        Set<Level> levels = viewing();
        if (held == null || levels.isEmpty() || subscription == null) {
            return;
        }
        List<Frame> at = held.sheet.parts().stream().map(Part::frame).toList();
        Asked now = new Asked(at, levels);
        Instant lately = clock.instant().minus(ASK_AGAIN);
        if (!force && now.equals(asked) && askedAt.isAfter(lately)) {
            return;
        }
        asked = now;
        askedAt = clock.instant();
        int mine = turn;
        tasks.run(() -> loadViewing(at, levels, force)).onError(thrown -> {
            Problem problem = Problems.of(thrown);
            if (mine == turn) {
                failed(problem);
            }
        }).start();
    }

    /// One account that cannot be read keeps none of the others from it.
    private void loadViewing(List<Frame> at, Set<Level> levels, boolean force) {
        DeskException failure = null;
        for (Frame each : at) {
            try {
                for (Level level : levels) {
                    services.insights().loadViewing(each.tenant().id(), each.account().id(), level, each.range(),
                            force);
                }
            } catch (DeskException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
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

    /// Reads what the side panel tells of a row; null clears it. While one is read only the last of the others waits.
    void detail(@Nullable CampaignRow row) {
        Detail shown = detail.get();
        wantDetail = row;
        if (row == null) {
            detail.set(null);
        } else if (shown == null || !shown.row().key().equals(row.key())) {
            detail.set(Detail.of(row));
        }
        readDetail();
    }

    private void readDetail() {
        CampaignRow row = wantDetail;
        if (row == null || detailing) {
            return;
        }
        detailing = true;
        wantDetail = null;
        tasks.call(() -> Detail.read(services.insights(), row)).onSuccess(read -> {
            Detail shown = detail.get();
            if (shown != null && shown.row().key().equals(row.key())) {
                detail.set(read);
            }
        }).onError(Problems::of).andFinally(() -> {
            detailing = false;
            readDetail();
        }).start();
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
            case DeskEvent.ConnectionChanged(var tenant) when all != null
                    || frame.get() != null && frame.get().tenant().id().equals(tenant) ->
                load();
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
        Frame at = frame.get();
        AllTenants every = all;
        Read held = stored;
        if (busy || at == null && every == null || !(wantLoad || wantBuild || !news.isEmpty())) {
            return;
        }
        busy = true;
        Set<Level> viewing = viewing();
        boolean read = wantLoad || held == null || !isViewed();
        Set<Frame.Place> changed = Set.copyOf(news);
        boolean fromStore = read || !changed.isEmpty();
        wantLoad = false;
        wantBuild = false;
        news.clear();
        int mine = turn;
        View wanted = view.get();
        Set<RowKey> confirmed = switches == null || !fromStore ? Set.of() : switches.confirmed();
        Switches shown = switches == null ? Switches.NONE : switches.shown().without(confirmed);
        Built before = built;
        // The first look at very many rows goes without what is not seen at once.
        boolean whole = at != null || held != null;
        tasks.call(() -> make(at, every, read ? null : held, whole, viewing, changed, wanted, shown, before))
                .onSuccess(made -> {
                    if (mine == turn) {
                        if (switches != null) {
                            switches.settle(confirmed);
                        }
                        accept(made, wanted);
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

    private Made make(@Nullable Frame one, @Nullable AllTenants every, @Nullable Read held, boolean whole,
            Set<Level> viewing, Set<Frame.Place> changed, View wanted, Switches shown, @Nullable Built before) {
        Read read;
        if (held == null) {
            List<Frame> at = every == null || one != null
                    ? List.of(Objects.requireNonNull(one, "an account is looked at"))
                    : frames.frames(every);
            read = new Read(reader.read(at, whole, viewing), changedByUs(one == null ? null : one.tenant().id()),
                    viewing);
        } else if (changed.isEmpty()) {
            read = held;
        } else {
            read = new Read(reader.again(held.sheet, changed, viewing),
                    changedByUs(one == null ? null : one.tenant().id()), viewing);
        }
        Map<TenantId, Drafted> drafted = new HashMap<>();
        DraftService drafts = services.workbench().drafts();
        read.sheet.parts().forEach(part -> drafted.computeIfAbsent(part.frame().tenant().id(),
                tenant -> new Drafted(drafts.book(tenant), drafts.aliases(tenant),
                        services.workbench().comments().comments(tenant))));
        Built with = before != null && before.read == read && before.shown.equals(shown)
                && before.drafted.equals(drafted) ? before : built(read, shown, drafted);
        return new Made(with, one == null ? offline(read.sheet) : states(one), with.builder.content(wanted));
    }

    private Built built(Read read, Switches shown, Map<TenantId, Drafted> drafted) {
        return new Built(read, shown, drafted,
                new TableBuilder(shown(read.sheet, shown, drafted), shown, read.changed, drafted, formats));
    }

    /// Rows with switch positions and new objects over them; the same sheet where there is neither.
    private static Sheet shown(Sheet sheet, Switches switches, Map<TenantId, Drafted> drafted) {
        boolean other = false;
        List<Part> parts = new ArrayList<>();
        for (Part part : sheet.parts()) {
            Drafted its = drafted.getOrDefault(part.frame().tenant().id(), Drafted.NOTHING);
            Part over = part.with(switches, its.book().drafts(part.frame().account().id()), its.aliases());
            other |= over != part;
            parts.add(over);
        }
        return other ? new Sheet(parts) : sheet;
    }

    private Map<TenantId, Set<String>> changedByUs(@Nullable TenantId tenant) {
        Instant since = clock.instant().minus(LATELY);
        Map<TenantId, Set<String>> changed = new HashMap<>();
        for (AuditEntry entry : services.audit().entries(tenant, "", ENTRIES)) {
            if (entry.tenantId() != null && entry.at().isAfter(since)) {
                changed.computeIfAbsent(entry.tenantId(), _ -> new HashSet<>()).add(entry.object());
            }
        }
        return changed;
    }

    private List<SyncState> states(Frame at) {
        return List.of(sync.state(at.tenant().id(), at.account().id(), Topic.CAMPAIGNS),
                sync.state(at.tenant().id(), at.account().id(), Topic.INSIGHTS));
    }

    /// Of all tenants it is told when nobody can be reached; what is wrong with one of them stands on the rail.
    private List<SyncState> offline(Sheet sheet) {
        for (Part part : sheet.parts()) {
            SyncState state = sync.state(part.frame().tenant().id(), part.frame().account().id(), Topic.CAMPAIGNS);
            Problem problem = state.problem();
            if (problem != null && problem.kind().isUnreachable()) {
                return List.of(state);
            }
        }
        return List.of();
    }

    private void accept(Made made, View shown) {
        built = made.built();
        Read read = made.built().read();
        stored = read;
        // What was never read is unknown, and unknown is not zero.
        content.set(everRead(read.sheet) ? made.content() : null);
        showStates(made.states());
        if (!read.sheet.whole()) {
            wantLoad = true;
        }
        wantBuild |= !shown.laidOut(Layout.FIRST).equals(view.get().laidOut(Layout.FIRST));
        askViewing(false);
    }

    private static boolean everRead(Sheet sheet) {
        return sheet.parts().stream().anyMatch(Part::everRead);
    }

    private static @Nullable Instant asOf(Sheet sheet) {
        return sheet.parts().stream().<Instant>mapMulti((part, sink) -> {
            if (part.asOf() != null) {
                sink.accept(part.asOf());
            }
        }).min(Instant::compareTo).orElse(null);
    }

    private void failed(Problem problem) {
        Read held = stored;
        state.set(new PaneState(held == null ? PaneState.Kind.BLOCKED : PaneState.Kind.CONTENT, problem,
                held == null ? null : asOf(held.sheet), true, false));
    }

    private void readStates() {
        Frame at = frame.get();
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
        tasks.call(() -> at == null ? offline(held.sheet) : states(at)).onSuccess(states -> {
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

    private int shownRows() {
        Built shown = built;
        return shown == null ? 0 : shown.builder.rows();
    }

    private void showStates(List<SyncState> states) {
        Sheet sheet = Objects.requireNonNull(stored, "states are shown over what is stored").sheet;
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
            kind = shownRows() == 0 && problem == null ? PaneState.Kind.EMPTY : PaneState.Kind.CONTENT;
        }
        boolean stale = sheet.parts().stream().anyMatch(part -> part.everRead() && part.stale());
        state.set(new PaneState(kind, problem, asOf(sheet), stale, reading));
    }
}
