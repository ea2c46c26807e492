package com.bizosaas.adsdesk.domain.profile;

import java.util.List;

/// The agency's record of a client, beside its name and colour.
///
/// @param owner who answers for the client at the agency, empty where nobody does
/// @param conversions action types that count as the client's conversion, empty for the desk's own choice
/// @param namePattern a regular expression that names of campaigns follow, empty for any
/// @param urlTags parameters that links carry, such as `utm_source=facebook&utm_campaign={{campaign.name}}`
public record TenantProfile(String owner, Targets targets, Guardrails guardrails, List<String> conversions,
        String namePattern, String urlTags, String notes) {

    public static final TenantProfile EMPTY = new TenantProfile("", Targets.NONE, Guardrails.NONE, List.of(), "", "",
            "");

    public TenantProfile {
        conversions = List.copyOf(conversions);
    }

    public TenantProfile withGuardrails(Guardrails changed) {
        return new TenantProfile(owner, targets, changed, conversions, namePattern, urlTags, notes);
    }
}
