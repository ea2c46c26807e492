package com.bizosaas.adsdesk.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.WeakHashMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;

/// Dresses windows in AtlantaFX's Primer with the desk's colours over it, light, dark, or as the system has it.
/// FX thread only.
public final class Themes {

    private static final String FOLDER = "/com/bizosaas/adsdesk/ui/theme/";
    private static final List<String> SHEETS = List.of("text", "controls", "badges", "tables", "surfaces", "overlays");

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark", false);
    private final WeakHashMap<Scene, Boolean> scenes = new WeakHashMap<>();
    private final ChangeListener<ColorScheme> systemListener = (_, _, _) -> repaint();
    private Theme theme;

    public Themes(Theme theme) {
        Fonts.load();
        this.theme = theme;
        Platform.getPreferences().colorSchemeProperty().addListener(systemListener);
        repaint();
    }

    /// Whether the desk is dark now, whoever decided it.
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    public Theme theme() {
        return theme;
    }

    public void use(Theme chosen) {
        theme = chosen;
        repaint();
    }

    /// Gives a scene the desk's sheets, now and at every change of theme.
    public void dress(Scene scene) {
        scenes.put(scene, true);
        List<String> sheets = new ArrayList<>();
        for (String sheet : SHEETS) {
            sheets.add(url(sheet));
        }
        sheets.add(tokens());
        scene.getStylesheets().setAll(sheets);
    }

    private void repaint() {
        boolean now = switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet(
                now ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        dark.set(now);
        for (Scene scene : scenes.keySet()) {
            int last = scene.getStylesheets().size() - 1;
            scene.getStylesheets().set(last, tokens());
        }
    }

    private String tokens() {
        return url(dark.get() ? "tokens-dark" : "tokens-light");
    }

    private static String url(String sheet) {
        return Objects.requireNonNull(Themes.class.getResource(FOLDER + sheet + ".css"), sheet).toExternalForm();
    }
}
