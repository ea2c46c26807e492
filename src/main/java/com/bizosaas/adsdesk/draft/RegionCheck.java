package com.bizosaas.adsdesk.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Who benefits and who pays, where Taiwan, Singapore, Australia and India want to know it (graph-api chapter 04, "TW, AU, SG,
/// IN rules"; the contract's `RegionalRegulationIdentities`): ids of identities that Facebook verified, always in pairs.
final class RegionCheck {

    private static final String LAST_CATEGORY = "14";
    private static final String UNIVERSAL = "universal";
    /// Identities by what they are for; those of finance only concern ads for it.
    private static final Map<String, Place> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("taiwan_universal", new Place("TW", "Taiwan", false));
        PLACES.put("singapore_universal", new Place("SG", "Singapore", false));
        PLACES.put("taiwan_finserv", new Place("TW", "Taiwan", true));
        PLACES.put("australia_finserv", new Place("AU", "Australia", true));
        PLACES.put("india_finserv", new Place("IN", "India", true));
    }

    private record Place(String country, String name, boolean finance) {
    }

    private final DraftKey key;
    private final Map<String, String> after;

    RegionCheck(DraftKey key, Map<String, String> after) {
        this.key = key;
        this.after = after;
    }

    /// @param categories special ad categories of the campaign
    List<Finding> run(List<String> categories) {
        List<Finding> findings = new ArrayList<>();
        JsonNode identities = Trees.read(after.getOrDefault(Fields.REGION_IDENTITIES, ""));
        Set<String> named = named(identities, findings);
        regulated(identities, findings);
        if (findings.isEmpty() && !named.contains(UNIVERSAL)) {
            missing(named, categories, findings);
        }
        return findings;
    }

    /// Whose pairs are whole.
    private Set<String> named(JsonNode identities, List<Finding> findings) {
        Set<String> named = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> one : identities.properties()) {
            String owner = one.getKey().replaceFirst("_(beneficiary|payer)$", "");
            boolean known = !owner.equals(one.getKey()) && (PLACES.containsKey(owner) || owner.equals(UNIVERSAL));
            if (!known || one.getValue().asString("").isBlank()) {
                findings.add(red(Fields.REGION_IDENTITIES, "region.shape",
                        "Beneficiary and payer by region have a part that Facebook does not know: " + one.getKey(),
                        "Write ids as in {\"taiwan_universal_beneficiary\":\"1\",\"taiwan_universal_payer\":\"1\"}."));
                return Set.of();
            }
            named.add(owner);
        }
        for (String owner : named) {
            if (!identities.has(owner + "_beneficiary") || !identities.has(owner + "_payer")) {
                findings.add(red(Fields.REGION_IDENTITIES, "region.pair",
                        "Beneficiary and payer are not both named for " + owner.replace('_', ' '),
                        "Name both, they may be the same."));
            }
        }
        return named;
    }

    private void regulated(JsonNode identities, List<Finding> findings) {
        String value = after.getOrDefault(Fields.REGION_CATEGORIES, "");
        if (FieldValues.isAbsent(value)) {
            return;
        }
        JsonNode list = Trees.read(value);
        if (!list.isArray() || !list.valueStream().allMatch(one -> one.asString("").matches("[0-9]|1[0-4]"))) {
            findings.add(red(Fields.REGION_CATEGORIES, "region.categories",
                    "The regulated categories are no list of Facebook's numbers",
                    "Write numbers from 0 to " + LAST_CATEGORY + ", as in [\"1\"]."));
        } else if (identities.isEmpty()) {
            findings.add(red(Fields.REGION_IDENTITIES, "region.identities",
                    "A regulated category needs its beneficiary and payer", "Name both, or take the category out."));
        }
    }

    /// The account may have defaults, which nobody can read: a warning, no more.
    private void missing(Set<String> named, List<String> categories, List<Finding> findings) {
        Targeting targeting = Targeting.of(after.getOrDefault(Fields.TARGETING, ""));
        boolean finance = categories.contains("FINANCIAL_PRODUCTS_SERVICES") || categories.contains("CREDIT");
        PLACES.forEach((owner, place) -> {
            if (!named.contains(owner) && (!place.finance || finance) && targeting.reaches(Set.of(place.country))) {
                findings.add(Finding.yellow(key, Fields.REGION_IDENTITIES, "region.missing",
                        (place.finance ? "Ads for finance in " : "Ads in ") + place.name
                                + " name whom they serve and who pays, and this names nobody",
                        "Give " + owner + "_beneficiary and " + owner
                                + "_payer, unless the ad account has defaults for them."));
            }
        });
    }

    private Finding red(String field, String code, String text, String fix) {
        return Finding.red(key, field, code, text, fix);
    }
}
