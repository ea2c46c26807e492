package com.bizosaas.adsdesk.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.ContextMenuEvent;
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

    private final GridSelection selection = new GridSelection();
    private final GridHead<R> head = new GridHead<>(this);
    private final Pane body = new Pane() {
        @Override
        protected void layoutChildren() {
            // The grid places its lines.
        }
    };
    private final Rectangle clip = new Rectangle();
    private final GridScroll scroll = new GridScroll(LINE, this::requestLayout, this::shiftLines);
    private final CheckBox tickAll = new CheckBox();
    private final List<GridRow<R>> pool = new ArrayList<>();
    private final GridMouse<R> mouse = new GridMouse<>(this);
    private final GridEditor editor = new GridEditor(body);
    private GridColumns<R> columns = new GridColumns<>(List.of(), 0);
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
        tickAll.setFocusTraversable(false);
        tickAll.setAccessibleText("Tick all that are shown");
        tickAll.getStyleClass().add("tick-all");
        tickAll.setOnAction(_ -> selection.toggleAll(rows));
        getChildren().addAll(body, head);
        getChildren().addAll(scroll.bars());
        selection.focusedProperty().addListener((_, _, _) -> mark());
        selection.changesProperty().addListener((_, _, _) -> mark());
        body.addEventHandler(ScrollEvent.SCROLL, event -> scroll.wheel(event, rows.size(), viewHeight()));
        mouse.install(body);
        new GridKeys<>(this).install();
    }

    public GridSelection selection() {
        return selection;
    }

    public GridRows<R> rows() {
        return rows;
    }

    public List<Placed<R>> columns() {
        return columns.placed();
    }

    /// How many columns from the left stay while the others scroll.
    public int pinned() {
        return columns.pinned();
    }

    /// Other columns, or the same ones in other widths.
    ///
    /// @param stay how many from the left stay in view
    public void columns(List<Placed<R>> placed, int stay) {
        show(new GridColumns<>(placed, stay));
    }

    private void show(GridColumns<R> now) {
        boolean same = now.sameAs(columns);
        columns = now;
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
        mouse.onOpen(asked);
    }

    public void onMenu(BiConsumer<GridRow<R>, ContextMenuEvent> asked) {
        mouse.onMenu(asked);
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
        int column = columns.index(columnId);
        boolean figures = column >= 0 && columns.column(column).figures();
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
        int column = columns.index(columnId);
        if (line < 0 || column < 0) {
            return null;
        }
        double left = columns.left(column) - (column < columns.pinned() ? 0 : scrollX());
        return new BoundingBox(left, Math.round(line * LINE - scroll.y()), columns.placed().get(column).width(),
                LINE - 1);
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
        int to = columns.beside(current, by);
        currentColumn(columns.column(to).id());
        if (to >= columns.pinned()) {
            scroll.reveal(columns.left(to) - pinnedWidth(), columns.placed().get(to).width(), room() - pinnedWidth());
        }
    }

    /// Brings a line into view.
    public void reveal(int line) {
        scroll.reveal(line, rows.size(), viewHeight());
    }

    /// Scrolls so that this many pixels are above the view.
    public void scrollTo(double pixels) {
        scroll.down(pixels, rows.size(), viewHeight());
    }

    /// How far the columns that do not stay have moved aside.
    public double scrollX() {
        return scroll.x();
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
        show(columns.stretched(column, width));
        onShift.run();
    }

    /// The edge was let go.
    void stretched(int column) {
        onResize.accept(columns.column(column).id(), columns.placed().get(column).width());
    }

    /// Makes a column as wide as its head and what is seen of it want.
    public void fitColumn(int column) {
        String id = columns.column(column).id();
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
        return columns.pinnedWidth();
    }

    private double viewHeight() {
        return scroll.view(getHeight() - HEAD);
    }

    /// Room for columns: all of it but the scroll bar's, where there is one.
    public double room() {
        return scroll.room(getWidth(), rows.size(), viewHeight());
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

    /// The column at a place in the view.
    String columnAt(double x) {
        return columns.at(x, scrollX());
    }

    boolean owns(GridRow<?> row) {
        return pool.contains(row);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        scroll.wide(columns.width() > room() + 0.5);
        head.resizeRelocate(0, 0, width, HEAD);
        double height = viewHeight();
        body.resizeRelocate(0, HEAD, width, height);
        clip.setWidth(width);
        clip.setHeight(height);
        scroll.place(width, getHeight(), HEAD, rows.size(), pinnedWidth(), columns.width());
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
        double top = scroll.y(rows.size(), height);
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
            case COLUMN_COUNT -> columns.count();
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
