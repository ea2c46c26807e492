package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Whether Facebook may go beyond the targeting. It is always said, on or off: what is left out is decided by Facebook,
/// differently from version to version.
final class AdvantageRow {

    private final EditorModel model;
    private final SegmentedControl<Integer> choice;
    private final ComboBox<Integer> minimum = new ComboBox<>();
    private final HBox kept;
    private final Label hint = Labels.wrapped("", "hint");
    private final Row row;
    private boolean showing;

    AdvantageRow(EditorModel model) {
        this.model = model;
        Map<Integer, String> choices = new LinkedHashMap<>();
        choices.put(0, "Off");
        choices.put(1, "On");
        choices.put(-1, "Not said");
        choice = new SegmentedControl<>(choices, 0);
        choice.setId("targeting-advantage");
        choice.valueProperty().addListener((_, _, now) -> {
            if (!showing && now >= 0) {
                model.change(spec -> spec.advantage(now == 1));
            }
        });
        minimum.setId("targeting-minimum");
        minimum.setAccessibleText("Nobody younger than");
        minimum.getItems().setAll(IntStream.rangeClosed(TargetingSpec.ADULT, TargetingSpec.LATEST_MINIMUM).boxed()
                .toList());
        minimum.valueProperty().addListener((_, _, now) -> {
            if (!showing && now != null) {
                model.change(spec -> spec.minimum(now));
            }
        });
        kept = new HBox(8, Labels.whole("Nobody younger than", "t12"), minimum);
        kept.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(16, choice, kept);
        line.setAlignment(Pos.CENTER_LEFT);
        row = new Row("Advantage+ audience", "", line, hint);
    }

    Row row() {
        return row;
    }

    void refresh() {
        showing = true;
        TargetingSpec spec = model.spec();
        int now = spec.advantage() == 1 ? 1 : spec.advantage() == 0 ? 0 : -1;
        choice.offer(-1, "Not said", now == -1);
        choice.valueProperty().set(now);
        kept.setVisible(now == 1 && !model.special());
        kept.setManaged(kept.isVisible());
        minimum.setValue(Math.clamp(spec.minimum(), TargetingSpec.ADULT, TargetingSpec.LATEST_MINIMUM));
        hint.setText(switch (now) {
            case 1 -> "Facebook may reach others too where it expects results. Locations, excluded audiences and the"
                    + " youngest age stay as they are; the rest is a suggestion.";
            case 0 -> "Facebook reaches these people and no others.";
            default -> "The ad set does not say; Facebook decides. Say it, or Facebook may refuse the change.";
        });
        showing = false;
    }
}
