package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.TargetingChange;
import com.bizosaas.adsdesk.draft.TargetingChange.Operation;
import com.bizosaas.adsdesk.draft.TargetingChange.Part;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Changes one part of many targetings: adds, removes, finds and removes, finds and replaces, or replaces all. Works
/// offline, with what was read of the ad sets.
final class TargetingForm {

    /// Ad sets whose entries are named as a hint.
    private static final int LOOKED_AT = 20;
    private static final int NAMED = 8;

    private final EditDialogs at;
    private final List<Chosen> parts;
    private final ComboBox<Part> part = new ComboBox<>();
    private final SegmentedControl<Operation> operation;
    private final TextField what = Inputs.field("targeting-what", "", 26);
    private final TextField with = Inputs.field("targeting-with", "", 20);
    private final Label known = Labels.wrapped("", "caption");

    TargetingForm(EditDialogs at, List<Chosen> parts) {
        this.at = at;
        this.parts = parts;
        Map<Operation, String> names = new LinkedHashMap<>();
        for (Operation each : Operation.values()) {
            names.put(each, each.label());
        }
        operation = new SegmentedControl<>(names, Operation.ADD);
        part.setId("targeting-part");
        part.getItems().setAll(Part.values());
        part.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Part value) {
                return value == null ? "" : value.label();
            }

            @Override
            public Part fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not typed");
            }
        });
        part.setValue(Part.PLACES);
    }

    void open() {
        VBox replacement = Inputs.labelled("With", with);
        replacement.visibleProperty().bind(operation.valueProperty().isEqualTo(Operation.REPLACE));
        replacement.managedProperty().bind(replacement.visibleProperty());
        operation.disableProperty().bind(part.valueProperty().isEqualTo(Part.AGES)
                .or(part.valueProperty().isEqualTo(Part.GENDER)));
        Button read = Buttons.link("Read the targetings that are not known yet", () -> {
        });
        read.setId("bulk-read");
        VBox input = new VBox(12, Inputs.row(Inputs.labelled("Of", part), Inputs.labelled("Do", operation)),
                Inputs.row(Inputs.labelled("What", what), replacement), known, read);
        Previewing form = at.previewing(parts, "Targetings", "Targetings of ", input, () -> {
            TargetingChange change = TargetingChange.of(part.getValue(), operation.getValue(), what.getText(),
                    with.getText());
            return chosen -> Previewing.Found.of(at.drafts().retarget(chosen.tenant().id(), chosen.keys(), change),
                    new PreviewWords(chosen, at.formats())::of);
        });
        read.setOnAction(_ -> {
            read.setDisable(true);
            at.tasks().run(() -> parts.forEach(each -> each.accounts()
                    .forEach(account -> at.drafts().readAll(each.tenant().id(), account.id()))))
                    .onSuccess(_ -> {
                        hint();
                        form.look();
                    }).onError(thrown -> at.notifier().failed(Problems.of(thrown)))
                    .andFinally(() -> read.setDisable(false)).start();
        });
        part.valueProperty().addListener((_, _, _) -> hint());
        form.open(what, part.valueProperty(), operation.valueProperty(), what.textProperty(), with.textProperty());
        hint();
    }

    /// A few of the names that can be typed.
    private void hint() {
        Part of = part.getValue();
        what.setPromptText(switch (of) {
            case PLACES, PLACES_OUT -> "Austria, CH";
            case AUDIENCES, AUDIENCES_OUT, DETAILS -> "names, separated by commas";
            case AGES -> "25-54";
            case GENDER -> "women, men or all";
        });
        if (!of.isList()) {
            known.setText("");
            return;
        }
        at.tasks().call(() -> {
            TreeSet<String> names = new TreeSet<>();
            for (Chosen chosen : parts) {
                List<String> read = chosen.keys().stream().limit(LOOKED_AT)
                        .map(key -> at.drafts().values(chosen.tenant().id(), key).getOrDefault(Fields.TARGETING, ""))
                        .filter(targeting -> !targeting.isEmpty()).distinct().toList();
                names.addAll(TargetingChange.Known.of(read, List.of()).names(of));
            }
            return names.stream().limit(NAMED).toList();
        }).onSuccess(names -> known.setText((of == Part.PLACES || of == Part.PLACES_OUT
                ? "Countries by name or code. "
                : "") + (names.isEmpty() ? "" : "They have " + String.join(", ", names) + ".")))
                .onError(Problems::of).start();
    }
}
