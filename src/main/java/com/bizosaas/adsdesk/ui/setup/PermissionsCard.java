package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Permits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Which permissions were given, and a way to ask again for one that was not.
final class PermissionsCard extends VBox {

    private static final Set<String> REQUIRED = new LinkedHashSet<>(
            List.of("ads_management", "ads_read", "business_management"));
    private static final Map<String, String> WORDS = Map.of("ads_management", "Create and edit ads", "ads_read",
            "Read reports", "business_management", "List businesses and accounts", "leads_retrieval",
            "Lead form answers", "pages_read_engagement", "Post previews", "pages_show_list", "List Pages",
            "read_insights", "Page insights", "catalog_management", "Product catalogues", "public_profile",
            "Name of the person");

    private final Permits permits;
    private final Runnable askAgain;

    PermissionsCard(Permits permits, Runnable askAgain) {
        this.permits = permits;
        this.askAgain = askAgain;
        getStyleClass().addAll("card", "setup-card", "permissions");
    }

    /// @param asked the permissions that the desk asks for
    void show(@Nullable Connection connection, List<String> asked) {
        Set<String> all = new LinkedHashSet<>(REQUIRED);
        all.addAll(asked);
        if (connection != null) {
            all.addAll(connection.declined());
        }
        long given = connection == null ? 0 : all.stream().filter(connection.granted()::contains).count();
        HBox head = new HBox(8, Icons.SHIELD.node("i16"), Labels.of("Permissions", "section-title"), Labels.gap(),
                Labels.of(connection == null ? all.size() + " asked for" : given + " of " + all.size() + " granted",
                        "caption"));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head);
        all.forEach(permission -> getChildren().add(row(permission, connection)));
    }

    private HBox row(String permission, @Nullable Connection connection) {
        boolean required = REQUIRED.contains(permission);
        String words = WORDS.getOrDefault(permission, permission.replace('_', ' '));
        VBox text = new VBox(Labels.of(permission, "mono"),
                Labels.of(required ? words : "Optional · " + words, "caption"));
        Node state = connection == null
                ? Labels.of(required ? "Required" : "Optional", "caption")
                : connection.granted().contains(permission)
                        ? Icons.DONE.node("i16", "good")
                        : permits.needs(Buttons.link("Ask again", askAgain), ConnectionService.class, "begin");
        if (state instanceof org.kordamp.ikonli.javafx.FontIcon icon) {
            icon.setAccessibleText("granted");
        }
        HBox row = new HBox(8, text, Labels.gap(), state);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("permission-row");
        return row;
    }
}
