package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Pacing;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.ui.common.ConversionWords;
import com.bizosaas.adsdesk.ui.common.DeltaLabel;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Sparkline;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import com.bizosaas.adsdesk.ui.grid.Grid;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The line of totals under the table, each cell as wide as its column and moving with it; the counts take the room of a
/// delivery column at their side too, which has no total. Money of several currencies has no total either: each
/// currency's sum is told on hover.
final class TotalsRow extends Pane {

    private static final int TOLD = 20;

    private final Formats formats;
    private final Grid<CampaignRow> grid;
    private final Map<Column, VBox> cells = new EnumMap<>(Column.class);
    private final Map<Metric, DeltaLabel> deltas = new EnumMap<>(Metric.class);
    private final Map<Column, Label> values = new EnumMap<>(Column.class);
    private final Map<Column, Label> captions = new EnumMap<>(Column.class);
    private final Map<Column, Tooltip> tips = new EnumMap<>(Column.class);
    private final Sparkline bars = new Sparkline(56, 22);

    TotalsRow(Formats formats, Grid<CampaignRow> grid) {
        this.formats = formats;
        this.grid = grid;
        getStyleClass().add("totals-row");
        setId("totals-row");
        setMinWidth(0);
        for (Column column : Column.values()) {
            VBox cell = new VBox(cellOf(column));
            cell.getStyleClass().add("total-cell");
            if (column.figures()) {
                cell.getStyleClass().add("figures");
            }
            cell.setAlignment(
                    column.figures() ? Pos.CENTER_RIGHT : column == Column.DAYS ? Pos.CENTER : Pos.CENTER_LEFT);
            cell.setManaged(false);
            cell.setMinWidth(0);
            tips.put(column, Tooltips.show(cell, ""));
            cells.put(column, cell);
        }
        getChildren().addAll(cells.values());
    }

    private Node[] cellOf(Column column) {
        if (column == Column.DAYS) {
            return new Node[]{new StackPane(bars)};
        }
        Label value = Labels.of("");
        value.setId("total-" + column.name().toLowerCase(Locale.ROOT));
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

    @Override
    protected void layoutChildren() {
        cells.values().forEach(cell -> cell.setVisible(false));
        double x = 0;
        List<Grid.Placed<CampaignRow>> columns = grid.columns();
        for (int i = 0; i < columns.size(); i++) {
            double width = columns.get(i).width();
            String id = columns.get(i).column().id();
            double at = i < grid.pinned() ? x : x - grid.scrollX();
            if (!id.equals("tick")) {
                Column column = CampaignsTable.named(id);
                boolean nextIsDelivery = i + 1 < columns.size()
                        && columns.get(i + 1).column().id().equals(CampaignsTable.id(Column.DELIVERY));
                double room = column == Column.NAME && nextIsDelivery ? width + columns.get(i + 1).width() : width;
                VBox cell = cell(column);
                cell.setVisible(i < grid.pinned() || at >= grid.pinnedWidth() - 1);
                cell.resizeRelocate(at, 1, room, Math.max(0, getHeight() - 1));
            }
            x += width;
        }
    }

    void show(TableContent content) {
        TotalsLine line = content.totals();
        FigureFormat format = content.format();
        value(Column.NAME).setText(first(line));
        caption(Column.NAME).setText(rest(line));
        tip(Column.NAME).setText(line.unread() == 0
                ? ""
                : "Their figures are read in the background, account by account; until then sums and ratios are of the others.");
        budgets(line);
        pacing(line);
        for (Column column : Column.values()) {
            Metric metric = column.metric();
            if (metric != null) {
                BigDecimal figure = line.figure(metric);
                String sign = metric == Metric.SPEND && figure != null ? formats.symbol(format.currency()) : "";
                value(column).setText(sign + format.text(metric, figure));
                tip(column).setText(figure != null
                        ? ""
                        : metric.ofRange()
                                ? withoutTotal(metric)
                                : line.severalCurrencies() ? byCurrency(line, metric) : "");
            }
        }
        deltas.forEach((metric, label) -> {
            if (line.compared()) {
                label.show(line.delta(metric));
            } else {
                label.clear();
            }
            label.setVisible(line.figure(metric) != null);
        });
        caption(Column.RESULTS).setText(Words.caption(line.family()));
        tip(Column.RESULTS).setText(line.mixed()
                ? "Purchases only: these campaigns count different results."
                : ConversionWords.counted(line.family()));
        String sentence = line.bars().isEmpty() ? "" : BarsCell.sentence(formats, line.bars());
        bars.show(line.bars().stream().map(BigDecimal::doubleValue).toList(), false, sentence);
        bars.setVisible(!line.bars().isEmpty());
    }

    private static String withoutTotal(Metric metric) {
        return metric == Metric.REACH || metric == Metric.FREQUENCY
                ? "Rows reach the same people, so reach does not add up and frequency has no total. The Performance tab shows"
                        + " the account's own."
                : "It is not read for every row that delivered yet.";
    }

    /// Each currency's own total, for they do not add up.
    private String byCurrency(TotalsLine line, Metric metric) {
        StringBuilder told = new StringBuilder("Money of " + line.byCurrency().size()
                + " currencies does not add up. Each has its own total:");
        line.byCurrency().entrySet().stream().limit(TOLD).forEach(each -> {
            Totals sums = each.getValue();
            told.append('\n').append(each.getKey().code()).append(' ')
                    .append(formats.metric(metric, metric.of(sums), each.getKey()));
        });
        return told.toString();
    }

    private void budgets(TotalsLine line) {
        Map<AdCurrency, Money> daily = line.liveDaily();
        boolean several = daily.size() > 1;
        if (!line.settled()) {
            value(Column.BUDGET).setText(RowCell.BEING_READ);
            caption(Column.BUDGET).setText("");
            tip(Column.BUDGET).setText(RowCell.BEING_READ_WORDS);
            return;
        }
        value(Column.BUDGET).setText(daily.size() == 1
                ? formats.moneyWhole(daily.values().iterator().next())
                : Formats.NONE);
        caption(Column.BUDGET).setText(daily.isEmpty() ? "" : several ? daily.size() + " currencies" : "live / day");
        StringBuilder told = new StringBuilder(daily.isEmpty()
                ? "No daily budget is delivering."
                : several
                        ? "Daily budgets that deliver now, by currency:"
                        : formats.money(daily.values().iterator().next()) + " a day in budgets that deliver now");
        if (several) {
            daily.values().stream().limit(TOLD).forEach(money -> told.append('\n').append(formats.money(money)));
        }
        line.liveLifetime().values().stream().limit(TOLD).forEach(money -> told.append('\n')
                .append(formats.money(money)).append(" in lifetime budgets, a sum of its own"));
        tip(Column.BUDGET).setText(told.toString());
    }

    private void pacing(TotalsLine line) {
        Map<AdCurrency, Pacing> known = line.pacing();
        Pacing only = known.size() == 1 ? known.values().iterator().next() : null;
        value(Column.PACING).setText(line.settled()
                ? formats.decimal(only == null ? null : only.percent(), 0)
                : RowCell.BEING_READ);
        StringBuilder told = new StringBuilder(known.isEmpty()
                ? "The pacing of no row is known."
                : known.size() > 1 ? "Money of several currencies does not add up. Each has its own pacing:" : "");
        known.entrySet().stream().limit(TOLD).forEach(each -> told.append(told.isEmpty() ? "" : "\n")
                .append(known.size() > 1
                        ? each.getKey().code() + " " + formats.decimal(each.getValue().percent(), 0)
                                + " %: "
                        : "")
                .append(PacingCell.told(formats, each.getValue(), each.getKey())));
        tip(Column.PACING).setText(line.settled() ? told.toString() : RowCell.BEING_READ_WORDS);
    }

    private String first(TotalsLine line) {
        if (line.campaigns() > 0) {
            return counted(Level.CAMPAIGN, line.campaigns());
        }
        return line.adSets() > 0 ? counted(Level.AD_SET, line.adSets()) : counted(Level.AD, line.ads());
    }

    private String counted(Level level, int count) {
        return formats.count(BigDecimal.valueOf(count)) + " " + Words.level(level, count);
    }

    private String rest(TotalsLine line) {
        List<String> parts = new ArrayList<>();
        if (line.unread() > 0) {
            return line.accounts() == 1
                    ? "figures not read yet"
                    : "without " + line.unread() + " of " + line.accounts() + " accounts: not read yet";
        }
        if (line.campaigns() > 0 && line.adSets() > 0) {
            parts.add(counted(Level.AD_SET, line.adSets()));
            parts.add(counted(Level.AD, line.ads()));
        }
        DateRange comparison = line.comparison();
        if (comparison != null) {
            parts.add("vs " + span(comparison));
        } else if (line.severalCurrencies()) {
            parts.add(line.byCurrency().size() + " currencies");
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

    private VBox cell(Column column) {
        return Objects.requireNonNull(cells.get(column), "every column has a cell");
    }

    private Tooltip tip(Column column) {
        return Objects.requireNonNull(tips.get(column), "every cell has a tooltip");
    }
}
