package com.bizosaas.adsdesk.ui.overview;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What was spent of a day's plan, with a tick at what was planned by this hour.
final class PaceBar extends Region {

    private static final double HEIGHT = 4;
    private static final double TICK = 10;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final Region tick = new Region();
    private double spent;
    private double planned;

    PaceBar() {
        getStyleClass().add("pace-bar");
        track.getStyleClass().add("track");
        fill.getStyleClass().add("fill");
        tick.getStyleClass().add("tick");
        getChildren().addAll(track, fill, tick);
        setMinSize(72, TICK);
        setPrefSize(72, TICK);
        setMaxSize(72, TICK);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    }

    void show(OverviewRow row) {
        spent = share(row.today() == null ? null : row.today().amount().doubleValue(), row);
        planned = share(row.planned() == null ? null : row.planned().amount().doubleValue(), row);
        getStyleClass().remove("off");
        if (row.offPace()) {
            getStyleClass().add("off");
        }
        setAccessibleText("Spent " + row.pace() + " per cent of what was planned by now");
        requestLayout();
    }

    private static double share(@Nullable Double amount, OverviewRow row) {
        double plan = row.plan() == null ? 0 : row.plan().amount().doubleValue();
        return amount == null || plan <= 0 ? 0 : Math.clamp(amount / plan, 0, 1);
    }

    @Override
    protected void layoutChildren() {
        double top = Math.round((getHeight() - HEIGHT) / 2);
        track.resizeRelocate(0, top, getWidth(), HEIGHT);
        fill.resizeRelocate(0, top, Math.round(getWidth() * spent), HEIGHT);
        tick.resizeRelocate(Math.min(getWidth() - 2, Math.round(getWidth() * planned)),
                Math.round((getHeight() - TICK) / 2), 2, TICK);
    }
}
