package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Whom an ad set reaches, in all its parts. FX thread only.
public final class TargetingEditor extends VBox {

    private final ReadOnlyStringWrapper spec = new ReadOnlyStringWrapper(this, "spec", "");
    private final Label sentence = Labels.wrapped("", "t13");
    private List<String> categories = List.of();

    /// @param tenant whose sign-in searches
    /// @param account whose audiences are offered
    public TargetingEditor(DeskContext desk, TenantId tenant, AdAccountId account) {
        getStyleClass().add("targeting-editor");
        getChildren().add(sentence);
    }

    /// Starts from a targeting; an empty text is a new one, with Advantage+ audience off.
    ///
    /// @param targetingJson as it was read or drafted
    /// @param specialCategories of the campaign
    public void show(String targetingJson, List<String> specialCategories) {
        categories = List.copyOf(specialCategories);
        spec.set(TargetingSpec.of(targetingJson).json());
        sentence.setText(Targeting.of(spec.get()).sentence());
    }

    /// The targeting as it is now, as it is written to an ad set.
    public ReadOnlyStringProperty specProperty() {
        return spec.getReadOnlyProperty();
    }

    /// What stands against it, in sentences; empty where nothing does.
    public List<String> gaps() {
        return Targeting.of(spec.get()).gaps(categories);
    }
}
