package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.Node;

/// What Ads Manager counts as the result of an ad set, by its optimisation goal.
enum Result {
    // @formatter:off
    PURCHASE("actions:offsite_conversion.fb_pixel_purchase", Metric.PURCHASES),
    WEBSITE_LEAD("actions:offsite_conversion.fb_pixel_lead", Metric.PIXEL_LEADS),
    FORM_LEAD("actions:onsite_conversion.lead_grouped", Metric.FORM_LEADS),
    LANDING_VIEW("actions:landing_page_view", Metric.LANDING_VIEWS),
    LINK_CLICK("actions:link_click", Metric.LINK_CLICKS),
    INSTALL("actions:mobile_app_install", Metric.INSTALLS),
    ENGAGEMENT("actions:post_engagement", Metric.REACTIONS),
    THRUPLAY("video_thruplay_watched_actions", Metric.THRUPLAYS),
    IMPRESSION("impressions", Metric.IMPRESSIONS),
    /// People, counted per row and not summed.
    REACH("reach", Metric.IMPRESSIONS);
    // @formatter:on

    private final String indicator;
    private final Metric metric;

    Result(String indicator, Metric metric) {
        this.indicator = indicator;
        this.metric = metric;
    }

    String indicator() {
        return indicator;
    }

    Metric metric() {
        return metric;
    }

    static Result of(Node adSet) {
        return switch (adSet.text("optimization_goal")) {
            case "OFFSITE_CONVERSIONS", "VALUE" -> "LEAD".equals(
                    adSet.fields().path("promoted_object").path("custom_event_type").asString("")) ? WEBSITE_LEAD
                            : PURCHASE;
            case "LEAD_GENERATION", "QUALITY_LEAD" -> FORM_LEAD;
            case "LANDING_PAGE_VIEWS" -> LANDING_VIEW;
            case "APP_INSTALLS", "APP_INSTALLS_AND_OFFSITE_CONVERSIONS" -> INSTALL;
            case "POST_ENGAGEMENT", "PAGE_LIKES" -> ENGAGEMENT;
            case "THRUPLAY" -> THRUPLAY;
            case "REACH" -> REACH;
            case "IMPRESSIONS", "AD_RECALL_LIFT" -> IMPRESSION;
            default -> LINK_CLICK;
        };
    }
}
