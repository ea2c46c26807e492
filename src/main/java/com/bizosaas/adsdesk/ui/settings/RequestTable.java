package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.service.SyncService.Request;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The requests that were sent for a tenant, newest first. Addresses stand here without their parameters.
final class RequestTable extends TableView<Request> {

    private static final double ROW = 28;
    private static final double HEAD = 32;
    private static final int ROWS = 10;

    private final TableColumn<Request, Request> path;

    RequestTable(Times times) {
        getStyleClass().addAll("audit-table", "request-table");
        setId("request-log");
        setFixedCellSize(ROW);
        setMinHeight(HEAD + ROWS * ROW);
        setPrefHeight(HEAD + ROWS * ROW);
        setAccessibleText("Requests to Facebook, newest first");
        setPlaceholder(Labels.of("Nothing was sent for this tenant in the last hours", "muted"));
        column("Time", 92, (cell, request) -> cell.setText(times.stamp(request.at()))).getStyleClass().add("first");
        column("Method", 76, (cell, request) -> cell.setText(request.method()));
        path = column("Path", 300, (cell, request) -> cell.setText(request.path()));
        column("Account", 168, (cell, request) -> {
            AdAccountId account = request.account();
            cell.setText(account == null ? Formats.NONE : account.value());
        });
        column("Points", 64, (cell, request) -> cell.setText(Integer.toString(request.points())));
        column("Time taken", 92, (cell, request) -> cell.setText(took(request)));
        column("Outcome", 140, RequestTable::showOutcome);
        widthProperty().addListener((_, _, _) -> fit());
    }

    /// Keeps the rows that are there while nothing new came, so that a selection stays.
    void show(List<Request> requests) {
        if (!getItems().equals(requests)) {
            getItems().setAll(requests);
        }
    }

    private static String took(Request request) {
        long millis = request.took().toMillis();
        return millis < 10_000 ? millis + " ms" : millis / 1000 + " s";
    }

    private static void showOutcome(TableCell<Request, Request> cell, Request request) {
        boolean ok = request.outcome().equals("ok");
        cell.setText(ok ? "OK" : capital(request.outcome()) + (request.code() == 0 ? "" : " (" + request.code() + ")"));
        if (!ok) {
            cell.getStyleClass().add("unknown");
            cell.setGraphic(Icons.CAUTION.node("i12", "warning"));
        }
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private TableColumn<Request, Request> column(String title, double width,
            BiConsumer<TableCell<Request, Request>, Request> show) {
        TableColumn<Request, Request> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Request request, boolean empty) {
                super.updateItem(request, empty);
                setText(null);
                setGraphic(null);
                getStyleClass().remove("unknown");
                if (!empty && request != null) {
                    show.accept(this, request);
                }
            }
        });
        getColumns().add(column);
        return column;
    }

    /// What is left goes to the path.
    private void fit() {
        double others = getColumns().stream().filter(column -> column != path).mapToDouble(TableColumn::getWidth).sum();
        path.setPrefWidth(Math.max(160, getWidth() - others - 16));
    }
}
