package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.FieldSpec.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values as the Graph API writes them: what an object that was read has, when two of them are the same, and what a text
/// means.
public final class FieldValues {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss][XXX][XX][X]");
    /// What a read adds to a targeting and a write refuses (graph-api chapter 07, "Reading does not round-trip").
    private static final List<String> DERIVED = List.of("targeting_optimization",
            "brand_safety_content_filter_levels", "name", "location_types");

    private static final String ROAS = "roas_average_floor";

    private FieldValues() {
    }

    /// What the store knows of a campaign without asking Facebook. An empty value means that it has none.
    public static Map<String, String> of(Campaign campaign) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Fields.NAME, campaign.name());
        values.put(Fields.STATUS, campaign.status().value());
        budget(values, campaign.budget());
        values.put("bid_strategy", campaign.bidStrategy() == null ? "" : campaign.bidStrategy().value());
        values.put("objective", campaign.objective().value());
        values.put(Fields.SPEND_CAP, minor(campaign.spendCap()));
        ArrayNode categories = JsonNodeFactory.instance.arrayNode();
        campaign.specialAdCategories().forEach(categories::add);
        values.put("special_ad_categories", Trees.write(categories));
        return values;
    }

    public static Map<String, String> of(AdSet adSet) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Fields.NAME, adSet.name());
        values.put(Fields.STATUS, adSet.status().value());
        values.put(Fields.CAMPAIGN, adSet.campaignId().value());
        budget(values, adSet.budget());
        values.put("bid_strategy", adSet.bidStrategy() == null ? "" : adSet.bidStrategy().value());
        values.put("bid_amount", minor(adSet.bidAmount()));
        values.put(Fields.BID_LIMITS, adSet.roasFloor() == null ? "" : roasFloor(adSet.roasFloor()));
        values.put("optimization_goal", adSet.optimizationGoal());
        values.put("billing_event", adSet.billingEvent());
        values.put("start_time", time(adSet.startTime()));
        values.put("end_time", time(adSet.endTime()));
        return values;
    }

    public static Map<String, String> of(Ad ad) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Fields.NAME, ad.name());
        values.put(Fields.STATUS, ad.status().value());
        values.put(Fields.AD_SET, ad.adSetId().value());
        values.put(Fields.CREATIVE, ad.creativeId() == null ? "" : creative(ad.creativeId().value()));
        return values;
    }

    public static Map<String, String> of(CustomAudience audience) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Fields.NAME, audience.name());
        values.put("description", audience.description());
        values.put(Fields.SUBTYPE, audience.subtype());
        CustomAudience.Lookalike like = audience.lookalike();
        if (like != null && like.originId() != null) {
            values.put(Fields.ORIGIN, like.originId().value());
        }
        if (audience.rule() != null) {
            values.put(Fields.RULE, audience.rule());
        }
        return values;
    }

    private static void budget(Map<String, String> values, @Nullable Budget budget) {
        values.put(Fields.DAILY, budget != null && budget.kind() == Budget.Kind.DAILY ? minor(budget.amount()) : "");
        values.put(Fields.LIFETIME,
                budget != null && budget.kind() == Budget.Kind.LIFETIME ? minor(budget.amount()) : "");
    }

    private static String minor(@Nullable Money money) {
        return money == null ? "" : Long.toString(money.minorUnits());
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    public static String creative(String id) {
        return Trees.write(JsonNodeFactory.instance.objectNode().put("creative_id", id));
    }

    /// The creative that a value of `creative` names, empty where it describes a new one.
    public static String creativeId(String value) {
        JsonNode creative = Trees.read(value);
        return creative.path("creative_id").asString(creative.path("id").asString(""));
    }

    /// A JSON list of words.
    public static String list(Collection<String> words) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        words.forEach(list::add);
        return Trees.write(list);
    }

    /// The words of a JSON list; none where it is no list.
    public static List<String> words(String list) {
        return Trees.read(list).valueStream().map(one -> one.asString("")).filter(one -> !one.isEmpty()).toList();
    }

    /// The least return on ad spend in `bid_constraints`, 2 for 200 %; empty where it says none.
    public static Optional<BigDecimal> roasFloor(String constraints) {
        long floor = Trees.read(constraints).path(ROAS).asLong(0);
        return floor == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(floor, 4).stripTrailingZeros());
    }

    /// `bid_constraints` with a least return on ad spend; Facebook counts it in ten thousandths.
    public static String roasFloor(BigDecimal floor) {
        return Trees.write(JsonNodeFactory.instance.objectNode().put(ROAS,
                floor.movePointRight(4).setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }

    /// Whether both texts mean the same value of a field. Nothing, zero and an empty list are the same amount or list.
    public static boolean same(FieldSpec field, @Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        if (one.equals(other)) {
            return true;
        }
        return switch (field.kind()) {
            case MONEY -> amount(one).isPresent() && amount(one).equals(amount(other));
            case TIME -> instant(one).equals(instant(other));
            case JSON -> isAbsent(one) && isAbsent(other) || canonical(field, one).equals(canonical(field, other));
            case FLAG -> Boolean.parseBoolean(one) == Boolean.parseBoolean(other);
            case TEXT, WORD, REFERENCE -> false;
        };
    }

    /// Minor units; an empty text is zero, no number is empty.
    public static Optional<Long> amount(String text) {
        try {
            return Optional.of(text.isEmpty() ? 0L : Long.parseLong(text));
        } catch (NumberFormatException notAnAmount) {
            return Optional.empty();
        }
    }

    /// An ISO time with offset or unix seconds; empty for neither, and for `0`, which means "open end".
    public static Optional<Instant> instant(String text) {
        try {
            if (text.chars().allMatch(Character::isDigit) && !text.isEmpty()) {
                long seconds = Long.parseLong(text);
                return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(ISO.parse(text, Instant::from));
        } catch (DateTimeException | NumberFormatException notATime) {
            return Optional.empty();
        }
    }

    private static JsonNode canonical(FieldSpec field, String text) {
        if (field.name().equals(Fields.CREATIVE)) {
            String id = creativeId(text);
            return id.isEmpty() ? Trees.read(text) : JsonNodeFactory.instance.stringNode(id);
        }
        JsonNode tree = Trees.read(text);
        if (field.name().equals(Fields.LOOKALIKE) && tree.isObject()) {
            ObjectNode band = (ObjectNode) tree.deepCopy();
            // A read adds where it grew from.
            band.retain("type", "ratio", "starting_ratio", "country", "location_spec");
            return canonical(band);
        }
        return canonical(tree);
    }

    /// Without what a read adds, numbers and ids as text, and lists in one order, for none of them is ordered.
    private static JsonNode canonical(JsonNode node) {
        if (node.isObject()) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            node.properties().stream().filter(entry -> !derived(entry.getKey()))
                    .sorted(Map.Entry.comparingByKey()).forEach(entry -> {
                        JsonNode value = canonical(entry.getValue());
                        if (!value.isContainer() || !value.isEmpty()) {
                            sorted.set(entry.getKey(), value);
                        }
                    });
            return sorted;
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.valueStream().map(FieldValues::canonical).filter(one -> !one.asString("").equals("NONE"))
                    .sorted(java.util.Comparator.comparing(JsonNode::toString)).forEach(list::add);
            return list;
        }
        return node.isNumber() || node.isBoolean() ? JsonNodeFactory.instance.stringNode(node.asString()) : node;
    }

    private static boolean derived(String key) {
        return key.startsWith("effective_") || DERIVED.contains(key);
    }

    /// Whether a text can be a value of the field at all; the reason where it cannot.
    public static Optional<String> misread(FieldSpec field, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (field.kind()) {
            case MONEY -> amount(value).filter(minor -> minor >= 0).isPresent()
                    ? Optional.empty()
                    : Optional.of("Write the amount in minor units, digits only.");
            case TIME -> instant(value).isPresent() || value.equals("0")
                    ? Optional.empty()
                    : Optional.of("Write the time as 2026-12-01T08:00:00+01:00.");
            case JSON -> Trees.isContainer(value) ? Optional.empty() : Optional.of("Write a JSON object or list.");
            case FLAG -> List.of("true", "false").contains(value)
                    ? Optional.empty()
                    : Optional.of("Write true or false.");
            case REFERENCE -> value.matches("(new-)?[0-9]{1,40}")
                    ? Optional.empty()
                    : Optional.of("Write the id of the object.");
            case WORD -> value.matches("[A-Z0-9_]{1,80}")
                    ? Optional.empty()
                    : Optional.of("Write Facebook's word in capitals.");
            case TEXT -> value.length() <= 2000 ? Optional.empty() : Optional.of("Use at most 2000 characters.");
        };
    }

    /// Whether a field has no value: nothing, zero or an empty list.
    public static boolean isAbsent(@Nullable String value) {
        return value == null || value.isEmpty() || value.equals("0") || value.equals("[]") || value.equals("{}");
    }

    static boolean differs(FieldSpec field, @Nullable String one, @Nullable String other) {
        return !same(field, Objects.requireNonNullElse(one, ""), Objects.requireNonNullElse(other, ""));
    }

    static boolean isMoney(FieldSpec field) {
        return field.kind() == Kind.MONEY;
    }
}
