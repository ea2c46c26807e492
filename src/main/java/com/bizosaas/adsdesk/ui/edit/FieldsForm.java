package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.BudgetFormula;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Sets several fields of many rows at once. What is left empty stays as it is on each row.
final class FieldsForm {

    private static final String STAYS = "";
    private static final Map<String, String> STATUS = words("PAUSED", "Paused", "ACTIVE", "On", "ARCHIVED", "Archived");
    private static final Map<String, String> STRATEGIES = words("LOWEST_COST_WITHOUT_CAP", "Highest volume",
            "COST_CAP", "Cost goal", "LOWEST_COST_WITH_BID_CAP", "Bid cap", "LOWEST_COST_WITH_MIN_ROAS", "ROAS goal");

    private final EditDialogs at;
    private final List<Chosen> parts;
    private final Locale locale;
    private final TextField name = Inputs.field("fields-name", "", 18);
    private final ComboBox<String> status = choice("fields-status", STATUS);
    private final TextField budget = Inputs.field("fields-budget", "", 12);
    private final ComboBox<String> strategy = choice("fields-strategy", STRATEGIES);
    private final TextField bid = Inputs.field("fields-bid", "", 12);
    private final TextField start = Inputs.field("fields-start", "", 12);
    private final TextField end = Inputs.field("fields-end", "", 12);
    private final TextField tags = Inputs.field("fields-tags", "", 18);

    private @Nullable Previewing shown;

    FieldsForm(EditDialogs at, List<Chosen> parts, Locale locale) {
        this.at = at;
        this.parts = parts;
        this.locale = locale;
    }

    void open() {
        name.setPromptText("as it is, or {name} and words");
        budget.setPromptText("120 or +10% round 5");
        bid.setPromptText("4.50");
        start.setPromptText("2026-04-12 08:30");
        end.setPromptText("2026-04-30 or none");
        tags.setPromptText("utm_source=meta&…");
        GridPane grid = new GridPane(12, 8);
        grid.addRow(0, Inputs.labelled("Name", name), Inputs.labelled("Status", status),
                Inputs.labelled("Budget", budget), Inputs.labelled("Bid or cost cap", bid));
        grid.addRow(1, Inputs.labelled("URL parameters", tags), Inputs.labelled("Bid strategy", strategy),
                Inputs.labelled("Start", start), Inputs.labelled("End", end));
        boolean sets = parts.stream().flatMap(part -> part.keys().stream())
                .anyMatch(key -> key.level() == Level.AD_SET);
        if (sets) {
            pixel(grid);
        }
        VBox input = new VBox(8, grid,
                Labels.wrapped("What is left empty stays as it is. Amounts are in each account's "
                        + "currency, times in its zone: " + zones() + ".", "caption"));
        Previewing preview = at.previewing(parts, "Edit fields", "Fields of ", input, this::found);
        shown = preview;
        preview.open(name, name.textProperty(),
                status.valueProperty(), budget.textProperty(), strategy.valueProperty(), bid.textProperty(),
                start.textProperty(), end.textProperty(), tags.textProperty());
    }

    /// What an ad set promotes cannot be edited (pains P46); the way round stands beside.
    private void pixel(GridPane grid) {
        TextField pixel = Inputs.field("fields-pixel", "", 18);
        pixel.setPromptText("fixed once published");
        pixel.setDisable(true);
        Label why = Labels.wrapped(
                "Facebook fixes what an ad set promotes, its pixel, Page or app, once the ad set exists.",
                "caption");
        why.setId("fields-pixel-why");
        VBox beside = new VBox(4, why);
        beside.setAlignment(Pos.CENTER_LEFT);
        if (parts.size() == 1) {
            Button duplicate = Buttons.link("Duplicate with another pixel…", () -> {
                if (shown != null) {
                    shown.close();
                }
                new DuplicateForm(at, parts.getFirst()).openWithUses();
            });
            duplicate.setId("fields-pixel-duplicate");
            beside.getChildren().add(duplicate);
        }
        grid.add(Inputs.labelled("Pixel", pixel), 0, 2);
        grid.add(beside, 1, 2, 3, 1);
    }

    private String zones() {
        return String.join(", ", parts.stream()
                .flatMap(part -> part.accounts().stream()).map(account -> account.zone().getId()).distinct().toList());
    }

    private Function<Chosen, Previewing.Found> found() {
        NamePattern names = name.getText().isBlank() ? null : NamePattern.of(name.getText());
        BudgetChange budgets = budget.getText().isBlank() ? null : budget(budget.getText());
        Map<Chosen, Map<DraftKey, Map<String, String>>> values = new LinkedHashMap<>();
        for (Chosen chosen : parts) {
            Map<DraftKey, Map<String, String>> own = values.computeIfAbsent(chosen, _ -> new LinkedHashMap<>());
            for (Chosen.Row row : chosen.rows()) {
                Map<String, String> fields = fields(row);
                if (!fields.isEmpty()) {
                    own.put(row.key(), fields);
                }
            }
        }
        if (names == null && budgets == null && values.values().stream().allMatch(Map::isEmpty)) {
            int rows = parts.stream().mapToInt(part -> part.rows().size()).sum();
            throw new IllegalArgumentException("Fill in what is to change on the " + rows + " rows.");
        }
        return chosen -> found(chosen, names, budgets, values.getOrDefault(chosen, Map.of()));
    }

    private Previewing.Found found(Chosen chosen, @Nullable NamePattern names, @Nullable BudgetChange budgets,
            Map<DraftKey, Map<String, String>> values) {
        PreviewWords words = new PreviewWords(chosen, at.formats());
        List<Preview> all = new ArrayList<>();
        if (names != null) {
            all.addAll(at.drafts().rename(chosen.tenant().id(), chosen.keys(), names));
        }
        if (budgets != null) {
            all.addAll(at.drafts().budgets(chosen.tenant().id(), chosen.keys(), budgets));
        }
        if (!values.isEmpty()) {
            all.addAll(at.drafts().preview(chosen.tenant().id(), values));
        }
        return Previewing.Found.of(all, preview -> PreviewWords.field(preview) + ": " + words.of(preview));
    }

    private static BudgetChange budget(String text) {
        return BudgetFormula.looksLike(text) || text.strip().matches("[-+−].*")
                ? BudgetFormula.of(text)
                : BudgetFormula.of("=" + text.strip());
    }

    private Map<String, String> fields(Chosen.Row row) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, Fields.STATUS, status.getValue(), Function.identity());
        put(fields, "bid_strategy", strategy.getValue(), Function.identity());
        put(fields, "bid_amount", bid.getText(), text -> amount(row.account(), text));
        put(fields, "start_time", start.getText(), text -> ScheduleText.read(text, row.account().zone(), false));
        put(fields, "end_time", end.getText(), text -> text.strip().equalsIgnoreCase("none")
                ? ""
                : ScheduleText.read(text, row.account().zone(), true));
        if (row.key().level() == Level.AD
                || parts.stream().flatMap(part -> part.keys().stream()).noneMatch(key -> key.level() == Level.AD)) {
            put(fields, Fields.URL_TAGS, tags.getText(), String::strip);
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String field, String typed, Function<String, String> value) {
        if (!typed.isBlank()) {
            fields.put(field, value.apply(typed));
        }
    }

    private String amount(AdAccount account, String text) {
        return switch (new MoneyEntry(account.currency(), locale, null, null).read(text)) {
            case MoneyEntry.Amount(Money money) -> Long.toString(money.minorUnits());
            case MoneyEntry.Refused _ -> throw new IllegalArgumentException("Bid or cost cap “" + text.strip()
                    + "” is no amount in " + account.currency().code() + ". Type one such as 4.50.");
        };
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(STAYS, "as it is");
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return words;
    }

    private static ComboBox<String> choice(String id, Map<String, String> words) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(words.keySet());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return words.getOrDefault(value, "");
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not typed");
            }
        });
        box.setValue(STAYS);
        box.setPrefWidth(150);
        return box;
    }
}
