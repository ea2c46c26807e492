package com.bizosaas.adsdesk.domain;

import java.util.List;

/// Everything on the three levels of one ad account.
public record AdStructure(List<Campaign> campaigns, List<AdSet> adSets, List<Ad> ads) {

    public static final AdStructure EMPTY = new AdStructure(List.of(), List.of(), List.of());

    public AdStructure {
        campaigns = List.copyOf(campaigns);
        adSets = List.copyOf(adSets);
        ads = List.copyOf(ads);
    }
}
