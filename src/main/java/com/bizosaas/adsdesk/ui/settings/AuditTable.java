package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.AuditChanges;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.ui.common.Avatar;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The log's entries, one a row. The selection follows its entry when the rows change.
final class AuditTable extends TableView<AuditEntry> {

    private static final double ROW = 32;

    private final Times times;
    private final Map<String, Tenant> tenants = new HashMap<>();
    private final TableColumn<AuditEntry, AuditEntry> what;

    AuditTable(Times times) {
        this.times = times;
        getStyleClass().add("audit-table");
        setFixedCellSize(ROW);
        setAccessibleText("Audit log, newest first");
        column("Time", 100, (cell, entry) -> cell.setText(times.stamp(entry.at()))).getStyleClass().add("first");
        column("Who", 124, (cell, entry) -> cell.setText(entry.who())).getStyleClass().add("who");
        column("Tenant", 148, this::showTenant);
        column("Action", 150, (cell, entry) -> cell.setText(AuditWords.action(entry.action())));
        what = column("What", 240, (cell, entry) -> cell.setText(what(entry)));
        what.getStyleClass().add("what");
        column("Outcome", 92, AuditTable::showOutcome);
        column("From", 84, AuditTable::showSource);
        widthProperty().addListener((_, _, _) -> fit());
    }

    void show(List<AuditEntry> entries, List<Tenant> known) {
        tenants.clear();
        known.forEach(tenant -> tenants.put(tenant.id().value(), tenant));
        AuditEntry chosen = getSelectionModel().getSelectedItem();
        getItems().setAll(entries);
        if (chosen != null) {
            entries.stream().filter(entry -> entry.number() == chosen.number()).findFirst()
                    .ifPresent(entry -> getSelectionModel().select(entry));
        }
        refresh();
    }

    /// What was done to what, in one line.
    static String what(AuditEntry entry) {
        String name = entry.objectName().isEmpty() ? entry.object() : Labels.isolated(entry.objectName());
        List<String> changes = AuditChanges.of(entry).stream().map(AuditChanges.Change::words)
                .map(String::strip).limit(2).toList();
        String words = String.join(" · ", changes);
        return name.isEmpty() && words.isEmpty()
                ? Formats.NONE
                : name.isEmpty() ? words : words.isEmpty() ? name : name + " · " + words;
    }

    private TableColumn<AuditEntry, AuditEntry> column(String title, double width,
            BiConsumer<TableCell<AuditEntry, AuditEntry>, AuditEntry> show) {
        TableColumn<AuditEntry, AuditEntry> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable AuditEntry entry, boolean empty) {
                super.updateItem(entry, empty);
                setText(null);
                setGraphic(null);
                getStyleClass().removeAll("refused", "unknown");
                if (!empty && entry != null) {
                    show.accept(this, entry);
                }
            }
        });
        getColumns().add(column);
        return column;
    }

    private void showTenant(TableCell<AuditEntry, AuditEntry> cell, AuditEntry entry) {
        if (entry.tenantId() == null) {
            cell.setText(Formats.NONE);
            return;
        }
        cell.setText(entry.tenantName().isEmpty() ? entry.tenantId().value() : entry.tenantName());
        Tenant tenant = tenants.get(entry.tenantId().value());
        if (tenant != null) {
            cell.setGraphic(Avatar.of(tenant, Avatar.Size.TINY));
        }
    }

    private static void showOutcome(TableCell<AuditEntry, AuditEntry> cell, AuditEntry entry) {
        cell.setText(AuditWords.outcome(entry.outcome()));
        if (entry.outcome() != Outcome.DONE) {
            boolean refused = entry.outcome() == Outcome.REFUSED;
            cell.getStyleClass().add(refused ? "refused" : "unknown");
            cell.setGraphic(refused ? Icons.STOPPED.node("i12", "danger") : Icons.CAUTION.node("i12", "warning"));
        }
    }

    private static void showSource(TableCell<AuditEntry, AuditEntry> cell, AuditEntry entry) {
        cell.setText(AuditWords.source(entry.source()));
        Node icon = switch (entry.source()) {
            case APP -> Icons.SCREEN.node("i12", "subtle");
            case META -> Icons.META.node("i12", "subtle");
            case SYSTEM -> Icons.SYSTEM.node("i12", "subtle");
        };
        cell.setGraphic(icon);
    }

    /// What is left goes to the column that says what happened.
    private void fit() {
        double others = getColumns().stream().filter(column -> column != what)
                .mapToDouble(TableColumn::getWidth).sum();
        what.setPrefWidth(Math.max(160, getWidth() - others - 12));
    }
}
