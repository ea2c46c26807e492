package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.common.Labels;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The name, in its own direction of writing, and a mark when the last switch was refused.
final class NameCell extends RowCell {

    private static final PseudoClass TOP = PseudoClass.getPseudoClass("top");

    private final Label name = Labels.of("");
    private final Label refused = Labels.of("refused", "tag", "danger");
    private final HBox box = new HBox(6, name, refused);

    NameCell() {
        getStyleClass().add("name-cell");
        box.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        refused.setMinWidth(USE_PREF_SIZE);
        refused.managedProperty().bind(refused.visibleProperty());
    }

    @Override
    void show(CampaignRow row) {
        name.setText(Labels.isolated(row.name()));
        refused.setVisible(row.refused() != null);
        pseudoClassStateChanged(TOP, row.subject() instanceof Subject.OfCampaign);
        explain(row.refused() == null
                ? row.name()
                : row.name() + "\n" + row.refused().title() + ". " + row.refused().remedy());
        setGraphic(box);
    }

    @Override
    void clear() {
        setGraphic(null);
    }
}
