package com.bizosaas.adsdesk.draft;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Who is in an audience, in words.
final class AudienceWords {

    private AudienceWords() {
    }

    static String of(FieldSpec field, String value) {
        return field.name().equals(Fields.RULE) ? AudienceRuleWords.of(value) : band(Trees.read(value));
    }

    private static String band(JsonNode spec) {
        String country = Locale.of("", spec.path("country").asString("")).getDisplayCountry(Locale.ENGLISH);
        return percent(spec.path("starting_ratio").asDouble(0)) + "–" + percent(spec.path("ratio").asDouble(0)) + "%"
                + (country.isEmpty() ? "" : " of the people of " + country);
    }

    private static String percent(double ratio) {
        return BigDecimal.valueOf(ratio).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
