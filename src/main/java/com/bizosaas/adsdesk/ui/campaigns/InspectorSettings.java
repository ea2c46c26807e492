package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The settings of an object as label and value, in days of the ad account.
final class InspectorSettings {

    private final Formats formats;
    private final ZoneId zone;

    InspectorSettings(Formats formats, ZoneId zone) {
        this.formats = formats;
        this.zone = zone;
    }

    Map<String, String> of(CampaignRow row) {
        return switch (row.subject()) {
            case Subject.OfCampaign(var campaign) -> of(campaign, row);
            case Subject.OfAdSet(var adSet) -> of(adSet, row);
            case Subject.OfAd(var ad) -> of(ad);
        };
    }

    private Map<String, String> of(Campaign campaign, CampaignRow row) {
        Map<String, String> lines = new LinkedHashMap<>();
        Budget budget = campaign.budget();
        if (budget != null) {
            lines.put(BudgetWords.label(budget.kind()), formats.money(budget.amount()));
            lines.put("Budget level", "Campaign (Advantage+)");
        } else {
            lines.put("Budget", row.budget().amount() == null ? Formats.NONE : formats.money(row.budget().amount()));
            lines.put("Budget level", "Ad sets");
        }
        lines.put("Bid strategy", orNone(row.bid()));
        lines.put("Objective", row.objective());
        lines.put("Special category", campaign.specialAdCategories().isEmpty()
                ? "None"
                : campaign.specialAdCategories().stream()
                        .map(code -> Words.CATEGORIES.getOrDefault(code, Words.sentence(code)))
                        .collect(Collectors.joining(", ")));
        lines.put("Schedule", schedule(campaign.startTime(), campaign.stopTime()));
        lines.put("Created", day(campaign.createdAt()));
        return lines;
    }

    private Map<String, String> of(AdSet adSet, CampaignRow row) {
        Map<String, String> lines = new LinkedHashMap<>();
        Budget budget = adSet.budget();
        lines.put(budget == null ? "Budget" : BudgetWords.label(budget.kind()),
                budget == null ? "Set by the campaign" : formats.money(budget.amount()));
        lines.put("Bid strategy", orNone(row.bid()));
        lines.put("Optimises for", orNone(Words.sentence(adSet.optimizationGoal())));
        lines.put("Charged for", orNone(Words.sentence(adSet.billingEvent())));
        AdSet.Learning learning = adSet.learning();
        if (learning != null) {
            lines.put("Learning", Words.sentence(learning.status()) + ", " + learning.conversions() + " results");
        }
        lines.put("Schedule", schedule(adSet.startTime(), adSet.endTime()));
        lines.put("Created", day(adSet.createdAt()));
        return lines;
    }

    private Map<String, String> of(Ad ad) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Creative", ad.creativeId() == null ? "Deleted" : ad.creativeId().value());
        lines.put("Created", day(ad.createdAt()));
        lines.put("Changed", day(ad.updatedAt()));
        return lines;
    }

    private String schedule(@Nullable Instant start, @Nullable Instant end) {
        return (start == null ? "No start set" : day(start)) + " → " + (end == null ? "no end" : day(end));
    }

    private String day(@Nullable Instant at) {
        return at == null ? Formats.NONE : formats.dayAndYear(at.atZone(zone).toLocalDate());
    }

    private static String orNone(String text) {
        return text.isEmpty() ? Formats.NONE : text;
    }
}
