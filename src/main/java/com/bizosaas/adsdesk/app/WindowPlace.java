package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.ui.shell.WindowMemory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it was, if that place is still on a screen, and remembers where it goes. FX thread only.
final class WindowPlace {

    private static final String KEY = "window";
    private static final double VISIBLE = 100;

    private WindowPlace() {
    }

    static void restore(Stage stage, WindowMemory memory, List<Screen> screens) {
        parse(memory.get(KEY)).filter(place -> screens.stream().map(Screen::getVisualBounds)
                .anyMatch(screen -> screen.intersects(place.getMinX(), place.getMinY(), VISIBLE, VISIBLE)))
                .ifPresent(place -> {
                    stage.setX(place.getMinX());
                    stage.setY(place.getMinY());
                    stage.setWidth(place.getWidth());
                    stage.setHeight(place.getHeight());
                });
        stage.setMaximized(memory.get(KEY + ".maximized").map(Boolean::parseBoolean).orElse(false));
        stage.setOnHiding(_ -> remember(stage, memory));
    }

    private static void remember(Stage stage, WindowMemory memory) {
        memory.put(KEY + ".maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized()) {
            memory.put(KEY, String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f", stage.getX(), stage.getY(),
                    stage.getWidth(), stage.getHeight()));
        }
    }

    private static Optional<Rectangle2D> parse(Optional<String> kept) {
        try {
            return kept.map(text -> text.split(" ")).filter(parts -> parts.length == 4)
                    .map(parts -> new Rectangle2D(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]), Double.parseDouble(parts[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
