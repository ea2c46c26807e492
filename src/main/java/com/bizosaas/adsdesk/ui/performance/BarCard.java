package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A breakdown as bars by spend with ROAS beside; its title is the choice of what to break down by.
final class BarCard extends BreakdownCard {

    private static final List<Breakdown> CHOICES = List.of(Breakdown.PLACEMENT, Breakdown.PLATFORM, Breakdown.COUNTRY,
            Breakdown.DEVICE);
    private static final int MOST = 7;
    private static final double SPEND = 54;
    private static final double ROAS = 38;

    private final double nameWidth;
    private final MenuButton title = new MenuButton();

    /// @param nameWidth room for the names, in pixels at normal text size
    BarCard(BreakdownViewModel model, Formats formats, Locale locale, double nameWidth) {
        super(model, formats, locale);
        this.nameWidth = nameWidth;
        title.getStyleClass().addAll("flat", "title-menu");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setAccessibleText("Break down by");
        for (Breakdown choice : CHOICES) {
            MenuItem item = new MenuItem(BreakdownNames.title(choice));
            item.setOnAction(_ -> model.showBreakdown(choice));
            title.getItems().add(item);
        }
        title.setText(BreakdownNames.title(breakdown()));
        model.breakdownProperty().addListener((_, _, now) -> title.setText(BreakdownNames.title(now)));
        build(title);
    }

    @Override
    List<Node> rows(List<BreakdownRow> rows, PerformanceFigures shown, MetricText text) {
        BarTable table = BarTable.of(rows, shown.family(), MOST, row -> BreakdownNames.name(row, locale));
        List<Node> lines = new ArrayList<>();
        lines.add(new FigureRow("figure-head").name("").figure(SPEND,
                "Spend " + formats.symbol(text.currency()).strip(), "t11", "weight-semibold", "muted")
                .figure(ROAS, "ROAS", "t11", "weight-semibold", "muted"));
        for (BarTable.Row row : table.rows()) {
            FigureRow line = new FigureRow("figure-line")
                    .name(nameWidth, row.name(), "t12", row.folded() > 0 ? "muted" : "plain")
                    .middle(new ShareBar(row.share())).figure(SPEND, spend(row.figures()), "t12")
                    .figure(ROAS, roas(row.figures()), "t12", "weight-medium");
            Tooltips.show(line, row.name() + "\n" + text.formula(Metric.ROAS, row.figures(), shown.family()));
            lines.add(line);
        }
        Region filler = new Region();
        VBox.setVgrow(filler, Priority.ALWAYS);
        lines.add(filler);
        lines.add(new FigureRow("figure-total").name("All", "t12", "weight-semibold")
                .figure(SPEND, spend(table.total()), "t12", "weight-semibold")
                .figure(ROAS, roas(table.total()), "t12", "weight-semibold"));
        return lines;
    }

    private String spend(Figures figures) {
        return formats.decimal(figures.chosen().spend(), 0);
    }

    private String roas(Figures figures) {
        return formats.decimal(figures.value(Metric.ROAS), 2);
    }
}
