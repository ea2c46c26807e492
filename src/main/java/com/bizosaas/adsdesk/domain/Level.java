package com.bizosaas.adsdesk.domain;

import java.util.List;

/// A level of the ad hierarchy, as `level` of an insights query names it, and beside it the audiences of an account: they
/// are drafted and published like the rest, but have no figures.
public enum Level {
    ACCOUNT("account"), CAMPAIGN("campaign"), AD_SET("adset"), AD("ad"), AUDIENCE("audience");

    /// Those that figures are asked for.
    public static final List<Level> WITH_FIGURES = List.of(ACCOUNT, CAMPAIGN, AD_SET, AD);

    private final String graphName;

    Level(String graphName) {
        this.graphName = graphName;
    }

    public String graphName() {
        return graphName;
    }
}
