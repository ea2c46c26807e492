package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.ui.common.CanvasColours.Token;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// One bar a day from zero, the last day darker, grey for what is off. Drawn again only when its figures, its size or the
/// theme change.
public final class Sparkline extends Region {

    private static final double WIDTH = 56;
    private static final double HEIGHT = 16;
    private static final double GAP = 1;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final CanvasColours colours = new CanvasColours(this::draw);
    private List<Double> values = List.of();
    private boolean off;

    public Sparkline() {
        this(WIDTH, HEIGHT);
    }

    public Sparkline(double width, double height) {
        getStyleClass().add("sparkline");
        canvas.setWidth(width);
        canvas.setHeight(height);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        getChildren().addAll(colours, canvas);
    }

    /// @param days oldest first; a day without figures is zero
    /// @param switchedOff whether what it belongs to is not running
    /// @param sentence for screen readers, such as "Spend, 14 days, 40 to 36, lowest 18"
    public void show(List<Double> days, boolean switchedOff, String sentence) {
        if (days.equals(values) && off == switchedOff) {
            return;
        }
        values = List.copyOf(days);
        off = switchedOff;
        setAccessibleText(sentence);
        draw();
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double slot = canvas.getWidth() / Math.max(1, values.size());
        for (int i = 0; i < values.size(); i++) {
            double share = highest <= 0 ? 0 : Math.max(0, values.get(i)) / highest;
            double height = share == 0 ? 1 : Math.max(2, Math.round(share * canvas.getHeight()));
            Token token = off || share == 0 ? Token.BAR_OFF : i == values.size() - 1 ? Token.BAR_LAST : Token.BAR;
            graphics.setFill(colours.get(token));
            double x = Math.round(i * slot);
            double width = Math.max(1, Math.round((i + 1) * slot) - x - GAP);
            graphics.fillRect(x, canvas.getHeight() - height, width, height);
        }
    }
}
