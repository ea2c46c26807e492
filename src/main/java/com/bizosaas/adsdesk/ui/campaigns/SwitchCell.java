package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.common.Switch;
import java.util.List;
import javafx.scene.layout.StackPane;

/// The switch at the start of a row. It shows what was asked for, at once.
final class SwitchCell extends RowCell {

    private final Switch control = new Switch("On");
    /// A disabled control gets no mouse: the reason hangs on the cell around it.
    private final StackPane holder = new StackPane(control);

    SwitchCell(Commands commands) {
        getStyleClass().add("switch-cell");
        control.setFocusTraversable(false);
        control.setOnAction(_ -> {
            CampaignRow row = row();
            if (row != null) {
                boolean on = control.isSelected();
                control.setSelected(row.isOn());
                commands.switchTo(List.of(row), on);
            }
        });
    }

    @Override
    protected void show(CampaignRow row) {
        control.setSelected(row.isOn());
        control.setDisable(!row.canSwitch());
        control.setAccessibleText(row.name() + (row.isOn() ? " is on" : " is off"));
        setGraphic(holder);
    }

    @Override
    protected String explanation(CampaignRow row) {
        return row.canSwitch() ? row.isOn() ? "Pause (Space)" : "Switch on (Space)" : row.switchLocked();
    }

    @Override
    protected void clear() {
        setGraphic(null);
    }
}
