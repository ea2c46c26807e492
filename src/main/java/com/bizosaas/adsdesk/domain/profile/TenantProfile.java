package com.bizosaas.adsdesk.domain.profile;

import com.bizosaas.adsdesk.domain.Enhancement;
import com.bizosaas.adsdesk.domain.metrics.AgreedConversion;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The agency's record of a client, beside its name and colour.
///
/// @param owner who answers for the client at the agency, empty where nobody does
/// @param conversions action types that count as the client's conversion, empty for the desk's own choice
/// @param naming how campaigns, ad sets and ads are named
/// @param enhancements what Facebook may change by itself in new ads, unless an ad says otherwise
/// @param urlTags parameters that links carry, such as `utm_source=facebook&utm_campaign={{campaign.name}}`
public record TenantProfile(String owner, Targets targets, Guardrails guardrails, List<String> conversions,
        Naming naming, String urlTags, Set<Enhancement> enhancements, String notes) {

    public static final TenantProfile EMPTY = new TenantProfile("", Targets.NONE, Guardrails.NONE, List.of(),
            Naming.NONE, "", Set.of(), "");

    public TenantProfile {
        conversions = List.copyOf(conversions);
        // A profile that an earlier release stored has neither.
        naming = Objects.requireNonNullElse(naming, Naming.NONE);
        enhancements = Enhancement.set(Objects.requireNonNullElse(enhancements, Set.of()));
    }

    /// What counts as the client's result in figures and against its targets; empty where nothing was agreed.
    public Optional<Conversion> counted() {
        return AgreedConversion.of(conversions);
    }

    public TenantProfile withTargets(Targets changed) {
        return new TenantProfile(owner, changed, guardrails, conversions, naming, urlTags, enhancements, notes);
    }

    public TenantProfile withConversions(List<String> changed) {
        return new TenantProfile(owner, targets, guardrails, changed, naming, urlTags, enhancements, notes);
    }

    public TenantProfile withUrlTags(String changed) {
        return new TenantProfile(owner, targets, guardrails, conversions, naming, changed, enhancements, notes);
    }

    public TenantProfile withEnhancements(Set<Enhancement> changed) {
        return new TenantProfile(owner, targets, guardrails, conversions, naming, urlTags, changed, notes);
    }

    public TenantProfile withNaming(Naming changed) {
        return new TenantProfile(owner, targets, guardrails, conversions, changed, urlTags, enhancements, notes);
    }

    public TenantProfile withGuardrails(Guardrails changed) {
        return new TenantProfile(owner, targets, changed, conversions, naming, urlTags, enhancements, notes);
    }
}
