package com.bizosaas.adsdesk.ui.overview;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.ui.common.Avatar;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Performance tab of all tenants (design, mock-up 08b): each against its plan and targets, sums of each currency, and
/// what is to be done first. FX thread only; reads from the store elsewhere, again with all news of it.
public final class OverviewPane extends BorderPane {

    private static final double SIDE_FROM = 1180;
    private static final int WIDE_VALUE = 9;
    private static final int CURRENCIES = 2;

    private enum Shown {
        ALL("All"), ATTENTION("Needs attention");

        private final String label;

        Shown(String label) {
            this.label = label;
        }
    }

    private final DeskServices services;
    private final TaskRunner tasks;
    private final ScopeModel scope;
    private final Consumer<TabId> openTab;
    private final Formats formats;
    private final OverviewReader reader;
    private final Label greeting = Labels.whole("", "section-title");
    private final Label needs = Labels.of("", "caption");
    private final HBox tiles = new HBox();
    private final OverviewTable table;
    private final VBox totals = new VBox();
    private final VBox todos = new VBox();
    private final Label todoCount = Labels.whole("", "caption");
    private final VBox side;
    private final SegmentedControl<Shown> filter;
    private final StatePane states;
    private @Nullable Overview overview;
    private @Nullable Subscription subscription;
    private String operator = "";
    private boolean busy;
    private boolean again;

    public OverviewPane(DeskContext context, Formats formats) {
        this.services = context.services();
        this.tasks = context.tasks();
        this.scope = context.scope();
        this.openTab = context.openTab();
        this.formats = formats;
        this.reader = new OverviewReader(services, formats, context.clock());
        getStyleClass().add("overview");
        getStylesheets().add(Objects.requireNonNull(OverviewPane.class.getResource(
                "/com/bizosaas/adsdesk/ui/overview.css")).toExternalForm());
        Map<Shown, String> names = new LinkedHashMap<>();
        for (Shown each : Shown.values()) {
            names.put(each, each.label);
        }
        filter = new SegmentedControl<>(names, Shown.ALL);
        filter.valueProperty().addListener((_, _, _) -> fill());
        Button sync = Buttons.secondary("Sync all", Icons.SYNC, this::refresh);
        Tooltips.show(sync, "Read the figures of all tenants now (F5)");
        HBox bar = new HBox(12, greeting, needs, Labels.gap(), filter, sync);
        bar.getStyleClass().add("toolbar");
        bar.setAlignment(Pos.CENTER_LEFT);
        needs.setMinWidth(0);
        filter.setMinWidth(USE_PREF_SIZE);
        sync.setMinWidth(USE_PREF_SIZE);
        tiles.getStyleClass().add("overview-tiles");
        table = new OverviewTable(formats, tenant -> open(tenant, TabId.PERFORMANCE));
        VBox.setVgrow(table, Priority.ALWAYS);
        totals.getStyleClass().add("overview-totals");
        VBox content = new VBox(tiles, table, totals);
        side = side();
        states = new StatePane(content, context.clock());
        setTop(bar);
        setCenter(states);
        widthProperty().addListener((_, _, _) -> arrange());
        states.showLoading("Reading all tenants");
    }

    private VBox side() {
        HBox head = new HBox(8, Labels.whole("To do, most urgent first", "weight-semibold"), Labels.gap(), todoCount);
        head.getStyleClass().add("side-head");
        ScrollPane scroll = new ScrollPane(todos);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(head, scroll);
        box.getStyleClass().addAll("side-panel", "overview-todos");
        box.setId("overview-todos");
        return box;
    }

    public void activate() {
        if (subscription == null) {
            subscription = services.events().subscribe(event -> {
                if (concerns(event)) {
                    tasks.onFxThread(this::read);
                }
            });
            read();
        }
    }

    private static boolean concerns(DeskEvent event) {
        return switch (event) {
            case DeskEvent.DataChanged changed ->
                changed.topic() == Topic.INSIGHTS || changed.topic() == Topic.CAMPAIGNS
                        || changed.topic() == Topic.ACCOUNTS;
            case DeskEvent.TenantsChanged _,DeskEvent.ConnectionChanged _,DeskEvent.DraftsChanged _ -> true;
            default -> false;
        };
    }

    public void deactivate() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    /// Asks for the figures of every account of every tenant.
    public void refresh() {
        tasks.run(() -> {
            for (Tenant tenant : services.tenants().tenants()) {
                for (AdAccount account : services.connections().accounts(tenant.id())) {
                    services.sync().refresh(tenant.id(), account.id(), Topic.INSIGHTS);
                }
            }
        }).onError(this::failed).start();
    }

    private record Reading(Overview overview, String operator) {
    }

    private void read() {
        if (subscription == null) {
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        tasks.call(() -> new Reading(reader.read(), services.persons().current().name())).onSuccess(read -> {
            overview = read.overview();
            operator = read.operator();
            fill();
        }).onError(this::failed).andFinally(() -> {
            busy = false;
            if (again) {
                again = false;
                read();
            }
        }).start();
    }

    private void failed(Throwable thrown) {
        states.showProblem(Problems.of(thrown), null, this::read);
    }

    private void arrange() {
        setRight(getWidth() >= SIDE_FROM ? side : null);
    }

    private void fill() {
        Overview now = overview;
        if (now == null) {
            return;
        }
        if (now.rows().isEmpty()) {
            states.showEmpty(Icons.TENANT, "No tenant yet", "A tenant is a client whose ads you run. Add the first one "
                    + "in the list at the left.");
            return;
        }
        states.showContent();
        long attention = now.rows().stream().filter(OverviewRow::needsAttention).map(row -> row.tenant().id())
                .distinct().count();
        greeting.setText(daytime() + (operator.isBlank() ? "" : ", " + operator.strip().split("\\s+")[0]));
        needs.setText(now.todos().isEmpty()
                ? "Nothing needs you"
                : now.todos().size()
                        + (now.todos().size() == 1 ? " thing needs you in " : " things need you in ") + attention
                        + (attention == 1 ? " tenant" : " tenants"));
        filter.offer(Shown.ALL, "All " + now.tenants(), true);
        filter.offer(Shown.ATTENTION, "Needs attention " + attention, true);
        tiles.getChildren().setAll(tiles(now));
        table.show(now.rows().stream().filter(row -> filter.getValue() == Shown.ALL || row.needsAttention()).toList());
        totals.getChildren().setAll(now.totals().stream().map(this::total).toList());
        todoCount.setText(Integer.toString(now.todos().size()));
        todos.getChildren().setAll(now.todos().stream().map(this::todo).toList());
        if (now.todos().isEmpty()) {
            todos.getChildren().add(done());
        }
        arrange();
    }

    private static Node done() {
        HBox box = new HBox(8, Icons.CHECKED.node("i12", "good"), Labels.wrapped("Nothing to do: every tenant is on "
                + "track.", "caption"));
        box.getStyleClass().add("todo");
        return box;
    }

    private String daytime() {
        int hour = LocalTime.ofInstant(reader.now(), ZoneId.systemDefault()).getHour();
        return hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening";
    }

    private List<Node> tiles(Overview now) {
        String none = "no tenant has figures yet";
        return List.of(tile("Spent today, by currency", money(now, Overview.Total::today), more(now, none), ""),
                tile("Planned for the day", money(now, Overview.Total::plan), "budgets or the month's target", ""),
                tile("Tenants on track", now.onTrack() + " of " + now.tenants(),
                        (now.tenants() - now.onTrack()) + " need a look", ""),
                tile("Open alerts", Integer.toString(now.alerts()), "of sign-ins, accounts and ads", ""),
                tile("Pending changes", Integer.toString(now.pending()),
                        now.withPending() == 1 ? "in 1 tenant" : "in " + now.withPending() + " tenants",
                        now.pending() > 0 ? "accent" : ""),
                tile("Sign-ins", now.signedOut() == 0 ? "All work" : now.signedOut() + " ended",
                        now.signedOut() == 0 ? "none ended" : "no data until reconnected",
                        now.signedOut() == 0 ? "" : "danger"));
    }

    /// Two currencies; the totals below the table have all of them.
    private String money(Overview now, java.util.function.Function<Overview.Total, Money> part) {
        String words = now.totals().stream().map(part).filter(money -> money.amount().signum() != 0).limit(CURRENCIES)
                .map(money -> formats.moneyWhole(money.rounded())).collect(Collectors.joining("  "));
        return words.isEmpty() ? Formats.NONE : words;
    }

    private static String more(Overview now, String none) {
        int left = now.totals().size() - CURRENCIES;
        return now.totals().isEmpty()
                ? none
                : left > 0
                        ? "and " + left + (left == 1 ? " currency more" : " currencies more")
                        : "nothing is converted";
    }

    private static VBox tile(String title, String value, String detail, String tone) {
        Label figure = Labels.of(value, "tile-value");
        if (!tone.isEmpty()) {
            figure.getStyleClass().add(tone);
        }
        Tooltips.show(figure, value);
        VBox tile = new VBox(2, Labels.of(title, "caption"), figure, Labels.of(detail, "caption"));
        tile.getStyleClass().add("overview-tile");
        tile.setMinWidth(0);
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setPrefWidth(value.length() > WIDE_VALUE ? 150 : 100);
        return tile;
    }

    private Node total(Overview.Total total) {
        Integer pace = OverviewRow.percent(total.today(), total.planned());
        HBox line = new HBox(16,
                fixed(Labels.whole(total.currency().code() + ", " + total.tenants()
                        + (total.tenants() == 1 ? " tenant" : " tenants"), "weight-semibold"), 150),
                fixed(Labels.whole(formats.money(total.today().rounded()) + " today", "weight-semibold"), 170),
                fixed(Labels.whole(pace == null ? "no plan" : pace + "% of the plan by now", "caption"), 150),
                Labels.whole(formats.money(total.yesterday().rounded()) + " yesterday", "caption"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("overview-total");
        return line;
    }

    private static Label fixed(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }

    private Node todo(Todo todo) {
        Avatar avatar = new Avatar(Avatar.Size.SMALL);
        avatar.show(todo.tenant(), todo.health());
        VBox words = new VBox(1, Labels.of(Labels.isolated(todo.tenant().name()), "caption"),
                Labels.wrapped(todo.title(), "weight-semibold"));
        if (!todo.detail().isEmpty()) {
            words.getChildren().add(Labels.wrapped(todo.detail(), "caption"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Button act = todo.urgency() == 0
                ? Buttons.primary(todo.action(), () -> open(todo.tenant(), todo.opens()))
                : Buttons.secondary(todo.action(), () -> open(todo.tenant(), todo.opens()));
        act.getStyleClass().add("small");
        act.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(10, avatar, words, act);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("todo");
        return box;
    }

    private void open(Tenant tenant, TabId tab) {
        scope.askForTenant(tenant);
        openTab.accept(tab);
    }
}
