package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SearchField;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Which columns are shown: ready-made sets, every column by its group with a tick, a pin and its place, and a search.
/// FX thread only.
final class ColumnChooser {

    private static final double HEIGHT = 420;

    private final MenuButton menu = new MenuButton("Columns", Icons.COLUMNS.node());
    private final VBox list = new VBox(2);
    private final SearchField search = new SearchField("Find column", "");
    private final Label count = Labels.of("", "caption");
    private final Consumer<Layout> changed;
    private Layout layout = Layout.FIRST;
    private Level level = Level.CAMPAIGN;

    ColumnChooser(Consumer<Layout> changed) {
        this.changed = changed;
        menu.setId("column-chooser");
        menu.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox presets = new HBox(4);
        for (Layout.Preset preset : Layout.Preset.values()) {
            Button button = Buttons.secondary(preset.label(), () -> changed.accept(preset.layout(level)));
            button.getStyleClass().add("small");
            presets.getChildren().add(button);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox foot = new HBox(8, count, Labels.gap(),
                Buttons.link("Fit widths", () -> changed.accept(layout.unsized())),
                Buttons.link("Reset", () -> changed.accept(Layout.Preset.PERFORMANCE.layout(level))));
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox panel = new VBox(8, presets, search, scroll, foot);
        panel.getStyleClass().add("column-panel");
        panel.setPrefWidth(340);
        CustomMenuItem item = new CustomMenuItem(panel, false);
        item.getStyleClass().add("plain-item");
        menu.getItems().add(item);
        search.textProperty().addListener((_, _, _) -> fill());
        fill();
    }

    MenuButton menu() {
        return menu;
    }

    /// @param of the level that is shown, which ready-made sets go by
    void show(Layout now, Level of) {
        level = of;
        if (!now.equals(layout)) {
            layout = now;
            fill();
        }
    }

    private void fill() {
        list.getChildren().clear();
        String wanted = search.textProperty().get().strip().toLowerCase(Locale.ROOT);
        list.getChildren().add(Labels.of("Shown, in their order", "column-group"));
        for (Column column : layout.columns()) {
            if (matches(column, wanted)) {
                list.getChildren().add(shown(column));
            }
        }
        for (Column.Group group : Column.Group.values()) {
            boolean headed = false;
            for (Column column : Column.values()) {
                if (column.group() == group && column != Column.TENANT && !layout.columns().contains(column)
                        && matches(column, wanted)) {
                    if (!headed) {
                        list.getChildren().add(Labels.of(group.label(), "column-group"));
                        headed = true;
                    }
                    list.getChildren().add(line(column, false));
                }
            }
        }
        count.setText(layout.columns().size() + " of " + (Column.values().length - 1) + " shown");
    }

    private static boolean matches(Column column, String wanted) {
        return wanted.isEmpty() || column.title().toLowerCase(Locale.ROOT).contains(wanted)
                || column.meaning().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private HBox shown(Column column) {
        HBox line = line(column, true);
        int at = layout.columns().indexOf(column);
        boolean pinned = layout.isPinned(column);
        Button pin = Buttons.icon(pinned ? Icons.LOCKED : Icons.UNLOCKED,
                pinned ? "Let " + column.title() + " scroll" : "Keep " + column.title() + " in view",
                () -> changed.accept(layout.pin(column, !pinned)));
        Button up = Buttons.icon(Icons.UP, "Move " + column.title() + " to the left",
                () -> changed.accept(layout.move(column, at - 1)));
        Button down = Buttons.icon(Icons.DOWN, "Move " + column.title() + " to the right",
                () -> changed.accept(layout.move(column, at + 2)));
        up.setDisable(at == 0);
        down.setDisable(at == layout.columns().size() - 1);
        for (Button button : new Button[]{pin, up, down}) {
            button.getStyleClass().add("small");
        }
        line.getChildren().addAll(Labels.gap(), pin, up, down);
        return line;
    }

    private HBox line(Column column, boolean on) {
        CheckBox tick = new CheckBox(column.title());
        tick.setMnemonicParsing(false);
        tick.setId("show-" + CampaignsTable.id(column));
        tick.setSelected(on);
        tick.setDisable(Column.FIXED.contains(column));
        tick.setOnAction(_ -> changed.accept(layout.with(column, tick.isSelected())));
        com.bizosaas.adsdesk.ui.common.Tooltips.show(tick, column.meaning());
        HBox line = new HBox(4, tick);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("column-line");
        return line;
    }
}
