package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One step of the wizard: rows of inputs for the campaign, the ad set or the ad that is on the screen. FX thread only.
abstract class Step extends VBox {

    private final StepId id;
    private final Plan plan;
    private final Map<FieldRow, Level> rows = new LinkedHashMap<>();
    private boolean filling;

    Step(StepId id, Plan plan) {
        this.id = id;
        this.plan = plan;
        getStyleClass().add("wizard-step");
        setId("step-" + id.name().toLowerCase(java.util.Locale.ROOT));
    }

    final StepId id() {
        return id;
    }

    final Plan plan() {
        return plan;
    }

    /// The object that rows of a level speak of now, null where there is none that is made here.
    final @Nullable Part part(Level level) {
        Part part = switch (level) {
            case CAMPAIGN -> plan.campaign();
            case AD_SET -> plan.adSet();
            case AD -> plan.ad();
            default -> null;
        };
        return part != null && part.fresh() ? part : null;
    }

    /// A row for fields of a level. It is not added to anything yet.
    final FieldRow row(Level level, String label, String hint, Node input, Node focus, String... fields) {
        FieldRow row = new FieldRow(label, hint, input, focus, Set.of(fields));
        rows.put(row, level);
        return row;
    }

    /// Shows the values of what is on the screen.
    final void fill() {
        filling = true;
        try {
            load();
        } finally {
            filling = false;
        }
        refresh();
    }

    /// Fills the inputs; nothing that happens in it is the operator's.
    abstract void load();

    /// Shows and hides what follows from the values.
    abstract void adapt();

    /// One line for the list of steps.
    abstract String summary();

    /// Called when the step comes on the screen.
    void shown() {
        fill();
    }

    final boolean isFilling() {
        return filling;
    }

    /// After each change.
    final void refresh() {
        boolean before = filling;
        filling = true;
        try {
            adapt();
        } finally {
            filling = before;
        }
        List<Gap> gaps = plan.gaps();
        rows.forEach((row, level) -> {
            Part part = part(level);
            boolean all = level == Level.AD && plan.mixed();
            row.show(part == null
                    ? List.of()
                    : gaps.stream().filter(gap -> all ? gap.key().level() == level : gap.key().equals(part.key()))
                            .toList(),
                    plan.wasLeft(id));
        });
    }

    /// Stores what the operator did in a row.
    final void set(FieldRow row, String field, String value) {
        set(row, Map.of(field, value));
    }

    final void set(FieldRow row, Map<String, String> values) {
        Level level = rows.get(row);
        Part part = level == null ? null : part(level);
        if (!filling && part != null) {
            row.touch();
            plan.set(part, values);
        }
    }

    final void misread(FieldRow row, String field, String text, String fix) {
        Level level = rows.get(row);
        Part part = level == null ? null : part(level);
        if (!filling && part != null) {
            row.touch();
            plan.misread(part, field, text, fix);
        }
    }

    /// Puts the focus where the operator begins, once the step has come on the screen.
    void begin() {
        rows.keySet().stream().filter(FieldRow::isVisible).findFirst().ifPresent(FieldRow::focusInput);
    }

    /// Puts the focus where a gap is mended; the first row where the step does not know it.
    void focus(Gap gap) {
        List<FieldRow> visible = new ArrayList<>(rows.keySet());
        visible.removeIf(row -> !row.isVisible());
        visible.stream().filter(row -> row.asks(gap.field()) && rows.get(row) == gap.key().level()).findFirst()
                .or(() -> visible.stream().findFirst()).ifPresent(FieldRow::focusInput);
    }
}
