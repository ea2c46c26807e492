package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Days of a row's schedule in words, in the zone of its account; empty where there is none.
final class DayWords {

    private DayWords() {
    }

    static String start(Formats formats, CampaignRow row) {
        return day(formats, row, switch (row.subject()) {
            case Subject.OfCampaign(var campaign) -> campaign.startTime();
            case Subject.OfAdSet(var adSet) -> drafted(row, "start_time", adSet.startTime());
            case Subject.OfAd _ -> null;
        });
    }

    static String end(Formats formats, CampaignRow row) {
        return day(formats, row, switch (row.subject()) {
            case Subject.OfCampaign(var campaign) -> campaign.stopTime();
            case Subject.OfAdSet(var adSet) -> drafted(row, "end_time", adSet.endTime());
            case Subject.OfAd _ -> null;
        });
    }

    private static @Nullable Instant drafted(CampaignRow row, String field, @Nullable Instant now) {
        String mine = row.drafted(field);
        return mine == null ? now : FieldValues.instant(mine).orElse(null);
    }

    private static String day(Formats formats, CampaignRow row, @Nullable Instant at) {
        return at == null ? "" : formats.dayAndYear(at.atZone(row.frame().account().zone()).toLocalDate());
    }
}
