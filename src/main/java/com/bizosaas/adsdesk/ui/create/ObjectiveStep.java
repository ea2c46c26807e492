package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the campaign is for, whether a special ad category applies, and what counts as a result of an ad set.
final class ObjectiveStep extends Step {

    private static final Map<Objective, String> MEANINGS = meanings();
    private static final int COLUMNS = 3;

    private final Map<String, RadioButton> objectives = new LinkedHashMap<>();
    private final CategoryRows categories;
    private final ResultRows result;
    private final Label existing = Labels.wrapped("", "t12");

    ObjectiveStep(Plan plan, AdSetBar bar, Promotable promotable) {
        super(StepId.OBJECTIVE, plan);
        categories = new CategoryRows(this);
        result = new ResultRows(this, promotable);
        if (plan.campaign().fresh()) {
            GridPane tiles = new GridPane(8, 8);
            ToggleGroup group = new ToggleGroup();
            FieldRow row = row(Level.CAMPAIGN, "Objective", "It cannot be changed once the campaign exists", tiles,
                    tiles, Fields.OBJECTIVE);
            MEANINGS.forEach((objective, meaning) -> {
                RadioButton tile = new RadioButton(AdWords.objective(objective));
                tile.setId("objective-" + objective.value());
                tile.getStyleClass().add("objective-tile");
                tile.setToggleGroup(group);
                tile.setGraphic(null);
                tile.setMaxWidth(Double.MAX_VALUE);
                tile.setOnAction(_ -> objective(row, objective.value()));
                VBox box = new VBox(2, tile, Labels.wrapped(meaning, "hint"));
                box.getStyleClass().add("objective-box");
                box.setOnMouseClicked(_ -> tile.fire());
                GridPane.setHgrow(box, Priority.ALWAYS);
                GridPane.setFillHeight(box, true);
                tiles.add(box, objectives.size() % COLUMNS, objectives.size() / COLUMNS);
                objectives.put(objective.value(), tile);
            });
            for (int i = 0; i < COLUMNS; i++) {
                var column = new javafx.scene.layout.ColumnConstraints();
                column.setPercentWidth(100.0 / COLUMNS);
                tiles.getColumnConstraints().add(column);
            }
            getChildren().add(row);
            getChildren().addAll(categories.rows());
        } else {
            getChildren().add(new FieldRow("Campaign", "It exists at Meta and stays as it is", existing, existing,
                    java.util.Set.of()));
        }
        getChildren().add(bar);
        getChildren().addAll(result.rows());
    }

    private void objective(FieldRow row, String value) {
        set(row, Fields.OBJECTIVE, value);
        for (Part set : plan().adSets()) {
            if (set.fresh()) {
                plan().set(set, Trees.fitting(value, set.get(Fields.DESTINATION), "", set));
            }
        }
        fill();
    }

    @Override
    void load() {
        Part campaign = plan().campaign();
        String objective = campaign.get(Fields.OBJECTIVE);
        objectives.forEach((value, tile) -> tile.setSelected(value.equals(objective)));
        categories.load(campaign);
        result.load();
        existing.setText(Labels.isolated(campaign.name()) + " · "
                + AdWords.objective(new Objective(objective)));
    }

    @Override
    void adapt() {
        categories.adapt();
        result.adapt();
    }

    @Override
    void focus(Gap gap) {
        if (gap.field().equals(Fields.OBJECTIVE) && !objectives.isEmpty()) {
            objectives.values().iterator().next().requestFocus();
        } else if (gap.field().equals(Fields.CATEGORIES) && plan().campaign().fresh()) {
            categories.focus();
        } else {
            super.focus(gap);
        }
    }

    @Override
    String summary() {
        String objective = plan().campaign().get(Fields.OBJECTIVE);
        if (objective.isEmpty()) {
            return "What it is for";
        }
        Part set = plan().adSet();
        String to = set == null ? "" : set.get(Fields.DESTINATION);
        return AdWords.objective(new Objective(objective))
                + (to.isEmpty() ? "" : " · " + lowered(AdWords.destination(to)));
    }

    private static String lowered(String words) {
        return Objects.equals(words, "Website") || words.equals("Post") || words.equals("Video")
                || words.equals("Event") || words.equals("Instant form")
                        ? words.toLowerCase(java.util.Locale.ROOT)
                        : words;
    }

    private static Map<Objective, String> meanings() {
        Map<Objective, String> meanings = new LinkedHashMap<>();
        meanings.put(Objective.SALES, "People who are likely to buy");
        meanings.put(Objective.LEADS, "Contacts by form, call, message or website");
        meanings.put(Objective.ENGAGEMENT, "Messages, video views, likes, event replies");
        meanings.put(Objective.APP_PROMOTION, "Installs and what follows in the app");
        meanings.put(Objective.TRAFFIC, "Visits of a website, a profile or a chat");
        meanings.put(Objective.AWARENESS, "As many people as possible, who remember it");
        return meanings;
    }
}
