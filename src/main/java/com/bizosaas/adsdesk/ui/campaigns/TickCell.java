package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.grid.GridSelection;
import javafx.scene.control.CheckBox;

/// The tick at the start of a row, which takes it into the rows that are acted upon together.
final class TickCell extends RowCell {

    private final CheckBox box = new CheckBox();

    TickCell(GridSelection selection) {
        getStyleClass().add("tick-cell");
        box.setFocusTraversable(false);
        box.setOnAction(_ -> {
            CampaignRow row = row();
            if (row != null) {
                selection.tick(row.number(), box.isSelected());
            }
        });
    }

    @Override
    protected void ticked(boolean now) {
        box.setSelected(now);
    }

    @Override
    protected void show(CampaignRow row) {
        box.setAccessibleText("Tick " + row.name());
        setGraphic(box);
    }

    @Override
    protected void clear() {
        setGraphic(null);
    }
}
