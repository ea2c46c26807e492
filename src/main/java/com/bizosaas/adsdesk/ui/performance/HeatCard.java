package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Age by gender as heat cells of a metric that can be chosen, with spend beside.
final class HeatCard extends BreakdownCard {

    private static final List<Metric> CHOICES = List.of(Metric.ROAS, Metric.CONVERSIONS, Metric.CPA, Metric.CTR_LINK,
            Metric.CPM, Metric.SPEND);
    private static final double AGE = 44;
    private static final double SPEND = 56;

    private final MenuButton choice = new MenuButton();
    private Metric metric = Metric.ROAS;
    private Conversion labelled = ConversionFamily.PURCHASE;

    HeatCard(BreakdownViewModel model, Formats formats, Locale locale) {
        super(model, formats, locale);
        choice.getStyleClass().addAll("flat", "metric-menu");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setAccessibleText("Metric of the cells");
        fillMenu();
        build(Labels.of(BreakdownNames.title(breakdown()), "t12", "weight-semibold"), choice);
    }

    private void fillMenu() {
        choice.getItems().clear();
        for (Metric offered : CHOICES) {
            MenuItem item = new MenuItem(MetricText.label(offered, labelled));
            item.setOnAction(_ -> {
                metric = offered;
                choice.setText(MetricText.label(offered, labelled));
                update();
            });
            choice.getItems().add(item);
        }
        choice.setText(MetricText.label(metric, labelled));
    }

    @Override
    List<Node> rows(List<BreakdownRow> rows, PerformanceFigures shown, MetricText text) {
        if (labelled != shown.family()) {
            labelled = shown.family();
            fillMenu();
        }
        HeatTable table = HeatTable.of(rows, metric, shown.family());
        List<Node> lines = new ArrayList<>();
        HBox genders = new HBox(2);
        genders.setAlignment(Pos.CENTER);
        for (String gender : table.genders()) {
            genders.getChildren().add(centred(BreakdownNames.gender(gender), "t11", "weight-semibold", "muted"));
        }
        lines.add(new FigureRow("heat-head").name(AGE, "").middle(genders).figure(SPEND,
                "Spend " + formats.symbol(text.currency()).strip(), "t11", "weight-semibold",
                "muted"));
        for (HeatTable.Row row : table.rows()) {
            FigureRow line = new FigureRow("heat-line").name(AGE, age(row.age()), "t12", "muted");
            HBox cells = new HBox(2);
            for (int i = 0; i < row.cells().size(); i++) {
                String who = age(row.age()) + ", " + BreakdownNames.gender(table.genders().get(i));
                cells.getChildren().add(cell(row.cells().get(i), who, shown.family(), text));
            }
            lines.add(line.middle(cells).figure(SPEND, formats.decimal(row.all().chosen().spend(), 0), "t12"));
        }
        Region filler = new Region();
        VBox.setVgrow(filler, Priority.ALWAYS);
        lines.add(filler);
        lines.add(new FigureRow("figure-total").name(AGE, "All", "t12", "weight-semibold")
                .middle(centred(
                        MetricText.label(metric, shown.family()) + " " + cellText(table.total().value(metric)),
                        "t12", "weight-semibold"))
                .figure(SPEND, formats.decimal(table.total().chosen().spend(), 0), "t12", "weight-semibold"));
        return lines;
    }

    private Label cell(HeatTable.Cell cell, String who, Conversion family, MetricText text) {
        Label label = centred(cellText(cell.value()), "t12", "heat-" + cell.heat());
        if (cell.heat() == 5 && !cell.thin()) {
            label.getStyleClass().add("weight-semibold");
        }
        label.getStyleClass().add("heat");
        String detail = who + "\n" + text.formula(metric, cell.figures(), family);
        if (cell.thin()) {
            label.getStyleClass().add("thin");
            detail += "\nToo few to judge: under " + HeatTable.ENOUGH + " results.";
        }
        Tooltips.show(label, detail);
        label.setAccessibleText(who + ": " + text.value(metric, cell.value())
                + (cell.thin() ? ", too few to judge" : ""));
        return label;
    }

    /// Without its unit, which the menu above names.
    private String cellText(java.math.@org.jspecify.annotations.Nullable BigDecimal value) {
        if (value == null) {
            return Formats.NONE;
        }
        return switch (metric.unit()) {
            case MONEY -> formats.decimal(value, metric == Metric.SPEND ? 0 : 2);
            case COUNT -> formats.count(value);
            case PERCENT, RATIO -> formats.decimal(value, 2);
        };
    }

    private static Label centred(String words, String... styleClasses) {
        Label label = Labels.of(words, styleClasses);
        label.setAlignment(Pos.CENTER);
        label.setMinWidth(0);
        label.setPrefWidth(60);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static String age(String value) {
        return value.equals("unknown") ? "?" : value.replace('-', '–');
    }
}
