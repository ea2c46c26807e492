package com.bizosaas.adsdesk.domain;

/// A level of the ad hierarchy, as `level` of an insights query names it.
public enum Level {
    ACCOUNT("account"), CAMPAIGN("campaign"), AD_SET("adset"), AD("ad");

    private final String graphName;

    Level(String graphName) {
        this.graphName = graphName;
    }

    public String graphName() {
        return graphName;
    }
}
