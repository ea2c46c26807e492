package com.bizosaas.adsdesk.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tree of a campaign, ad sets and ads with their settings, given a name to begin other campaigns from, in any ad account
/// of the client.
///
/// @param account where it was made: what belongs to it alone means nothing in another one
/// @param currency of its amounts, as a code
/// @param parts parents before children
public record CampaignTemplate(String id, String name, AdAccountId account, String currency, List<Part> parts) {

    /// One object.
    ///
    /// @param ref how its children name it
    /// @param values by field of the Graph API
    public record Part(String ref, Level level, Map<String, String> values) {

        public Part {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    public CampaignTemplate {
        parts = List.copyOf(parts);
    }

    /// How many objects of a level it makes.
    public long count(Level level) {
        return parts.stream().filter(part -> part.level() == level).count();
    }
}
