package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.PrefixSelectionComboBox;
import org.jspecify.annotations.Nullable;

/// The input of a lookalike. The name follows the choices until it is typed over.
final class LookalikeForm extends VBox {

    private final Collection<CustomAudience> existing;
    private final ComboBox<CustomAudience> source = new ComboBox<>();
    private final PrefixSelectionComboBox<String> country = new PrefixSelectionComboBox<>();
    private final Slider percent = new Slider(1, LookalikeDraft.MOST, 1);
    private final Label share = Labels.of("", "t12", "weight-semibold");
    private final TextField name = new TextField();
    private final Runnable changed;
    private String suggested = "";

    /// @param chosen the source to start with, null for none
    /// @param changed called after every change of input
    LookalikeForm(Collection<CustomAudience> existing, @Nullable CustomAudience chosen, AudienceText text,
            Locale locale, Runnable changed) {
        this.existing = existing;
        this.changed = changed;
        getStyleClass().add("audience-form");
        Collator collator = Collator.getInstance(locale);
        List<CustomAudience> seeds = existing.stream().filter(LookalikeDraft::canSeed)
                .sorted((one, other) -> collator.compare(one.name(), other.name())).toList();
        source.setId("lookalike-source");
        source.setConverter(words(audience -> audience.name() + " · " + text.size(audience)));
        source.getItems().setAll(seeds);
        source.setValue(chosen != null && seeds.contains(chosen) ? chosen : null);
        country.setId("lookalike-country");
        country.setConverter(words(text::country));
        country.getItems().setAll(Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(text::country, collator)).toList());
        country.setValue(usual(existing));
        percent.setId("lookalike-share");
        percent.setBlockIncrement(1);
        percent.setMajorTickUnit(1);
        percent.setMinorTickCount(0);
        percent.setSnapToTicks(true);
        percent.setAccessibleText("Share of the country's people, per cent");
        name.setId("lookalike-name");
        source.setMaxWidth(Double.MAX_VALUE);
        country.setMaxWidth(Double.MAX_VALUE);
        long unfit = existing.stream().filter(audience -> audience.lookalike() == null).count() - seeds.size();
        HBox shareLine = new HBox(8, Labels.of("Share of the country's people", "field-label"), Labels.gap(), share);
        shareLine.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(
                field("Source", source,
                        "At least 100 people of one country must be in it."
                                + (unfit > 0 ? " " + unfit + " not offered: still filling, flagged or broken." : "")),
                field("Country", country, "Type the first letters."),
                new VBox(4, shareLine, percent,
                        Labels.wrapped("1% is most like the source; more reaches more people who resemble it less.",
                                "hint")),
                field("Name", name, "Meta needs 1 to 6 hours to fill it."));
        source.valueProperty().addListener((_, _, _) -> suggest());
        country.valueProperty().addListener((_, _, _) -> suggest());
        percent.valueProperty().addListener((_, _, _) -> suggest());
        name.textProperty().addListener((_, _, _) -> changed.run());
        suggest();
    }

    LookalikeDraft draft() {
        String code = country.getValue();
        return new LookalikeDraft(name.getText(), source.getValue(), code == null ? "" : code,
                (int) Math.round(percent.getValue()));
    }

    /// What stands in the way, in words; empty when it can be sent.
    String obstacle() {
        return draft().problem(existing).orElse("");
    }

    TextField nameField() {
        return name;
    }

    private void suggest() {
        LookalikeDraft draft = draft();
        share.setText("0–" + draft.percent() + "%");
        CustomAudience seed = draft.source();
        if (seed != null && name.getText().equals(suggested)) {
            suggested = LookalikeDraft.suggestedName(seed, draft.country(), draft.percent());
            name.setText(suggested);
        }
        changed.run();
    }

    /// The country that most lookalikes of the account are in; none where there are no lookalikes.
    private static @Nullable String usual(Collection<CustomAudience> existing) {
        Map<String, Long> counted = existing.stream()
                .flatMap(audience -> audience.lookalike() == null
                        ? java.util.stream.Stream.<String>empty()
                        : audience.lookalike().countries().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counted.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    static VBox field(String label, javafx.scene.Node input, String hint) {
        VBox box = new VBox(4, Labels.of(label, "field-label"), input);
        if (!hint.isEmpty()) {
            box.getChildren().add(Labels.wrapped(hint, "hint"));
        }
        return box;
    }

    static <T> StringConverter<T> words(Function<T, String> of) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : of.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }
}
