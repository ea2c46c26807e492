package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.draft.TargetingSpec.Gender;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.RangeSlider;

/// Ages by slider and by number, and the gender.
final class AgeRow {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double FIELD = 52;

    private final EditorModel model;
    private final TextField youngest = age("targeting-age-min", "Youngest age");
    private final TextField oldest = age("targeting-age-max", "Oldest age, 65 for older people too");
    private final RangeSlider slider = new RangeSlider(TargetingSpec.YOUNGEST, TargetingSpec.OLDEST,
            TargetingSpec.ADULT, TargetingSpec.OLDEST);
    private final SegmentedControl<Gender> gender;
    private final Label hint = Labels.wrapped("", "hint");
    private final Label error = Labels.wrapped("", "error-hint");
    private final Row row;
    private boolean showing;

    AgeRow(EditorModel model) {
        this.model = model;
        Map<Gender, String> genders = new LinkedHashMap<>();
        genders.put(Gender.ALL, "All");
        genders.put(Gender.WOMEN, "Women");
        genders.put(Gender.MEN, "Men");
        gender = new SegmentedControl<>(genders, Gender.ALL);
        gender.setId("targeting-gender");
        slider.setId("targeting-ages");
        slider.setPrefWidth(190);
        slider.setMinWidth(90);
        slider.setBlockIncrement(1);
        slider.setMinorTickCount(0);
        slider.setMajorTickUnit(1);
        slider.setSnapToTicks(true);
        slider.setShowTickMarks(false);
        slider.setAccessibleText("Ages");
        slider.lowValueProperty().addListener((_, _, _) -> slid());
        slider.highValueProperty().addListener((_, _, _) -> slid());
        for (TextField field : java.util.List.of(youngest, oldest)) {
            field.textProperty().addListener((_, _, _) -> typed());
            field.focusedProperty().addListener((_, _, now) -> {
                if (!now) {
                    refresh();
                }
            });
        }
        gender.valueProperty().addListener((_, _, now) -> {
            if (!showing) {
                model.change(spec -> spec.gender(now));
            }
        });
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        HBox line = new HBox(14, youngest, slider, oldest, gender);
        line.setAlignment(Pos.CENTER_LEFT);
        row = new Row("Age, gender", "", line, hint, error);
    }

    private static TextField age(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPrefWidth(FIELD);
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.setAlignment(Pos.CENTER);
        return field;
    }

    Row row() {
        return row;
    }

    private void slid() {
        int low = (int) Math.round(slider.getLowValue());
        int high = (int) Math.round(slider.getHighValue());
        if (!showing && (low != model.spec().ageMin() || high != model.spec().ageMax())) {
            model.change(spec -> spec.ages(low, high));
        }
    }

    private void typed() {
        if (showing) {
            return;
        }
        int low = number(youngest);
        int high = number(oldest);
        String wrong = low < TargetingSpec.YOUNGEST || high > TargetingSpec.OLDEST || high < 0
                ? "Ages go from 13 to 65; 65 reaches older people too."
                : low > high ? "The youngest age is above the oldest." : "";
        error.setText(wrong);
        youngest.pseudoClassStateChanged(DANGER, !wrong.isEmpty());
        oldest.pseudoClassStateChanged(DANGER, !wrong.isEmpty());
        if (wrong.isEmpty() && (low != model.spec().ageMin() || high != model.spec().ageMax())) {
            model.change(spec -> spec.ages(low, high));
        }
    }

    private static int number(TextField field) {
        String text = field.getText().strip().replace("+", "");
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
    }

    void refresh() {
        showing = true;
        TargetingSpec spec = model.spec();
        show(youngest, Integer.toString(spec.ageMin()));
        show(oldest, spec.ageMax() >= TargetingSpec.OLDEST ? "65+" : Integer.toString(spec.ageMax()));
        if (error.getText().isEmpty() || !(youngest.isFocused() || oldest.isFocused())) {
            error.setText("");
            youngest.pseudoClassStateChanged(DANGER, false);
            oldest.pseudoClassStateChanged(DANGER, false);
        }
        // The wider end first, for the slider lets neither thumb pass the other.
        slider.setLowValue(Math.min(slider.getLowValue(), spec.ageMin()));
        slider.setHighValue(Math.max(spec.ageMax(), spec.ageMin()));
        slider.setLowValue(spec.ageMin());
        gender.valueProperty().set(spec.gender());
        boolean locked = model.special();
        boolean asAsked = spec.ageMin() == TargetingSpec.ADULT && spec.ageMax() == TargetingSpec.OLDEST
                && spec.gender() == Gender.ALL;
        slider.setDisable(locked);
        youngest.setDisable(locked);
        oldest.setDisable(locked);
        gender.setDisable(locked);
        hint.setText(locked
                ? asAsked ? "The special ad category reaches everybody from 18 on." : ""
                : spec.advantage() == 1 ? "With Advantage+ audience a suggestion; Facebook may go beyond it." : "");
        showing = false;
    }

    /// What is being typed stays as it is typed.
    private static void show(TextField field, String text) {
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
