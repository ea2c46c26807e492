package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A kind of conversion and the action types under which Meta reports it, in three tiers (product metrics 6.3). The first
/// tier that is present in a row counts alone; adding tiers would count the same event twice. Names are compared whole.
public enum ConversionFamily implements Conversion {
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

    private static final Place[] PLACES = {new Place(0, Tier.OMNI), new Place(0, Tier.AGGREGATED),
            new Place(0, Tier.LEAVES)};

    private final ActionLadder ladder;

    ConversionFamily(String omni, String aggregated, List<String> leaves) {
        ladder = new ActionLadder(omni, aggregated, leaves, "");
    }

    /// The tier an action type belongs to; NONE if it is not of this family.
    public Tier tierOf(String actionType) {
        return ladder.tierOf(actionType);
    }

    ActionLadder ladder() {
        return ladder;
    }

    @Override
    public int groups() {
        return 1;
    }

    @Override
    public @Nullable Place place(String actionType) {
        Tier tier = tierOf(actionType);
        return tier == Tier.NONE ? null : PLACES[tier.ordinal()];
    }

    @Override
    public Count in(Map<String, BigDecimal> actions) {
        BigDecimal whole = actions.get(ladder.omni());
        if (whole != null) {
            return new Count(whole, Tier.OMNI);
        }
        whole = actions.get(ladder.aggregated());
        if (whole != null) {
            return new Count(whole, Tier.AGGREGATED);
        }
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (String leaf : ladder.leaves()) {
            BigDecimal part = actions.get(leaf);
            if (part != null) {
                sum = sum.add(part);
                any = true;
            }
        }
        return new Count(sum, any ? Tier.LEAVES : Tier.NONE);
    }
}
