package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteKind;
import com.bizosaas.adsdesk.graph.AdsApi.Activity;
import com.bizosaas.adsdesk.graph.AdsApi.Sent;
import com.bizosaas.adsdesk.graph.AdsApi.Trial;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the workbench asks: fields of many objects, whether drafts would be taken, who changed what.
final class WorkbenchCalls {

    private static final int PAGE = 100;
    /// Ids of one filter: their address stays shorter than what servers take.
    private static final int FILTERED = 50;
    private static final int HISTORY = 500;

    private final GraphClient client;

    WorkbenchCalls(GraphClient client) {
        this.client = client;
    }

    Map<GraphId, Map<String, String>> fieldsOf(AdAccountId account, Map<GraphId, List<String>> asked) {
        List<GraphId> ids = List.copyOf(asked.keySet());
        List<GraphRequest> calls = ids.stream().map(id -> GraphRequest.read(id.value())
                .with("fields", String.join(",", asked.getOrDefault(id, List.of())))
                .on(account, UseCase.ADS_MANAGEMENT)).toList();
        Map<GraphId, Map<String, String>> read = new LinkedHashMap<>();
        List<Verdict> verdicts = new BatchRequest(client).send(calls);
        for (int i = 0; i < ids.size(); i++) {
            if (!verdicts.get(i).isMissing()) {
                read.put(ids.get(i), values(verdicts.get(i).orThrow(), asked.getOrDefault(ids.get(i), List.of())));
            }
        }
        return read;
    }

    /// What the account's list does not show is asked for by itself: it may be too new for the list, or gone.
    Map<GraphId, Map<String, String>> fieldsOf(AdAccountId account, Level level, Map<GraphId, List<String>> asked) {
        List<GraphId> ids = List.copyOf(asked.keySet());
        Map<GraphId, Map<String, String>> read = new LinkedHashMap<>();
        for (int from = 0; level != Level.AUDIENCE && ids.size() > 1 && from < ids.size(); from += FILTERED) {
            Map<GraphId, List<String>> some = new LinkedHashMap<>();
            ids.subList(from, Math.min(ids.size(), from + FILTERED)).forEach(id -> some.put(id, asked.get(id)));
            listed(account, level, some, read);
        }
        Map<GraphId, List<String>> missing = new LinkedHashMap<>(asked);
        missing.keySet().removeAll(read.keySet());
        if (!missing.isEmpty()) {
            read.putAll(fieldsOf(account, missing));
        }
        return read;
    }

    private void listed(AdAccountId account, Level level, Map<GraphId, List<String>> asked,
            Map<GraphId, Map<String, String>> read) {
        Set<String> fields = new LinkedHashSet<>(List.of("id"));
        asked.values().forEach(fields::addAll);
        String prefix = level == Level.AD_SET ? "adset" : level.name().toLowerCase(Locale.ROOT);
        Map<String, Object> filter = Map.of("field", prefix + ".id", "operator", "IN", "value",
                asked.keySet().stream().map(GraphId::value).toList());
        GraphRequest request = GraphRequest.list(account.value() + "/" + Expansion.edge(level))
                .with("fields", String.join(",", fields)).with("effective_status", Expansion.statuses(level))
                .with("filtering", StrictJson.write(List.of(filter))).on(account, UseCase.ADS_MANAGEMENT);
        new Pages(client).read(new Listing<>(request, PAGE,
                RowReader.of((WireObject row) -> row.id("id") == null ? null : row), row -> row.text("id")),
                page -> page.forEach(row -> {
                    GraphId id = new GraphId(row.text("id"));
                    List<String> wanted = asked.get(id);
                    if (wanted != null) {
                        read.put(id, values(row, wanted));
                    }
                }));
    }

    /// A field may be an expansion, as `creative{id,url_tags}`: its value is the object under the name.
    private static Map<String, String> values(WireObject object, List<String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : fields) {
            int brace = field.indexOf('{');
            String name = brace < 0 ? field : field.substring(0, brace);
            String value = object.raw(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    Map<GraphId, Map<String, String>> details(AdAccountId account, Level level, List<String> fields) {
        GraphRequest request = GraphRequest.list(account.value() + "/" + Expansion.edge(level))
                .with("fields", "id," + String.join(",", fields)).with("effective_status", Expansion.statuses(level))
                .on(account, UseCase.ADS_MANAGEMENT);
        Map<GraphId, Map<String, String>> details = new LinkedHashMap<>();
        new Pages(client).read(new Listing<>(request, PAGE,
                RowReader.of((WireObject row) -> row.id("id") == null ? null : row),
                row -> row.text("id")),
                page -> page.forEach(row -> details.put(new GraphId(row.text("id")), values(row, fields))));
        return details;
    }

    List<Optional<GraphException>> validate(AdAccountId account, List<Trial> trials) {
        List<GraphRequest> calls = trials.stream().map(trial -> request(account, trial)).toList();
        List<Optional<GraphException>> answers = new ArrayList<>();
        for (Verdict verdict : new BatchRequest(client).send(calls)) {
            if (!verdict.isOk() && verdict.outcome() != Outcome.REFUSED && verdict.outcome() != Outcome.PERMISSION) {
                throw verdict.exception();
            }
            answers.add(verdict.isOk() ? Optional.empty() : Optional.of(verdict.exception()));
        }
        return answers;
    }

    /// A question, so that it may be repeated: `validate_only` changes nothing (graph-api chapter 04).
    private static GraphRequest request(AdAccountId account, Trial trial) {
        GraphId object = trial.object();
        return GraphRequest.start(object == null ? account.value() + "/" + trial.edge() : object.value())
                .withAll(trial.parameters()).with("execution_options", StrictJson.write(List.of("validate_only")))
                .shaped(GraphRequest.Shape.DONE).on(account, UseCase.ADS_MANAGEMENT);
    }

    /// A batch that fails as a whole fails for each: refused, or nobody knows.
    List<Sent> send(List<PlannedWrite> writes, List<GraphRequest> requests) {
        List<Sent> sent = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += BatchRequest.MAX_ITEMS) {
            int to = Math.min(requests.size(), from + BatchRequest.MAX_ITEMS);
            try {
                List<Verdict> verdicts = new BatchRequest(client).send(requests.subList(from, to));
                for (int i = 0; i < verdicts.size(); i++) {
                    sent.add(sent(writes.get(from + i), verdicts.get(i)));
                }
            } catch (GraphException e) {
                for (int i = from; i < to; i++) {
                    sent.add(new Sent(null, e));
                }
            }
        }
        return sent;
    }

    private static Sent sent(PlannedWrite write, Verdict verdict) {
        if (!verdict.isOk()) {
            return new Sent(null, verdict.exception());
        }
        return new Sent(write.kind() == WriteKind.CREATE
                ? new GraphId(new WireObject(verdict.body()).text("id"))
                : write.target(), null);
    }

    List<Activity> activities(AdAccountId account, Instant since) {
        GraphRequest request = GraphRequest.list(account.value() + "/activities")
                .with("fields", "event_type,event_time,object_id,object_name,actor_id,actor_name,extra_data,"
                        + "translated_event_type")
                .with("since", Long.toString(since.getEpochSecond())).on(account, UseCase.ADS_MANAGEMENT);
        return new Pages(client).all(new Listing<>(request, HISTORY,
                RowReader.of("activity", WorkbenchCalls::activity), line -> line));
    }

    private static @Nullable Activity activity(WireObject row) {
        GraphId object = row.id("object_id");
        return object == null
                ? null
                : new Activity(object, row.text("event_type"), row.text("translated_event_type"),
                        Objects.requireNonNullElse(row.time("event_time"), Instant.EPOCH), row.text("actor_id"),
                        row.text("actor_name"), row.text("extra_data"));
    }
}
