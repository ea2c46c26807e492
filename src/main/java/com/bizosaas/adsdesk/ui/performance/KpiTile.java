package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.DeltaLabel;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.math.BigDecimal;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One key figure; a click or Space puts its metric into the main chart.
final class KpiTile extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Metric metric;
    private final Label name = Labels.of("", "t11", "weight-medium", "muted");
    private final Label value = Labels.of("", "kpi-value");
    private final Label from = Labels.of("", "t11", "subtle");
    private final Label target = Labels.of("", "t11", "subtle");
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
        target.setManaged(false);
        getChildren().addAll(head, value, foot, target);
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

    /// @param agreed what was agreed with the client, null where nothing was
    void show(Kpi kpi, Figures figures, Conversion family, MetricText text, boolean compared, boolean inChart,
            @Nullable BigDecimal agreed) {
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
        target(kpi, text, agreed);
        selected = inChart;
        pseudoClassStateChanged(SELECTED, inChart);
        line.show(kpi.days(), inChart);
        tooltip.setText(text.formula(metric, figures, family));
        setAccessibleText(label + " " + shown
                + (comparable ? ", " + delta.getAccessibleText() + ", " + from.getText() : "")
                + (agreed == null ? "" : ", " + target.getText()));
    }

    /// A missed target says so in words too, not by its colour alone.
    private void target(Kpi kpi, MetricText text, @Nullable BigDecimal agreed) {
        target.setManaged(agreed != null);
        target.setVisible(agreed != null);
        if (agreed == null) {
            return;
        }
        BigDecimal is = kpi.value();
        boolean missed = is != null && switch (metric) {
            case CPA -> is.compareTo(agreed) > 0;
            case ROAS -> is.compareTo(agreed) < 0;
            default -> false;
        };
        target.setText((metric == Metric.SPEND ? "plan " : "target ") + text.value(metric, agreed)
                + (missed ? ", missed" : ""));
        target.getStyleClass().removeAll("subtle", "warning-text");
        target.getStyleClass().add(missed ? "warning-text" : "subtle");
    }

    boolean isSelected() {
        return selected;
    }

    String valueText() {
        return value.getText();
    }
}
