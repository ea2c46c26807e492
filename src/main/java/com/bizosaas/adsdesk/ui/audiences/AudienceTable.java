package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Pill;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.text.Collator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/// The audiences, lookalikes under their source. Branches stay as the operator left them when the rows change.
final class AudienceTable extends TreeTableView<AudienceRow> {

    private static final double ROW = 32;
    private static final PseudoClass DRAFTED = PseudoClass.getPseudoClass("drafted");
    private static final long UNCOUNTED = -1;

    private final AudienceText text;
    private final Formats formats;
    private final InstantSource clock;
    private final Set<GraphId> folded = new HashSet<>();
    private final Consumer<@Nullable AudienceRow> select;
    private boolean filling;

    AudienceTable(AudienceText text, Formats formats, InstantSource clock, Locale locale,
            Consumer<@Nullable AudienceRow> select) {
        this.text = text;
        this.formats = formats;
        this.clock = clock;
        this.select = select;
        getStyleClass().add("audience-table");
        setShowRoot(false);
        setFixedCellSize(ROW);
        setAccessibleText("Audiences");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        setRoot(new TreeItem<>());
        Collator collator = Collator.getInstance(locale);
        TreeTableColumn<AudienceRow, AudienceRow> name = column("Name", 0, false,
                (one, other) -> collator.compare(one.audience().name(), other.audience().name()), this::name);
        name.setMinWidth(180);
        setTreeColumn(name);
        column("Type", 128, false, Comparator.comparing(AudienceRow::type), this::type);
        column("Status", 116, false, Comparator.comparing(AudienceRow::state), this::status);
        column("Size", 132, true, Comparator.comparing(AudienceTable::size),
                (cell, row) -> cell.setText(text.size(row.audience())));
        column("Keeps", 76, true,
                Comparator.comparing(row -> Objects.requireNonNullElse(row.audience().retentionDays(), 0)),
                (cell, row) -> cell.setText(text.keeps(row.audience())));
        column("Updated", 100, true,
                Comparator.comparing(AudienceRow::updated, Comparator.nullsFirst(Comparator.naturalOrder())),
                this::updated);
        getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (!filling) {
                select.accept(item == null ? null : item.getValue());
            }
        });
    }

    /// Shows rows and keeps the selection where its audience is still there.
    void show(List<AudienceRow> rows, @Nullable AudienceRow selected) {
        filling = true;
        remember(getRoot().getChildren());
        getRoot().getChildren().setAll(rows.stream().map(this::item).toList());
        if (!getSortOrder().isEmpty()) {
            sort();
        }
        showSelected(selected);
        filling = false;
    }

    void showSelected(@Nullable AudienceRow selected) {
        TreeItem<AudienceRow> item = selected == null ? null : find(getRoot(), selected.audience().id());
        boolean before = filling;
        filling = true;
        if (item == null) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedItem() != item) {
            getSelectionModel().select(item);
        }
        filling = before;
    }

    private void remember(List<TreeItem<AudienceRow>> items) {
        for (TreeItem<AudienceRow> item : items) {
            GraphId id = item.getValue().audience().id();
            if (!item.isLeaf() && !item.isExpanded()) {
                folded.add(id);
            } else {
                folded.remove(id);
            }
            remember(item.getChildren());
        }
    }

    private TreeItem<AudienceRow> item(AudienceRow row) {
        TreeItem<AudienceRow> item = new TreeItem<>(row);
        item.getChildren().setAll(row.children().stream().map(this::item).toList());
        item.setExpanded(!folded.contains(row.audience().id()));
        return item;
    }

    private static @Nullable TreeItem<AudienceRow> find(TreeItem<AudienceRow> from, GraphId id) {
        if (from.getValue() != null && from.getValue().audience().id().equals(id)) {
            return from;
        }
        for (TreeItem<AudienceRow> child : from.getChildren()) {
            TreeItem<AudienceRow> found = find(child, id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private TreeTableColumn<AudienceRow, AudienceRow> column(String title, double width, boolean figures,
            Comparator<AudienceRow> order, BiConsumer<RowCell, AudienceRow> fill) {
        TreeTableColumn<AudienceRow, AudienceRow> column = new TreeTableColumn<>(title);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()).getReadOnlyProperty());
        column.setCellFactory(_ -> new RowCell(fill));
        column.setComparator(order);
        column.setReorderable(false);
        if (width > 0) {
            column.setMinWidth(width);
            column.setMaxWidth(width);
            column.setPrefWidth(width);
        }
        if (figures) {
            column.getStyleClass().add("figures");
        }
        getColumns().add(column);
        return column;
    }

    private void name(RowCell cell, AudienceRow row) {
        Draft draft = row.draft();
        cell.setText((draft == null ? "" : draft.action().mark() + " ") + row.audience().name());
        cell.pseudoClassStateChanged(DRAFTED, draft != null);
        cell.tell(row.audience().name());
        cell.getStyleClass().removeAll("weight-medium", "audience-name");
        cell.getStyleClass().add("audience-name");
        if (row.audience().lookalike() == null) {
            cell.getStyleClass().add("weight-medium");
        }
    }

    private void type(RowCell cell, AudienceRow row) {
        cell.setText(row.type() == AudienceType.OTHER ? readable(row.audience().subtype()) : row.type().label());
        cell.setGraphic(AudienceLooks.icon(row.type()).node("i12", "subtle"));
    }

    private void status(RowCell cell, AudienceRow row) {
        Pill pill = cell.pill();
        AudienceLooks.show(pill, row);
        cell.setGraphic(pill);
        cell.tell(pill.getAccessibleText());
    }

    private void updated(RowCell cell, AudienceRow row) {
        Instant updated = row.updated();
        cell.setText(updated == null ? Formats.NONE : formats.ago(updated, clock.instant()));
    }

    private static long size(AudienceRow row) {
        Long upper = row.audience().sizeUpper();
        return upper == null ? UNCOUNTED : upper;
    }

    private static String readable(String subtype) {
        String words = subtype.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "Other" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// A cell that is filled from the whole row.
    private static final class RowCell extends TreeTableCell<AudienceRow, AudienceRow> {

        private final BiConsumer<RowCell, AudienceRow> fill;
        private @Nullable Pill pill;
        private @Nullable Tooltip tooltip;

        RowCell(BiConsumer<RowCell, AudienceRow> fill) {
            this.fill = fill;
        }

        @Override
        protected void updateItem(@Nullable AudienceRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            pseudoClassStateChanged(DRAFTED, false);
            if (!empty && row != null) {
                fill.accept(this, row);
            } else if (tooltip != null) {
                setTooltip(null);
            }
        }

        Pill pill() {
            Pill made = pill == null ? new Pill() : pill;
            pill = made;
            return made;
        }

        void tell(String words) {
            Tooltip told = tooltip == null ? Tooltips.show(this, words) : tooltip;
            tooltip = told;
            told.setText(words);
        }
    }
}
