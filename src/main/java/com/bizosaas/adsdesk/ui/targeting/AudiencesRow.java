package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.draft.TargetingSpec.Entry;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.TargetingService.Resolved;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.targeting.EditorModel.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The account's custom audiences, in and out.
final class AudiencesRow {

    private static final int HITS = 50;
    private static final Set<AudienceState> UNFIT = Set.of(AudienceState.FLAGGED, AudienceState.ERROR);

    private static final String BANNED = "Facebook does not let this audience be used";

    private final EditorModel model;
    private final Sizes sizes;
    private final ChipField<CustomAudience> in;
    private final ChipField<CustomAudience> out;
    private final Row row;

    AudiencesRow(EditorModel model, TaskRunner tasks, Sizes sizes) {
        this.model = model;
        this.sizes = sizes;
        in = field(tasks, false);
        out = field(tasks, true);
        HBox both = new HBox(8, side("Include", in), side("Exclude", out));
        row = new Row("Audiences", "", both);
    }

    private static VBox side(String name, ChipField<?> field) {
        VBox side = new VBox(4, Labels.of(name, "t11", "weight-medium"), field);
        HBox.setHgrow(side, Priority.ALWAYS);
        side.setPrefWidth(100);
        return side;
    }

    private ChipField<CustomAudience> field(TaskRunner tasks, boolean excluded) {
        return new ChipField<>(excluded ? "targeting-excluded" : "targeting-audiences", "Audience", tasks, text -> {
            List<CustomAudience> all = model.audiences();
            return () -> found(all, text);
        }, this::words, false, new ChipField.Actions<>((audience, _) -> model.change(spec -> spec.withAudience(
                audience.id().value(), audience.name(), excluded)), lines -> listed(lines, excluded),
                key -> remove(key, excluded)));
    }

    Row row() {
        return row;
    }

    void refuse(Problem problem) {
        in.refuse(problem);
    }

    private static List<CustomAudience> found(List<CustomAudience> all, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return all.stream().filter(audience -> !UNFIT.contains(AudienceState.of(audience)))
                .filter(audience -> audience.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || audience.id().value().equals(text))
                .limit(HITS).toList();
    }

    private Suggestions.Words words(CustomAudience audience) {
        return new Suggestions.Words(audience.name(), Labels.isolated(audience.subtype().toLowerCase(Locale.ROOT)
                .replace('_', ' ')), sizes.of(people(audience)));
    }

    private static People people(CustomAudience audience) {
        Long lower = audience.sizeLower();
        Long upper = audience.sizeUpper();
        return lower == null || upper == null ? People.UNKNOWN : People.of(lower, upper);
    }

    private void listed(List<String> lines, boolean excluded) {
        List<Resolved<CustomAudience>> found = lines.stream().map(line -> {
            List<CustomAudience> meant = model.audiences().stream().filter(
                    audience -> audience.name().equalsIgnoreCase(line) || audience.id().value().equals(line)).toList();
            boolean unfit = meant.size() == 1 && UNFIT.contains(AudienceState.of(meant.getFirst()));
            return meant.size() == 1 && !unfit
                    ? new Resolved<>(line, meant.getFirst(), "")
                    : new Resolved<CustomAudience>(line, null, unfit
                            ? BANNED
                            : meant.isEmpty()
                                    ? "This account has no audience of this name"
                                    : "The account has several audiences of this name; choose one from the list");
        }).toList();
        model.resolved(excluded ? Lines.EXCLUDED_AUDIENCES : Lines.AUDIENCES, found, spec -> {
            TargetingSpec next = spec;
            for (Resolved<CustomAudience> line : found) {
                CustomAudience audience = line.found();
                next = audience == null
                        ? next
                        : next.withAudience(audience.id().value(), audience.name(), excluded);
            }
            return next;
        });
    }

    private void remove(String key, boolean excluded) {
        if (!model.forget(excluded ? Lines.EXCLUDED_AUDIENCES : Lines.AUDIENCES, key)) {
            model.change(spec -> spec.withoutAudience(key, excluded));
        }
    }

    void refresh() {
        in.show(chips(false));
        out.show(chips(true));
    }

    private List<Chip> chips(boolean excluded) {
        List<Chip> chips = new ArrayList<>();
        for (Entry entry : model.spec().audiences(excluded)) {
            Optional<CustomAudience> known = model.audiences().stream()
                    .filter(audience -> audience.id().value().equals(entry.id())).findFirst();
            Chip chip = Chip.of(entry.id(), known.map(CustomAudience::name).orElse(entry.name()),
                    known.map(audience -> sizes.of(people(audience))).orElse(""))
                    .toned(excluded ? Chip.Tone.EXCLUDED : Chip.Tone.INCLUDED);
            boolean unfit = known.map(AudienceState::of).filter(UNFIT::contains).isPresent();
            chips.add(unfit
                    ? chip.toned(Chip.Tone.PROBLEM).hinted(BANNED)
                    : chip);
        }
        chips.addAll(Chip.unresolved(model.unresolved(excluded ? Lines.EXCLUDED_AUDIENCES : Lines.AUDIENCES)));
        return chips;
    }
}
