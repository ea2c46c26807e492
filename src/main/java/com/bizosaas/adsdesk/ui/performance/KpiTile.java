package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.DeltaLabel;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One key figure; a click or Space puts its metric into the main chart.
final class KpiTile extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Metric metric;
    private final Label name = Labels.of("", "t11", "weight-medium", "muted");
    private final Label value = Labels.of("", "kpi-value");
    private final Label from = Labels.of("", "t11", "subtle");
    private final DeltaLabel delta;
    private final MiniLine line = new MiniLine();
    private final Tooltip tooltip;
    private boolean selected;

    KpiTile(Metric metric, Formats formats, Runnable chosen) {
        this.metric = metric;
        delta = new DeltaLabel(formats);
        getStyleClass().add("kpi");
        setId("kpi-" + metric.name().toLowerCase(java.util.Locale.ROOT));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        HBox head = new HBox(name, Labels.gap(), line);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox foot = new HBox(6, delta, from);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, value, foot);
        tooltip = Tooltips.show(this, "");
        setOnMouseClicked(_ -> {
            requestFocus();
            chosen.run();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                chosen.run();
                event.consume();
            }
        });
    }

    /// @param sparkline whether there is room for the small line
    void showLine(boolean sparkline) {
        line.setVisible(sparkline);
        line.setManaged(sparkline);
    }

    void show(Kpi kpi, Figures figures, ConversionFamily family, MetricText text, boolean compared, boolean inChart) {
        String label = MetricText.label(metric, family);
        String shown = text.value(metric, kpi.value());
        name.setText(label);
        value.setText(shown);
        boolean comparable = compared && kpi.previous() != null;
        if (compared) {
            delta.show(kpi.delta());
        } else {
            delta.clear();
        }
        from.setText(comparable ? "from " + text.value(metric, kpi.previous()) : compared ? "no comparison" : "");
        selected = inChart;
        pseudoClassStateChanged(SELECTED, inChart);
        line.show(kpi.days(), inChart);
        tooltip.setText(text.formula(metric, figures, family));
        setAccessibleText(label + " " + shown
                + (comparable ? ", " + delta.getAccessibleText() + ", " + from.getText() : ""));
    }

    boolean isSelected() {
        return selected;
    }

    String valueText() {
        return value.getText();
    }
}
