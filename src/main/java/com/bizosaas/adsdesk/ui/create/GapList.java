package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All that is missing, after a step was to be left with gaps; each line leads to its field. It shrinks as they are filled.
final class GapList extends VBox {

    private final Consumer<Gap> lead;
    private final Plan plan;

    GapList(Plan plan, Consumer<Gap> lead) {
        super(2);
        this.plan = plan;
        this.lead = lead;
        getStyleClass().addAll("banner", "danger", "gap-list");
        setId("gaps");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void hide() {
        setVisible(false);
    }

    void show(List<Gap> gaps) {
        getChildren().clear();
        setVisible(!gaps.isEmpty());
        HBox head = new HBox(8, Icons.ERROR.node("i16", "danger"), Labels.of(gaps.size() == 1
                ? "One thing is missing"
                : gaps.size() + " things are missing", "weight-semibold", "t12"));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        for (Gap gap : gaps) {
            Button line = Buttons.link(where(gap) + gap.sentence(), () -> lead.accept(gap));
            line.getStyleClass().add("gap-red");
            line.setWrapText(true);
            line.setMinWidth(0);
            getChildren().add(line);
        }
    }

    /// Names the object where there are several it could be of.
    private String where(Gap gap) {
        return plan.fresh().stream().filter(part -> part.key().equals(gap.key()) && !part.name().isBlank())
                .findFirst().map(part -> Labels.isolated(part.name()) + ": ").orElse("");
    }
}
