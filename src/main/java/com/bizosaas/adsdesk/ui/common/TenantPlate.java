package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Whose ads it is about: colour, name and the ad accounts that it is about with their ids, so that nobody writes to
/// the wrong client.
public final class TenantPlate {

    private static final double WIDEST = 240;
    private static final int PLACES = 3;

    private TenantPlate() {
    }

    public static HBox of(Tenant tenant, @Nullable AdAccount account) {
        return of(tenant, account == null ? List.of() : List.of(Labels.place(account)));
    }

    /// The same of several accounts.
    ///
    /// @param places what [Labels#place] says of each
    static HBox of(Tenant tenant, List<String> places) {
        VBox words = new VBox(Labels.of(tenant.name(), "weight-medium"));
        places.stream().limit(PLACES).forEach(place -> words.getChildren().add(Labels.of(place, "caption")));
        if (places.size() > PLACES) {
            Label more = Labels.of("and " + (places.size() - PLACES) + " more", "caption");
            Tooltips.show(more, String.join("\n", places));
            words.getChildren().add(more);
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMaxWidth(WIDEST);
        HBox plate = new HBox(Avatar.of(tenant, Avatar.Size.SMALL), words);
        plate.getStyleClass().add("tenant-plate");
        plate.setMaxHeight(Region.USE_PREF_SIZE);
        return plate;
    }
}
