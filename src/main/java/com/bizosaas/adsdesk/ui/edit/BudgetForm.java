package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.BudgetFormula;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Changes budgets by percent, by an amount or to a value, rounded and held between two bounds; a formula says all of it in
/// one field.
final class BudgetForm {

    private final EditDialogs at;
    private final List<Chosen> parts;

    BudgetForm(EditDialogs at, List<Chosen> parts) {
        this.at = at;
        this.parts = parts;
    }

    void open() {
        Map<BudgetChange.Kind, String> kinds = new LinkedHashMap<>();
        kinds.put(BudgetChange.Kind.PERCENT, "Percent");
        kinds.put(BudgetChange.Kind.AMOUNT, "Amount");
        kinds.put(BudgetChange.Kind.TO_VALUE, "To a value");
        SegmentedControl<BudgetChange.Kind> kind = new SegmentedControl<>(kinds, BudgetChange.Kind.PERCENT);
        TextField by = Inputs.field("bulk-by", "15", 15);
        TextField step = Inputs.field("bulk-step", "", 6);
        TextField least = Inputs.field("bulk-least", "", 6);
        TextField most = Inputs.field("bulk-most", "", 6);
        VBox input = new VBox(8, Inputs.row(Inputs.labelled("Change", kind), Inputs.labelled("By or to", by),
                Inputs.labelled("Round to", step), Inputs.labelled("Not below", least),
                Inputs.labelled("Not above", most)),
                Labels.wrapped("In major units of each account's currency. A formula does, too: *1.2 round 5 max 500",
                        "caption"));
        at.previewing(parts, "Budgets", "Budgets of ", input, () -> {
            BudgetChange change = change(kind.getValue(), by.getText(), step.getText(), least.getText(),
                    most.getText());
            return chosen -> {
                List<Preview> previews = at.drafts().budgets(chosen.tenant().id(), chosen.keys(), change);
                return Previewing.Found.of(previews, new PreviewWords(chosen, at.formats())::of)
                        .with(new BudgetSums(at.formats(), at.now()).of(chosen, previews));
            };
        }).open(by, kind.valueProperty(), by.textProperty(), step.textProperty(), least.textProperty(),
                most.textProperty());
    }

    private static BudgetChange change(BudgetChange.Kind kind, String by, String step, String least, String most) {
        if (BudgetFormula.looksLike(by)) {
            return BudgetFormula.of(by);
        }
        return new BudgetChange(kind, Inputs.number(by, "By or to"), Inputs.optional(step, "Round to"),
                Inputs.optional(least, "Not below"), Inputs.optional(most, "Not above"));
    }
}
