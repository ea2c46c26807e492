package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.draft.Placement;
import com.bizosaas.adsdesk.draft.Placement.Platform;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Where the ads stand: Facebook's choice, or platform by platform; and on which devices.
final class PlacementsRow {

    private static final double COLUMN = 84;
    private static final double LEAST = 64;

    private final EditorModel model;
    private final SegmentedControl<Boolean> choice;
    private final Label count = Labels.of("", "t12", "muted");
    private final GridPane grid = new GridPane();
    private final Map<Placement, CheckBox> ticks = new HashMap<>();
    private final CheckBox mobile = new CheckBox("Mobile");
    private final CheckBox desktop = new CheckBox("Desktop");
    private final Label hint = Labels.wrapped("", "error-hint");
    private final Row row;
    private boolean showing;

    PlacementsRow(EditorModel model) {
        this.model = model;
        Map<Boolean, String> choices = new LinkedHashMap<>();
        choices.put(true, "Advantage+");
        choices.put(false, "Choose myself");
        choice = new SegmentedControl<>(choices, true);
        choice.setId("targeting-placements");
        choice.valueProperty().addListener((_, _, automatic) -> {
            if (!showing) {
                model.change(automatic ? TargetingSpec::automatically : TargetingSpec::byHand);
            }
        });
        mobile.setId("targeting-mobile");
        desktop.setId("targeting-desktop");
        for (CheckBox device : List.of(mobile, desktop)) {
            device.selectedProperty().addListener((_, _, _) -> devices(device));
        }
        mobile.setMinWidth(Region.USE_PREF_SIZE);
        desktop.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(0);
        HBox devices = new HBox(16, mobile, desktop);
        devices.setMinWidth(Region.USE_PREF_SIZE);
        devices.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(12, choice, count, Labels.gap(), devices);
        line.setAlignment(Pos.CENTER_LEFT);
        fill();
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        row = new Row("Placements", "", line, grid, hint);
    }

    Row row() {
        return row;
    }

    private void fill() {
        grid.getStyleClass().add("placement-grid");
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        first.setMinWidth(110);
        grid.getColumnConstraints().add(first);
        head(Labels.of("Placement", "t11", "weight-semibold"), 0);
        for (Platform platform : Platform.values()) {
            ColumnConstraints column = new ColumnConstraints(LEAST, COLUMN, COLUMN);
            column.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(column);
            head(Labels.of(platform.title(), "t11", "weight-semibold"), platform.ordinal() + 1);
        }
        List<String> rows = Placement.rows();
        for (int at = 0; at < rows.size(); at++) {
            String name = rows.get(at);
            cell(Labels.of(name, "t12"), 0, at + 1, Pos.CENTER_LEFT);
            for (Platform platform : Platform.values()) {
                Node inside = Placement.ALL.stream()
                        .filter(one -> one.row().equals(name) && one.platform() == platform).findFirst()
                        .map(this::tick).orElseGet(() -> Labels.of("–", "subtle"));
                cell(inside, platform.ordinal() + 1, at + 1, Pos.CENTER);
            }
        }
    }

    private void head(Label label, int column) {
        HBox box = cell(label, column, 0, column == 0 ? Pos.CENTER_LEFT : Pos.CENTER);
        box.getStyleClass().add("head");
    }

    private HBox cell(Node inside, int column, int line, Pos place) {
        HBox box = new HBox(inside);
        box.getStyleClass().add("placement-cell");
        box.setAlignment(place);
        grid.add(box, column, line);
        return box;
    }

    private Node tick(Placement placement) {
        CheckBox tick = new CheckBox();
        tick.setId("placement-" + placement.platform().value() + "-" + placement.value());
        tick.setAccessibleText(placement.row() + ", " + placement.platform().title());
        tick.selectedProperty().addListener((_, _, now) -> {
            if (!showing) {
                model.change(spec -> spec.placed(placement, now));
            }
        });
        ticks.put(placement, tick);
        return tick;
    }

    /// One of the two stays ticked, for ads on no device are shown to nobody.
    private void devices(CheckBox last) {
        if (showing) {
            return;
        }
        if (!mobile.isSelected() && !desktop.isSelected()) {
            last.setSelected(true);
            return;
        }
        Set<String> chosen = new LinkedHashSet<>();
        if (mobile.isSelected()) {
            chosen.add("mobile");
        }
        if (desktop.isSelected()) {
            chosen.add("desktop");
        }
        model.change(spec -> spec.devices(chosen));
    }

    void refresh() {
        showing = true;
        TargetingSpec spec = model.spec();
        boolean automatic = spec.automatic();
        choice.valueProperty().set(automatic);
        grid.setVisible(!automatic);
        grid.setManaged(!automatic);
        ticks.forEach((placement, tick) -> tick.setSelected(!automatic && spec.has(placement)));
        long chosen = Placement.ALL.stream().filter(spec::has).count();
        count.setText(automatic
                ? "Facebook chooses"
                : chosen == 1 ? "1 placement" : chosen + " placements");
        mobile.setSelected(spec.devices().contains("mobile"));
        desktop.setSelected(spec.devices().contains("desktop"));
        hint.setText(automatic ? "" : spec.placementGap());
        showing = false;
    }
}
