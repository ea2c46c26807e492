package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// The six tabs with their icons, and badges for what stands still.
final class TabStrip extends HBox {

    private final Map<TabId, ToggleButton> buttons = new EnumMap<>(TabId.class);
    private final Map<TabId, Label> marks = new EnumMap<>(TabId.class);

    TabStrip(ObservableMap<TabId, TabBadge> badges, Consumer<TabId> open) {
        getStyleClass().add("tab-strip");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        ToggleGroup group = new ToggleGroup();
        for (TabId id : TabId.values()) {
            Label mark = Labels.whole("", "count-badge", "danger");
            mark.setVisible(false);
            mark.managedProperty().bind(mark.visibleProperty());
            Label name = Labels.whole(words(id), "tab-name");
            HBox face = new HBox(icon(id).node(), name, mark);
            face.getStyleClass().add("tab-face");
            ToggleButton button = new ToggleButton("", face);
            button.setId("tab-" + id.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().setAll("tab-button");
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.setAccessibleText(words(id));
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                open.accept(id);
            });
            Tooltips.show(button, words(id) + "  Ctrl+" + (id.ordinal() + 1));
            buttons.put(id, button);
            marks.put(id, mark);
            getChildren().add(button);
        }
        badges.addListener((MapChangeListener<TabId, TabBadge>) change -> mark(change.getKey(),
                badges.getOrDefault(change.getKey(), TabBadge.NONE)));
    }

    void select(TabId id) {
        button(id).setSelected(true);
    }

    void focusSelected() {
        buttons.values().stream().filter(ToggleButton::isSelected).findFirst().ifPresent(ToggleButton::requestFocus);
    }

    ToggleButton button(TabId id) {
        return java.util.Objects.requireNonNull(buttons.get(id));
    }

    private void mark(TabId id, TabBadge badge) {
        Label mark = java.util.Objects.requireNonNull(marks.get(id));
        mark.setText(badge.text());
        mark.setVisible(!badge.text().isEmpty());
        button(id).setAccessibleText(words(id) + (badge.meaning().isEmpty() ? "" : ", " + badge.meaning()));
    }

    static String words(TabId id) {
        return switch (id) {
            case SETUP -> "Setup";
            case CAMPAIGNS -> "Campaigns";
            case AUDIENCES -> "Audiences";
            case CREATIVES -> "Creatives";
            case PERFORMANCE -> "Performance";
            case SETTINGS -> "Settings";
        };
    }

    static Icons icon(TabId id) {
        return switch (id) {
            case SETUP -> Icons.SETUP;
            case CAMPAIGNS -> Icons.CAMPAIGNS;
            case AUDIENCES -> Icons.AUDIENCES;
            case CREATIVES -> Icons.CREATIVES;
            case PERFORMANCE -> Icons.PERFORMANCE;
            case SETTINGS -> Icons.SETTINGS;
        };
    }
}
