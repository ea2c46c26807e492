package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The question whether a special ad category applies, which ones, and in which countries.
///
/// It starts unanswered: Facebook wants an answer with every campaign, and a wrong "no" is a breach of its policy, so it is
/// never answered in the operator's place.
final class CategoryRows {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Step step;
    private final RadioButton none = new RadioButton("None applies");
    private final RadioButton some = new RadioButton("One or more apply");
    private final Map<String, CheckBox> ticks = new LinkedHashMap<>();
    private final TextField countries;
    private final Label names = Labels.wrapped("", "hint");
    private final VBox which;
    private final FieldRow question;
    private final FieldRow where;

    CategoryRows(Step step) {
        this.step = step;
        ToggleGroup group = new ToggleGroup();
        none.setId("category-none");
        some.setId("category-some");
        none.setToggleGroup(group);
        some.setToggleGroup(group);
        GridPane grid = new GridPane(16, 6);
        AdWords.CATEGORIES.forEach((code, words) -> {
            CheckBox tick = new CheckBox(words);
            tick.setId("category-" + code);
            tick.setOnAction(_ -> answer());
            grid.add(tick, ticks.size() % 2, ticks.size() / 2);
            ticks.put(code, tick);
        });
        which = new VBox(8, grid, Labels.wrapped("Meta then locks age, gender and postcode for these ads.", "hint"));
        which.getStyleClass().add("category-which");
        which.managedProperty().bind(which.visibleProperty());
        question = step.row(Level.CAMPAIGN, "Special ad category", "A legal duty: an answer is needed either way",
                new VBox(8, none, some, which), none, Fields.CATEGORIES);
        countries = Inputs.text("category-countries", "DE, AT", this::typed);
        names.managedProperty().bind(names.textProperty().isNotEmpty());
        where = step.row(Level.CAMPAIGN, "Countries", "Where these ads will run", new VBox(4, countries, names),
                countries, Fields.CATEGORY_COUNTRIES);
        none.setOnAction(_ -> answer());
        some.setOnAction(_ -> answer());
    }

    List<Node> rows() {
        return List.of(question, where);
    }

    void focus() {
        none.requestFocus();
    }

    private void answer() {
        List<String> chosen = ticks.entrySet().stream().filter(tick -> tick.getValue().isSelected())
                .map(Map.Entry::getKey).toList();
        if (none.isSelected()) {
            step.set(question, Map.of(Fields.CATEGORIES, "[]", Fields.CATEGORY_COUNTRIES, ""));
        } else if (chosen.isEmpty()) {
            step.misread(question, Fields.CATEGORIES, "The special ad category is missing", "Tick at least one.");
        } else {
            step.set(question, Fields.CATEGORIES, FieldValues.list(chosen));
        }
    }

    private void typed(String text) {
        List<String> codes = codes(text);
        names.setText(codes.stream().filter(COUNTRIES::contains)
                .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH)).collect(Collectors.joining(", ")));
        codes.stream().filter(code -> !COUNTRIES.contains(code)).findFirst().ifPresentOrElse(
                wrong -> step.misread(where, Fields.CATEGORY_COUNTRIES, "“" + wrong + "” is no country code",
                        "Type two letters, such as DE."),
                () -> step.set(where, Fields.CATEGORY_COUNTRIES, codes.isEmpty() ? "" : FieldValues.list(codes)));
    }

    private static List<String> codes(String text) {
        return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,;]+")).filter(code -> !code.isBlank())
                .distinct().toList();
    }

    void load(Part campaign) {
        List<String> chosen = FieldValues.words(campaign.get(Fields.CATEGORIES));
        boolean answered = campaign.answers(Fields.CATEGORIES);
        if (answered) {
            none.setSelected(chosen.isEmpty());
            some.setSelected(!chosen.isEmpty());
        }
        ticks.forEach((code, tick) -> tick.setSelected(chosen.contains(code)));
        List<String> codes = FieldValues.words(campaign.get(Fields.CATEGORY_COUNTRIES));
        if (!codes(countries.getText()).equals(codes)) {
            countries.setText(String.join(", ", codes));
        }
    }

    void adapt() {
        which.setVisible(some.isSelected());
        where.setVisible(some.isSelected());
    }
}
