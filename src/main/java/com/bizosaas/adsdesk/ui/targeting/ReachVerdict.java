package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.targeting.Outlook;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Whether an audience fits the money. The desk's own rule, for Facebook has none in the API: narrow where the better days
/// would show the ad more than three times a week to everybody, broad where four weeks show it to less than one in fifty.
/// Without prices of the account the size alone counts: 50,000 and 50 million people.
///
/// @param needle 0 for far too narrow to 1 for far too broad; a quarter at each end is outside
/// @param words one sentence without a full stop
record ReachVerdict(Fit fit, double needle, String words) {

    enum Fit {
        NARROW, BALANCED, BROAD, UNKNOWN
    }

    private static final double WEEKS = 4;
    private static final double OFTEN = 3;
    private static final double SELDOM = 0.02;
    private static final double SMALL = 50_000;
    private static final double LARGE = 50_000_000;
    private static final double DECADES = 2;

    static ReachVerdict of(People people, @Nullable Outlook outlook, Formats formats) {
        if (!people.known()) {
            return new ReachVerdict(Fit.UNKNOWN, 0, "Facebook has no estimate: too few people, or not counted yet");
        }
        double middle = Math.max(1, (people.low() + people.high()) / 2.0);
        if (outlook == null) {
            double needle = place(Math.log10(middle), Math.log10(SMALL), Math.log10(LARGE));
            return needle < 0.25
                    ? new ReachVerdict(Fit.NARROW, needle, "Narrow: fewer than 50,000 people")
                    : needle > 0.75
                            ? new ReachVerdict(Fit.BROAD, needle, "Broad: more than 50 million people")
                            : new ReachVerdict(Fit.BALANCED, needle, "A usual size");
        }
        String budget = formats.moneyWhole(outlook.budget()) + " a day";
        double weekly = (outlook.impressions().low() + outlook.impressions().high()) / 2 * 7 / middle;
        double narrow = Math.log10(OFTEN);
        double broad = Math.log10(SELDOM / WEEKS);
        double needle = place(-Math.log10(Math.max(weekly, 1e-9)), -narrow, -broad);
        if (needle < 0.25) {
            return new ReachVerdict(Fit.NARROW, needle, "Narrow for " + budget + ": about "
                    + formats.decimal(BigDecimal.valueOf(weekly), 0) + " views a week for each person");
        }
        if (needle > 0.75) {
            return new ReachVerdict(Fit.BROAD, needle,
                    "Broad for " + budget + ": a month of it is seen by less than one in fifty");
        }
        return new ReachVerdict(Fit.BALANCED, needle, "Well balanced for " + budget);
    }

    /// A value on the dial: the fitting values take its middle half, two decades more each outer quarter.
    private static double place(double value, double from, double to) {
        if (value < from) {
            return Math.max(0, 0.25 - (from - value) / DECADES * 0.25);
        }
        if (value > to) {
            return Math.min(1, 0.75 + (value - to) / DECADES * 0.25);
        }
        return 0.25 + (value - from) / (to - from) * 0.5;
    }
}
