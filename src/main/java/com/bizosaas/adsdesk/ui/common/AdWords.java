package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Constants;
import com.bizosaas.adsdesk.domain.Objective;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
        return objective.label();
    }

    public static String strategy(BidStrategy strategy) {
        return strategy.label();
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
        return Constants.sentence(constant);
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
