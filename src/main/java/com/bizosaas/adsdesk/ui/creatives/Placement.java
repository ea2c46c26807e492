package com.bizosaas.adsdesk.ui.creatives;

/// Where a preview shows the creative, with Facebook's name of the ad format (graph-api chapter 08, "Previews").
public enum Placement {
    FEED("Feed", "MOBILE_FEED_STANDARD"),
    STORY("Story", "INSTAGRAM_STORY"),
    REEL("Reel", "INSTAGRAM_REELS"),
    DESKTOP(
            "Desktop", "DESKTOP_FEED_STANDARD");

    private final String label;
    private final String adFormat;

    Placement(String label, String adFormat) {
        this.label = label;
        this.adFormat = adFormat;
    }

    public String label() {
        return label;
    }

    public String adFormat() {
        return adFormat;
    }
}
