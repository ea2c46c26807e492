package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.PublishService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Publishing drafts, and what became of it.
final class PublishRoutes {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int LATEST = 1000;
    private static final Param POLICY = Param.text("policy",
            "What happens to fields that somebody changed meanwhile; " + word(Conflict.Policy.values()[0])
                    + " without it.")
            .oneOf(Arrays.stream(Conflict.Policy.values()).map(PublishRoutes::word).toArray(String[]::new));

    private final DraftService drafts;
    private final PublishService publishing;
    private final InstantSource clock;

    PublishRoutes(DraftService drafts, PublishService publishing, InstantSource clock) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/drafts/publish", "Writes reviewed drafts to Facebook and waits for each row.").publishes()
                        .body(Param.of("object_ids", Param.Kind.TEXTS, "Only the drafts of these objects."), POLICY)
                        .answers("Publication").by(this::publish),
                Route.get("/publications", "What was published together, newest first.").lists("Publication")
                        .by(this::list),
                Route.get("/publications/{publication_id}", "One publication.").answers("Publication")
                        .by(call -> shown(call)),
                steer("pause", "Sends nothing more until resumed.", publishing::pause),
                steer("resume", "Goes on.", publishing::resume),
                steer("stop", "Gives up what was not sent; it stays a draft.", publishing::stop),
                steer("retry", "Sends again what failed, was held or stopped.", publishing::retry),
                Route.post("/publications/{publication_id}/undo",
                        "Drafts taking it back; review and publish that like any other draft.").publishes()
                        .answers("Undone").by(this::undo));
    }

    private Route steer(String word, String summary, BiConsumer<TenantId, String> act) {
        return Route.post("/publications/{publication_id}/" + word, summary).publishes().answers("Publication")
                .by(call -> {
                    act.accept(call.tenant(), call.text("publication_id"));
                    return shown(call);
                });
    }

    private static String word(Conflict.Policy policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }

    private Reply publish(Call call) {
        Conflict.Policy policy = Arrays.stream(Conflict.Policy.values())
                .filter(one -> word(one).equals(call.findText("policy").orElse(""))).findFirst()
                .orElse(Conflict.Policy.values()[0]);
        PublishBatch started = publishing.publish(call.tenant(), selected(call), policy, "");
        Instant end = Instant.now().plus(PATIENCE);
        try {
            PublishBatch now = started;
            while (now.phase() == PublishBatch.Phase.RUNNING && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
                now = publishing.batch(call.tenant(), started.id());
            }
            return Reply.json(view(now));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.json(view(publishing.batch(call.tenant(), started.id())));
        }
    }

    private @Nullable Set<DraftKey> selected(Call call) {
        List<String> wanted = call.texts("object_ids");
        if (wanted.isEmpty()) {
            return null;
        }
        Set<DraftKey> keys = drafts.book(call.tenant()).drafts().stream().map(Draft::key)
                .filter(key -> wanted.contains(key.object())).collect(Collectors.toSet());
        Set<String> missing = new HashSet<>(wanted);
        keys.forEach(key -> missing.remove(key.object()));
        if (!missing.isEmpty()) {
            throw new ApiProblem(422, "nothing-drafted", "Nothing is drafted for " + String.join(", ", missing),
                    "GET /drafts lists what is.", "object_ids");
        }
        return keys;
    }

    private Reply list(Call call) {
        return new Page<>(publishing.batches(call.tenant(), LATEST), batch -> Shapes.time(batch.at()) + batch.id(),
                true, clock.instant(), false).reply(call, PublishRoutes::view);
    }

    private Reply shown(Call call) {
        return Reply.json(view(publishing.batch(call.tenant(), call.text("publication_id"))));
    }

    private Reply undo(Call call) {
        Set<DraftKey> drafted = publishing.undo(call.tenant(), call.text("publication_id"));
        ObjectNode body = Json.object();
        body.set("drafted", Shapes.texts(drafted.stream().map(DraftKey::object).sorted().toList()));
        return Reply.json(body);
    }

    private static ObjectNode view(PublishBatch batch) {
        ObjectNode view = Json.object().put("publication_id", batch.id()).put("status", batch.phase().name())
                .put("who", batch.who()).put("at", Shapes.time(batch.at()))
                .put("undoes", batch.undoes().isEmpty() ? null : batch.undoes()).put("clean", batch.clean())
                .put("done_by", Shapes.timeOrNull(batch.doneBy()));
        ArrayNode rows = view.putArray("rows");
        batch.rows().forEach(row -> rows.add(view(row)));
        return view;
    }

    private static ObjectNode view(PublishRow row) {
        GraphId object = row.object();
        ObjectNode view = Json.object().put("account_id", row.key().account().number())
                .put("level", row.key().level().graphName()).put("object_id", row.key().object())
                .put("id", object == null ? null : object.value()).put("name", row.name())
                .put("action", row.action().name()).put("state", row.state().name()).put("message", row.message());
        ArrayNode differences = view.putArray("differences");
        row.differences().forEach(one -> differences.addObject().put("field", one.field()).put("sent", one.sent())
                .put("read", one.read()));
        return view;
    }
}
