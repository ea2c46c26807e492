package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Language;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.SentenceLine;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What the desk asks about targetings (graph-api chapter 07). Reads only; each costs one point. As [AdsApi]: blocking,
/// thread-safe, cancelled by an interrupt, failing with [GraphException].
public interface TargetingApi {

    /// Places whose names start with or hold a text, Facebook's best first.
    ///
    /// @param country two-letter code to look in one country only, empty for all
    List<Place> places(String query, Set<Place.Kind> kinds, String country);

    /// Languages whose names hold a text; all of them for an empty one.
    List<Language> languages(String query);

    List<Detail> interests(String query);

    /// One branch of Facebook's tree, such as `behaviors`, `life_events` or `industries`.
    List<Detail> category(String branch);

    /// Which of these names are interests, exactly; the others are left out.
    List<Detail> validInterests(Collection<String> names);

    /// What these entries are today, with their sizes; those that are gone are left out.
    List<Detail> validDetails(AdAccountId account, Collection<String> ids);

    /// How many people a targeting reaches in a month.
    ///
    /// @param targeting JSON as it is written to an ad set
    /// @param goal the ad set's `optimization_goal`
    /// @return unknown where Facebook has no estimate for so few people, or none yet
    People estimate(AdAccountId account, String targeting, String goal);

    /// Facebook's own description of a targeting.
    List<SentenceLine> sentences(AdAccountId account, String targeting);
}
