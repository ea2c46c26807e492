package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One change from outside: its object, published → live, who and when, and what can be done about it.
final class DriftCell extends ListCell<Drift> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm");

    private static final double OBJECT = 270;
    private static final double WHO = 150;
    private static final int ONE_LINE = 50;

    private final DriftPane pane;

    DriftCell(DriftPane pane) {
        this.pane = pane;
        getStyleClass().add("review-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Drift drift, boolean empty) {
        super.updateItem(drift, empty);
        setText(null);
        setGraphic(empty || drift == null ? null : node(drift));
    }

    private Node node(Drift drift) {
        CheckBox tick = new CheckBox();
        tick.setSelected(pane.isTicked(drift));
        tick.setAccessibleText(drift.field().label() + " of " + drift.name());
        tick.setOnAction(_ -> pane.tick(drift, tick.isSelected()));
        String in = drift.shown().path().isEmpty() ? "" : " in " + drift.shown().path();
        VBox object = new VBox(Labels.of(Labels.isolated(drift.name()), "item-name"),
                Labels.of(level(drift.key().level()) + in, "caption"));
        wide(object, OBJECT);
        Label old = Labels.of(drift.shown().published(), "review-old");
        Label live = Labels.of(drift.shown().now(), "review-new");
        Tooltips.show(live, drift.shown().now());
        old.setMinWidth(0);
        live.setMinWidth(0);
        HBox values = new HBox(6, old, Labels.whole("→", "caption"), live);
        values.setAlignment(Pos.CENTER_LEFT);
        VBox change = new VBox(2, Labels.of(drift.field().label() + ", published " + time(drift.publishedAt()),
                "caption"));
        if (drift.shown().published().length() + drift.shown().now().length() > ONE_LINE) {
            change.getChildren().addAll(old, new HBox(6, Labels.whole("→", "caption"), live));
        } else {
            change.getChildren().add(values);
        }
        HBox.setHgrow(change, Priority.ALWAYS);
        change.setMinWidth(0);
        change.setPrefWidth(0);
        Instant at = drift.changedAt();
        VBox who = new VBox(2, Labels.of(drift.actor().isEmpty() ? "Not told who" : Labels.isolated(drift.actor()),
                "item-name"), Labels.of(at == null ? "asked after the next read" : time(at), "caption"));
        wide(who, WHO);
        Button accept = Buttons.secondary("Accept", () -> pane.accept(List.of(drift)));
        Button revert = Buttons.secondary("Revert", () -> pane.revert(List.of(drift)));
        accept.getStyleClass().add("small");
        revert.getStyleClass().add("small");
        StringProperty gone = new SimpleStringProperty(!pane.locked().isEmpty()
                ? pane.locked()
                : drift.isGone() ? "It was deleted at Facebook and cannot come back." : "");
        HBox box = new HBox(12, tick, object, change, who,
                Tooltips.disabledBecause(accept, new SimpleStringProperty(pane.locked())),
                Tooltips.disabledBecause(revert, gone));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// The same in every row, so that rows read as columns.
    private static void wide(VBox box, double width) {
        box.setMinWidth(width);
        box.setPrefWidth(width);
        box.setMaxWidth(width);
    }

    private static String level(Level level) {
        return switch (level) {
            case CAMPAIGN, ACCOUNT -> "Campaign";
            case AD_SET -> "Ad set";
            case AD -> "Ad";
            case AUDIENCE -> "Audience";
        };
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
