package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.ConversionWords;
import com.bizosaas.adsdesk.ui.common.DeltaLabel;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Pill;
import com.bizosaas.adsdesk.ui.common.Switch;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The side panel: trend, four figures and settings of the focused row. Its nodes are made once and filled anew.
final class Inspector extends VBox {

    static final double WIDTH = 296;

    private static final DateTimeFormatter COMMENTED = DateTimeFormatter.ofPattern("d MMM HH:mm");
    private static final List<Metric> FIGURES = List.of(Metric.SPEND, Metric.CONVERSIONS, Metric.CPA, Metric.ROAS);

    private final Formats formats;
    private final Label name = Labels.of("", "inspector-name");
    private final Tooltip nameTip = Tooltips.show(name, "");
    private final Switch control = new Switch("On");
    private final Tooltip lockTip;
    private final Pill pill = new Pill();
    private final Label id = Labels.of("", "mono", "muted");
    private final Tooltip idTip = new Tooltip();
    private final Label reason = Labels.wrapped("", "caption");
    private final Label legendCost = Labels.of("", "caption");
    private final Label legendSpend = Labels.of("", "caption");
    private final Label pointed = Labels.of("", "caption");
    private final TrendChart chart;
    private final Label[] labels = new Label[FIGURES.size()];
    private final Label[] values = new Label[FIGURES.size()];
    private final DeltaLabel[] deltas = new DeltaLabel[FIGURES.size()];
    private final GridPane settings = new GridPane();
    private final Button edit;
    private final Label comment = Labels.wrapped("", "inspector-comment");
    private final Label commentBy = Labels.of("", "caption");
    private final Button write;
    private final StringProperty writeObstacle = new SimpleStringProperty(this, "writeObstacle", "");
    private final StringProperty editObstacle = new SimpleStringProperty(this, "editObstacle", "");
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane body = new StackPane();
    private final Node nothing = nothing();
    private @Nullable Detail detail;

    Inspector(Formats formats, Commands commands, Runnable close) {
        this.formats = formats;
        getStyleClass().addAll("side-panel", "inspector");
        setId("inspector");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        chart = new TrendChart(formats, this::point);
        edit = Buttons.link("Edit", () -> with(row -> {
            if (row.subject() instanceof Subject.OfAdSet) {
                commands.targeting(row);
            } else {
                commands.edit(row);
            }
        }));
        write = Buttons.link("Write", () -> with(commands::comment));
        write.setId("write-comment");
        control.setFocusTraversable(false);
        control.setOnAction(_ -> with(row -> {
            boolean on = control.isSelected();
            control.setSelected(row.isOn());
            commands.switchTo(List.of(row), on);
        }));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Button closer = Buttons.icon(Icons.CLOSE, "Close (Ctrl I)", close);
        closer.getStyleClass().add("small");
        HBox head = new HBox(8, name, closer);
        head.getStyleClass().add("inspector-head");
        Button copy = Buttons.icon(Icons.COPY, "Copy id", () -> with(commands::copyId));
        copy.getStyleClass().add("small");
        StackPane held = new StackPane(control);
        lockTip = Tooltips.show(held, "");
        id.setMinWidth(90);
        id.setTooltip(idTip);
        HBox state = new HBox(8, held, pill, Labels.gap(), id, copy);
        state.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(6, state, reason);
        top.getStyleClass().add("inspector-state");
        reason.managedProperty().bind(reason.visibleProperty());
        VBox content = new VBox(top, commentSection(), trend(), settingsSection());
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getChildren().setAll(nothing);
        getChildren().addAll(head, body);
    }

    private Node trend() {
        Region spendMark = new Region();
        spendMark.getStyleClass().add("legend-spend");
        Region costMark = new Region();
        costMark.getStyleClass().add("legend-cost");
        HBox title = new HBox(4, Labels.of("Trend", "inspector-title"), Labels.gap(), spendMark, legendSpend, costMark,
                legendCost);
        HBox.setMargin(costMark, new javafx.geometry.Insets(0, 0, 0, 6));
        title.setAlignment(Pos.CENTER_LEFT);
        GridPane figures = new GridPane(8, 8);
        for (int i = 0; i < FIGURES.size(); i++) {
            labels[i] = Labels.of("", "caption");
            values[i] = Labels.of("", "inspector-figure");
            values[i].setMinWidth(USE_PREF_SIZE);
            values[i].setId("figure-" + FIGURES.get(i).name().toLowerCase(Locale.ROOT));
            deltas[i] = new DeltaLabel(formats);
            HBox line = new HBox(6, values[i], deltas[i]);
            line.setAlignment(Pos.BASELINE_LEFT);
            VBox cell = new VBox(labels[i], line);
            cell.setMinWidth(128);
            cell.setPrefWidth(128);
            figures.add(cell, i % 2, i / 2);
        }
        VBox section = new VBox(8, title, chart, pointed, figures);
        pointed.managedProperty().bind(pointed.visibleProperty());
        pointed.setVisible(false);
        section.getStyleClass().add("inspector-section");
        return section;
    }

    private Node settingsSection() {
        HBox title = new HBox(4, Labels.of("Settings", "inspector-title"), Labels.gap(),
                Tooltips.disabledBecause(edit, editObstacle));
        title.setAlignment(Pos.CENTER_LEFT);
        settings.setHgap(12);
        settings.setVgap(6);
        VBox section = new VBox(6, title, settings);
        section.getStyleClass().add("inspector-section");
        return section;
    }

    private Node commentSection() {
        HBox title = new HBox(4, Labels.of("Comment", "inspector-title"), Labels.gap(),
                Tooltips.disabledBecause(write, writeObstacle));
        title.setAlignment(Pos.CENTER_LEFT);
        comment.setId("inspector-comment");
        comment.managedProperty().bind(comment.visibleProperty());
        commentBy.managedProperty().bind(comment.visibleProperty());
        commentBy.visibleProperty().bind(comment.visibleProperty());
        VBox section = new VBox(4, title, comment, commentBy);
        section.getStyleClass().add("inspector-section");
        return section;
    }

    private void comment(CampaignRow row, ZoneId zone) {
        Comment written = row.comment();
        comment.setVisible(written != null);
        comment.setText(written == null ? "" : written.text());
        commentBy.setText(written == null
                ? ""
                : Labels.isolated(written.who()) + ", " + COMMENTED.format(written.at().atZone(zone)));
        write.setText(written == null ? "Write" : "Change");
        writeObstacle.set(row.frame().locked());
    }

    private static Node nothing() {
        Label words = Labels.wrapped("Select a row to see its trend and settings.", "caption");
        words.setMaxWidth(200);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        StackPane box = new StackPane(words);
        box.setPrefHeight(200);
        box.setMaxHeight(200);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        return box;
    }

    /// @param shown null where no row is focused
    void show(@Nullable Detail shown, @Nullable ZoneId zone) {
        detail = shown;
        if (shown == null || zone == null) {
            name.setText("");
            body.getChildren().setAll(nothing);
            return;
        }
        CampaignRow row = shown.row();
        name.setText(Labels.isolated(row.name()));
        nameTip.setText(row.name());
        control.setSelected(row.isOn());
        control.setDisable(!row.canSwitch());
        control.setAccessibleText(row.name() + (row.isOn() ? " is on" : " is off"));
        lockTip.setText(row.canSwitch() ? (row.isOn() ? "Pause" : "Switch on") : row.switchLocked());
        DeliveryLook look = DeliveryLook.of(row.delivery().state());
        pill.show(DeliveryLook.words(row.delivery(), true), look.icon(), look.tone());
        id.setText(row.isNew() ? "" : row.key().id().value());
        idTip.setText(row.key().id().value());
        String words = row.refused() == null
                ? row.delivery().reason()
                : "Not switched: " + row.refused().title() + ". " + row.refused().remedy();
        reason.setText(words);
        reason.setVisible(!words.isEmpty());
        boolean adSet = row.subject() instanceof Subject.OfAdSet;
        edit.setText(adSet ? "Edit targeting…" : "Edit");
        edit.setVisible(adSet || row.subject() instanceof Subject.OfCampaign);
        editObstacle.set(row.locked());
        comment(row, zone);
        figures(shown);
        settings(new InspectorSettings(formats, zone).of(row).entrySet().stream().toList());
        if (!body.getChildren().contains(scroll)) {
            body.getChildren().setAll(scroll);
        }
    }

    private void figures(Detail shown) {
        CampaignRow row = shown.row();
        String sign = formats.symbol(row.currency());
        legendSpend.setText("Spend " + sign.strip());
        legendCost.setText("Cost / " + ConversionWords.single(row.family()) + " " + sign.strip());
        chart.show(shown.days(),
                shown.days().size() + " days of spend and cost per " + ConversionWords.single(row.family()));
        for (int i = 0; i < FIGURES.size(); i++) {
            Metric metric = FIGURES.get(i);
            labels[i].setText(switch (metric) {
                case CONVERSIONS -> ConversionWords.plural(row.family());
                case CPA -> "Cost / " + ConversionWords.single(row.family());
                case ROAS -> "ROAS";
                default -> "Spend";
            });
            BigDecimal value = row.figure(metric);
            values[i].setText(switch (metric) {
                case SPEND -> money(row, value, true);
                case CPA -> money(row, value, false);
                default -> formats.metric(metric, value, row.currency());
            });
            deltas[i].show(shown.delta(metric));
            deltas[i].setVisible(value != null);
        }
    }

    private String money(CampaignRow row, @Nullable BigDecimal value, boolean whole) {
        if (value == null) {
            return Formats.NONE;
        }
        Money money = new Money(value, row.currency());
        return whole && value.compareTo(BigDecimal.valueOf(1000)) >= 0
                ? formats.moneyWhole(money)
                : formats.money(money);
    }

    private void settings(List<java.util.Map.Entry<String, String>> lines) {
        settings.getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            Label label = Labels.of(lines.get(i).getKey(), "inspector-key");
            label.setMinWidth(USE_PREF_SIZE);
            Label value = Labels.wrapped(lines.get(i).getValue(), "inspector-value");
            value.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(value, Priority.ALWAYS);
            GridPane.setValignment(label, javafx.geometry.VPos.TOP);
            settings.addRow(i, label, value);
        }
    }

    private void point(int day) {
        Detail shown = detail;
        pointed.setVisible(shown != null && day >= 0 && day < shown.days().size());
        if (shown != null && pointed.isVisible()) {
            Detail.Day at = shown.days().get(day);
            pointed.setText(formats.day(at.date()) + ": " + money(shown.row(), at.spend(), false) + " spend, "
                    + money(shown.row(), at.cost(), false) + " per " + ConversionWords.single(shown.row().family()));
        }
    }

    private void with(java.util.function.Consumer<CampaignRow> command) {
        if (detail != null) {
            command.accept(detail.row());
        }
    }
}
