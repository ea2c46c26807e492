package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes custom audiences of every common kind and in every condition (graph-api chapter 06): rules and lookalike specs
/// are JSON text, times are unix seconds, sizes are bounds.
final class AudienceMaker {

    /// How ready an audience is, with the codes of its two statuses.
    private enum Condition {
        READY(200, "This audience is ready for use.", 200, "Normal"),
        FILLING(300,
                "We're finding people who fit. You can use this audience meanwhile.", 441,
                "Populating"),
        TOO_SMALL(300, "Audience size is too low for advertising.", 200, "Normal"),
        EXPIRING(200,
                "This audience is ready for use.", 100,
                "This audience has not been used for two years and will be deleted in 90 days."),
        SOURCE_LOST(
                400, "The source of this audience is no longer available.", 500,
                "The pixel or source audience behind this audience was removed.");

        private final int delivery;
        private final String deliveryText;
        private final int operation;
        private final String operationText;

        Condition(int delivery, String deliveryText, int operation, String operationText) {
            this.delivery = delivery;
            this.deliveryText = deliveryText;
            this.operation = operation;
            this.operationText = operationText;
        }
    }

    private static final long DAY = 86_400;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> EVENTS = List.of("AddToCart", "ViewContent", "InitiateCheckout", "Purchase");
    private static final List<String> LIST_NAMES = List.of("Newsletter 2026", "Purchasers_2026-Q1.csv",
            "VIP ≥ 3 orders", "Store customers", "Lapsed 365 d");

    private final AccountMaker account;
    private final AccountPlan plan;
    private final Dice dice;
    private final List<Node> made = new ArrayList<>();

    AudienceMaker(AccountMaker account, Dice dice) {
        this.account = account;
        this.plan = account.plan();
        this.dice = dice;
    }

    List<Node> make() {
        int each = Math.clamp(plan.campaigns() / 9, 2, 4);
        for (int i = 0; i < each; i++) {
            website(EVENTS.get(i % EVENTS.size()), List.of(14, 30, 180, 90).get(i), i == 3
                    ? Condition.SOURCE_LOST
                    : Condition.READY);
            list(LIST_NAMES.get(i % LIST_NAMES.size()), i == 1 ? Condition.TOO_SMALL : Condition.READY);
            engagement(i, i == 2 ? Condition.EXPIRING : Condition.READY);
        }
        List<Node> sources = List.copyOf(made);
        for (int i = 0; i < each; i++) {
            lookalike(sources.get(i * 3 % sources.size()), 0.01 * (1 + 2 * i), i == 1
                    ? Condition.FILLING
                    : Condition.READY);
        }
        return List.copyOf(made);
    }

    private ObjectNode audience(String name, String subtype, long size, Condition condition) {
        Node node = account.add(Kind.CUSTOM_AUDIENCE, null);
        made.add(node);
        ObjectNode fields = node.fields();
        fields.put("name", name).put("subtype", subtype);
        long people = switch (condition) {
            case TOO_SMALL -> 20;
            case FILLING -> -1;
            default -> size;
        };
        fields.put("approximate_count_lower_bound", people <= 0 ? people : round(people));
        fields.put("approximate_count_upper_bound", people <= 0 ? people : Math.max(1000, round(people * 118 / 100)));
        status(fields, "delivery_status", condition.delivery, condition.deliveryText);
        status(fields, "operation_status", condition.operation, condition.operationText);
        Instant created = account.anchor().days(-dice.between(40, 900), dice.between(7, 18));
        fields.put("time_created", created.getEpochSecond());
        long updated = account.anchor().days(-dice.between(0, 30), dice.between(1, 23)).getEpochSecond();
        fields.put("time_updated", Math.max(updated, created.getEpochSecond()));
        fields.put("time_content_updated", Math.max(updated, created.getEpochSecond()));
        fields.putObject("permission_for_actions").put("can_edit", true).put("can_see_insight", true)
                .put("can_share", true).put("subtype_supports_lookalike", true).put("supports_recipient_lookalike",
                        false);
        fields.putObject("sharing_status").put("sharing_relationship_id", 0).put("status", "NOT_SHARED");
        fields.put("is_value_based", false);
        return fields;
    }

    private static long round(long people) {
        long step = (long) Math.pow(10, Math.max(1, (int) Math.log10(people) - 1));
        return people / step * step;
    }

    private static void status(ObjectNode fields, String field, int code, String description) {
        fields.putObject(field).put("code", code).put("description", description);
    }

    private void website(String event, int days, Condition condition) {
        ObjectNode fields = audience(event + " " + days + " d — " + plan.client().businessName(), "WEBSITE",
                dice.between(4_000, 260_000), condition);
        fields.put("retention_days", days).put("pixel_id", plan.pixelId());
        fields.put("description", "People who triggered " + event + " in the last " + days + " days");
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rules(rule.putObject("inclusions"), event, days);
        if (!event.equals("Purchase")) {
            rules(rule.putObject("exclusions"), "Purchase", days);
        }
        fields.put("rule", JSON.writeValueAsString(rule));
        source(fields, "EVENT_BASED", "WEB_PIXEL_HITS");
    }

    private void rules(ObjectNode side, String event, int days) {
        side.put("operator", "or");
        ObjectNode one = side.putArray("rules").addObject();
        one.putArray("event_sources").addObject().put("id", plan.pixelId()).put("type", "pixel");
        one.put("retention_seconds", days * DAY);
        ObjectNode filter = one.putObject("filter");
        filter.put("operator", "and");
        filter.putArray("filters").addObject().put("field", "event").put("operator", "eq").put("value", event);
    }

    private void list(String name, Condition condition) {
        ObjectNode fields = audience(name, "CUSTOM", dice.between(1_200, 90_000), condition);
        fields.put("customer_file_source", "USER_PROVIDED_ONLY");
        fields.put("description", "Uploaded customer list");
        source(fields, "FILE_IMPORTED", "HASHED_EMAIL");
    }

    private void engagement(int i, Condition condition) {
        ObjectNode fields = audience(plan.voice().people().get(plan.voice().people().size() - 1 - i % 2)
                + " — Instagram " + List.of(365, 90, 30, 60).get(i) + " d", "ENGAGEMENT", dice.between(9_000, 400_000),
                condition);
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        ObjectNode side = rule.putObject("inclusions").put("operator", "or");
        ObjectNode one = side.putArray("rules").addObject();
        one.putArray("event_sources").addObject().put("id", plan.client().instagramId()).put("type", "ig_business");
        one.put("retention_seconds", List.of(365, 90, 30, 60).get(i) * DAY);
        ObjectNode filter = one.putObject("filter").put("operator", "and");
        filter.putArray("filters").addObject().put("field", "event").put("operator", "eq").put("value",
                "ig_business_profile_all");
        fields.put("rule", JSON.writeValueAsString(rule));
        fields.put("retention_days", List.of(365, 90, 30, 60).get(i));
        source(fields, "EVENT_BASED", "IG_BUSINESS_EVENTS");
    }

    private void lookalike(Node origin, double ratio, Condition condition) {
        String country = plan.countries().getFirst();
        long percent = Math.round(ratio * 100);
        ObjectNode fields = audience("Lookalike (" + country + ", " + percent + "%) — " + origin.text("name"),
                "LOOKALIKE", 400_000 * percent, condition);
        ObjectNode spec = fields.putObject("lookalike_spec");
        spec.put("type", "custom_ratio").put("ratio", percent / 100.0).put("country", country);
        spec.putArray("target_countries").add(country);
        spec.putArray("origin").addObject().put("id", origin.id()).put("name", origin.text("name")).put("type",
                "custom_audience");
        var lookalikes = origin.fields().get("lookalike_audience_ids") == null
                ? origin.fields().putArray("lookalike_audience_ids")
                : (ArrayNode) origin.fields().get("lookalike_audience_ids");
        lookalikes.add(made.getLast().id());
        source(fields, "UNKNOWN", "NOTHING");
    }

    private static void source(ObjectNode fields, String type, String subType) {
        fields.putObject("data_source").put("type", type).put("sub_type", subType);
    }
}
