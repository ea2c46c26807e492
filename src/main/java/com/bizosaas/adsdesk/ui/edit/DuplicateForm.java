package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.BudgetFormula;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Duplicates rows in their place: how often, with what is below or without, under which names, with other budgets, dates,
/// status, pixel or audiences. The copies are listed before they are drafted.
final class DuplicateForm {

    /// What can be another one within the same account.
    private static final Set<String> REPLACED = Set.of("pixel", "audience");

    private record Uses(Set<Copies.Used> used, Map<String, Map<String, String>> choices) {
    }

    private final EditDialogs at;
    private final Chosen chosen;
    private final TextField times = Inputs.field("copy-times", "1", 4);
    private final TextField names = Inputs.field("copy-names", "{name} – Copy", 22);
    private final TextField budget = Inputs.field("copy-budget", "", 12);
    private final TextField start = Inputs.field("copy-start", "", 12);
    private final TextField end = Inputs.field("copy-end", "", 12);
    private final CheckBox deep = new CheckBox("With everything below");
    private final SegmentedControl<String> status;
    private final VBox uses = new VBox(8);
    private final Label told = Labels.wrapped("", "caption");
    private final ListView<Previewing.Line> list = new ListView<>();
    private final DialogForm form;
    private @Nullable Mapping mapping;
    private int turn;

    DuplicateForm(EditDialogs at, Chosen chosen) {
        this.at = at;
        this.chosen = chosen;
        Map<String, String> words = new LinkedHashMap<>();
        words.put("PAUSED", "Paused");
        words.put("ACTIVE", "On");
        status = new SegmentedControl<>(words, "PAUSED");
        deep.setId("copy-deep");
        deep.setSelected(true);
        budget.setPromptText("as it is, or *1.2");
        start.setPromptText("2026-04-12 08:30");
        end.setPromptText("2026-04-30");
        told.setId("copy-told");
        list.setId("copy-list");
        list.setCellFactory(_ -> new Previewing.LineCell());
        list.getStyleClass().add("review-items");
        list.setPrefHeight(220);
        list.setMinHeight(100);
        VBox.setVgrow(list, Priority.ALWAYS);
        Button other = Buttons.link("Another pixel or other audiences…", this::readUses);
        other.setId("copy-uses");
        uses.getChildren().add(other);
        VBox body = new VBox(12, Inputs.row(Inputs.labelled("Names", names), Inputs.labelled("Copies of each", times),
                Inputs.labelled("Status", status)),
                Inputs.row(Inputs.labelled("Budgets", budget), Inputs.labelled("Start of ad sets", start),
                        Inputs.labelled("End of ad sets", end), deep),
                Labels.wrapped("Words in braces are filled in, as {name} or {n}. Copies are paused unless you say "
                        + "otherwise.", "caption"),
                uses, told, list);
        form = new DialogForm("Duplicate", chosen.tenant(), body, "Add to pending changes").width(760)
                .initialFocus(names).onSubmit(this::draft);
    }

    void open() {
        InvalidationListener looks = _ -> look();
        List.of(times.textProperty(), names.textProperty(), budget.textProperty(), start.textProperty(),
                end.textProperty(), deep.selectedProperty(), status.valueProperty())
                .forEach(input -> input.addListener(looks));
        at.dialogs().show(form);
        look();
    }

    /// The same, with what the rows use to choose others for.
    void openWithUses() {
        open();
        readUses();
    }

    /// @throws IllegalArgumentException with a sentence that names the field
    private Duplication asked() {
        Map<Level, Map<String, String>> overrides = new EnumMap<>(Level.class);
        for (Level level : List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD)) {
            overrides.put(level, new LinkedHashMap<>(Map.of(Fields.STATUS, status.getValue())));
        }
        Map<String, String> sets = overrides.get(Level.AD_SET);
        if (sets != null) {
            AdAccount account = chosen.accounts().getFirst();
            if (!start.getText().isBlank()) {
                sets.put("start_time", ScheduleText.read(start.getText(), account.zone(), false));
            }
            if (!end.getText().isBlank()) {
                sets.put("end_time", ScheduleText.read(end.getText(), account.zone(), true));
            }
        }
        String text = budget.getText().strip();
        return new Duplication(deep.isSelected(), NamePattern.of(names.getText()), overrides, count(),
                text.isEmpty() ? null : BudgetFormula.of(text.matches("[0-9].*") ? "=" + text : text),
                mapping == null ? Map.of() : mapping.chosen());
    }

    private int count() {
        String text = times.getText().strip();
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 100) {
            throw new IllegalArgumentException("Copies of each: type a number from 1 to 100.");
        }
        return Integer.parseInt(text);
    }

    private void look() {
        int mine = ++turn;
        Duplication asked;
        try {
            asked = asked();
        } catch (IllegalArgumentException e) {
            stopped(e);
            return;
        }
        at.tasks().call(() -> at.drafts().copies(chosen.tenant().id(), chosen.keys(), asked)).onSuccess(copies -> {
            if (mine == turn) {
                show(copies);
            }
        }).onError(thrown -> {
            if (mine == turn) {
                stopped(thrown);
            }
        }).start();
    }

    private void stopped(Throwable thrown) {
        String reason = Previewing.reason(thrown);
        list.getItems().clear();
        told.setText(reason);
        form.obstacleProperty().set(reason);
    }

    private void show(List<NewObject> copies) {
        list.getItems().setAll(copies.stream().map(this::line).toList());
        told.setText(CopyWords.counted(copies));
        form.obstacleProperty()
                .set(copies.isEmpty() ? "Nothing here can be duplicated: it is archived or deleted." : "");
    }

    private Previewing.Line line(NewObject copy) {
        String indent = "    ".repeat(copy.level().ordinal() - Level.CAMPAIGN.ordinal());
        List<String> told = new ArrayList<>();
        DraftKey shown = new DraftKey(chosen.accounts().getFirst().id(), copy.level(), "0");
        PreviewWords words = new PreviewWords(chosen, at.formats());
        for (String field : List.of(Fields.DAILY, Fields.LIFETIME, "start_time", "end_time", Fields.STATUS)) {
            String value = copy.values().getOrDefault(field, "");
            if (!value.isEmpty()) {
                told.add(Fields.of(copy.level(), field).label().toLowerCase(Locale.ROOT) + " "
                        + words.value(shown, field, value));
            }
        }
        return new Previewing.Line(indent + "+ " + copy.values().getOrDefault(Fields.NAME, ""),
                String.join(" · ", told), "", true, false);
    }

    private void readUses() {
        if (chosen.accounts().size() > 1) {
            uses.getChildren().setAll(Labels.wrapped("These rows belong to several accounts, which have pixels and "
                    + "audiences of their own: duplicate those of one account at a time.", "caption"));
            return;
        }
        uses.getChildren().setAll(Labels.of("Reading what the rows use…", "caption"));
        at.tasks().call(() -> new Uses(at.drafts().used(chosen.tenant().id(), chosen.keys()),
                at.drafts().choices(chosen.tenant().id(), chosen.accounts().getFirst().id(), REPLACED)))
                .onSuccess(this::map)
                .onError(thrown -> uses.getChildren().setAll(Labels.wrapped(Previewing.reason(thrown), "check-red")))
                .start();
    }

    private void map(Uses read) {
        Mapping made = new Mapping(read.used.stream().filter(one -> REPLACED.contains(one.kind())).toList(),
                read.choices, true);
        mapping = made;
        uses.getChildren().setAll(made.isNone() ? Labels.of("They use no pixel and no audience.", "caption") : made);
        made.changesProperty().addListener((_, _, _) -> look());
    }

    private void draft() {
        Duplication asked = asked();
        form.busyProperty().set(true);
        at.tasks().call(() -> at.drafts().duplicate(chosen.tenant().id(), chosen.keys(), asked))
                .onSuccess(_ -> form.close()).onError(thrown -> {
                    form.busyProperty().set(false);
                    form.problemProperty().set(Problems.of(thrown));
                }).start();
    }
}
