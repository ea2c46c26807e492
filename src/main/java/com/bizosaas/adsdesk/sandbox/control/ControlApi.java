package com.bizosaas.adsdesk.sandbox.control;

import com.bizosaas.adsdesk.sandbox.graph.ParameterCheck;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.http.Traffic;
import com.bizosaas.adsdesk.sandbox.http.WireReply;
import com.bizosaas.adsdesk.sandbox.http.WireRequest;
import com.bizosaas.adsdesk.sandbox.limits.Budgets;
import com.bizosaas.adsdesk.sandbox.limits.UsageMeter;
import com.bizosaas.adsdesk.sandbox.limits.UseCase;
import com.bizosaas.adsdesk.sandbox.login.Sessions;
import com.bizosaas.adsdesk.sandbox.model.SandboxClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/sandbox/…`: steers one sandbox from outside. Bodies are JSON objects or forms with the same names. A request that
/// makes no sense is answered with 400 and the reason. Thread-safe.
public final class ControlApi {

    private final SandboxClock clock;
    private final Faults faults;
    private final Journal journal;
    private final ParameterCheck check;
    private final UsageMeter meter;
    private final TokenControl tokens;
    private final Outsider outsider;
    private final Traffic traffic;
    private final Supplier<JsonNode> description;

    /// @param description what `GET /sandbox/info` tells
    public ControlApi(SandboxClock clock, Sessions sessions, Faults faults, Journal journal,
            ParameterCheck check, UsageMeter meter, Outsider outsider, Traffic traffic,
            Supplier<JsonNode> description) {
        this.clock = clock;
        this.faults = faults;
        this.journal = journal;
        this.check = check;
        this.meter = meter;
        this.tokens = new TokenControl(sessions);
        this.outsider = outsider;
        this.traffic = traffic;
        this.description = description;
    }

    /// @param path what follows `/sandbox/`
    public WireReply answer(WireRequest request, String path) {
        try {
            ObjectNode body = Json.object();
            request.parameters()
                    .forEach((name, value) -> body.set(name, Json.parse(value).filter(node -> !node.isString())
                            .orElse(Json.array().add(value).get(0))));
            return WireReply.json(200, run(request.method() + " " + path, body));
        } catch (NoSuchElementException e) {
            return WireReply.json(404, Json.object().put("error", String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException | DateTimeException e) {
            return WireReply.json(400, Json.object().put("error", String.valueOf(e.getMessage())));
        }
    }

    private JsonNode run(String call, JsonNode body) {
        if (call.startsWith("POST objects/")) {
            return outsider.change(call.substring("POST objects/".length()), body);
        }
        if (call.startsWith("GET objects/")) {
            return outsider.look(call.substring("GET objects/".length()));
        }
        if (call.startsWith("GET campaigns/")) {
            return outsider.campaigns(call.substring("GET campaigns/".length()));
        }
        return switch (call) {
            case "GET info" -> description.get();
            case "GET journal" -> list(journal.after(body.path("after").asLong(0)));
            case "DELETE journal" -> done(journal::clear);
            case "GET traffic" -> traffic.counts();
            case "DELETE traffic" -> done(traffic::clear);
            case "GET unknown-parameters" -> Json.tree(check.unknown());
            case "GET faults" -> list(faults.pending());
            case "POST faults" -> done(() -> faults.add(Fault.of(body)));
            case "DELETE faults" -> done(faults::clear);
            case "GET clock" -> time();
            case "POST clock" -> advance(body);
            case "DELETE clock" -> done(clock::reset);
            case "POST tokens" -> tokens.issue(body);
            case "POST tokens/kill" -> tokens.kill(body);
            case "POST tokens/clear-checkpoint" -> tokens.clearCheckpoint(body);
            case "POST budgets" -> budgets(body);
            case "POST throttle" -> throttle(body);
            case "POST reset" -> done(() -> {
                faults.clear();
                journal.clear();
                check.reset();
                meter.reset();
            });
            default -> throw new NoSuchElementException("No such control call: " + call);
        };
    }

    private static JsonNode list(List<? extends JsonNode> nodes) {
        ArrayNode list = Json.array();
        nodes.forEach(list::add);
        return list;
    }

    private static JsonNode done(Runnable action) {
        action.run();
        return Json.object().put("success", true);
    }

    private JsonNode time() {
        return Json.object().put("now", clock.instant().toString()).put("shiftSeconds", clock.shift().toSeconds());
    }

    private JsonNode advance(JsonNode body) {
        clock.advance(body.has("advance")
                ? Duration.parse(body.path("advance").asString())
                : Duration.ofSeconds(body.path(
                        "advanceSeconds").asLong(0)));
        return time();
    }

    /// A tier, or single figures on top of it, for one account or for all.
    private JsonNode budgets(JsonNode body) {
        Budgets tier = Budgets.ofTier(body.path("tier").asString("full"));
        Budgets own = new Budgets(tier.tier(), body.path("appCalls").asLong(tier.appCalls()),
                body.path("score").asDouble(
                        tier.score()),
                Duration.ofSeconds(body.path("blockSeconds").asLong(tier.block().toSeconds())), body.path(
                        "management").asLong(tier.management()),
                body.path("insights").asLong(tier.insights()), body.path(
                        "audiences").asLong(tier.audiences()),
                body.path("perActiveAd").asLong(tier.perActiveAd()));
        String account = body.path("account").asString("");
        return done(() -> {
            if (account.isEmpty()) {
                meter.setBudgets(own);
            } else {
                meter.setBudgets(account, own);
            }
        });
    }

    private JsonNode throttle(JsonNode body) {
        String account = body.path("account").asString("");
        if (!account.startsWith("act_")) {
            throw new IllegalArgumentException("account must be an ad account id with act_");
        }
        UseCase useCase = UseCase.valueOf(body.path("useCase").asString("ads_management").toUpperCase(Locale.ROOT));
        Duration length = Duration.ofMinutes(body.path("minutes").asLong(1));
        return done(() -> meter.close(account, useCase, clock.instant().plus(length)));
    }
}
