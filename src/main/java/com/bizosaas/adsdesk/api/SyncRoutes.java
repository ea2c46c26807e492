package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.SyncService;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How fresh the store is, and how much of Facebook's limits is left.
final class SyncRoutes {

    private final DeskServices desk;
    private final Reads reads;
    private final InstantSource clock;

    SyncRoutes(DeskServices desk, Reads reads, InstantSource clock) {
        this.desk = desk;
        this.reads = reads;
        this.clock = clock;
    }

    private record Reading(AdAccount account, Topic topic) {
        String key() {
            return Page.padded(account.id().number()) + topic.ordinal();
        }
    }

    List<Route> routes() {
        Param topics = Param.of("topics", Param.Kind.TEXTS, "What to read; everything without it.")
                .oneOf(Arrays.stream(Topic.values()).map(SyncRoutes::word).toArray(String[]::new));
        return List.of(
                Route.get("/sync", "How each topic of each ad account stands.").ofAccounts().lists("SyncState")
                        .by(this::states),
                Route.post("/sync", "Reads topics from Facebook and waits for it.").slow().ofAccounts().body(topics)
                        .answers("Synced").by(this::sync),
                Route.get("/usage", "How much of Facebook's limits each ad account has used.").ofAccounts()
                        .lists("Usage").by(this::usage));
    }

    static String word(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }

    private Reply states(Call call) {
        List<Reading> all = reads.accounts(call).stream()
                .flatMap(account -> Arrays.stream(Topic.values()).map(topic -> new Reading(account, topic))).toList();
        return new Page<>(all, Reading::key, false, clock.instant(), false).reply(call,
                reading -> state(call, reading));
    }

    private ObjectNode state(Call call, Reading reading) {
        SyncService.SyncState state = desk.sync().state(call.tenant(), reading.account.id(), reading.topic);
        return Json.object().put("account_id", reading.account.id().number()).put("topic", word(reading.topic))
                .put("running", state.running()).put("last_success", Shapes.timeOrNull(state.lastSuccess()))
                .put("next_run", Shapes.timeOrNull(state.nextRun()))
                .put("problem", state.problem() == null ? null : state.problem().title());
    }

    private Reply sync(Call call) {
        List<AdAccount> accounts = reads.accounts(call);
        List<String> wanted = call.texts("topics");
        List<Topic> topics = Arrays.stream(Topic.values())
                .filter(topic -> wanted.isEmpty() || wanted.contains(word(topic))).toList();
        topics.forEach(topic -> reads.read(call.tenant(), topic, accounts));
        return synced(desk, call, accounts, topics);
    }

    static Reply sync(DeskServices desk, Reads reads, Call call, Topic topic) {
        List<AdAccount> accounts = reads.accounts(call);
        reads.read(call.tenant(), topic, accounts);
        return synced(desk, call, accounts, List.of(topic));
    }

    private static Reply synced(DeskServices desk, Call call, List<AdAccount> accounts, List<Topic> topics) {
        ArrayNode read = Json.array();
        for (AdAccount account : accounts) {
            for (Topic topic : topics) {
                read.add(Json.object().put("account_id", account.id().number()).put("topic", word(topic)).put("as_of",
                        Shapes.timeOrNull(desk.sync().state(call.tenant(), account.id(), topic).lastSuccess())));
            }
        }
        ObjectNode body = Json.object().put("status", "done");
        body.set("read", read);
        return Reply.json(body);
    }

    private Reply usage(Call call) {
        return new Page<>(reads.accounts(call), account -> Page.padded(account.id().number()), false, clock.instant(),
                false).reply(call, account -> {
                    SyncService.Usage usage = desk.sync().usage(call.tenant(), account.id());
                    return Json.object().put("account_id", account.id().number()).put("calls_percent", usage.calls())
                            .put("cpu_percent", usage.cpu()).put("time_percent", usage.time())
                            .put("left_percent", usage.left())
                            .put("blocked_until", Shapes.timeOrNull(usage.blockedUntil()));
                });
    }
}
