package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Custom audiences and creatives.
final class LibraryRoutes {

    private static final Set<String> SPEC = Set.of("ratio", "country", "starting_ratio");

    private final DeskServices desk;
    private final Reads reads;

    LibraryRoutes(DeskServices desk, Reads reads) {
        this.desk = desk;
        this.reads = reads;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/audiences", "Custom audiences, newest first.").ofAccounts().query(Reads.REFRESH)
                        .lists("Audience").by(this::audiences),
                Route.post("/audiences", "Creates a lookalike, a website audience or an empty customer list.")
                        .publishes().ofAccounts().body(Param.text("name", "Its name.").needed(),
                                Param.text("subtype", "What it is.").oneOf("LOOKALIKE", "WEBSITE", "CUSTOM").needed(),
                                Param.of("origin_audience_id", Param.Kind.ID, "Of a lookalike: its source."),
                                Param.of("lookalike_spec", Param.Kind.OBJECT,
                                        "Of a lookalike: ratio (0.01 to 0.20), country, and starting_ratio for a band."),
                                Param.of("pixel_id", Param.Kind.ID, "Of a website audience."),
                                Param.text("event", "Of a website audience: such as Purchase; any visit without it."),
                                Param.text("url_contains", "Of a website audience: a part of the address."),
                                Param.of("retention_days", Param.Kind.INTEGER,
                                        "Of a website audience: 1 to 180, 30 without it."),
                                Param.text("description", "Of a customer list."),
                                Param.text("customer_file_source", "Of a customer list: where its people come from.")
                                        .oneOf("USER_PROVIDED_ONLY", "PARTNER_PROVIDED_ONLY",
                                                "BOTH_USER_AND_PARTNER_PROVIDED"))
                        .answers(201, "Id").by(this::createAudience),
                Route.post("/audiences/sync", "Reads the audiences from Facebook and waits for it.").slow()
                        .ofAccounts().answers("Synced")
                        .by(call -> SyncRoutes.sync(desk, reads, call, Topic.AUDIENCES)),
                Route.get("/audiences/{id}", "One audience.").ofAccounts().query(Reads.REFRESH)
                        .answers("AudienceRead").by(this::audience),
                Route.delete("/audiences/{id}", "Deletes an audience. Final; ad sets that use it pause.").publishes()
                        .ofAccounts().answers("Deleted").by(this::deleteAudience),
                Route.get("/creatives", "Creatives, newest first.").ofAccounts().query(Reads.REFRESH)
                        .lists("Creative").by(this::creatives),
                Route.post("/creatives", "Creates a creative. It spends nothing until an ad uses it.").publishes()
                        .ofAccounts().body(Param.text("name", "Its name.").needed(),
                                Param.of("object_story_spec", Param.Kind.OBJECT, "The post, as Graph has it."),
                                Param.of("asset_feed_spec", Param.Kind.OBJECT, "Assets to combine, as Graph has it."),
                                Param.text("object_story_id", "An existing post: PAGE_POST."),
                                Param.text("url_tags", "Added to every address."))
                        .answers(201, "Id").by(this::createCreative),
                Route.post("/creatives/sync", "Reads the creatives from Facebook and waits for it.").slow()
                        .ofAccounts().answers("Synced")
                        .by(call -> SyncRoutes.sync(desk, reads, call, Topic.CREATIVES)),
                Route.get("/creatives/{id}", "One creative.").ofAccounts().query(Reads.REFRESH)
                        .answers("CreativeRead").by(this::creative));
    }

    private List<Reads.Rows<CustomAudience>> audienceRows(Call call, List<AdAccount> accounts) {
        return accounts.stream().map(account -> new Reads.Rows<>(account,
                desk.audiences().audiences(call.tenant(), account.id()))).toList();
    }

    private Reply audiences(Call call) {
        List<AdAccount> accounts = reads.accounts(call);
        reads.refresh(call, Topic.AUDIENCES, accounts);
        return Reads.page(call, audienceRows(call, accounts), row -> row.id().value(), LibraryRoutes::view);
    }

    private Reads.Row<CustomAudience> findAudience(Call call) {
        return Reads.one(audienceRows(call, reads.accounts(call)), row -> row.id().value(), call.id().value());
    }

    private Reply audience(Call call) {
        reads.refresh(call, Topic.AUDIENCES, reads.accounts(call));
        Reads.Row<CustomAudience> found = findAudience(call);
        return Reply.json(StructureViews.stamped(view(found), found));
    }

    private Reply createAudience(Call call) {
        AdAccount account = reads.account(call);
        String name = call.text("name");
        GraphId made = switch (call.text("subtype")) {
            case "LOOKALIKE" -> lookalike(call, account, name);
            case "WEBSITE" -> desk.audiences().createWebsiteAudience(call.tenant(), account.id(), name,
                    call.find("pixel_id", GraphId.class).orElseThrow(() -> missing("pixel_id", "a website audience")),
                    call.findText("event").orElse(""), call.findText("url_contains").orElse(""),
                    call.find("retention_days", Integer.class).orElse(30));
            default -> desk.audiences().createCustomerList(call.tenant(), account.id(), name,
                    call.findText("description").orElse(""),
                    call.findText("customer_file_source").orElse("USER_PROVIDED_ONLY"));
        };
        return Reply.json(201, Json.object().put("id", made.value())).with("Location",
                Router.BASE + "/audiences/" + made);
    }

    private GraphId lookalike(Call call, AdAccount account, String name) {
        JsonNode spec = call.find("lookalike_spec", JsonNode.class)
                .orElseThrow(() -> missing("lookalike_spec", "a lookalike"));
        if (!SPEC.containsAll(spec.propertyNames()) || !spec.path("ratio").isNumber()
                || !spec.path("country").isString()
                || !(spec.path("starting_ratio").isMissingNode() || spec.path("starting_ratio").isNumber())) {
            throw ApiProblem.badInput("lookalike_spec", "“lookalike_spec” is not what it must be",
                    "It is an object such as {\"ratio\":0.01,\"country\":\"DE\"}, with the ratio as a number.");
        }
        return desk.audiences().createLookalike(call.tenant(), account.id(), name,
                call.find("origin_audience_id", GraphId.class)
                        .orElseThrow(() -> missing("origin_audience_id", "a lookalike")),
                spec.path("country").stringValue(), spec.path("starting_ratio").asDouble(0),
                spec.path("ratio").doubleValue());
    }

    private static ApiProblem missing(String field, String what) {
        return new ApiProblem(400, "missing-input", "“" + field + "” is missing", "It is needed for " + what + ".",
                field);
    }

    private Reply deleteAudience(Call call) {
        Reads.Row<CustomAudience> found = findAudience(call);
        desk.audiences().delete(call.tenant(), found.account().id(), call.id());
        return Reply.json(Json.object().put("id", call.id().value()).put("deleted", true));
    }

    private List<Reads.Rows<Creative>> creativeRows(Call call, List<AdAccount> accounts) {
        return accounts.stream().map(account -> new Reads.Rows<>(account,
                desk.creatives().creatives(call.tenant(), account.id()))).toList();
    }

    private Reply creatives(Call call) {
        List<AdAccount> accounts = reads.accounts(call);
        reads.refresh(call, Topic.CREATIVES, accounts);
        return Reads.page(call, creativeRows(call, accounts), row -> row.id().value(), LibraryRoutes::creativeView);
    }

    private Reply creative(Call call) {
        List<AdAccount> accounts = reads.accounts(call);
        reads.refresh(call, Topic.CREATIVES, accounts);
        Reads.Row<Creative> found = Reads.one(creativeRows(call, accounts), row -> row.id().value(),
                call.id().value());
        return Reply.json(StructureViews.stamped(creativeView(found), found));
    }

    private Reply createCreative(Call call) {
        AdAccount account = reads.account(call);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String spec : List.of("object_story_spec", "asset_feed_spec")) {
            call.find(spec, JsonNode.class).ifPresent(tree -> parameters.put(spec, tree.toString()));
        }
        for (String text : List.of("object_story_id", "url_tags")) {
            call.findText(text).ifPresent(value -> parameters.put(text, value));
        }
        GraphId made = desk.creatives().create(call.tenant(), account.id(), call.text("name"), parameters);
        return Reply.json(201, Json.object().put("id", made.value())).with("Location",
                Router.BASE + "/creatives/" + made);
    }

    private static ObjectNode view(Reads.Row<CustomAudience> found) {
        CustomAudience row = found.row();
        ObjectNode view = Json.object().put("id", row.id().value()).put("account_id", found.account().id().number())
                .put("name", row.name()).put("subtype", row.subtype()).put("description", row.description())
                .put("approximate_count_lower_bound", row.sizeLower())
                .put("approximate_count_upper_bound", row.sizeUpper()).put("state", AudienceState.of(row).name());
        view.set("operation_status",
                Json.object().put("code", row.operationCode()).put("description", row.operationText()));
        view.set("delivery_status",
                Json.object().put("code", row.deliveryCode()).put("description", row.deliveryText()));
        CustomAudience.Lookalike lookalike = row.lookalike();
        if (lookalike == null) {
            view.set("lookalike_spec", NullNode.getInstance());
        } else {
            ObjectNode spec = Json.object()
                    .put("origin_audience_id", lookalike.originId() == null ? null : lookalike.originId().value())
                    .put("ratio", lookalike.ratio());
            spec.set("countries", Shapes.texts(lookalike.countries()));
            view.set("lookalike_spec", spec);
        }
        return view.put("rule", row.rule()).put("retention_days", row.retentionDays())
                .put("time_created", Shapes.timeOrNull(row.createdAt(), found.account().zone()))
                .put("time_updated", Shapes.timeOrNull(row.updatedAt(), found.account().zone()))
                .put("time_content_updated", Shapes.timeOrNull(row.contentUpdatedAt(), found.account().zone()));
    }

    private static ObjectNode creativeView(Reads.Row<Creative> found) {
        Creative row = found.row();
        return Json.object().put("id", row.id().value()).put("account_id", found.account().id().number())
                .put("name", row.name()).put("status", row.status()).put("format", row.format().name())
                .put("title", row.title()).put("body", row.body()).put("call_to_action_type", row.callToAction())
                .put("link", row.link()).put("cards", row.cards()).put("video_id", row.videoId())
                .put("image_hash", row.imageHash()).put("page_id", row.pageId());
    }
}
