package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/// Audiences in words: size range, retention, state, share of a lookalike.
final class AudienceText {

    /// Below this Meta tells no number.
    private static final long LEAST = 1000;
    private static final long MILLION = 1_000_000;

    private final Formats formats;
    private final Locale locale;

    AudienceText(Formats formats, Locale locale) {
        this.formats = formats;
        this.locale = locale;
    }

    /// "41,200–48,500", "1.02–1.11 M", "under 1,000", or [Formats#NONE] while Meta has not counted.
    String size(CustomAudience audience) {
        Long lower = audience.sizeLower();
        Long upper = audience.sizeUpper();
        if (lower == null || upper == null || upper < 0) {
            return Formats.NONE;
        }
        if (upper <= LEAST) {
            return "under " + formats.decimal(BigDecimal.valueOf(LEAST), 0);
        }
        if (lower >= MILLION) {
            return millions(lower) + "–" + millions(upper) + " M";
        }
        return lower.equals(upper) ? number(upper) : number(lower) + "–" + number(upper);
    }

    /// How long people stay: "180 d", "no limit", or [Formats#NONE] for a lookalike, which Meta renews itself.
    String keeps(CustomAudience audience) {
        if (audience.lookalike() != null) {
            return Formats.NONE;
        }
        Integer days = audience.retentionDays();
        return days == null || days == 0 ? "no limit" : days + " d";
    }

    static String state(AudienceState state) {
        return switch (state) {
            case READY -> "Ready";
            case FILLING -> "Filling";
            case TOO_SMALL -> "Too small";
            case EXPIRING -> "Expiring";
            case SOURCE_LOST -> "Source lost";
            case FLAGGED -> "Flagged";
            case ERROR -> "Error";
        };
    }

    /// Meta's own words behind the state, the operation before the delivery.
    static String reason(CustomAudience audience) {
        String text = java.util.stream.Stream.of(audience.operationText(), audience.deliveryText())
                .filter(words -> !words.isBlank() && !words.equals("Normal")).distinct()
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? "Meta says nothing about it." : text;
    }

    /// "1%" or "1.5%".
    String ratio(double ratio) {
        BigDecimal percent = BigDecimal.valueOf(ratio).movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        return formats.decimal(percent, percent.stripTrailingZeros().scale() > 0 ? 1 : 0) + "%";
    }

    String country(String code) {
        return code.matches("[A-Z]{2}") ? Locale.of("", code).getDisplayCountry(locale) : code;
    }

    private String number(long value) {
        return formats.decimal(BigDecimal.valueOf(value), 0);
    }

    private String millions(long value) {
        BigDecimal millions = BigDecimal.valueOf(value).movePointLeft(6);
        return formats.decimal(millions, value < 10 * MILLION ? 2 : 1);
    }
}
