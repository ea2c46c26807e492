package com.bizosaas.adsdesk.sandbox.fleet;

/// The currencies of the fleets, with Meta's minor-unit factor (graph-api chapter 03, which is not ISO 4217's) and a
/// rough price level that makes budgets and baskets plausible. The level is no exchange rate.
public enum Currency {
    USD(100, 1), EUR(100, 0.9), GBP(100, 0.8), JPY(1, 150), HUF(1, 360), TWD(1, 32);

    private final int offset;
    private final double perDollar;

    Currency(int offset, double perDollar) {
        this.offset = offset;
        this.perDollar = perDollar;
    }

    /// Minor units in one major unit: 1 or 100.
    public int offset() {
        return offset;
    }

    /// Minor units that buy about what one US dollar buys.
    public double minorPerDollar() {
        return offset * perDollar;
    }

    /// A budget of about this many dollars, as round as a person would type it, in minor units.
    long roundBudget(double dollars) {
        double major = dollars * perDollar;
        double step = Math.pow(10, Math.floor(Math.log10(major))) / 2;
        return Math.round(Math.max(1, Math.round(major / step)) * step) * offset;
    }
}
