package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// How the desk looks, who is at it, and when its screen locks.
final class GeneralView {

    private static final double WIDE = 260;

    private final Cards view;

    GeneralView(SettingRows rows) {
        Map<Theme, String> themes = new LinkedHashMap<>();
        themes.put(Theme.LIGHT, "Light");
        themes.put(Theme.DARK, "Dark");
        themes.put(Theme.SYSTEM, "As the system");
        VBox column = new VBox(
                Cards.card("Appearance",
                        List.of(rows.segments(Setting.THEME, "For all windows, at once", themes, Theme.LIGHT, WIDE))),
                Cards.card("At this desk", List.of(
                        rows.text(TypedSetting.text(Setting.OPERATOR), "Stands in the audit log beside what you do",
                                new TextField(), WIDE),
                        rows.idleLock("general-idle"))));
        view = new Cards(column);
    }

    Node view() {
        return view;
    }
}
