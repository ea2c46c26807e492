package com.bizosaas.adsdesk.sandbox.fleet;

import java.time.ZoneId;
import java.util.List;

/// Everything decided about one ad account before its content is made.
///
/// @param index place in the fleet, carried by the ids of the content
/// @param id with the `act_` prefix
/// @param status `account_status` (graph-api chapter 03)
/// @param capUsed share of the spending cap already spent, in percent; 0 for an account without a cap
/// @param delivering share of the campaigns that deliver
/// @param fanOut most ad sets of a campaign, exactly so many where `even`
/// @param adFanOut the same for ads of an ad set
/// @param spring what is planted for walkthrough W5
/// @param winners of the delivering campaigns so many earn more than three times their spend; -1 leaves it to chance
record AccountPlan(int index, String id, String name, Client client, Currency currency, ZoneId zone, Voice voice,
        List<String> countries, int campaigns, double delivering, int fanOut, int adFanOut, boolean even, int winners,
        int status,
        int disableReason, int capUsed, boolean developmentTier, List<Anomaly> anomalies, String pixelId,
        Spring spring) {

    /// A sale that is over: ads whose URL parameters say `utm_campaign=spring`, and ad sets made for it.
    record Spring(int ads, int adSets) {

        static final Spring NONE = new Spring(0, 0);
        static final String NAME = "Spring sale 26";
        static final String URL_TAGS = "utm_source=facebook&utm_medium=paid&utm_campaign=spring&utm_content={{ad.id}}";
    }

    /// A client business of the agency, with its page.
    record Client(String businessId, String businessName, String pageId, String instagramId, String site,
            String vertical) {
    }

    AccountPlan {
        countries = List.copyOf(countries);
        anomalies = List.copyOf(anomalies);
    }

    /// The id without its prefix, as `account_id` has it.
    String number() {
        return id.substring("act_".length());
    }
}
