package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.GraphApi;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Creating, changing and deleting ads (graph-api chapter 04, "Ad").
final class AdCalls {

    /// How long a new or changed ad stays in review, on the sandbox's clock.
    static final Duration REVIEW = Duration.ofSeconds(60);
    private static final int MOST_PER_AD_SET = 50;

    private final Values values;
    private final Writes writes;
    private final CreativeCalls creatives;

    AdCalls(Values values, Writes writes, CreativeCalls creatives) {
        this.values = values;
        this.writes = writes;
        this.creatives = creatives;
    }

    void register(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "POST ads", this::create);
        operations.serve(Kind.AD, "POST", this::update);
        operations.serve(Kind.AD, "DELETE", writes::delete);
    }

    private JsonNode create(Call call, Node account) {
        call.required("name");
        String adSetId = call.required("adset_id");
        Node adSet = call.world().find(adSetId)
                .filter(one -> one.kind() == Kind.AD_SET && one.accountId().equals(account
                        .id()))
                .orElseThrow(() -> GraphError.notFound(adSetId, "post"));
        checkRoom(call, adSet);
        ObjectNode creative = call.object("creative").orElseThrow(() -> GraphError.invalidParameter(
                "The parameter creative is required"));
        checkPost(adSet);
        String status = Writes.newStatus(call);
        String creativeId = creativeId(call, account, creative, call.validatesOnly());
        if (call.validatesOnly()) {
            return GraphApi.success();
        }
        ObjectNode fields = values.of(call, Kind.AD_ACCOUNT, "POST ads", Kind.AD, account);
        fields.put("status", status);
        fields.set("creative", Json.object().put("id", creativeId));
        fields.put(Statuses.REVIEW_UNTIL, call.now().plus(REVIEW).getEpochSecond());
        return Writes.id(writes.create(call, Kind.AD, account, adSet.id(), fields, "create_ad"));
    }

    /// What a post is promoted for is settled on its ad set, and missed only here (graph-api chapter 04, "Goals by objective").
    private static void checkPost(Node adSet) {
        boolean post = "ON_POST".equals(adSet.text("destination_type"))
                && "POST_ENGAGEMENT".equals(adSet.text("optimization_goal"));
        if (post && adSet.fields().path("promoted_object").path("page_id").asString("").isEmpty()) {
            throw GraphError.refused(1_885_154, "Promoted object is missing",
                    "The ad set must name the Page whose post is promoted.", "promoted_object");
        }
    }

    private static void checkRoom(Call call, Node adSet) {
        if (Statuses.isOver(Statuses.effective(call.world(), adSet))) {
            throw GraphError.refused(1_487_056, "Ad set is archived or deleted",
                    "An ad can't be added to an archived or deleted ad set.", "adset_id");
        }
        long there = call.world().children(adSet.id(), Kind.AD).stream().filter(one -> !Statuses.isOver(one.text(
                "status"))).count();
        if (there >= MOST_PER_AD_SET) {
            throw GraphError.refused(0, "Too many ads", "An ad set can have 50 ads that are not archived.", "adset_id");
        }
    }

    /// The creative meant by `creative`, made first where it came as a whole specification.
    private String creativeId(Call call, Node account, ObjectNode creative, boolean onlyChecking) {
        String id = creative.path("creative_id").asString(creative.path("id").asString(""));
        if (!id.isEmpty()) {
            return call.world().find(id).filter(one -> one.kind() == Kind.AD_CREATIVE && one.accountId().equals(account
                    .id())).orElseThrow(() -> GraphError.refused(0, "Creative not found",
                            "The creative does not exist in this ad account.", "creative"))
                    .id();
        }
        return creatives.createFrom(call, account, creative, onlyChecking);
    }

    private JsonNode update(Call call, Node ad) {
        Writes.mustBeEditable(call, ad);
        Node account = Writes.account(call, ad);
        ObjectNode changed = values.of(call, Kind.AD, "POST", Kind.AD, account);
        call.object("creative").ifPresent(creative -> changed.set("creative", Json.object().put("id", creativeId(call,
                account, creative, call.validatesOnly()))));
        if (call.validatesOnly()) {
            return GraphApi.success();
        }
        if (changed.has("creative") && !changed.get("creative").equals(ad.fields().get("creative"))) {
            ad.fields().put(Statuses.REVIEW_UNTIL, call.now().plus(REVIEW).getEpochSecond());
            ad.fields().remove("ad_review_feedback");
        }
        if (call.has("status")) {
            changed.put("status", call.text("status"));
        }
        writes.apply(call, ad, changed);
        return GraphApi.success();
    }
}
