package com.bizosaas.adsdesk.sandbox.limits;

import java.util.Locale;

/// A business use case, counted per ad account and hour.
public enum UseCase {
    ADS_MANAGEMENT(80004), ADS_INSIGHTS(80000), CUSTOM_AUDIENCE(80003);

    private final int code;

    UseCase(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// Its name in the usage header.
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }
}
