package com.bizosaas.adsdesk.ui.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a row's schedule begins and ends; an ad has none of its own.
final class Schedule {

    private Schedule() {
    }

    static @Nullable Instant start(Part part, int local) {
        return switch (part.level(local)) {
            case CAMPAIGN, ACCOUNT, AUDIENCE -> part.campaign(local).startTime();
            case AD_SET -> part.adSet(local).startTime();
            case AD -> null;
        };
    }

    static @Nullable Instant end(Part part, int local) {
        return switch (part.level(local)) {
            case CAMPAIGN, ACCOUNT, AUDIENCE -> part.campaign(local).stopTime();
            case AD_SET -> part.adSet(local).endTime();
            case AD -> null;
        };
    }
}
