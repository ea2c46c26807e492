package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Beneficiary and payer by region (graph-api chapter 04, "TW, AU, SG, IN rules"; names from the contract's
/// `RegionalRegulationIdentities`): known owners, always both, and both where a regulated category is given.
final class RegionRules {

    private static final String IDENTITIES = "regional_regulation_identities";
    private static final Set<String> OWNERS = Set.of("taiwan_universal", "taiwan_finserv", "singapore_universal",
            "australia_finserv", "india_finserv", "universal");

    private RegionRules() {
    }

    /// @param before what the ad set has of identities already
    static void check(Call call, JsonNode before) {
        JsonNode identities = call.json(IDENTITIES).orElse(before.isObject() ? before : Json.object());
        for (String name : identities.propertyNames()) {
            String owner = name.replaceFirst("_(beneficiary|payer)$", "");
            boolean whole = identities.has(owner + "_beneficiary") && identities.has(owner + "_payer");
            if (owner.equals(name) || !OWNERS.contains(owner) || !whole
                    || identities.path(name).asString("").isEmpty()) {
                throw GraphError.refused(0, "Beneficiary and payer are incomplete",
                        "Name both the beneficiary and the payer of each region by their ids: " + name + ".",
                        IDENTITIES);
            }
        }
        if (!call.list("regional_regulated_categories").isEmpty() && identities.isEmpty()) {
            throw GraphError.refused(0, "Beneficiary and payer are missing",
                    "An ad set of a regulated category needs its beneficiary and payer.", IDENTITIES);
        }
    }
}
