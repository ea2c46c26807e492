package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.campaigns.CampaignForm.Special;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The question whether a special ad category applies, unanswered at first, and which ones in which countries.
final class CategoryInput extends VBox {

    private final TextField countries = new TextField();
    private final Label countriesError = Labels.wrapped("", "error-hint");

    CategoryInput(CampaignForm form, Consumer<FormField> changed) {
        super(8);
        ToggleGroup group = new ToggleGroup();
        RadioButton none = answer("None applies", "category-none", form, Special.NONE, group);
        RadioButton some = answer("One or more apply", "category-some", form, Special.SOME, group);
        GridPane ticks = new GridPane(16, 6);
        int place = 0;
        for (var category : Words.CATEGORIES.entrySet()) {
            CheckBox tick = new CheckBox(category.getValue());
            tick.setId("category-" + category.getKey());
            tick.setSelected(form.categories().contains(category.getKey()));
            tick.selectedProperty().addListener((_, _, now) -> {
                if (now) {
                    form.categories().add(category.getKey());
                } else {
                    form.categories().remove(category.getKey());
                }
                changed.accept(FormField.CATEGORY);
            });
            ticks.add(tick, place % 2, place / 2);
            place++;
        }
        countries.setText(form.countriesProperty().get());
        form.countriesProperty().bind(countries.textProperty());
        countries.setId("category-countries");
        countries.setPromptText("DE, AT");
        Label names = Labels.wrapped("", "hint");
        Runnable read = () -> names.setText(form.countryNames());
        countries.textProperty().addListener((_, _, _) -> {
            read.run();
            changed.accept(FormField.COUNTRIES);
        });
        read.run();
        names.managedProperty().bind(names.textProperty().isNotEmpty());
        countriesError.setId("error-countries");
        countriesError.managedProperty().bind(countriesError.textProperty().isNotEmpty());
        VBox which = new VBox(8, ticks,
                new VBox(4, Labels.of("Countries where the ads will run", "field-label"), countries, names,
                        countriesError),
                Labels.wrapped("Meta then locks age, gender and postcode for these ads.", "hint"));
        which.getStyleClass().add("category-which");
        which.visibleProperty().bind(some.selectedProperty());
        which.managedProperty().bind(which.visibleProperty());
        group.selectedToggleProperty().addListener((_, _, now) -> {
            form.specialProperty().set(now == some ? Special.SOME : now == none ? Special.NONE : null);
            changed.accept(FormField.CATEGORY);
        });
        getChildren().addAll(none, some, which);
    }

    TextField countries() {
        return countries;
    }

    Label countriesError() {
        return countriesError;
    }

    private static RadioButton answer(String words, String id, CampaignForm form, Special answer, ToggleGroup group) {
        RadioButton button = new RadioButton(words);
        button.setId(id);
        button.setToggleGroup(group);
        button.setSelected(form.specialProperty().get() == answer);
        return button;
    }
}
