package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.FindReplace;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Changes names and URL parameters: finds and replaces, puts text before or behind, and makes names of a template.
final class TextForms {

    private static final String EVERYWHERE = "everywhere";

    private final EditDialogs at;
    private final List<Chosen> parts;

    TextForms(EditDialogs at, List<Chosen> parts) {
        this.at = at;
        this.parts = parts;
    }

    void replace() {
        SegmentedControl<String> field = fields(true);
        TextField find = Inputs.field("bulk-find", "", 16);
        TextField with = Inputs.field("bulk-with", "", 16);
        CheckBox regex = new CheckBox("Regular expression");
        regex.setId("bulk-regex");
        CheckBox exact = new CheckBox("Match case");
        exact.setId("bulk-exact");
        VBox input = new VBox(12, Inputs.row(Inputs.labelled("In", field), Inputs.labelled("Find", find),
                Inputs.labelled("Replace with", with)), Inputs.row(regex, exact));
        open("Find and replace", input, field, () -> {
            String in = field.getValue();
            FindReplace change = FindReplace.of(find.getText(), with.getText(), regex.isSelected(),
                    exact.isSelected());
            return chosen -> replaced(chosen, in, change);
        })
                .open(find, field.valueProperty(), find.textProperty(), with.textProperty(), regex.selectedProperty(),
                        exact.selectedProperty());
    }

    /// Everywhere means names and URL parameters; what is not known of the latter is not held against the former.
    private List<Preview> replaced(Chosen chosen, String in, FindReplace change) {
        List<Preview> found = new ArrayList<>();
        if (!in.equals(Fields.URL_TAGS)) {
            found.addAll(at.drafts().replace(chosen.tenant().id(), chosen.keys(), Fields.NAME, change));
        }
        List<DraftKey> ads = chosen.keys().stream().filter(key -> key.level() == Level.AD).toList();
        if (!in.equals(Fields.NAME) && !(ads.isEmpty() && in.equals(EVERYWHERE))) {
            at.drafts().replace(chosen.tenant().id(), in.equals(EVERYWHERE) ? ads : chosen.keys(), Fields.URL_TAGS,
                    change).stream().filter(preview -> !in.equals(EVERYWHERE) || !preview.isUnread())
                    .forEach(found::add);
        }
        return found;
    }

    void append() {
        SegmentedControl<String> field = fields(false);
        TextField before = Inputs.field("bulk-before", "", 18);
        TextField after = Inputs.field("bulk-after", "", 18);
        VBox input = new VBox(8, Inputs.row(Inputs.labelled("To", field), Inputs.labelled("Put before", before),
                Inputs.labelled("Put behind", after)),
                Labels.wrapped("Words in braces are filled in for each row, as {country} or {date:yyMM}.", "caption"));
        open("Put before or behind", input, field, () -> appended(field.getValue(), before.getText(), after.getText()))
                .open(after, field.valueProperty(), before.textProperty(), after.textProperty());
    }

    /// Names may take words; in URL parameters braces are Facebook's own.
    private Function<Chosen, List<Preview>> appended(String field, String before, String after) {
        if (field.equals(Fields.NAME) && (before + after).contains("{")) {
            NamePattern pattern = NamePattern.of(before + "{name}" + after);
            return chosen -> at.drafts().rename(chosen.tenant().id(), chosen.keys(), pattern);
        }
        return chosen -> at.drafts().append(chosen.tenant().id(), chosen.keys(), field, before, after);
    }

    void names() {
        TextField template = Inputs.field("bulk-template", "{name}", 40);
        FlowPane tokens = new FlowPane(4, 4);
        NamePattern.WORDS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(word -> {
            Button token = Buttons.secondary("{" + word.getKey() + "}", () -> {
                template.insertText(template.getCaretPosition(), "{" + word.getKey() + "}");
                template.requestFocus();
                template.deselect();
            });
            token.getStyleClass().add("small");
            Tooltips.show(token, word.getValue());
            tokens.getChildren().add(token);
        });
        VBox input = new VBox(8, Inputs.labelled("Template", template), tokens,
                Labels.wrapped(
                        "After a colon: upper, lower, title, first 3, strip, a date's pattern or the digits of a "
                                + "number, as {campaign:upper} or {n:2}.",
                        "caption"));
        at.previewing(parts, "Names from a template", "Names of ", input, () -> {
            NamePattern pattern = NamePattern.of(template.getText());
            return chosen -> Previewing.Found.of(at.drafts().rename(chosen.tenant().id(), chosen.keys(), pattern),
                    new PreviewWords(chosen, at.formats())::of);
        }).open(template, template.textProperty());
    }

    /// URL parameters where there are ads.
    private SegmentedControl<String> fields(boolean both) {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean ads = parts.stream().flatMap(part -> part.keys().stream()).anyMatch(key -> key.level() == Level.AD);
        if (both && ads) {
            fields.put(EVERYWHERE, "Everywhere");
        }
        fields.put(Fields.NAME, "Names");
        if (ads) {
            fields.put(Fields.URL_TAGS, "URL parameters");
        }
        return new SegmentedControl<>(fields, fields.keySet().iterator().next());
    }

    private Previewing open(String title, VBox input, SegmentedControl<String> field,
            Supplier<Function<Chosen, List<Preview>>> source) {
        Node[] reader = new Node[1];
        Previewing[] form = new Previewing[1];
        Button read = Buttons.link("Read the URL parameters that are not known yet", () -> {
            Node link = reader[0];
            link.setDisable(true);
            at.tasks().run(() -> parts.forEach(part -> part.accounts()
                    .forEach(account -> at.drafts().readAll(part.tenant().id(), account.id()))))
                    .onSuccess(_ -> form[0].look())
                    .onError(thrown -> at.notifier().failed(com.bizosaas.adsdesk.ui.common.Problems.of(thrown)))
                    .andFinally(() -> link.setDisable(false)).start();
        });
        read.setId("bulk-read");
        reader[0] = read;
        read.visibleProperty().bind(field.valueProperty().isNotEqualTo(Fields.NAME));
        read.managedProperty().bind(read.visibleProperty());
        input.getChildren().add(read);
        form[0] = at.previewing(parts, title, title + " in ", input, () -> {
            Function<Chosen, List<Preview>> asked = source.get();
            return chosen -> Previewing.Found.of(asked.apply(chosen), new PreviewWords(chosen, at.formats())::of);
        });
        return form[0];
    }
}
