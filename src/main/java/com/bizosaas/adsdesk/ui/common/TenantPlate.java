package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Whose ads it is about: colour, name and, where it is about one, the ad account with its id, so that nobody writes to
/// the wrong client.
public final class TenantPlate {

    private static final double WIDEST = 240;

    private TenantPlate() {
    }

    public static HBox of(Tenant tenant, @Nullable AdAccount account) {
        VBox words = new VBox(Labels.of(tenant.name(), "weight-medium"));
        if (account != null) {
            words.getChildren().add(Labels.of(account.name() + " · " + account.id().value(), "caption"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMaxWidth(WIDEST);
        HBox plate = new HBox(Avatar.of(tenant, Avatar.Size.SMALL), words);
        plate.getStyleClass().add("tenant-plate");
        plate.setMaxHeight(Region.USE_PREF_SIZE);
        return plate;
    }
}
