package com.bizosaas.adsdesk.bench;

import com.bizosaas.adsdesk.graph.wire.AccountJson;
import com.bizosaas.adsdesk.graph.wire.InsightJson;
import com.bizosaas.adsdesk.graph.wire.StructureJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The addresses with which the floor asks for the morning sync: our engine's own fields, the largest pages.
final class Fields {

    static final String ACCOUNT = AccountJson.FIELDS.replace("{", "%7B").replace("}", "%7D");
    private static final String STATUSES = "\"ACTIVE\",\"PAUSED\",\"ARCHIVED\",\"IN_PROCESS\",\"WITH_ISSUES\"";

    private Fields() {
    }

    static List<String> lists(String account, Target target) {
        String adSet = STATUSES + ",\"CAMPAIGN_PAUSED\"";
        String ad = adSet + ",\"ADSET_PAUSED\",\"PENDING_REVIEW\",\"DISAPPROVED\",\"PREAPPROVED\","
                + "\"PENDING_BILLING_INFO\"";
        String days = "{\"since\":\"" + target.since() + "\",\"until\":\"" + target.until() + "\"}";
        return List.of(objects(account, "campaigns", StructureJson.CAMPAIGN_FIELDS, STATUSES),
                objects(account, "adsets", StructureJson.AD_SET_FIELDS, adSet),
                objects(account, "ads", StructureJson.AD_FIELDS, ad),
                account + "/insights?limit=1000&level=campaign&time_increment=1&time_range=" + encoded(days)
                        + "&fields=campaign_id," + InsightJson.FACTS);
    }

    private static String objects(String account, String edge, String fields, String statuses) {
        return account + "/" + edge + "?limit=500&fields=" + encoded(fields) + "&effective_status="
                + encoded("[" + statuses + "]");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
