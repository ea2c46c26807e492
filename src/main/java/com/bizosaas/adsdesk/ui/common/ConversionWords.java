package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.metrics.AgreedConversion;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;

/// What is counted as a result, in words.
public final class ConversionWords {

    private ConversionWords() {
    }

    /// As a title.
    public static String plural(Conversion conversion) {
        return switch (conversion) {
            case ConversionFamily.PURCHASE -> "Purchases";
            case ConversionFamily.LEAD -> "Leads";
            case ConversionFamily.ADD_TO_CART -> "Adds to cart";
            case ConversionFamily.CHECKOUT -> "Checkouts started";
            case ConversionFamily.REGISTRATION -> "Registrations";
            case AgreedConversion _ -> "Conversions";
        };
    }

    /// In a sentence.
    public static String single(Conversion conversion) {
        return switch (conversion) {
            case ConversionFamily.PURCHASE -> "purchase";
            case ConversionFamily.LEAD -> "lead";
            case ConversionFamily.ADD_TO_CART -> "add to cart";
            case ConversionFamily.CHECKOUT -> "checkout";
            case ConversionFamily.REGISTRATION -> "registration";
            case AgreedConversion _ -> "conversion";
        };
    }

    /// What is counted, for a tooltip.
    public static String counted(Conversion conversion) {
        return conversion instanceof AgreedConversion agreed
                ? "Conversions as agreed with the client: " + agreed
                : plural(conversion);
    }
}
