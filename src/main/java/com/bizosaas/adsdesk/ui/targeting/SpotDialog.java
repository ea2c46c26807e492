package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.targeting.Radius;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.draft.TargetingSpec.Spot;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks how far around a place, and whether the place is aimed at or kept out.
final class SpotDialog {

    private final EditorModel model;
    private final Spot spot;
    private final boolean excluded;
    private final TextField distance = new TextField();
    private final SegmentedControl<Boolean> unit;
    private final SegmentedControl<Boolean> side;
    private final CheckBox alone = new CheckBox("The city alone, without a radius");

    SpotDialog(EditorModel model, Spot spot, boolean excluded) {
        this.model = model;
        this.spot = spot;
        this.excluded = excluded;
        Radius radius = spot.radius();
        Radius shown = radius == null ? Radius.usual("", spot.isPin()) : radius;
        distance.setId("spot-radius");
        distance.setPrefColumnCount(6);
        distance.setText(shown.value().stripTrailingZeros().toPlainString());
        Map<Boolean, String> units = new LinkedHashMap<>();
        units.put(false, "km");
        units.put(true, "miles");
        unit = new SegmentedControl<>(units, shown.miles());
        Map<Boolean, String> sides = new LinkedHashMap<>();
        sides.put(false, "Reach people here");
        sides.put(true, "Keep people here out");
        side = new SegmentedControl<>(sides, excluded);
        side.setId("spot-side");
        alone.setId("spot-alone");
        alone.setSelected(radius == null);
        distance.disableProperty().bind(alone.selectedProperty());
        unit.disableProperty().bind(alone.selectedProperty());
    }

    void open(Dialogs dialogs) {
        VBox body = new VBox(16, side);
        if (spot.hasRadius()) {
            HBox line = new HBox(8, distance, unit);
            line.setAlignment(Pos.CENTER_LEFT);
            VBox radius = new VBox(6, Labels.of("Radius", "field-label"), line);
            if (!spot.isPin()) {
                radius.getChildren().add(alone);
            }
            body.getChildren().add(radius);
        }
        DialogForm form = new DialogForm(Labels.isolated(spot.name()), null, body, "Apply").width(420)
                .initialFocus(spot.hasRadius() && !alone.isSelected() ? distance : side.getChildren().getFirst());
        Runnable look = () -> form.obstacleProperty().set(problem());
        distance.textProperty().addListener((_, _, _) -> look.run());
        unit.valueProperty().addListener((_, _, _) -> look.run());
        alone.selectedProperty().addListener((_, _, _) -> look.run());
        look.run();
        form.onSubmit(() -> {
            apply();
            form.close();
        });
        dialogs.show(form);
    }

    private String problem() {
        if (!spot.hasRadius() || alone.isSelected()) {
            return "";
        }
        Radius radius = radius();
        return radius == null
                ? "The radius is not a number. Type one such as 25"
                : radius.problem(spot.isPin(), model.special()).orElse("");
    }

    private @Nullable Radius radius() {
        return number(distance.getText()).map(value -> new Radius(value, unit.getValue())).orElse(null);
    }

    private static Optional<BigDecimal> number(String text) {
        String plain = text.strip().replace(',', '.');
        return plain.matches("\\d{1,3}(\\.\\d{1,2})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private void apply() {
        model.change(spec -> {
            TargetingSpec next = spot.hasRadius()
                    ? spec.withRadius(spot, excluded, alone.isSelected() ? null : radius())
                    : spec;
            return side.getValue() == excluded ? next : next.moved(spot, excluded);
        });
    }
}
