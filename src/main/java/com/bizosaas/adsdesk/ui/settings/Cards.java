package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Cards of a settings section, beside each other where there is room and below each other where there is not.
final class Cards extends VBox {

    private static final double ROOMY = 880;
    private static final double GAP = 16;

    private final List<VBox> columns;
    private boolean wide;

    Cards(VBox... columns) {
        super(GAP);
        this.columns = List.of(columns);
        getStyleClass().add("settings-cards");
        for (VBox column : columns) {
            column.setSpacing(GAP);
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(480);
            column.setMinWidth(0);
            column.setMaxWidth(720);
        }
        getChildren().setAll(this.columns);
        widthProperty().addListener((_, _, now) -> arrange(now.doubleValue() >= ROOMY));
    }

    /// @param extra stands at the right of the head
    static VBox card(String title, List<? extends Node> rows, Node... extra) {
        HBox head = new HBox(8, Labels.of(title), Labels.gap());
        head.getChildren().addAll(extra);
        head.getStyleClass().add("card-head");
        VBox body = new VBox();
        body.getStyleClass().add("settings-card-body");
        body.getChildren().addAll(rows);
        VBox card = new VBox(head, body);
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }

    private void arrange(boolean roomy) {
        if (roomy == wide || columns.size() < 2) {
            return;
        }
        wide = roomy;
        getChildren().clear();
        if (roomy) {
            HBox row = new HBox(GAP);
            row.getChildren().addAll(columns);
            getChildren().setAll(row);
        } else {
            getChildren().setAll(columns);
        }
    }
}
