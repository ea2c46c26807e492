package com.bizosaas.adsdesk.domain.metrics;

import com.bizosaas.adsdesk.domain.metrics.Conversion.Tier;
import java.util.List;

/// The names under which Meta reports one event, from the name that holds all to those of single channels. Names are compared
/// whole; only custom conversions are known by what stands before their id.
///
/// @param omni over web, apps and shops, without duplicates; empty where there is none
/// @param aggregated over pixel and server events; empty where there is none
/// @param leaves of single channels, which do not overlap
/// @param members what each name of a further leaf begins with, empty for none
record ActionLadder(String omni, String aggregated, List<String> leaves, String members) {

    private static final String PIXEL = "offsite_conversion.fb_pixel_";
    private static final String APP = "app_custom_event.fb_mobile_";

    /// Of events that are no [ConversionFamily], and of custom events: the group holds its members.
    static final List<ActionLadder> OTHERS = List.of(
            new ActionLadder("", PIXEL + "custom", List.of(), "offsite_conversion.custom."),
            new ActionLadder("omni_view_content", "view_content", List.of(PIXEL + "view_content",
                    "onsite_web_view_content", APP + "content_view"), ""),
            new ActionLadder("omni_search", "search", List.of(PIXEL + "search", "onsite_web_search", APP + "search"),
                    ""),
            new ActionLadder("omni_landing_page_view", "landing_page_view", List.of(), ""),
            new ActionLadder("omni_app_install", "app_install", List.of("mobile_app_install"), ""),
            new ActionLadder("", "add_payment_info", List.of(PIXEL + "add_payment_info",
                    "onsite_web_add_payment_info", APP + "add_payment_info"), ""),
            new ActionLadder("", "add_to_wishlist", List.of(PIXEL + "add_to_wishlist",
                    "onsite_web_add_to_wishlist", APP + "add_to_wishlist"), ""));

    /// NONE for an action type that is none of these.
    Tier tierOf(String actionType) {
        if (actionType.equals(omni)) {
            return Tier.OMNI;
        }
        if (actionType.equals(aggregated)) {
            return Tier.AGGREGATED;
        }
        return leaves.contains(actionType) || !members.isEmpty() && actionType.startsWith(members)
                ? Tier.LEAVES
                : Tier.NONE;
    }
}
