package com.bizosaas.adsdesk.ui.overview;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Avatar;
import com.bizosaas.adsdesk.ui.common.ConversionWords;
import com.bizosaas.adsdesk.ui.common.DeltaLabel;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Pill;
import com.bizosaas.adsdesk.ui.common.Sparkline;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The tenants, one a row and currency. A click or Enter opens the tenant.
final class OverviewTable extends TableView<OverviewRow> {

    private static final double ROW = 32;
    private static final double NARROW = 900;
    private static final long WARN_DAYS = 14;
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Formats formats;
    private final TableColumn<OverviewRow, OverviewRow> name;
    private final List<TableColumn<OverviewRow, OverviewRow>> optional;

    OverviewTable(Formats formats, Consumer<Tenant> open) {
        this.formats = formats;
        getStyleClass().add("overview-table");
        setId("overview-table");
        setFixedCellSize(ROW);
        setAccessibleText("All tenants");
        setPlaceholder(Labels.of("No tenant is like this", "muted"));
        name = column("Tenant", 220, false, this::tenant, Comparator.comparing(row -> row.tenant().name()));
        TableColumn<OverviewRow, OverviewRow> local = column("Local", 54, true,
                (cell, row) -> cell.setText(row.local()), null);
        column("Spent today", 98, true, this::today, money(OverviewRow::today));
        column("Pace against plan", 132, false, this::pace,
                Comparator.comparing(OverviewRow::pace, Comparator.nullsLast(Comparator.naturalOrder())));
        TableColumn<OverviewRow, OverviewRow> yesterday = column("Yesterday", 94, true,
                (cell, row) -> cell.setText(money(row.yesterday())), money(OverviewRow::yesterday));
        column("7-day result", 124, true, this::result, null);
        column("Change", 68, true, this::change, Comparator.comparing(row -> row.change().change()));
        TableColumn<OverviewRow, OverviewRow> bars = column("14 days", 76, false, this::bars, null);
        column("Sign-in", 64, true, this::signIn,
                Comparator.comparing(OverviewRow::signInDays, Comparator.nullsLast(Comparator.naturalOrder())));
        column("Pending", 64, true, this::pending, Comparator.comparing(OverviewRow::pending));
        optional = List.of(bars, yesterday, local);
        widthProperty().addListener((_, _, _) -> fit());
        setRowFactory(_ -> {
            TableRow<OverviewRow> row = new TableRow<>();
            row.setOnMouseClicked(_ -> {
                if (row.getItem() != null) {
                    open.accept(row.getItem().tenant());
                }
            });
            return row;
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            OverviewRow chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen.tenant());
                event.consume();
            }
        });
    }

    void show(List<OverviewRow> rows) {
        if (!getItems().equals(rows)) {
            OverviewRow chosen = getSelectionModel().getSelectedItem();
            getItems().setAll(rows);
            if (chosen != null) {
                rows.stream().filter(row -> row.tenant().id().equals(chosen.tenant().id())).findFirst()
                        .ifPresent(row -> getSelectionModel().select(row));
            }
        }
    }

    private void tenant(TableCell<OverviewRow, OverviewRow> cell, OverviewRow row) {
        Avatar avatar = new Avatar(Avatar.Size.SMALL);
        avatar.show(row.tenant(), row.health().health());
        HBox box = new HBox(10, avatar, Labels.of(Labels.isolated(row.tenant().name()), "item-name"));
        box.setAlignment(Pos.CENTER_LEFT);
        int alerts = row.health().alerts().size();
        if (alerts > 0) {
            Pill count = new Pill();
            count.show(Integer.toString(alerts), Icons.CAUTION, row.signedIn() ? Pill.Tone.WARNING : Pill.Tone.DANGER);
            Tooltips.show(count, String.join("\n", row.health().alerts()));
            box.getChildren().add(count);
        }
        cell.setGraphic(box);
    }

    private void today(TableCell<OverviewRow, OverviewRow> cell, OverviewRow row) {
        cell.setText(money(row.today()));
        cell.getStyleClass().add("weight-semibold");
    }

    private void pace(TableCell<OverviewRow, OverviewRow> cell, OverviewRow row) {
        if (row.today() == null) {
            cell.setText(row.local().isEmpty() ? "No account chosen" : "Not read yet");
            cell.pseudoClassStateChanged(DANGER, !row.signedIn());
            return;
        }
        if (row.pace() == null) {
            cell.setText("No plan");
            return;
        }
        PaceBar bar = new PaceBar();
        bar.show(row);
        HBox box = new HBox(8, bar, Labels.whole(row.pace() + "%", row.offPace() ? "warning-text" : "t12"));
        box.setAlignment(Pos.CENTER_LEFT);
        Tooltips.show(box, formats.money(row.today()) + " of " + formats.money(row.plan()) + " planned for the day, "
                + formats.money(row.planned()) + " by now");
        cell.setGraphic(box);
    }

    private void result(TableCell<OverviewRow, OverviewRow> cell, OverviewRow row) {
        AdCurrency currency = row.today() == null ? null : row.today().currency();
        if (currency == null || row.result() == null) {
            cell.setText(Formats.NONE);
            return;
        }
        cell.setText(formats.metric(row.judged(), row.result(), currency)
                + (row.judged() == Metric.ROAS ? " ROAS" : " /" + ConversionWords.single(row.counted())));
        cell.pseudoClassStateChanged(WARNING, row.missesTarget());
        String target = row.target() == null
                ? "No target was agreed."
                : "The client's target is " + formats.metric(row.judged(), row.target(), currency) + ".";
        cell.setTooltip(new javafx.scene.control.Tooltip(target));
    }

    private void change(TableCell<OverviewRow, OverviewRow> cell, OverviewRow row) {
        DeltaLabel label = new DeltaLabel(formats);
        label.show(row.change());
        cell.setGraphic(label);
    }

    private void bars(TableCell<OverviewRow, OverviewRow> cell, OverviewRow row) {
        if (!row.days().isEmpty()) {
            Sparkline bars = new Sparkline();
            bars.show(row.days(), !row.signedIn(), "Spend of 14 days");
            cell.setGraphic(bars);
        }
    }

    private void signIn(TableCell<OverviewRow, OverviewRow> cell, OverviewRow row) {
        Long days = row.signInDays();
        cell.setText(!row.signedIn() ? "Ended" : days == null ? "no end" : days + " d");
        cell.pseudoClassStateChanged(DANGER, !row.signedIn());
        cell.pseudoClassStateChanged(WARNING, row.signedIn() && days != null && days <= WARN_DAYS);
    }

    private void pending(TableCell<OverviewRow, OverviewRow> cell, OverviewRow row) {
        cell.setText(row.pending() == 0 ? Formats.NONE : Integer.toString(row.pending()));
        if (row.pending() > 0) {
            cell.getStyleClass().add("pending-count");
        }
    }

    private String money(@Nullable Money money) {
        return money == null ? Formats.NONE : formats.money(money.rounded());
    }

    /// Amounts of different currencies are not compared: by currency first.
    private static Comparator<OverviewRow> money(java.util.function.Function<OverviewRow, @Nullable Money> part) {
        return Comparator.comparing(part, Comparator.nullsFirst(Comparator.comparing((Money money) -> money.currency()
                .code()).thenComparing(Money::amount)));
    }

    private TableColumn<OverviewRow, OverviewRow> column(String title, double width, boolean figures,
            BiConsumer<TableCell<OverviewRow, OverviewRow>, OverviewRow> show,
            @Nullable Comparator<OverviewRow> order) {
        TableColumn<OverviewRow, OverviewRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(order != null);
        if (order != null) {
            column.setComparator(order);
        }
        if (figures) {
            column.getStyleClass().add("figures");
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable OverviewRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(null);
                setGraphic(null);
                setTooltip(null);
                getStyleClass().removeAll("weight-semibold", "pending-count");
                pseudoClassStateChanged(WARNING, false);
                pseudoClassStateChanged(DANGER, false);
                if (!empty && row != null) {
                    show.accept(this, row);
                }
            }
        });
        getColumns().add(column);
        return column;
    }

    /// Less where there is less room; what is left goes to the name.
    private void fit() {
        boolean narrow = getWidth() < NARROW;
        optional.forEach(column -> column.setVisible(!narrow));
        double others = getColumns().stream().filter(column -> column != name && column.isVisible())
                .mapToDouble(TableColumn::getWidth).sum();
        name.setPrefWidth(Math.clamp(getWidth() - others - 14, 150, 560));
    }
}
