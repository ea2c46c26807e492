package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Constants;
import com.bizosaas.adsdesk.domain.Enhancement;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Values for people: amounts with their currency, times in the account's zone with its name, words in lower case.
final class Shown {

    private static final String NOTHING = "—";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private final Projection projection;

    Shown(Projection projection) {
        this.projection = projection;
    }

    String of(FieldSpec field, String value) {
        if (value.isEmpty()) {
            return NOTHING;
        }
        return switch (field.kind()) {
            case MONEY -> FieldValues.amount(value).map(minor -> minor == 0
                    ? NOTHING
                    : Checks.money(minor, projection.account().currency())).orElse(value);
            case TIME -> time(value);
            case WORD -> constant(field, value);
            case FLAG -> value.equals("true") ? "Yes" : "No";
            case REFERENCE -> projection.name(switch (field.name()) {
                case Fields.CAMPAIGN -> Level.CAMPAIGN;
                case Fields.ORIGIN -> Level.AUDIENCE;
                default -> Level.AD_SET;
            }, projection.resolved(value));
            case JSON -> structure(field, value);
            case TEXT -> value;
        };
    }

    /// Facebook's constant under the name that Ads Manager has for it.
    private static String constant(FieldSpec field, String value) {
        return switch (field.name()) {
            case Fields.OBJECTIVE -> new Objective(value).label();
            case Fields.STRATEGY -> new BidStrategy(value).label();
            default -> words(value);
        };
    }

    private String time(String value) {
        if (value.equals("0")) {
            return "Open end";
        }
        ZoneId zone = projection.account().zone();
        return FieldValues.instant(value).map(at -> TIME.withZone(zone).format(at) + " " + zone.getId()).orElse(value);
    }

    private static String structure(FieldSpec field, String value) {
        if (field.name().equals(Fields.TARGETING)) {
            return Targeting.of(value).sentence();
        }
        if (field.name().equals(Fields.CREATIVE)) {
            String id = FieldValues.creativeId(value);
            return id.isEmpty() ? described(value) : "Creative " + id;
        }
        if (field.name().equals(Fields.LOOKALIKE) || field.name().equals(Fields.RULE)) {
            return AudienceWords.of(field, value);
        }
        if (field.name().equals(Fields.ATTRIBUTION)) {
            return Attribution.of(value).words();
        }
        if (field.name().equals(Fields.BID_LIMITS)) {
            return FieldValues.roasFloor(value).map(floor -> floor.setScale(2, RoundingMode.HALF_UP).toPlainString())
                    .orElse(value);
        }
        JsonNode tree = Trees.read(value);
        if (field.name().equals(Fields.PROMOTED) && tree.isObject()) {
            return String.join(", ", tree.properties().stream().map(part -> part.getKey().endsWith("_id")
                    ? part.getKey().replace("_id", " ").replace('_', ' ') + part.getValue().asString("")
                    : words(part.getValue().asString(""))).toList());
        }
        if (tree.isArray() && tree.valueStream().noneMatch(JsonNode::isContainer)) {
            return tree.isEmpty()
                    ? "None"
                    : String.join(", ", tree.valueStream().map(one -> words(one.asString(""))).toList());
        }
        return value;
    }

    /// What a new creative shows, so that a review tells one from another.
    private static String described(String value) {
        return NewCreative.of(value).map(one -> "New: " + (one.imageName().isEmpty() ? "image" : one.imageName())
                + (one.headline().isEmpty() ? "" : " · “" + one.headline() + "”")
                + (one.text().isEmpty() ? "" : " · " + one.text()) + (one.link().isEmpty() ? "" : " · " + one.link())
                + (one.enhancements().isEmpty()
                        ? " · no enhancements"
                        : " · Meta may change: " + Enhancement.words(one.enhancements())))
                .orElse("A new creative");
    }

    /// Country codes stay as they are.
    static String words(String word) {
        return word.length() <= 2 ? word : Constants.sentence(word);
    }
}
