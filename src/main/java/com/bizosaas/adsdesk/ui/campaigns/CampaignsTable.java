package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The tree table and its totals row. It shows whole [TableContent]s and keeps selection, focus and open branches through
/// them; sorting is asked for, never done here. FX thread only.
final class CampaignsTable extends VBox {

    private static final double ROW = 32;
    private static final String SORT_NODE = "sort-node";

    private final TreeTableView<CampaignRow> table = new TreeTableView<>();
    private final Map<Column, TreeTableColumn<CampaignRow, CampaignRow>> columns = new EnumMap<>(Column.class);
    private final RowTree tree = new RowTree();
    private final TotalsRow totals;
    private final Formats formats;
    private final Commands commands;
    private final ReadOnlyObjectWrapper<@Nullable CampaignRow> focused = new ReadOnlyObjectWrapper<>(this, "focused",
            null);
    private final ReadOnlyObjectWrapper<List<CampaignRow>> selected = new ReadOnlyObjectWrapper<>(this, "selected",
            List.of());
    private FigureFormat format;
    private @Nullable TableContent content;
    private View.Shape shape = View.Shape.TREE;
    private boolean narrow;
    private boolean updating;

    CampaignsTable(Formats formats, Commands commands, Node placeholder) {
        this.formats = formats;
        this.commands = commands;
        this.format = new FigureFormat(formats, com.bizosaas.adsdesk.domain.AdCurrency.of("EUR"), 2);
        getStyleClass().add("campaigns-table");
        for (Column column : Column.values()) {
            columns.put(column, column(column));
        }
        totals = new TotalsRow(formats, columns);
        table.getColumns().setAll(columns.values());
        table.setTreeColumn(columns.get(Column.NAME));
        table.setRoot(tree.root());
        table.setShowRoot(false);
        table.setFixedCellSize(ROW);
        table.setPlaceholder(placeholder);
        table.setRowFactory(_ -> new CampaignTableRow(commands, this::selectedRows));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setAccessibleText("Campaigns, ad sets and ads");
        table.setId("campaigns-tree");
        new TableKeys(commands, this).install(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        setMinWidth(0);
        totals.setMinWidth(0);
        getChildren().addAll(table, totals);
        watch();
    }

    private void watch() {
        table.getFocusModel().focusedItemProperty().addListener((_, _, _) -> follow());
        table.getSelectionModel().getSelectedItems()
                .addListener((ListChangeListener<TreeItem<CampaignRow>>) _ -> follow());
        table.widthProperty().addListener((_, _, _) -> fit());
        table.skinProperty().addListener((_, _, _) -> {
            for (Node node : table.lookupAll(".scroll-bar")) {
                if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                    bar.visibleProperty().addListener((_, _, _) -> fit());
                    bar.widthProperty().addListener((_, _, _) -> fit());
                }
            }
        });
    }

    /// @param asked told the column and whether the largest come first
    void onSort(BiConsumer<Column, Boolean> asked) {
        TreeTableColumn<CampaignRow, CampaignRow> spend = column(Column.SPEND, columns);
        table.getSortOrder().add(spend);
        table.setSortPolicy(_ -> {
            TreeTableColumn<CampaignRow, ?> first = table.getSortOrder().isEmpty()
                    ? spend
                    : table.getSortOrder().getFirst();
            Column column = (Column) first.getUserData();
            boolean ascending = first.getSortType() == TreeTableColumn.SortType.ASCENDING;
            asked.accept(column, column.metric() != null || column == Column.BUDGET ? ascending : !ascending);
            return true;
        });
    }

    ReadOnlyObjectProperty<@Nullable CampaignRow> focusedRowProperty() {
        return focused.getReadOnlyProperty();
    }

    /// In the order of the table.
    ReadOnlyObjectProperty<List<CampaignRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    List<CampaignRow> selectedRows() {
        return selected.get();
    }

    void show(@Nullable Frame frame, @Nullable TableContent shown, View.Shape shaped) {
        tree.of(frame == null ? null : frame.account().id());
        content = shown;
        Set<RowKey> kept = selected.get().stream().map(CampaignRow::key).collect(Collectors.toSet());
        RowKey focusedKey = focused.get() == null ? null : focused.get().key();
        updating = true;
        boolean otherFormat = shown != null && !shown.format().equals(format);
        format = shown == null ? format : shown.format();
        boolean moved = tree.show(shown == null ? List.of() : shown.rows(), shaped) || shape != shaped;
        shape = shaped;
        if (moved) {
            select(kept, focusedKey);
        }
        if (otherFormat) {
            table.refresh();
        }
        updating = false;
        follow();
        if (shown != null) {
            totals.show(shown);
        }
        totals.setVisible(shown != null && !shown.rows().isEmpty());
        fit();
    }

    /// Puts the focus on a row if it is there, opening nothing.
    boolean reveal(RowKey key) {
        TreeItem<CampaignRow> item = tree.item(key, shape);
        int row = item == null ? -1 : table.getRow(item);
        if (row < 0) {
            return false;
        }
        table.getSelectionModel().clearAndSelect(row);
        table.scrollTo(row);
        return true;
    }

    void narrow(boolean now) {
        if (narrow != now) {
            narrow = now;
            fit();
        }
    }

    void clearSelection() {
        table.getSelectionModel().clearSelection();
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private void select(Set<RowKey> keys, @Nullable RowKey focusedKey) {
        List<Integer> rows = new ArrayList<>();
        int focusRow = -1;
        for (RowKey key : keys) {
            TreeItem<CampaignRow> item = tree.item(key, shape);
            int row = item == null ? -1 : table.getRow(item);
            if (row >= 0) {
                rows.add(row);
                focusRow = key.equals(focusedKey) ? row : focusRow;
            }
        }
        table.getSelectionModel().clearSelection();
        if (!rows.isEmpty()) {
            int[] others = rows.stream().mapToInt(Integer::intValue).toArray();
            table.getSelectionModel().selectIndices(others[0], others);
            if (focusRow >= 0) {
                table.getFocusModel().focus(focusRow);
            }
        }
    }

    private void follow() {
        if (updating) {
            return;
        }
        selected.set(table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull)
                .map(TreeItem::getValue).filter(Objects::nonNull).toList());
        TreeItem<CampaignRow> item = table.getFocusModel().getFocusedItem();
        focused.set(item == null || selected.get().isEmpty() ? null : item.getValue());
    }

    private void fit() {
        double bar = 0;
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar found && found.getOrientation() == Orientation.VERTICAL
                    && found.isVisible()) {
                bar = found.getWidth();
            }
        }
        if (table.getWidth() <= 0) {
            return;
        }
        Map<Column, Double> widths = ColumnFit.fit(table.getWidth() - bar, narrow,
                content == null ? Map.of() : content.longest());
        columns.forEach((column, node) -> {
            Double width = widths.get(column);
            node.setVisible(width != null);
            if (width != null) {
                node.setMinWidth(0);
                node.setMaxWidth(width);
                node.setMinWidth(width);
                node.setPrefWidth(width);
            }
        });
        totals.arrange(widths.keySet());
    }

    private TreeTableColumn<CampaignRow, CampaignRow> column(Column column) {
        TreeTableColumn<CampaignRow, CampaignRow> made = new TreeTableColumn<>();
        Label head = Labels.of(column.title(), "column-title");
        Tooltips.show(head, column.meaning());
        made.setGraphic(head);
        made.setUserData(column);
        made.setId("column-" + column.name().toLowerCase(java.util.Locale.ROOT));
        made.setSortable(column.sortable());
        made.setReorderable(false);
        made.setResizable(false);
        made.setCellValueFactory(cell -> cell.getValue().valueProperty());
        if (column.figures()) {
            made.getStyleClass().add("figures");
        }
        boolean largestFirst = column.figures();
        made.setSortNode((largestFirst ? Icons.DOWN : Icons.UP).node("i12", "plain", SORT_NODE));
        made.setCellFactory(_ -> switch (column) {
            case ON -> new SwitchCell(commands);
            case NAME -> new NameCell();
            case DELIVERY -> new DeliveryCell();
            case OBJECTIVE -> new TextCell(CampaignRow::objective);
            case BUDGET -> new BudgetCell(formats);
            case BID -> new TextCell(CampaignRow::bid);
            case SPEND, RESULTS, COST, ROAS, CTR, CPC, CPM -> new FigureCell(metric(column), () -> format);
            case DAYS -> new BarsCell(formats);
        });
        return made;
    }

    private static Metric metric(Column column) {
        return Objects.requireNonNull(column.metric(), "a column of figures has a metric");
    }

    private static TreeTableColumn<CampaignRow, CampaignRow> column(Column column,
            Map<Column, TreeTableColumn<CampaignRow, CampaignRow>> columns) {
        return Objects.requireNonNull(columns.get(column), "every column is made");
    }
}
