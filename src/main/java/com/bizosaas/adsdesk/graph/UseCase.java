package com.bizosaas.adsdesk.graph;

/// What a call is counted as (graph-api chapter 12, `type` of the business use case usage).
public enum UseCase {
    /// Counted for the app and the person only, such as `/me`.
    PLATFORM(""), ADS_MANAGEMENT("ads_management"), ADS_INSIGHTS("ads_insights"), CUSTOM_AUDIENCE("custom_audience");

    private final String type;

    UseCase(String type) {
        this.type = type;
    }

    /// Meta's name, empty for [#PLATFORM].
    public String type() {
        return type;
    }
}
