package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Language;
import com.bizosaas.adsdesk.domain.targeting.Outlook;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.SentenceLine;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be aimed at, and how many people that is (graph-api chapter 07). Searches go to Facebook with the tenant's own
/// sign-in, as urgently as what the operator clicks; answers are kept for half an hour, estimates for two minutes. Blocking;
/// an interrupt cancels. Methods throw [DeskException].
@Needs(Role.VIEWER)
public interface TargetingService {

    /// Places for a type-ahead list, Facebook's best first; a country in front where its name is typed.
    List<Place> places(TenantId tenant, String query);

    /// Interests, behaviours, life events and the like whose names hold a text.
    List<Detail> details(TenantId tenant, String query);

    /// All languages, by name.
    List<Language> languages(TenantId tenant);

    /// What entries of a targeting are today, with their sizes. One that is gone is missing.
    List<Detail> valid(TenantId tenant, AdAccountId account, Collection<String> ids);

    /// What each line of a pasted list means: names, codes of countries, `DE:20095` or `20095, DE` for a postcode,
    /// `Springfield, US` for a place in one country.
    List<Resolved<Place>> resolvePlaces(TenantId tenant, List<String> lines);

    /// The same for names of interests, which must be exact.
    List<Resolved<Detail>> resolveDetails(TenantId tenant, List<String> lines);

    /// How many people a targeting reaches in a month, in Facebook's word.
    ///
    /// @param targeting JSON as it is written to an ad set
    /// @param goal the ad set's `optimization_goal`
    Estimate estimate(TenantId tenant, AdAccountId account, String targeting, String goal);

    /// What a daily budget has bought in this account lately, for Facebook does not tell it any more.
    ///
    /// @param dailyBudget in minor units of the account's currency
    /// @return empty where the account has spent nothing lately
    Optional<Outlook> outlook(TenantId tenant, AdAccountId account, String goal, long dailyBudget);

    /// Facebook's own description of a targeting.
    List<SentenceLine> sentences(TenantId tenant, AdAccountId account, String targeting);

    /// Targetings that were given a name, for all accounts of the tenant, by name.
    List<Saved> saved(TenantId tenant);

    /// Keeps a targeting under a name, in place of what had the same name.
    @Needs(Role.EDITOR)
    void save(TenantId tenant, String name, String targeting);

    @Needs(Role.EDITOR)
    void forget(TenantId tenant, String name);

    /// @param people unknown where Facebook has no figure: too few people, or not computed
    record Estimate(People people, Instant asOf) {
    }

    /// @param found null where nothing or too much was found
    /// @param reason why not, in a sentence; empty where it was found
    record Resolved<T>(String line, @Nullable T found, String reason) {
    }

    /// @param targeting JSON
    record Saved(String name, String targeting) {
    }
}
