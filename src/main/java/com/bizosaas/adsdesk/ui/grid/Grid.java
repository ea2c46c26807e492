package com.bizosaas.adsdesk.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A table of any number of lines, of which only those that are seen have nodes. A line that scrolls out of view lends
/// its nodes to the one that scrolls in. FX thread only.
///
/// @param <R> what a cell is filled from
public final class Grid<R> extends Region {

    /// A column and how wide it is just now.
    public record Placed<R>(GridColumn<R> column, double width) {
    }

    /// By which columns the lines are sorted, for the arrows.
    ///
    /// @param then the second one, empty for none
    public record Sorting(String by, boolean down, String then, boolean thenDown) {
    }

    /// A click on a column's head.
    public interface SortRequest {

        /// @param then whether Shift was held: it becomes the second key, or keeps it where it is the first already
        void sort(String columnId, boolean down, boolean then);
    }

    private static final double LINE = 32;
    private static final double HEAD = 32;
    private static final double BAR = 8;
    static final double NARROWEST = 36;
    private static final double WIDEST = 900;

    private final GridSelection selection = new GridSelection();
    private final GridHead<R> head = new GridHead<>(this);
    private final Pane body = new Pane() {
        @Override
        protected void layoutChildren() {
            // The grid places its lines.
        }
    };
    private final Rectangle clip = new Rectangle();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final CheckBox tickAll = new CheckBox();
    private final List<GridRow<R>> pool = new ArrayList<>();
    private final GridKeys<R> keys = new GridKeys<>(this);
    private final GridEditor editor = new GridEditor(body);
    private List<Placed<R>> columns = List.of();
    private int pinned;
    private GridRows<R> rows = new NoRows<>();
    private @Nullable GridRows<R> filledFrom;
    private @Nullable Node placeholder;
    private Sorting sorting = new Sorting("", false, "", false);
    private boolean fresh;
    private SortRequest onSort = (_, _, _) -> {
    };
    private BiConsumer<String, Double> onResize = (_, _) -> {
    };
    private BiConsumer<String, Integer> onMove = (_, _) -> {
    };
    private BiConsumer<GridRow<R>, R> decorator = (_, _) -> {
    };
    private Consumer<GridRow<R>> onOpen = _ -> {
    };
    private BiConsumer<GridRow<R>, ContextMenuEvent> onMenu = (_, _) -> {
    };
    private Runnable onShift = () -> {
    };
    private String current = "";

    /// @param name what a screen reader calls it
    public Grid(String name) {
        getStyleClass().add("grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText(name);
        body.getStyleClass().add("grid-body");
        body.setClip(clip);
        down.setOrientation(Orientation.VERTICAL);
        down.setUnitIncrement(LINE);
        down.valueProperty().addListener((_, _, _) -> requestLayout());
        across.valueProperty().addListener((_, _, _) -> shiftLines());
        tickAll.setFocusTraversable(false);
        tickAll.setAccessibleText("Tick all that are shown");
        tickAll.getStyleClass().add("tick-all");
        tickAll.setOnAction(_ -> selection.toggleAll(rows));
        getChildren().addAll(body, head, down, across);
        selection.focusedProperty().addListener((_, _, _) -> mark());
        selection.changesProperty().addListener((_, _, _) -> mark());
        body.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        body.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        body.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        keys.install();
    }

    public GridSelection selection() {
        return selection;
    }

    public GridRows<R> rows() {
        return rows;
    }

    public List<Placed<R>> columns() {
        return columns;
    }

    /// How many columns from the left stay while the others scroll.
    public int pinned() {
        return pinned;
    }

    /// Other columns, or the same ones in other widths.
    ///
    /// @param stay how many from the left stay in view
    public void columns(List<Placed<R>> placed, int stay) {
        boolean same = stay == pinned && placed.size() == columns.size();
        for (int i = 0; same && i < placed.size(); i++) {
            same = placed.get(i).column() == columns.get(i).column();
        }
        columns = List.copyOf(placed);
        pinned = stay;
        if (!same) {
            head.columns();
            pool.forEach(GridRow::columns);
        }
        head.requestLayout();
        pool.forEach(Region::requestLayout);
        requestLayout();
    }

    /// Which columns have an arrow.
    public void sorted(Sorting now) {
        if (!now.equals(sorting)) {
            sorting = now;
            head.columns();
        }
    }

    /// Shows other lines. Ticks and focus are of numbers, so whoever gives rows new numbers renumbers the selection first.
    ///
    /// @param refill whether cells are to be filled anew even where their row is the same
    public void show(GridRows<R> now, boolean refill) {
        rows = now;
        fresh |= refill;
        fill();
        mark();
    }

    /// Shown where there is no line.
    public void placeholder(Node node) {
        placeholder = node;
        node.setVisible(rows.size() == 0);
        getChildren().add(node);
    }

    /// @param asked told when a head was clicked
    public void onSort(SortRequest asked) {
        onSort = asked;
    }

    /// @param asked told the column's id and the width it was dragged to, or that its content wants
    public void onResize(BiConsumer<String, Double> asked) {
        onResize = asked;
    }

    /// @param asked told the column's id and before which of the shown columns it was dropped
    public void onMove(BiConsumer<String, Integer> asked) {
        onMove = asked;
    }

    /// @param dress given every line that is filled, to set its looks
    public void decorator(BiConsumer<GridRow<R>, R> dress) {
        decorator = dress;
    }

    /// @param asked told the line that was double-clicked
    public void onOpen(Consumer<GridRow<R>> asked) {
        onOpen = asked;
    }

    public void onMenu(BiConsumer<GridRow<R>, ContextMenuEvent> asked) {
        onMenu = asked;
    }

    /// Lets a cell be edited in place.
    public void edit(int number, String columnId, GridEdit edit) {
        int line = rows.line(number);
        if (line < 0) {
            return;
        }
        selection.focus(number);
        currentColumn(columnId);
        reveal(line);
        boolean figures = columns.stream()
                .anyMatch(placed -> placed.column().id().equals(columnId) && placed.column().figures());
        editor.open(number, columnId, edit, figures, (of, next) -> {
            int at = rows.line(of);
            switch (next) {
                case DOWN -> {
                    if (at >= 0 && at + 1 < rows.size()) {
                        selection.focus(rows.number(at + 1));
                        reveal(at + 1);
                    }
                }
                case FORTH -> edit.step().accept(1);
                case BACK -> edit.step().accept(-1);
                case STAY -> {
                    // The focus went elsewhere.
                }
            }
        }, this::requestFocus);
        requestLayout();
    }

    private @Nullable Bounds cell(int number, String columnId) {
        int line = rows.line(number);
        double x = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column().id().equals(columnId) && line >= 0) {
                return new BoundingBox(i < pinned ? x : x - scrollX(), Math.round(line * LINE - down.getValue()),
                        columns.get(i).width(), LINE - 1);
            }
            x += columns.get(i).width();
        }
        return null;
    }

    /// Told when columns have moved aside.
    public void onShift(Runnable asked) {
        onShift = asked;
    }

    /// The id of the column that was clicked last, empty before.
    public String currentColumn() {
        return current;
    }

    public void currentColumn(String id) {
        current = id;
        mark();
    }

    /// Moves to the cell beside the current one in the line in focus, and brings it into view.
    void stepColumn(int by) {
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            at = columns.get(i).column().id().equals(current) ? i : at;
        }
        int to = Math.clamp(at + by, 0, columns.size() - 1);
        while (to > 0 && to < columns.size() - 1 && columns.get(to).column().title().isEmpty()) {
            to += by;
        }
        currentColumn(columns.get(to).column().id());
        double left = columns.subList(pinned, Math.max(pinned, to)).stream().mapToDouble(Placed::width).sum();
        if (to >= pinned && across.isVisible()) {
            double room = room() - pinnedWidth();
            double right = left + columns.get(to).width();
            double now = across.getValue();
            across.setValue(Math.clamp(left < now ? left : Math.max(now, right - room), 0, across.getMax()));
        }
    }

    /// Brings a line into view.
    public void reveal(int line) {
        double top = line * LINE;
        double room = viewHeight();
        if (top < down.getValue()) {
            scrollTo(top);
        } else if (top + LINE > down.getValue() + room) {
            scrollTo(top + LINE - room);
        }
    }

    /// Scrolls so that this many pixels are above the view.
    public void scrollTo(double pixels) {
        down.setMax(Math.max(0, rows.size() * LINE - viewHeight()));
        down.setValue(Math.clamp(pixels, 0, down.getMax()));
    }

    /// How far the columns that do not stay have moved aside.
    public double scrollX() {
        return across.isVisible() ? Math.round(across.getValue()) : 0;
    }

    /// The line that shows a row, null while it is out of view.
    public @Nullable GridRow<R> visible(int number) {
        return pool.stream().filter(row -> row.isVisible() && row.line() >= 0 && row.line() < rows.size()
                && rows.number(row.line()) == number).findFirst().orElse(null);
    }

    /// Lines a page has.
    int page() {
        return Math.max(1, (int) (viewHeight() / LINE));
    }

    CheckBox tickAll() {
        return tickAll;
    }

    Sorting sorting() {
        return sorting;
    }

    /// @param then whether as the second key
    void sort(GridColumn<R> column, boolean then) {
        boolean first = column.id().equals(sorting.by());
        boolean second = column.id().equals(sorting.then());
        boolean down = first ? !sorting.down() : second && then ? !sorting.thenDown() : column.figures();
        onSort.sort(column.id(), down, then);
    }

    /// Shows a column in another width while its edge is dragged.
    void stretch(int column, double width) {
        List<Placed<R>> wider = new ArrayList<>(columns);
        wider.set(column, new Placed<>(columns.get(column).column(), Math.clamp(width, NARROWEST, WIDEST)));
        columns(wider, pinned);
        onShift.run();
    }

    /// The edge was let go.
    void stretched(int column) {
        onResize.accept(columns.get(column).column().id(), columns.get(column).width());
    }

    /// Makes a column as wide as its head and what is seen of it want.
    public void fitColumn(int column) {
        String id = columns.get(column).column().id();
        double widest = head.wanted(column);
        for (GridRow<R> row : pool) {
            GridCell<R> cell = row.isVisible() ? row.cell(id) : null;
            widest = cell == null ? widest : Math.max(widest, cell.prefWidth(-1));
        }
        stretch(column, Math.ceil(widest));
        stretched(column);
    }

    void moved(String columnId, int before) {
        onMove.accept(columnId, before);
    }

    void decorate(GridRow<R> row, R item) {
        decorator.accept(row, item);
    }

    public double pinnedWidth() {
        double width = 0;
        for (int i = 0; i < pinned; i++) {
            width += columns.get(i).width();
        }
        return width;
    }

    private double allWidth() {
        return columns.stream().mapToDouble(Placed::width).sum();
    }

    private double viewHeight() {
        return Math.max(0, getHeight() - HEAD - (across.isVisible() ? BAR : 0));
    }

    /// Room for columns: all of it but the scroll bar's, where there is one.
    public double room() {
        return getWidth() - (rows.size() * LINE > viewHeight() ? BAR : 0);
    }

    private void mark() {
        pool.forEach(GridRow::mark);
        int ticks = selection.count();
        boolean all = ticks > 0 && selection.allTicked(rows);
        tickAll.setIndeterminate(ticks > 0 && !all);
        tickAll.setSelected(all);
    }

    private void shiftLines() {
        onShift.run();
        head.requestLayout();
        pool.forEach(Region::requestLayout);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            across.setValue(Math.clamp(across.getValue() - delta, 0, across.getMax()));
        } else {
            scrollTo(down.getValue() - event.getDeltaY());
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        GridRow<R> row = rowAt(event.getTarget());
        if (row == null || row.line() < 0) {
            return;
        }
        int number = rows.number(row.line());
        currentColumn(columnAt(event.getX()));
        if (event.getButton() != MouseButton.PRIMARY) {
            selection.focus(number);
        } else if (event.isShiftDown()) {
            selection.extend(rows, row.line());
        } else if (event.isShortcutDown()) {
            selection.toggle(number);
            selection.focus(number);
        } else {
            selection.focus(number);
            if (event.getClickCount() == 2) {
                onOpen.accept(row);
            }
        }
    }

    private String columnAt(double x) {
        double edge = 0;
        for (int i = 0; i < columns.size(); i++) {
            double at = i < pinned ? edge : edge - scrollX();
            if (x >= at && x < at + columns.get(i).width() && (i < pinned || x >= pinnedWidth())) {
                return columns.get(i).column().id();
            }
            edge += columns.get(i).width();
        }
        return "";
    }

    private void menu(ContextMenuEvent event) {
        GridRow<R> row = rowAt(event.getTarget());
        if (row != null && row.line() >= 0) {
            onMenu.accept(row, event);
            event.consume();
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable GridRow<R> rowAt(Object target) {
        for (Node node = target instanceof Node hit ? hit : null; node != null; node = node.getParent()) {
            if (node instanceof GridRow<?> row && pool.contains(row)) {
                return (GridRow<R>) row;
            }
        }
        return null;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean wide = allWidth() > room() + 0.5;
        across.setVisible(wide);
        head.resizeRelocate(0, 0, width, HEAD);
        double height = viewHeight();
        body.resizeRelocate(0, HEAD, width, height);
        clip.setWidth(width);
        clip.setHeight(height);
        boolean tall = rows.size() * LINE > height;
        down.setVisible(tall);
        down.setMax(Math.max(0, rows.size() * LINE - height));
        down.setVisibleAmount(down.getMax() * height / Math.max(1, rows.size() * LINE));
        down.setBlockIncrement(height);
        if (down.getValue() > down.getMax()) {
            down.setValue(down.getMax());
        }
        down.resizeRelocate(width - BAR, HEAD, BAR, height);
        across.setMax(Math.max(0, allWidth() - room()));
        across.setVisibleAmount(across.getMax() * room() / Math.max(1, allWidth()));
        across.setValue(Math.clamp(across.getValue(), 0, across.getMax()));
        across.resizeRelocate(pinnedWidth(), getHeight() - BAR, Math.max(0, width - pinnedWidth()), BAR);
        fill();
        Node none = placeholder;
        if (none != null) {
            none.resizeRelocate(0, HEAD, width, height);
        }
    }

    /// A line always shows in the same nodes while it is in view, so that scrolling by one line fills one line.
    private void fill() {
        double height = viewHeight();
        int needed = (int) Math.ceil(height / LINE) + 1;
        while (pool.size() < needed) {
            GridRow<R> row = new GridRow<>(this);
            row.setManaged(false);
            row.columns();
            pool.add(row);
            body.getChildren().add(row);
        }
        boolean same = rows == filledFrom && !fresh;
        filledFrom = rows;
        double top = Math.min(down.getValue(), Math.max(0, rows.size() * LINE - height));
        int first = (int) (top / LINE);
        for (int i = 0; i < pool.size(); i++) {
            int line = first + i;
            GridRow<R> row = pool.get(line % pool.size());
            boolean shown = i < needed && line < rows.size();
            if (!same || row.line() != (shown ? line : -1)) {
                row.show(shown ? line : -1, shown ? rows.row(line) : null, fresh);
            }
            row.resizeRelocate(0, Math.round(line * LINE - top), getWidth(), LINE);
        }
        fresh = false;
        if (editor.isOpen()) {
            editor.place(cell(editor.number(), editor.column()));
        }
        if (placeholder != null) {
            placeholder.setVisible(rows.size() == 0);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEAD + 10 * LINE;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_COUNT -> rows.size();
            case COLUMN_COUNT -> columns.size();
            case FOCUS_ITEM -> {
                GridRow<R> row = visible(selection.focused());
                yield row == null ? this : row;
            }
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private static final class NoRows<R> implements GridRows<R> {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public R row(int line) {
            throw new IndexOutOfBoundsException(line);
        }

        @Override
        public int number(int line) {
            throw new IndexOutOfBoundsException(line);
        }

        @Override
        public int line(int number) {
            return -1;
        }
    }
}
