package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import java.util.List;

/// What a client's profile asks of the drafts.
///
/// @param naming how campaigns, ad sets and ads are named
/// @param urlTags parameters that each ad carries, such as `utm_source=facebook&utm_campaign={{campaign.name}}`
/// @param otherClients names of the other tenants, to notice one of them in this client's objects
public record Rules(Guardrails guardrails, Targets targets, Naming naming, String urlTags,
        List<String> otherClients) {

    public static final Rules NONE = of(TenantProfile.EMPTY, List.of());

    public Rules {
        otherClients = List.copyOf(otherClients);
    }

    public static Rules of(TenantProfile profile, List<String> otherClients) {
        return new Rules(profile.guardrails(), profile.targets(), profile.naming(), profile.urlTags(), otherClients);
    }
}
