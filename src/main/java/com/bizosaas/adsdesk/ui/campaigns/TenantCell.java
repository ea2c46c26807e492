package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.common.Avatar;
import com.bizosaas.adsdesk.ui.common.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Whose row it is, where all tenants are shown.
final class TenantCell extends RowCell {

    private final Avatar avatar = new Avatar(Avatar.Size.SMALL);
    private final Label name = Labels.of("", "row-tenant");
    private final HBox box = new HBox(6, avatar, name);

    TenantCell() {
        getStyleClass().add("tenant-cell");
        box.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
    }

    @Override
    protected void show(CampaignRow row) {
        avatar.show(row.frame().tenant(), null);
        name.setText(Labels.isolated(row.frame().tenant().name()));
        setGraphic(box);
    }

    @Override
    protected String explanation(CampaignRow row) {
        return row.frame().tenant().name() + "\n" + row.frame().account().name() + " · " + row.currency().code();
    }

    @Override
    protected void clear() {
        setGraphic(null);
    }
}
