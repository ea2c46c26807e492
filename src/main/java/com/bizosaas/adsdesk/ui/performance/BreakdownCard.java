package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What breakdown cards have in common: a head with the age of the rows, and the shared states.
abstract class BreakdownCard extends VBox {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    final Formats formats;
    final Locale locale;
    private final BreakdownViewModel model;
    private final VBox content = new VBox();
    private final StatePane states = new StatePane(content);
    private final Label age = Labels.of("", "t11", "subtle");
    private final Tooltip ageTooltip = Tooltips.show(age, "");
    private final Label whole = Labels.of("Whole account", "tag");
    private @Nullable PerformanceFigures figures;
    private @Nullable Throwable told;
    private @Nullable Problem problem;

    BreakdownCard(BreakdownViewModel model, Formats formats, Locale locale) {
        this.model = model;
        this.formats = formats;
        this.locale = locale;
        getStyleClass().addAll("card", "breakdown-card");
        content.getStyleClass().add("breakdown-rows");
        VBox.setVgrow(states, Priority.ALWAYS);
        age.setMinWidth(USE_PREF_SIZE);
        Tooltips.show(whole, "Breakdowns are of the whole account, whichever campaign is chosen above.");
        whole.setMinWidth(USE_PREF_SIZE);
        showWhole(false);
        model.rowsProperty().addListener((_, _, _) -> update());
        model.loadingProperty().addListener((_, _, _) -> update());
        model.failureProperty().addListener((_, _, _) -> update());
    }

    /// Lays out head and body; called once by the subclass, after its own parts exist.
    final void build(Node title, Node... tools) {
        HBox head = new HBox(8, title);
        head.getStyleClass().add("panel-head");
        head.getChildren().addAll(Labels.gap(), whole, age);
        head.getChildren().addAll(tools);
        getChildren().addAll(head, states);
        update();
    }

    final void show(PerformanceFigures shown) {
        figures = shown;
        showWhole(shown.choice().campaign() != null);
        update();
    }

    final Breakdown breakdown() {
        return model.breakdownProperty().get();
    }

    final BreakdownViewModel model() {
        return model;
    }

    /// Makes the body from rows that are not empty.
    abstract List<Node> rows(List<BreakdownRow> rows, PerformanceFigures shown, MetricText text);

    /// Draws again from what is there.
    final void update() {
        Stamped<List<BreakdownRow>> rows = model.rowsProperty().get();
        PerformanceFigures shown = figures;
        String title = BreakdownNames.title(breakdown());
        Instant asOf = rows == null ? null : rows.asOf();
        age.setText(asOf == null ? "" : TIME.format(asOf.atZone(ZoneId.systemDefault())));
        ageTooltip.setText(asOf == null
                ? ""
                : "Read from Facebook at " + age.getText()
                        + (model.loadingProperty().get() ? ", being read again" : ""));
        if (shown == null || rows == null || asOf == null) {
            Problem failed = failed();
            if (failed != null) {
                states.showBlocked(failed, "Try now", model::refresh);
            } else {
                states.showLoading("Reading " + title.toLowerCase(Locale.ROOT));
            }
            return;
        }
        MetricText text = new MetricText(formats, shown.facts().account().currency());
        if (rows.value().isEmpty()) {
            content.getChildren().clear();
        } else {
            content.getChildren().setAll(rows(rows.value(), shown, text));
        }
        Problem failed = failed();
        if (failed != null) {
            states.showProblem(failed, asOf, model::refresh);
        } else if (rows.value().isEmpty()) {
            states.showEmpty(Icons.BREAKDOWN, "No delivery", "Nothing ran in these days.");
        } else {
            states.showContent();
        }
    }

    private @Nullable Problem failed() {
        Throwable thrown = model.failureProperty().get();
        if (thrown != told) {
            told = thrown;
            problem = thrown == null ? null : Problems.of(thrown);
        }
        return problem;
    }

    private void showWhole(boolean tagged) {
        whole.setVisible(tagged);
        whole.setManaged(tagged);
    }
}
