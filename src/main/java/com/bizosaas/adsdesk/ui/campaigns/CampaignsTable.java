package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.grid.Grid;
import com.bizosaas.adsdesk.ui.grid.GridColumn;
import com.bizosaas.adsdesk.ui.grid.GridRow;
import com.bizosaas.adsdesk.ui.grid.GridSelection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The table and its totals row. It shows whole [TableContent]s and keeps ticks, focus and open branches through them;
/// sorting is asked for, never done here. FX thread only.
final class CampaignsTable extends VBox {

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final double TICK = 34;

    private final Grid<CampaignRow> grid = new Grid<>("Campaigns, ad sets and ads");
    private final GridSelection selection = grid.selection();
    private final TableKeys keys;
    private Map<DraftKey, Severity> checks = Map.of();
    private final Map<Column, GridColumn<CampaignRow>> columns = new EnumMap<>(Column.class);
    private final GridColumn<CampaignRow> ticks = new GridColumn<>("tick", "", "", false, false, false,
            () -> new TickCell(selection));
    private final TotalsRow totals;
    private final Formats formats;
    private final Commands commands;
    private final ReadOnlyObjectWrapper<@Nullable CampaignRow> focused = new ReadOnlyObjectWrapper<>(this, "focused",
            null);
    private final ReadOnlyObjectWrapper<Picked> picked = new ReadOnlyObjectWrapper<>(this, "picked", Picked.NONE);
    private final BitSet open = new BitSet();
    private FigureFormat format;
    private Sheet sheet = Sheet.EMPTY;
    private Lines lines = Lines.NONE;
    private @Nullable TableContent content;
    private View view = View.FIRST;
    private boolean allTenants;
    private boolean narrow;
    private boolean updating;
    private Runnable onOpen = () -> {
    };

    CampaignsTable(Formats formats, Commands commands, Node placeholder) {
        this.formats = formats;
        this.commands = commands;
        this.format = new FigureFormat(formats, AdCurrency.of("EUR"), 2, false);
        getStyleClass().add("campaigns-table");
        for (Column column : Column.values()) {
            columns.put(column, column(column));
        }
        totals = new TotalsRow(formats, grid);
        grid.setId("campaigns-grid");
        grid.placeholder(placeholder);
        grid.decorator(CampaignsTable::dress);
        grid.onOpen(row -> {
            CampaignRow item = row.item();
            if (item != null) {
                commands.open(item, currentColumn());
            }
        });
        grid.onMenu((row, event) -> {
            CampaignRow item = row.item();
            if (item != null) {
                Picked rows = picked.get().has(item.number())
                        ? picked.get()
                        : new Picked(lines, new int[]{item.number()}, false);
                ContextMenu menu = RowMenu.of(item, rows, commands, this::paste);
                menu.show(row, event.getScreenX(), event.getScreenY());
            }
        });
        grid.onShift(totals::requestLayout);
        selection.focusedProperty().addListener((_, _, _) -> follow());
        selection.changesProperty().addListener((_, _, _) -> follow());
        grid.widthProperty().addListener((_, _, _) -> fit());
        grid.heightProperty().addListener((_, _, _) -> fit());
        keys = new TableKeys(commands, this);
        keys.install(grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().addAll(grid, totals);
        fit();
    }

    /// The column that was clicked last.
    Column currentColumn() {
        String id = grid.currentColumn();
        return id.isEmpty() || id.equals("tick") ? Column.NAME : named(id);
    }

    /// Changes rows to what is on the clipboard.
    void paste() {
        commands.paste(picked.get(), lines, currentColumn());
    }

    private static void dress(GridRow<CampaignRow> row, CampaignRow item) {
        row.pseudoClassStateChanged(OFF, !item.isOn() || item.delivery().state() == Delivery.State.COMPLETED);
        row.pseudoClassStateChanged(WAITING, item.waiting());
    }

    /// @param asked told the view with the rows in another order
    void onSort(Consumer<View> asked) {
        grid.onSort((id, down, then) -> {
            Column column = named(id);
            View.Then second = view.then();
            View sorted = view.sorted(column, down);
            asked.accept(!then
                    ? sorted
                    : column != view.sort()
                            ? view.thenSorted(column, down)
                            : second == null ? sorted : sorted.thenSorted(second.column(), second.descending()));
        });
    }

    /// @param asked told the layout with a column at another place or in another width
    void onLayout(Consumer<Layout> asked) {
        grid.onResize((id, width) -> asked.accept(view.layout().wide(named(id), (int) Math.round(width))));
        grid.onMove((id, before) -> {
            List<Column> shown = grid.columns().stream().map(placed -> placed.column().id())
                    .filter(each -> !each.equals("tick")).map(CampaignsTable::named).toList();
            int lead = grid.columns().size() - shown.size();
            Column next = before - lead < 0
                    ? shown.getFirst()
                    : before - lead < shown.size() ? shown.get(before - lead) : null;
            Layout layout = view.layout();
            int to = next == null || next == Column.TENANT
                    ? next == null ? layout.columns().size() : 0
                    : layout.columns().indexOf(next);
            asked.accept(layout.move(named(id), to));
        });
    }

    /// Told when a branch was opened or closed.
    void onOpen(Runnable told) {
        onOpen = told;
    }

    ReadOnlyObjectProperty<@Nullable CampaignRow> focusedRowProperty() {
        return focused.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Picked> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    Grid<CampaignRow> grid() {
        return grid;
    }

    Lines lines() {
        return lines;
    }

    @Nullable
    TableContent content() {
        return content;
    }

    void show(@Nullable TableContent shown, View viewed, boolean everyTenant) {
        updating = true;
        Sheet now = shown == null ? Sheet.EMPTY : shown.sheet();
        if (now != sheet) {
            renumber(now);
        }
        boolean otherFormat = shown != null && !shown.format().equals(format)
                || viewed.shape() != view.shape();
        format = shown == null ? format : shown.format();
        content = shown;
        view = viewed;
        allTenants = everyTenant;
        lines = shown == null ? Lines.NONE : shown.lines(viewed.shape() == View.Shape.TREE ? open : new BitSet());
        View.Then then = viewed.then();
        grid.sorted(new Grid.Sorting(id(viewed.sort()), viewed.descending(), then == null ? "" : id(then.column()),
                then != null && then.descending()));
        grid.show(lines, otherFormat);
        updating = false;
        follow();
        if (shown != null) {
            totals.show(shown);
        }
        totals.setVisible(shown != null && shown.top().length > 0);
        fit();
    }

    private void renumber(Sheet now) {
        Sheet before = sheet;
        selection.renumber(number -> now.find(before.key(number)));
        BitSet still = new BitSet();
        open.stream().map(number -> now.find(before.key(number))).filter(number -> number >= 0).forEach(still::set);
        open.clear();
        open.or(still);
        sheet = now;
    }

    /// Opens or closes the branch of a row.
    void toggle(int number) {
        open(number, !open.get(number));
    }

    void open(int number, boolean wanted) {
        if (view.shape() == View.Shape.TREE && lines.canOpen(number) && open.get(number) != wanted) {
            open.set(number, wanted);
            relist();
            onOpen.run();
        }
    }

    /// Closes the branch of a row; where it is closed, the focus goes to the row it is in.
    void closeOrLeave(CampaignRow row) {
        int number = row.number();
        if (open.get(number)) {
            open(number, false);
            return;
        }
        int parent = sheet.part(number).parent(sheet.local(number));
        int line = parent < 0 ? -1 : lines.line(sheet.global(number, parent));
        if (line >= 0) {
            selection.focus(lines.number(line));
            grid.reveal(line);
        }
    }

    private void relist() {
        TableContent shown = content;
        if (shown != null && view.shape() == View.Shape.TREE) {
            lines = shown.lines(open);
            grid.show(lines, true);
            follow();
            fit();
        }
    }

    void narrow(boolean now) {
        if (narrow != now) {
            narrow = now;
            fit();
        }
    }

    /// What the local rules say of the drafts, by draft.
    void checked(Map<DraftKey, Severity> now) {
        if (!checks.equals(now)) {
            checks = Map.copyOf(now);
            grid.show(lines, true);
        }
    }

    /// A key that was pressed elsewhere in the tab, but not in a text field.
    boolean takes(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.A && !event.isShiftDown() && !event.isAltDown()) {
            if (lines.size() > 0 && !selection.allTicked(lines)) {
                selection.toggleAll(lines);
            }
            return true;
        }
        return keys.changes(event);
    }

    void clearSelection() {
        selection.clear();
    }

    @Override
    public void requestFocus() {
        grid.requestFocus();
    }

    private void follow() {
        if (updating) {
            return;
        }
        int number = selection.focused();
        focused.set(number >= 0 && lines.line(number) >= 0 ? lines.rowOf(number) : null);
        int[] ticked = selection.ticked();
        if (ticked.length == 0) {
            picked.set(focused.get() == null ? Picked.NONE : new Picked(lines, new int[]{number}, false));
        } else {
            picked.set(new Picked(lines, inOrder(ticked), true));
        }
    }

    /// Those that are shown, in the order of the table, then those that a filter or a closed branch hides.
    private int[] inOrder(int[] ticked) {
        List<Integer> hidden = new ArrayList<>();
        int[] places = new int[ticked.length];
        int shown = 0;
        for (int number : ticked) {
            int line = lines.line(number);
            if (line >= 0) {
                places[shown++] = line;
            } else {
                hidden.add(number);
            }
        }
        java.util.Arrays.sort(places, 0, shown);
        int[] ordered = new int[ticked.length];
        for (int i = 0; i < shown; i++) {
            ordered[i] = lines.number(places[i]);
        }
        for (int i = 0; i < hidden.size(); i++) {
            ordered[shown + i] = hidden.get(i);
        }
        return ordered;
    }

    private void fit() {
        if (grid.getWidth() <= 0) {
            return;
        }
        double tenant = view.layout().widths().getOrDefault(Column.TENANT, (int) Column.TENANT.width());
        double room = grid.room() - TICK - (allTenants ? tenant : 0);
        Map<Column, Double> widths = ColumnFit.fit(view.layout(), room, narrow,
                content == null ? Map.of() : content.longest());
        List<Grid.Placed<CampaignRow>> placed = new ArrayList<>();
        placed.add(new Grid.Placed<>(ticks, TICK));
        if (allTenants) {
            placed.add(new Grid.Placed<>(of(Column.TENANT), tenant));
        }
        int stay = placed.size();
        for (Map.Entry<Column, Double> each : widths.entrySet()) {
            placed.add(new Grid.Placed<>(of(each.getKey()), each.getValue()));
            stay += view.layout().isPinned(each.getKey()) ? 1 : 0;
        }
        grid.columns(placed, stay);
        totals.requestLayout();
    }

    private GridColumn<CampaignRow> column(Column column) {
        NameCell.Tree tree = new NameCell.Tree(() -> view.shape() == View.Shape.TREE, number -> lines.canOpen(number),
                open::get, this::toggle);
        boolean movable = column != Column.TENANT;
        return new GridColumn<>(id(column), column.title(), column.meaning(), column.figures(), column.sortable(),
                movable, () -> switch (column) {
                    case ON -> new SwitchCell(commands);
                    case NAME -> new NameCell(tree, row -> checks.get(row.draftKey()));
                    case TENANT -> new TenantCell();
                    case ACCOUNT -> new TextCell(row -> row.frame().account().name());
                    case DELIVERY -> new DeliveryCell();
                    case OBJECTIVE -> new TextCell(CampaignRow::objective);
                    case START -> new TextCell(row -> DayWords.start(formats, row),
                            row -> row.drafted("start_time") != null);
                    case END -> new TextCell(row -> DayWords.end(formats, row),
                            row -> row.drafted("end_time") != null);
                    case ID -> new TextCell(row -> row.isNew() ? "" : row.key().id().value());
                    case BUDGET -> new BudgetCell(formats, () -> format);
                    case BID -> new TextCell(row -> row.draftedBid().isEmpty() ? row.bid() : row.draftedBid(),
                            row -> !row.draftedBid().isEmpty());
                    case PACING -> new PacingCell(formats);
                    case CAP -> new TextCell(this::cap, row -> row.drafted(Fields.SPEND_CAP) != null);
                    case DAYS -> new BarsCell(formats);
                    default -> new FigureCell(metric(column), () -> format);
                });
    }

    private String cap(CampaignRow row) {
        Money cap = DraftWords.cap(row);
        return cap == null ? "" : format.signed() ? formats.money(cap) : formats.amount(cap);
    }

    static String id(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    static Column named(String id) {
        return Column.valueOf(id.toUpperCase(Locale.ROOT));
    }

    private GridColumn<CampaignRow> of(Column column) {
        return Objects.requireNonNull(columns.get(column), "every column is made");
    }

    private static Metric metric(Column column) {
        return Objects.requireNonNull(column.metric(), "a column of figures has a metric");
    }
}
