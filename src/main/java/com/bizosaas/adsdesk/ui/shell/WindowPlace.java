package com.bizosaas.adsdesk.ui.shell;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window was, so that it comes back there; a place that no screen shows any more is not used.
final class WindowPlace {

    static final double WIDTH = 1440;
    static final double HEIGHT = 900;
    static final double LEAST_WIDTH = 1024;
    static final double LEAST_HEIGHT = 700;

    private final WindowMemory memory;

    WindowPlace(WindowMemory memory) {
        this.memory = memory;
    }

    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        double width = number("window.width").orElse(Math.min(WIDTH, screen.getWidth()));
        double height = number("window.height").orElse(Math.min(HEIGHT, screen.getHeight()));
        stage.setWidth(Math.max(width, stage.getMinWidth()));
        stage.setHeight(Math.max(height, stage.getMinHeight()));
        Optional<Double> x = number("window.x");
        Optional<Double> y = number("window.y");
        if (x.isPresent() && y.isPresent() && !Screen.getScreensForRectangle(x.get(), y.get(), 100, 40).isEmpty()) {
            stage.setX(x.get());
            stage.setY(y.get());
        }
        stage.setMaximized(memory.get("window.maximized").map(Boolean::parseBoolean).orElse(false));
        stage.maximizedProperty().addListener((_, _, now) -> memory.put("window.maximized", now.toString()));
        keep(stage, "window.x", stage.xProperty());
        keep(stage, "window.y", stage.yProperty());
        keep(stage, "window.width", stage.widthProperty());
        keep(stage, "window.height", stage.heightProperty());
    }

    private void keep(Stage stage, String key, javafx.beans.value.ObservableValue<? extends Number> value) {
        value.addListener((_, _, now) -> {
            if (!stage.isMaximized() && !stage.isIconified() && !Double.isNaN(now.doubleValue())) {
                memory.put(key, Long.toString(Math.round(now.doubleValue())));
            }
        });
    }

    private Optional<Double> number(String key) {
        return memory.get(key).filter(text -> text.matches("-?[0-9]{1,5}")).map(Double::valueOf);
    }
}
