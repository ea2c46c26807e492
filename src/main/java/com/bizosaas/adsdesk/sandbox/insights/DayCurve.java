package com.bizosaas.adsdesk.sandbox.insights;

/// How delivery spreads over the hours of an account's day.
final class DayCurve {

    static final int HOURS = 24;
    private static final double[] SHARES = {20, 14, 10, 8, 9, 14, 26, 38, 44, 45, 46, 48, 52, 50, 46, 45, 48, 54, 60,
            66, 70, 66, 52, 34};
    private static final double[] UNTIL = new double[HOURS + 1];

    static {
        double total = 0;
        for (double share : SHARES) {
            total += share;
        }
        for (int hour = 0; hour < HOURS; hour++) {
            UNTIL[hour + 1] = UNTIL[hour] + SHARES[hour] / total;
        }
        UNTIL[HOURS] = 1;
    }

    private DayCurve() {
    }

    /// The share of a day's delivery that is done by a time of the day.
    ///
    /// @param ofDay 0 at midnight, 1 at the next
    static double until(double ofDay) {
        if (ofDay <= 0) {
            return 0;
        }
        if (ofDay >= 1) {
            return 1;
        }
        double hours = ofDay * HOURS;
        int hour = (int) hours;
        return UNTIL[hour] + (UNTIL[hour + 1] - UNTIL[hour]) * (hours - hour);
    }
}
