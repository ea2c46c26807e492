package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DraftService;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Drafts: edits that nobody at Facebook sees before they are published.
final class DraftRoutes {

    private static final Param LEVEL = Param.text("level", "The level of the object.").oneOf("campaign", "adset", "ad");

    private final DraftService drafts;
    private final Reads reads;
    private final InstantSource clock;

    DraftRoutes(DeskServices desk, Reads reads, InstantSource clock) {
        this.drafts = desk.workbench().drafts();
        this.reads = reads;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/drafts", "What is drafted, and not yet at Facebook.").ofAccounts().lists("Draft")
                        .by(this::list),
                Route.post("/drafts", "Drafts fields of one object; without object_id, a new object.").edits()
                        .ofAccounts().body(LEVEL.needed(),
                                Param.text("object_id", "Its id, or new-N for one that is drafted already."),
                                Param.of("set", Param.Kind.OBJECT,
                                        "Values by Graph's names; money as {\"amount\":\"12.34\"}, null for none.")
                                        .needed())
                        .answers(201, "Draft").by(this::edit),
                Route.delete("/drafts/{object_id}", "Takes the draft of one object back.").edits().ofAccounts()
                        .answers("Deleted").by(this::discard),
                Route.get("/drafts/review", "Everything that would be written: each field old and new, cost, findings.")
                        .query(Param.flag("check", "Ask Facebook for its word too (validate_only)."))
                        .answers("Review").by(this::review));
    }

    private Reply list(Call call) {
        List<AdAccount> accounts = reads.accounts(call);
        List<Draft> rows = drafts.book(call.tenant()).drafts().stream()
                .filter(draft -> accounts.stream().anyMatch(account -> account.id().equals(draft.key().account())))
                .toList();
        return new Page<>(rows, draft -> draft.key().account() + " " + draft.key().level() + " "
                + Page.padded(draft.key().object()), false, clock.instant(), false).reply(call,
                        DraftRoutes::view);
    }

    private Reply edit(Call call) {
        AdAccount account = reads.account(call);
        Level level = Arrays.stream(Level.values()).filter(one -> one.graphName().equals(call.text("level")))
                .findFirst().orElseThrow();
        Map<String, String> values = values(call.need("set", JsonNode.class), level, account);
        DraftKey key = call.findText("object_id").map(object -> key(account, level, object))
                .orElseGet(() -> drafts.create(call.tenant(), account.id(), level, values));
        if (call.has("object_id")) {
            drafts.edit(call.tenant(), key, values);
        }
        return Reply.json(201, drafts.book(call.tenant()).find(key).map(DraftRoutes::view)
                .orElseThrow(() -> new ApiProblem(422, "nothing-drafted", "Facebook has these values already",
                        "Nothing is drafted for this object.", "set")));
    }

    private static DraftKey key(AdAccount account, Level level, String object) {
        try {
            return new DraftKey(account.id(), level, object);
        } catch (IllegalArgumentException e) {
            ApiProblem problem = ApiProblem.badInput("object_id", "“object_id” is not what it must be",
                    "It is an id, or new- and a number.");
            problem.addSuppressed(e);
            throw problem;
        }
    }

    /// Values in the API's own shapes, as drafts keep them.
    private static Map<String, String> values(JsonNode set, Level level, AdAccount account) {
        if (set.isEmpty()) {
            throw ApiProblem.badInput("set", "Nothing is to be drafted", "Send at least one field.");
        }
        Map<String, String> values = new LinkedHashMap<>();
        set.properties().forEach(member -> {
            Param param = Param.money("set." + member.getKey(), "");
            FieldSpec spec = Fields.find(level, member.getKey())
                    .orElseThrow(() -> ApiProblem.badInput(param.name(), "“" + member.getKey()
                            + "” cannot be drafted on this level",
                            "It takes " + Fields.of(level).stream().map(FieldSpec::name)
                                    .collect(Collectors.joining(", ")) + "."));
            values.put(member.getKey(), value(spec, param, member.getValue(), account));
        });
        return values;
    }

    private static String value(FieldSpec spec, Param param, JsonNode node, AdAccount account) {
        if (node.isNull()) {
            return "";
        }
        return switch (spec.kind()) {
            case MONEY -> Long.toString(MoneyInput.of(param, node).in(account.currency()).minorUnits());
            case FLAG -> {
                if (!node.isBoolean()) {
                    throw Inputs.wrong(param, "true or false");
                }
                yield Boolean.toString(node.booleanValue());
            }
            case JSON -> {
                if (!node.isContainer()) {
                    throw Inputs.wrong(param, "an object or a list");
                }
                yield node.toString();
            }
            case TEXT, WORD, TIME, REFERENCE -> {
                if (!node.isString()) {
                    throw Inputs.wrong(param, "text");
                }
                yield node.stringValue();
            }
        };
    }

    private Reply discard(Call call) {
        String object = call.text("object_id");
        List<AdAccount> accounts = reads.accounts(call);
        List<DraftKey> keys = drafts.book(call.tenant()).drafts().stream().map(Draft::key)
                .filter(key -> key.object().equals(object)
                        && accounts.stream().anyMatch(account -> account.id().equals(key.account())))
                .toList();
        if (keys.isEmpty()) {
            throw ApiProblem.notFound("There is no draft of this object", "GET /drafts lists them.");
        }
        drafts.discard(call.tenant(), keys);
        return Reply.json(Json.object().put("id", object).put("deleted", true));
    }

    private static ObjectNode view(Draft draft) {
        ObjectNode view = Json.object().put("account_id", draft.key().account().number())
                .put("level", draft.key().level().graphName()).put("object_id", draft.key().object())
                .put("name", draft.name()).put("action", draft.action().name());
        ObjectNode fields = view.putObject("fields");
        draft.cells().forEach((name, cell) -> fields.putObject(name).put("base", cell.base()).put("mine", cell.mine())
                .put("theirs", cell.theirs()));
        return view.put("since", Shapes.time(draft.since())).put("who", draft.who());
    }

    private Reply review(Call call) {
        return Reply.json(view(call.flag("check")
                ? drafts.check(call.tenant(), null)
                : drafts.review(call.tenant(), null)));
    }

    private static ObjectNode view(Review review) {
        ArrayNode data = Json.array();
        review.items().forEach(item -> data.add(view(item)));
        ArrayNode impacts = Json.array();
        review.impacts().forEach(impact -> impacts.add(view(impact)));
        ObjectNode body = Json.object();
        body.set("data", data);
        body.set("impacts", impacts);
        return body.put("publishable", review.publishable().size()).put("writes", review.writes())
                .put("as_of", Shapes.time(review.at())).put("stale", false);
    }

    private static ObjectNode view(Review.Item item) {
        ObjectNode view = Json.object().put("account_id", item.key().account().number())
                .put("level", item.key().level().graphName()).put("object_id", item.key().object())
                .put("action", item.action().name()).put("name", item.name()).put("path", item.path())
                .put("severity", item.severity().name()).put("publishable", item.publishable())
                .put("selected", item.selected());
        view.set("per_day", Shapes.money(item.perDay()));
        ArrayNode rows = view.putArray("fields");
        item.rows().forEach(row -> rows.addObject().put("field", row.field().name()).put("old", row.old())
                .put("new", row.mine()).put("theirs", row.theirs()).put("shown_old", row.shownOld())
                .put("shown_new", row.shownMine()));
        ArrayNode findings = view.putArray("findings");
        item.findings().forEach(finding -> findings.add(view(finding)));
        return view;
    }

    private static ObjectNode view(Finding finding) {
        return Json.object().put("field", finding.field()).put("severity", finding.severity().name())
                .put("code", finding.code()).put("text", finding.text()).put("fix", finding.fix());
    }

    private static ObjectNode view(Review.Impact impact) {
        ObjectNode view = Json.object().put("currency", impact.currency().code());
        Map<String, @Nullable Money> amounts = new LinkedHashMap<>();
        amounts.put("per_day_before", impact.perDayBefore());
        amounts.put("per_day_after", impact.perDayAfter());
        amounts.put("to_month_end", impact.toMonthEnd());
        amounts.put("one_day_at_most", impact.oneDay());
        amounts.put("spent_this_month", impact.spent());
        amounts.put("projected_this_month", impact.projected());
        amounts.put("monthly_target", impact.target());
        amounts.put("daily_limit", impact.limit());
        amounts.forEach((name, amount) -> view.set(name, Shapes.money(amount)));
        return view;
    }
}
