package com.bizosaas.adsdesk.ui.performance;

import java.util.ArrayList;
import java.util.List;

/// A value axis from zero in round steps of 1, 2, 2.5 or 5 times a power of ten. It never starts above zero: a cut axis
/// makes small changes look large.
///
/// @param step value between two grid lines
/// @param steps number of steps; the axis ends at `step * steps`
public record NiceScale(double step, int steps) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /// @param highest the largest value to be shown; zero and less give an axis to 1
    /// @param wanted about how many steps
    /// @param whole whether the values are counts, which have no half steps
    public static NiceScale upTo(double highest, int wanted, boolean whole) {
        if (!(highest > 0) || Double.isInfinite(highest)) {
            return new NiceScale(1, 1);
        }
        double raw = highest / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * 10;
        for (double candidate : ROUND) {
            if (candidate * power >= raw * 0.999999) {
                step = candidate * power;
                break;
            }
        }
        if (whole) {
            step = Math.max(1, Math.ceil(step));
        }
        return new NiceScale(step, (int) Math.max(1, Math.ceil(highest / step - 1e-9)));
    }

    public double top() {
        return step * steps;
    }

    /// Values of the grid lines, zero first.
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            ticks.add(step * i);
        }
        return ticks;
    }

    /// Decimals that tell the grid lines apart.
    public int decimals() {
        int decimals = 0;
        for (double rest = step; decimals < 4 && Math.abs(rest - Math.rint(rest)) > 1e-9; rest *= 10) {
            decimals++;
        }
        return decimals;
    }
}
