package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.service.SettingsService;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.service.TenantService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.ui.palette.CommandPalette;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Popovers;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.Themes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The desk once it is open: rail, bars, and the tab in view, which alone is active. FX thread only.
///
/// It drives the scope of its context and opens tabs; make it after the context and hand [DeskContext#openTab()] a call
/// to [#select].
public final class DeskWindow extends StackPane {

    private static final double RAIL_FOLDS_UNDER = 1200;
    /// Under this width the rail makes room for the side panel of a tab that has one.
    private static final double RAIL_YIELDS_UNDER = 1600;
    private static final Set<TabId> SIDE_PANELS = EnumSet.of(TabId.CAMPAIGNS, TabId.AUDIENCES, TabId.CREATIVES);
    /// Tabs that can show all tenants at once.
    private static final Set<TabId> FOR_ALL = EnumSet.of(TabId.CAMPAIGNS, TabId.PERFORMANCE,
            TabId.SETTINGS);
    private static final double RAIL = 232;
    private static final double RAIL_WIDE = 264;
    private static final double RAIL_FOLDED = 56;
    private static final double WIDEST = 2560;
    /// What was run from the command palette, in the window's memory.
    private static final String USED = "palette.used";

    private final DeskContext context;
    private final Themes themes;
    private final WindowMemory memory;
    private final ShellModel model;
    private final SyncModel sync;
    private final Popovers popovers = new Popovers();
    private final CommandPalette palette;
    private final Runnable lock;
    private final Map<TabId, DeskTab> tabs = new EnumMap<>(TabId.class);
    private final Permits permits;
    private final TenantForms forms;
    private final TenantRail rail;
    private final TopBar topBar;
    private final TabStrip strip;
    private final StatusBar statusBar;
    private final PendingCount pending;
    private final BorderPane content = new BorderPane();
    private final StackPane body = new StackPane();
    private final StatePane nothing = new StatePane(new Pane());
    private final Timeline minute = new Timeline(new KeyFrame(javafx.util.Duration.seconds(20), _ -> tick()));
    private TabId selected;
    private @Nullable DeskTab active;
    private @Nullable Subscription subscription;
    private @Nullable Subscription role;
    private @Nullable Boolean foldedByHand;

    /// What the window needs beside its context.
    ///
    /// @param lock locks the screen
    /// @param untilLock time until the screen locks by itself, null where it never does
    public record Surroundings(Themes themes, WindowMemory memory, String version, Runnable lock,
            ObservableValue<? extends @Nullable Duration> untilLock) {
    }

    /// @param overlays what lies over the window, lowest first: dialogs, then toasts
    public DeskWindow(DeskContext context, List<DeskTab> tabs, Surroundings surroundings,
            List<? extends Pane> overlays) {
        this.context = context;
        this.themes = surroundings.themes();
        this.memory = surroundings.memory();
        Formats formats = new Formats(Locale.getDefault(Locale.Category.FORMAT));
        tabs.forEach(tab -> this.tabs.put(tab.id(), tab));
        this.model = new ShellModel(context, memory, formats);
        this.sync = new SyncModel(context);
        this.permits = context.permits();
        this.forms = new TenantForms(context);
        this.selected = memory.get("tab").flatMap(DeskWindow::tabNamed).orElse(TabId.SETUP);
        this.rail = new TenantRail(model,
                new TenantRail.TenantActions(this::addTenant, forms::rename, forms::delete, permits),
                this::unfoldRail, this::toggleRail);
        this.topBar = new TopBar(model, sync, popovers, formats, context.clock(),
                new TopBar.Actions(this::refresh, this::toggleTheme, surroundings.lock(), this::openPalette),
                themes.darkProperty());
        this.lock = surroundings.lock();
        this.palette = new CommandPalette(context, formats, opener(), this::offer,
                new CommandPalette.Memory(() -> memory.get(USED).orElse(""), used -> memory.put(USED, used)));
        this.strip = new TabStrip(model.badges(), this::select);
        this.pending = new PendingCount(context);
        this.statusBar = new StatusBar(model, sync, context.clock(), surroundings.version(), surroundings.lock(),
                surroundings.untilLock(), pending.countProperty(), this::review);
        minute.setCycleCount(Timeline.INDEFINITE);
        createView(overlays);
    }

    private void createView(List<? extends Pane> overlays) {
        getStyleClass().add("desk-window");
        getStylesheets().add(Objects.requireNonNull(DeskWindow.class.getResource("shell.css")).toExternalForm());
        BorderPane top = new BorderPane(strip);
        top.setTop(topBar);
        content.getStyleClass().add("desk-content");
        content.setTop(top);
        content.setCenter(body);
        BorderPane main = new BorderPane(content);
        main.setLeft(rail);
        main.setBottom(statusBar);
        getChildren().addAll(main, popovers.layer(), palette);
        for (Pane overlay : overlays) {
            getChildren().add(overlay);
            if (overlay.getStyleClass().contains("toasts")) {
                setAlignment(overlay, Pos.BOTTOM_RIGHT);
            }
        }
        Shortcuts shortcuts = new Shortcuts(this);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!context.dialogs().isOpen() && !palette.isOpen()) {
                shortcuts.onKey(event);
            }
        });
        addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (!context.dialogs().isOpen() && !palette.isOpen()) {
                shortcuts.onTyped(event);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::passOn);
        widthProperty().addListener((_, _, _) -> fit());
        context.scope().scopeProperty().addListener((_, old, now) -> onScope(old, now));
        context.scope().allProperty().addListener((_, _, _) -> {
            topBar.show(context.scope().scope());
            showTab();
        });
        topBar.show(null);
    }

    /// A key with Ctrl or Alt that nobody near the focus took is meant for the tab in view: Ctrl+2 and then Ctrl+N makes a
    /// campaign, though the focus is still in the rail.
    private void passOn(KeyEvent event) {
        Node view = active == null ? null : active.view();
        if (view == null || context.dialogs().isOpen() || palette.isOpen() || popovers.isOpen()
                || !event.isShortcutDown() && !event.isAltDown()) {
            return;
        }
        for (Node at = event.getTarget() instanceof Node target ? target : null; at != null; at = at.getParent()) {
            if (at == view) {
                return;
            }
        }
        event.consume();
        Event.fireEvent(view, event.copyFor(view, view));
    }

    /// Begins to listen and shows the tab last used.
    public void start() {
        subscription = context.services().events().subscribe(event -> {
            if (event instanceof DeskEvent.SettingsChanged) {
                context.tasks().onFxThread(this::readSettings);
            }
        });
        role = permits.follow(context.services().events());
        readSettings();
        model.start();
        sync.start();
        pending.start();
        minute.play();
        fit();
        select(selected);
        tabs.values().forEach(DeskTab::prepare);
    }

    /// Leaves the tab and stops listening.
    public void stop() {
        minute.stop();
        popovers.close();
        palette.close();
        if (active != null) {
            active.deactivate();
            active = null;
        }
        model.stop();
        sync.stop();
        pending.stop();
        if (role != null) {
            role.end();
            role = null;
        }
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    /// Shows a tab.
    public void select(TabId id) {
        popovers.close();
        selected = id;
        memory.put("tab", id.name());
        strip.select(id);
        sync.show(id);
        fit();
        showTab();
    }

    public TabId selected() {
        return selected;
    }

    /// Setup needs a tenant; tabs that show an account's data are not shown before there is an account.
    private void showTab() {
        DeskTab tab = tabs.get(selected);
        Scope scope = context.scope().scope();
        boolean all = context.scope().all() != null;
        boolean blocked = all ? !FOR_ALL.contains(selected) : switch (selected) {
            case SETTINGS -> false;
            case SETUP -> scope == null;
            default -> scope == null || scope.account() == null;
        };
        DeskTab next = blocked ? null : tab;
        if (active != null && active != next) {
            active.deactivate();
        }
        boolean fresh = next != null && active != next;
        active = next;
        if (next == null) {
            showNothing(scope);
            body.getChildren().setAll(nothing);
        } else {
            body.getChildren().setAll(next.view());
            if (fresh) {
                next.activate();
            }
        }
    }

    private void showNothing(@Nullable Scope scope) {
        if (context.scope().all() != null) {
            nothing.showEmpty(TabStrip.icon(selected), "Pick a tenant", switch (selected) {
                case SETUP -> "A sign-in and its ad accounts belong to one tenant.";
                case AUDIENCES -> "Audiences belong to the ad account they were made in.";
                case CREATIVES -> "Creatives belong to the ad account they were made in.";
                default -> "This is shown for one tenant at a time.";
            }, Buttons.primary("Find tenant", this::findTenant));
        } else if (scope == null) {
            nothing.showEmpty(TabStrip.icon(selected), "No tenant yet",
                    "A tenant is a client whose ads you run. Add the first one now.",
                    permits.needs(Buttons.primary("Add tenant", this::addTenant), TenantService.class, "create"));
        } else {
            nothing.showEmpty(TabStrip.icon(selected), "No ad account of " + scope.tenant().name() + " is chosen",
                    "Sign in at Facebook and choose the accounts to work with. It takes a minute.",
                    Buttons.primary("Go to Setup", () -> select(TabId.SETUP)));
        }
    }

    private void onScope(@Nullable Scope old, @Nullable Scope now) {
        topBar.show(now);
        boolean hadAccount = old != null && old.account() != null;
        boolean hasAccount = now != null && now.account() != null;
        if (hadAccount != hasAccount || (old == null) != (now == null) || active == null) {
            showTab();
        }
    }

    void addTenant() {
        popovers.close();
        forms.create(tenant -> {
            model.select(tenant);
            select(TabId.SETUP);
        });
    }

    void findTenant() {
        rail.focusSearch();
    }

    void showAllTenants() {
        model.selectAll();
    }

    void stepTenant(int direction) {
        model.step(direction);
    }

    /// F5: the tab in view reads anew.
    void refresh() {
        if (active != null) {
            active.refresh();
            sync.refresh();
        }
    }

    void focusSearch() {
        if (active != null) {
            active.focusSearch();
        }
    }

    /// Ctrl+K.
    void openPalette() {
        popovers.close();
        palette.open();
    }

    private CommandPalette.Opener opener() {
        return new CommandPalette.Opener() {
            @Override
            public void tenant(Tenant tenant) {
                model.select(tenant);
            }

            @Override
            public void account(Tenant tenant, AdAccountId account, String object) {
                model.select(tenant, account);
                DeskTab campaigns = tabs.get(TabId.CAMPAIGNS);
                if (!object.isEmpty() && campaigns != null) {
                    select(TabId.CAMPAIGNS);
                    campaigns.find(object);
                }
            }
        };
    }

    private CommandPalette.Offer offer() {
        Role role = context.services().persons().current().role();
        return new CommandPalette.Offer(active == null ? List.of() : active.actions(),
                tabs.values().stream().flatMap(tab -> tab.places().stream()).toList(),
                ShellActions.of(this, lock, role));
    }

    /// Opens the review of what is pending, in the tab where it is done.
    void review() {
        DeskTab campaigns = tabs.get(TabId.CAMPAIGNS);
        if (campaigns != null) {
            select(TabId.CAMPAIGNS);
            campaigns.review();
        }
    }

    void showShortcuts() {
        popovers.close();
        context.dialogs().show(ShortcutList.form(TabStrip.words(selected), active == null ? List.of() : active.keys()));
    }

    /// Fold or unfold: remembered, but a narrow window begins folded.
    void toggleRail() {
        foldedByHand = !rail.foldedProperty().get();
        if (getWidth() >= RAIL_FOLDS_UNDER) {
            memory.put("rail.folded", foldedByHand.toString());
        }
        fit();
    }

    private void unfoldRail() {
        if (rail.foldedProperty().get()) {
            foldedByHand = false;
            fit();
        }
    }

    private void fit() {
        double width = getWidth();
        if (width <= 0) {
            return;
        }
        boolean narrow = width < RAIL_FOLDS_UNDER;
        boolean folded = foldedByHand != null
                ? foldedByHand
                : narrow || width < RAIL_YIELDS_UNDER && SIDE_PANELS.contains(selected)
                        || memory.get("rail.folded").map(Boolean::parseBoolean).orElse(false);
        rail.foldedProperty().set(folded);
        double wanted = folded ? RAIL_FOLDED : width >= WIDEST ? RAIL_WIDE : RAIL;
        rail.setMinWidth(wanted);
        rail.setPrefWidth(wanted);
        rail.setMaxWidth(wanted);
        topBar.setCompact(narrow);
        statusBar.setCompact(narrow);
    }

    /// Changes between light and dark, and keeps the choice.
    void toggleTheme() {
        DeskSettings.Theme theme = themes.darkProperty().get() ? DeskSettings.Theme.LIGHT : DeskSettings.Theme.DARK;
        themes.use(theme);
        SettingsService settings = context.services().settings();
        context.tasks().run(() -> settings.save(settings.settings().withTheme(theme)))
                .onError(thrown -> context.notifier().failed(Problems.of(thrown))).start();
    }

    private void readSettings() {
        context.tasks().call(() -> context.services().settings().settings()).onSuccess(settings -> {
            statusBar.showUser(settings.operatorName());
            if (settings.theme() != themes.theme()) {
                themes.use(settings.theme());
            }
        }).onError(thrown -> context.notifier().failed(Problems.of(thrown))).start();
    }

    /// Rail, top bar, tabs, tab: the focus goes to the next of them.
    void nextRegion(int direction) {
        List<Node> regions = List.of(rail, topBar, strip, body);
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        int now = 0;
        for (int i = 0; i < regions.size(); i++) {
            if (owner != null && isInside(owner, regions.get(i))) {
                now = i;
            }
        }
        switch (Math.floorMod(now + direction, regions.size())) {
            case 0 -> rail.focusList();
            case 1 -> topBar.focusFirst();
            case 2 -> strip.focusSelected();
            default -> focusBody();
        }
    }

    private void focusBody() {
        Node target = Focus.firstIn(body);
        if (target != null) {
            target.requestFocus();
        }
    }

    private static boolean isInside(Node node, Node region) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == region) {
                return true;
            }
        }
        return false;
    }

    private void tick() {
        model.tick();
        sync.refresh();
        topBar.show(context.scope().scope());
        statusBar.refresh();
    }

    private static java.util.Optional<TabId> tabNamed(String name) {
        for (TabId id : TabId.values()) {
            if (id.name().equals(name)) {
                return java.util.Optional.of(id);
            }
        }
        return java.util.Optional.empty();
    }
}
