package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.targeting.TargetingEditor;
import java.util.List;
import javafx.scene.control.TextField;

/// Whom the ad set on the screen reaches, and in the EU for whom and by whom it is paid.
final class TargetingStep extends Step {

    private final TargetingEditor editor;
    private final TextField beneficiary;
    private final TextField payor;
    private final FieldRow beneficiaryRow;
    private final FieldRow payorRow;

    TargetingStep(Plan plan, AdSetBar bar, DeskContext desk) {
        super(StepId.TARGETING, plan);
        editor = new TargetingEditor(desk, plan.tenant().id(), plan.accountId());
        editor.specProperty().addListener((_, _, now) -> edited(now));
        beneficiary = Inputs.text("dsa-beneficiary", "Whom the ads serve", text -> dsa(true, text));
        payor = Inputs.text("dsa-payor", "Who pays for them", text -> dsa(false, text));
        beneficiaryRow = row(Level.AD_SET, "Beneficiary (EU)", "Shown with the ads in the EU", beneficiary, beneficiary,
                Fields.BENEFICIARY);
        payorRow = row(Level.AD_SET, "Payer (EU)", "", payor, payor, Fields.PAYOR);
        getChildren().addAll(bar, editor, beneficiaryRow, payorRow);
    }

    private void edited(String spec) {
        Part set = part(Level.AD_SET);
        if (set != null && !isFilling()) {
            plan().set(set, Fields.TARGETING, spec);
            plan().targetingGaps(set, editor.gaps());
        }
    }

    private void dsa(boolean who, String text) {
        FieldRow row = who ? beneficiaryRow : payorRow;
        set(row, who ? Fields.BENEFICIARY : Fields.PAYOR, text.strip());
    }

    /// Offers targetings that were given a name.
    void useSaved() {
        editor.useSaved();
    }

    /// Gives this one a name.
    void save() {
        editor.save();
    }

    @Override
    void load() {
        Part set = part(Level.AD_SET);
        editor.setDisable(set == null);
        if (set != null) {
            String spec = set.get(Fields.TARGETING);
            List<String> categories = FieldValues.words(plan().campaign().get(Fields.CATEGORIES));
            if (!spec.equals(editor.specProperty().get()) || spec.isEmpty()) {
                editor.show(spec, categories);
            } else {
                editor.categories(categories);
            }
            Inputs.show(beneficiary, set.get(Fields.BENEFICIARY));
            Inputs.show(payor, set.get(Fields.PAYOR));
        }
    }

    @Override
    void adapt() {
        Part set = part(Level.AD_SET);
        boolean eu = set != null && Targeting.of(set.get(Fields.TARGETING)).reachesEu();
        beneficiaryRow.setVisible(eu);
        payorRow.setVisible(eu);
    }

    @Override
    void begin() {
        editor.requestFocus();
    }

    @Override
    void focus(Gap gap) {
        if (gap.field().equals(Fields.TARGETING)) {
            editor.requestFocus();
        } else {
            super.focus(gap);
        }
    }

    @Override
    String summary() {
        List<Part> sets = plan().adSets();
        Part now = plan().adSet();
        return now == null ? "Whom it reaches" : "Ad set " + (sets.indexOf(now) + 1) + " of " + sets.size();
    }
}
