package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A kind of conversion and the action types under which Meta reports it, in three tiers (product metrics 6.3). The first
/// tier that is present in a row counts alone; adding tiers would count the same event twice. Names are compared whole.
public enum ConversionFamily {
    PURCHASE("omni_purchase", "purchase", List.of("offsite_conversion.fb_pixel_purchase", "onsite_conversion.purchase",
            "app_custom_event.fb_mobile_purchase", "offline_conversion.purchase")),
    LEAD("omni_lead", "lead",
            List.of("offsite_conversion.fb_pixel_lead", "onsite_conversion.lead_grouped")),
    ADD_TO_CART(
            "omni_add_to_cart", "add_to_cart",
            List.of("offsite_conversion.fb_pixel_add_to_cart", "onsite_web_add_to_cart",
                    "app_custom_event.fb_mobile_add_to_cart")),
    CHECKOUT("omni_initiated_checkout",
            "initiate_checkout",
            List.of("offsite_conversion.fb_pixel_initiate_checkout",
                    "app_custom_event.fb_mobile_initiated_checkout")),
    REGISTRATION(
            "omni_complete_registration", "complete_registration",
            List.of("offsite_conversion.fb_pixel_complete_registration",
                    "app_custom_event.fb_mobile_complete_registration"));

    /// Which names a row's count came from.
    public enum Tier {
        OMNI, AGGREGATED, LEAVES, NONE
    }

    /// @param tier NONE if the row reports nothing of this family, and then the value is zero
    public record Count(BigDecimal value, Tier tier) {
    }

    private final String omni;
    private final String aggregated;
    private final List<String> leaves;

    ConversionFamily(String omni, String aggregated, List<String> leaves) {
        this.omni = omni;
        this.aggregated = aggregated;
        this.leaves = leaves;
    }

    /// The family that all of these action types belong to; empty for none, and where they are of several or of no family.
    public static Optional<ConversionFamily> ofAll(Collection<String> types) {
        return Arrays.stream(values())
                .filter(family -> !types.isEmpty()
                        && types.stream().noneMatch(type -> family.tierOf(type) == Tier.NONE))
                .findFirst();
    }

    /// The tier an action type belongs to; NONE if it is not of this family.
    public Tier tierOf(String actionType) {
        if (actionType.equals(omni)) {
            return Tier.OMNI;
        }
        if (actionType.equals(aggregated)) {
            return Tier.AGGREGATED;
        }
        return leaves.contains(actionType) ? Tier.LEAVES : Tier.NONE;
    }

    /// Counts this family in the actions (or action values) of one row.
    public Count in(Map<String, BigDecimal> actions) {
        BigDecimal whole = actions.get(omni);
        if (whole != null) {
            return new Count(whole, Tier.OMNI);
        }
        whole = actions.get(aggregated);
        if (whole != null) {
            return new Count(whole, Tier.AGGREGATED);
        }
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (String leaf : leaves) {
            BigDecimal part = actions.get(leaf);
            if (part != null) {
                sum = sum.add(part);
                any = true;
            }
        }
        return new Count(sum, any ? Tier.LEAVES : Tier.NONE);
    }
}
