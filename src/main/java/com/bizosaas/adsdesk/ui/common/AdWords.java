package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Objective;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Meta's constants in the words of Ads Manager. A constant that is newer than this release is shown as it is.
public final class AdWords {

    /// Special ad categories that can be declared (graph-api chapter 04, "Campaign"), by their name for people.
    public static final Map<String, String> CATEGORIES = categories();

    public static final List<BidStrategy> STRATEGIES = List.of(BidStrategy.LOWEST_COST_WITHOUT_CAP,
            BidStrategy.COST_CAP, BidStrategy.LOWEST_COST_WITH_BID_CAP, BidStrategy.LOWEST_COST_WITH_MIN_ROAS);

    private AdWords() {
    }

    public static String objective(Objective objective) {
        String value = objective.modern().value();
        return switch (value) {
            case "OUTCOME_AWARENESS" -> "Awareness";
            case "OUTCOME_TRAFFIC" -> "Traffic";
            case "OUTCOME_ENGAGEMENT" -> "Engagement";
            case "OUTCOME_LEADS" -> "Leads";
            case "OUTCOME_APP_PROMOTION" -> "App";
            case "OUTCOME_SALES" -> "Sales";
            default -> sentence(value);
        };
    }

    public static String strategy(BidStrategy strategy) {
        return switch (strategy.value()) {
            case "LOWEST_COST_WITHOUT_CAP" -> "Highest volume";
            case "LOWEST_COST_WITH_BID_CAP" -> "Bid cap";
            case "COST_CAP" -> "Cost goal";
            case "LOWEST_COST_WITH_MIN_ROAS" -> "ROAS goal";
            default -> sentence(strategy.value());
        };
    }

    /// Where an ad leads, as in `destination_type`.
    public static String destination(String value) {
        return switch (value) {
            case "" -> "Not asked for";
            case "WHATSAPP" -> "WhatsApp";
            case "INSTAGRAM_DIRECT" -> "Instagram Direct";
            case "INSTAGRAM_PROFILE" -> "Instagram profile";
            case "ON_AD" -> "Instant form";
            case "ON_POST" -> "Post";
            case "ON_VIDEO" -> "Video";
            case "ON_PAGE" -> "Page";
            case "ON_EVENT" -> "Event";
            default -> sentence(value);
        };
    }

    /// `LANDING_PAGE_VIEWS` as "Landing page views".
    public static String sentence(String constant) {
        if (constant.isEmpty()) {
            return constant;
        }
        String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<String, String> categories() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("HOUSING", "Housing");
        names.put("EMPLOYMENT", "Employment");
        names.put("CREDIT", "Credit");
        names.put("FINANCIAL_PRODUCTS_SERVICES", "Financial products and services");
        names.put("ISSUES_ELECTIONS_POLITICS", "Social issues, elections or politics");
        names.put("ONLINE_GAMBLING_AND_GAMING", "Online gambling and gaming");
        return Collections.unmodifiableMap(names);
    }
}
