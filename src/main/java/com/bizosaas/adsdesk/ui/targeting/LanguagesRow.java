package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.targeting.Language;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.TargetingService.Resolved;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.targeting.EditorModel.Lines;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Languages that people have set, where they differ from those of the places.
final class LanguagesRow {

    private final EditorModel model;
    private final ChipField<Language> field;
    private final Row row;

    LanguagesRow(EditorModel model, TaskRunner tasks) {
        this.model = model;
        field = new ChipField<>("targeting-languages", "Language", tasks, text -> {
            List<Language> all = model.languages();
            return () -> all.stream().filter(language -> language.name().toLowerCase(Locale.ROOT)
                    .contains(text.toLowerCase(Locale.ROOT))).toList();
        }, language -> new Suggestions.Words(language.name(), "", ""), false,
                new ChipField.Actions<>((language, _) -> add(List.of(language.key())), this::listed, this::remove));
        row = new Row("Languages", "Leave empty to follow the locations", field);
    }

    Row row() {
        return row;
    }

    void refuse(Problem problem) {
        field.refuse(problem);
    }

    private void add(List<Integer> keys) {
        Set<Integer> all = new LinkedHashSet<>(model.spec().languages());
        all.addAll(keys);
        model.change(spec -> spec.languages(all));
    }

    private void listed(List<String> lines) {
        List<Resolved<Language>> found = lines.stream().map(line -> model.languages().stream()
                .filter(language -> language.name().equalsIgnoreCase(line)).findFirst()
                .map(language -> new Resolved<>(line, language, ""))
                .orElseGet(() -> new Resolved<Language>(line, null, "Facebook knows no language of this name")))
                .toList();
        Set<Integer> all = new LinkedHashSet<>(model.spec().languages());
        for (Resolved<Language> line : found) {
            Language language = line.found();
            if (language != null) {
                all.add(language.key());
            }
        }
        model.resolved(Lines.LANGUAGES, found, spec -> spec.languages(all));
    }

    private void remove(String key) {
        if (!model.forget(Lines.LANGUAGES, key)) {
            model.change(spec -> spec.languages(spec.languages().stream()
                    .filter(one -> !Integer.toString(one).equals(key)).toList()));
        }
    }

    void refresh() {
        List<Chip> chips = new ArrayList<>();
        for (int language : model.spec().languages()) {
            chips.add(Chip.of(Integer.toString(language), model.languages().stream()
                    .filter(one -> one.key() == language).map(Language::name).findFirst()
                    .orElse("Language " + language), ""));
        }
        chips.addAll(Chip.unresolved(model.unresolved(Lines.LANGUAGES)));
        field.show(chips);
    }
}
