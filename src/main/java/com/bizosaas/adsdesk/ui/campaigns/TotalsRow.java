package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.DeltaLabel;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Sparkline;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.binding.DoubleExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The line of totals under the table, each cell as wide as its column; the counts take the room of the delivery column
/// too, which has no total.
final class TotalsRow extends HBox {

    private final Formats formats;
    private final Map<Column, Node> cells = new EnumMap<>(Column.class);
    private final Map<Metric, DeltaLabel> deltas = new EnumMap<>(Metric.class);
    private final Map<Column, Label> values = new EnumMap<>(Column.class);
    private final Map<Column, Label> captions = new EnumMap<>(Column.class);
    private final Sparkline bars = new Sparkline(56, 22);
    private final Tooltip budgetTip;
    private final Tooltip resultsTip;

    TotalsRow(Formats formats, Map<Column, TreeTableColumn<CampaignRow, CampaignRow>> columns) {
        this.formats = formats;
        getStyleClass().add("totals-row");
        setId("totals-row");
        TreeTableColumn<CampaignRow, CampaignRow> delivery = Objects.requireNonNull(columns.get(Column.DELIVERY),
                "every column is made");
        columns.forEach((column, node) -> {
            if (column == Column.DELIVERY) {
                return;
            }
            VBox cell = new VBox(cellOf(column));
            cell.getStyleClass().add("total-cell");
            if (column.figures()) {
                cell.getStyleClass().add("figures");
            }
            cell.setAlignment(
                    column.figures() ? Pos.CENTER_RIGHT : column == Column.DAYS ? Pos.CENTER : Pos.CENTER_LEFT);
            DoubleExpression width = column == Column.NAME
                    ? node.widthProperty().add(delivery.widthProperty())
                    : node.widthProperty();
            cell.minWidthProperty().bind(width);
            cell.prefWidthProperty().bind(width);
            cell.maxWidthProperty().bind(width);
            cells.put(column, cell);
        });
        budgetTip = Tooltips.show(cell(Column.BUDGET), "");
        resultsTip = Tooltips.show(cell(Column.RESULTS), "");
        arrange(columns.keySet());
    }

    private Node[] cellOf(Column column) {
        if (column == Column.DAYS) {
            return new Node[]{new StackPane(bars)};
        }
        Label value = Labels.of("");
        value.setId("total-" + column.name().toLowerCase(java.util.Locale.ROOT));
        values.put(column, value);
        Metric metric = column.metric();
        if (metric != null && metric != Metric.CONVERSIONS) {
            DeltaLabel delta = new DeltaLabel(formats);
            deltas.put(metric, delta);
            return new Node[]{value, delta};
        }
        Label caption = Labels.of("", "caption");
        captions.put(column, caption);
        return new Node[]{value, caption};
    }

    /// Leaves out the cells of columns that are hidden.
    void arrange(Set<Column> shown) {
        List<Node> wanted = new ArrayList<>();
        cells.forEach((column, cell) -> {
            if (shown.contains(column)) {
                wanted.add(cell);
            }
        });
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
    }

    void show(TableContent content) {
        TotalsLine line = content.totals();
        FigureFormat format = content.format();
        value(Column.NAME).setText(first(line));
        caption(Column.NAME).setText(rest(line));
        budgets(line);
        for (Column column : Column.values()) {
            Metric metric = column.metric();
            if (metric != null) {
                BigDecimal figure = line.figure(metric);
                String sign = metric == Metric.SPEND && figure != null ? formats.symbol(format.currency()) : "";
                value(column).setText(sign + format.text(metric, figure));
            }
        }
        deltas.forEach((metric, label) -> {
            if (line.comparison() == null) {
                label.clear();
            } else {
                label.show(line.delta(metric));
            }
        });
        caption(Column.RESULTS).setText(line.family() == ConversionFamily.LEAD ? "leads" : "purch.");
        resultsTip.setText(line.mixed()
                ? "Purchases only: these campaigns count different results."
                : Words.results(line.family()));
        String sentence = line.bars().isEmpty() ? "" : BarsCell.sentence(formats, line.bars());
        bars.show(line.bars().stream().map(BigDecimal::doubleValue).toList(), false, sentence);
        bars.setVisible(!line.bars().isEmpty());
    }

    private void budgets(TotalsLine line) {
        Money daily = line.liveDaily();
        Money lifetime = line.liveLifetime();
        value(Column.BUDGET).setText(formats.moneyWhole(daily));
        caption(Column.BUDGET).setText(daily == null ? "" : "live / day");
        budgetTip.setText((daily == null
                ? "No daily budget is delivering."
                : formats.money(daily) + " a day in budgets that deliver now")
                + (lifetime == null ? "" : "\n" + formats.money(lifetime) + " in lifetime budgets, a sum of its own"));
    }

    private static String first(TotalsLine line) {
        if (line.campaigns() > 0) {
            return Words.counted(Level.CAMPAIGN, line.campaigns());
        }
        return line.adSets() > 0 ? Words.counted(Level.AD_SET, line.adSets()) : Words.counted(Level.AD, line.ads());
    }

    private String rest(TotalsLine line) {
        List<String> parts = new ArrayList<>();
        if (line.campaigns() > 0 && line.adSets() > 0) {
            parts.add(Words.counted(Level.AD_SET, line.adSets()));
            parts.add(Words.counted(Level.AD, line.ads()));
        }
        if (line.comparison() != null) {
            parts.add("vs " + span(line.comparison()));
        }
        return String.join(" · ", parts);
    }

    /// "17 – 30 Mar" within a month, both months named otherwise.
    private String span(DateRange range) {
        boolean sameMonth = YearMonth.from(range.since()).equals(YearMonth.from(range.until()));
        String since = sameMonth ? String.valueOf(range.since().getDayOfMonth()) : formats.day(range.since());
        return since + " – " + formats.day(range.until());
    }

    private Label value(Column column) {
        return Objects.requireNonNull(values.get(column), "a cell with a value");
    }

    private Label caption(Column column) {
        return Objects.requireNonNull(captions.get(column), "a cell with a caption");
    }

    private Node cell(Column column) {
        return Objects.requireNonNull(cells.get(column), "every column has a cell");
    }
}
