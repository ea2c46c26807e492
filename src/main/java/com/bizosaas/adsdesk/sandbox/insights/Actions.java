package com.bizosaas.adsdesk.sandbox.insights;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a row's people did, under all the names that Facebook gives it. The names overlap: a website purchase is also a
/// purchase and an omni purchase, so the values of a row must never be added up.
final class Actions {

    private static final String PIXEL = "offsite_conversion.fb_pixel_";

    private Actions() {
    }

    /// @param offMeta whether what happened on the advertiser's own site is told as well
    static Map<String, Long> counts(Totals totals, boolean offMeta) {
        Map<String, Long> counts = new LinkedHashMap<>();
        long links = totals.get(Metric.LINK_CLICKS);
        counts.put("link_click", links);
        counts.put("post_reaction", totals.get(Metric.REACTIONS));
        counts.put("comment", totals.get(Metric.COMMENTS));
        counts.put("post", totals.get(Metric.SHARES));
        counts.put("like", totals.get(Metric.PAGE_LIKES));
        counts.put("video_view", totals.get(Metric.VIDEO_VIEWS));
        counts.put("post_engagement", engagement(totals));
        counts.put("page_engagement", engagement(totals) + totals.get(Metric.PAGE_LIKES));
        long forms = totals.get(Metric.FORM_LEADS);
        long pixelLeads = offMeta ? totals.get(Metric.PIXEL_LEADS) : 0;
        counts.put("onsite_conversion.lead_grouped", forms);
        counts.put(PIXEL + "lead", pixelLeads);
        counts.put("lead", forms + pixelLeads);
        if (offMeta) {
            counts.put("landing_page_view", totals.get(Metric.LANDING_VIEWS));
            counts.put("omni_landing_page_view", totals.get(Metric.LANDING_VIEWS));
            threefold(counts, "view_content", "omni_view_content", totals.get(Metric.CONTENT_VIEWS));
            threefold(counts, "add_to_cart", "omni_add_to_cart", totals.get(Metric.CART_ADDS));
            threefold(counts, "initiate_checkout", "omni_initiated_checkout", totals.get(Metric.CHECKOUTS));
            threefold(counts, "purchase", "omni_purchase", totals.get(Metric.PURCHASES));
            counts.put("mobile_app_install", totals.get(Metric.INSTALLS));
            counts.put("omni_app_install", totals.get(Metric.INSTALLS));
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /// The names of purchases, for their value and their return on spend.
    static Map<String, Long> values(Totals totals) {
        Map<String, Long> values = new LinkedHashMap<>();
        threefold(values, "purchase", "omni_purchase", totals.get(Metric.PURCHASE_VALUE));
        values.values().removeIf(value -> value == 0);
        return values;
    }

    static long engagement(Totals totals) {
        return totals.get(Metric.REACTIONS) + totals.get(Metric.COMMENTS) + totals.get(Metric.SHARES)
                + totals.get(Metric.LINK_CLICKS) + totals.get(Metric.VIDEO_VIEWS);
    }

    /// Whether an action happens after the click or view and therefore falls into attribution windows.
    static boolean isAttributed(String type) {
        return type.startsWith("omni_") || type.startsWith(PIXEL) || type.equals("purchase") || type.equals("lead")
                || type.equals("add_to_cart") || type.equals("view_content") || type.equals("initiate_checkout")
                || type.equals("mobile_app_install");
    }

    private static void threefold(Map<String, Long> counts, String plain, String omni, long count) {
        counts.put(plain, count);
        counts.put(omni, count);
        counts.put(PIXEL + plain, count);
    }
}
