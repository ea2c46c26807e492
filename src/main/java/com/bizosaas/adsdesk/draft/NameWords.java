package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the words of a naming template stand for ([NamePattern#WORDS]).
public final class NameWords {

    private NameWords() {
    }

    /// @param tenant the client's name
    /// @param campaign values of the object's campaign, or of itself
    /// @param adSet values of its ad set, empty for a campaign
    /// @param object the object's own values
    public static Map<String, String> of(String tenant, AdAccount account, Map<String, String> campaign,
            Map<String, String> adSet, Map<String, String> object) {
        Targeting targeting = Targeting.of(adSet.getOrDefault(Fields.TARGETING, ""));
        NewCreative creative = NewCreative.of(object.getOrDefault(Fields.CREATIVE, "")).orElse(NewCreative.EMPTY);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("name", object.getOrDefault(Fields.NAME, ""));
        words.put("account", account.name());
        words.put("tenant", tenant);
        words.put("campaign", campaign.getOrDefault(Fields.NAME, ""));
        words.put("adset", adSet.getOrDefault(Fields.NAME, ""));
        words.put("objective", campaign.getOrDefault(Fields.OBJECTIVE, "").replace("OUTCOME_", ""));
        words.put("goal", adSet.getOrDefault(Fields.GOAL, ""));
        words.put("country", String.join("-", targeting.countries()));
        words.put("age", adSet.isEmpty() ? "" : targeting.ages());
        words.put("budget", budget(account, object));
        words.put("creative", FieldValues.creativeId(object.getOrDefault(Fields.CREATIVE, "")));
        words.put("image", creative.imageName());
        words.put("headline", creative.headline());
        words.put("status", object.getOrDefault(Fields.STATUS, ""));
        return words;
    }

    private static String budget(AdAccount account, Map<String, String> values) {
        for (String field : List.of(Fields.DAILY, Fields.LIFETIME)) {
            String minor = values.get(field);
            if (minor != null && !FieldValues.isAbsent(minor)) {
                return Money.ofMinor(minor, account.currency()).amount().stripTrailingZeros().toPlainString();
            }
        }
        return "";
    }
}
