package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Adding people to customer lists and taking them out, in sessions. Only numbers are kept, never the keys themselves.
final class AudienceMembers {

    private static final int MOST_ROWS = 10_000;
    private static final long SESSION_SECONDS = 90 * 60;
    private static final Set<String> PLAIN = Set.of("MADID", "EXTERN_ID", "PAGEUID", "IGUSERID", "LOOKALIKE_VALUE",
            "DATA_PROCESSING_OPTIONS", "DATA_PROCESSING_OPTIONS_COUNTRY", "DATA_PROCESSING_OPTIONS_STATE");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    void register(Operations operations) {
        operations.serve(Kind.CUSTOM_AUDIENCE, "POST users", (call, audience) -> members(call, audience, 1));
        operations.serve(Kind.CUSTOM_AUDIENCE, "DELETE users", (call, audience) -> members(call, audience, -1));
        operations.serve(Kind.CUSTOM_AUDIENCE, "GET sessions",
                (call, audience) -> Lists.rows(call, audience.fields().path(
                        "_sessions").valueStream().map(one -> shown((ObjectNode) one)).toList()));
    }

    private static JsonNode shown(ObjectNode session) {
        ObjectNode shown = Json.object();
        session.properties().forEach(one -> {
            if (!one.getKey().startsWith("_")) {
                shown.put(one.getKey(), one.getValue().asString());
            }
        });
        return shown;
    }

    private static JsonNode members(Call call, Node audience, int sign) {
        if (!"CUSTOM".equals(audience.text("subtype"))) {
            throw GraphError.of(400, 2650, "(#2650) Only customer lists take people");
        }
        ObjectNode payload = call.object("payload").orElseThrow(() -> GraphError.invalidParameter(
                "The parameter payload is required"));
        JsonNode schema = payload.path("schema");
        JsonNode data = payload.path("data");
        if (!data.isArray() || schema.isMissingNode()) {
            throw GraphError.of(400, 2650, "(#2650) The payload needs a schema and data");
        }
        if (data.size() > MOST_ROWS) {
            throw GraphError.of(400, 2650, "(#2650) At most " + MOST_ROWS + " rows can be sent in one request");
        }
        long invalid = invalid(schema, data);
        String session = session(call, audience, data.size(), invalid);
        AudienceSize.upload(audience, sign * (data.size() - invalid), call.now().getEpochSecond());
        audience.fields().put("time_content_updated", call.now().getEpochSecond());
        call.world().touch(audience);
        return Json.object().put("audience_id", audience.id()).put("session_id", session)
                .put("num_received", data.size())
                .put("num_invalid_entries", invalid).set("invalid_entry_samples", Json.object());
    }

    private static long invalid(JsonNode schema, JsonNode data) {
        List<String> keys = schema.isArray()
                ? schema.valueStream().map(JsonNode::asString).toList()
                : List.of(schema
                        .asString().replace("_SHA256", ""));
        long invalid = 0;
        for (JsonNode row : data) {
            if (schema.isArray() != row.isArray() || (row.isArray() && row.size() != keys.size())) {
                throw GraphError.of(400, 2650,
                        "(#2650) With several keys each row of data is a list of values in the schema's order");
            }
            boolean valid = true;
            for (int i = 0; i < keys.size(); i++) {
                String value = row.isArray() ? row.path(i).asString("") : row.asString("");
                valid &= value.isEmpty() || PLAIN.contains(keys.get(i)) || HASH.matcher(value).matches();
            }
            invalid += valid ? 0 : 1;
        }
        return invalid;
    }

    /// Opens, continues or closes the session that the request belongs to.
    private static String session(Call call, Node audience, int rows, long invalid) {
        ObjectNode asked = call.object("session").orElseGet(() -> Json.object().put("session_id", call.now()
                .getEpochSecond()).put("batch_seq", 1).put("last_batch_flag", true));
        String id = asked.path("session_id").asString();
        long now = call.now().getEpochSecond();
        var sessions = Json.array();
        audience.fields().path("_sessions").forEach(sessions::add);
        ObjectNode found = null;
        for (JsonNode one : sessions) {
            if (one.path("session_id").asString().equals(id)) {
                found = (ObjectNode) one;
            }
        }
        if (found == null) {
            found = sessions.addObject().put("session_id", id).put("start_time", now).put("num_received", 0).put(
                    "num_invalid_entries", 0).put("num_matched", 0).put("stage", "uploading").put("progress", "0");
        } else if (!"uploading".equals(found.path("stage").asString()) || now > found.path("start_time").asLong()
                + SESSION_SECONDS) {
            throw GraphError.of(400, 2650, 1_870_158, "(#2650) The session is closed");
        }
        found.put("num_received", found.path("num_received").asLong() + rows).put("num_invalid_entries", found.path(
                "num_invalid_entries").asLong() + invalid);
        found.put("num_matched",
                (found.path("num_received").asLong() - found.path("num_invalid_entries").asLong()) * 2 / 3);
        if (asked.path("last_batch_flag").asBoolean(false)) {
            found.put("stage", "completed").put("progress", "100").put("end_time", now);
        }
        audience.fields().set("_sessions", sessions);
        return id;
    }
}
