package com.bizosaas.adsdesk.domain;

/// How Meta bids (graph-api chapter 04, "Bid strategies").
public record BidStrategy(String value) {

    public static final BidStrategy LOWEST_COST_WITHOUT_CAP = new BidStrategy("LOWEST_COST_WITHOUT_CAP");
    public static final BidStrategy LOWEST_COST_WITH_BID_CAP = new BidStrategy("LOWEST_COST_WITH_BID_CAP");
    public static final BidStrategy COST_CAP = new BidStrategy("COST_CAP");
    public static final BidStrategy LOWEST_COST_WITH_MIN_ROAS = new BidStrategy("LOWEST_COST_WITH_MIN_ROAS");

    /// As Ads Manager calls it; one that is newer than this release in plain words.
    public String label() {
        return switch (value) {
            case "LOWEST_COST_WITHOUT_CAP" -> "Highest volume";
            case "LOWEST_COST_WITH_BID_CAP" -> "Bid cap";
            case "COST_CAP" -> "Cost goal";
            case "LOWEST_COST_WITH_MIN_ROAS" -> "ROAS goal";
            default -> Constants.sentence(value);
        };
    }
}
