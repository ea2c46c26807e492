package com.bizosaas.adsdesk.graph.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The error envelope (graph-api chapter 11). Everything but the code is optional; `error_data` comes as an object or as
/// a JSON text.
///
/// @param code 0 where the envelope names none
/// @param subcode 0 where there is none
/// @param hintsTransient Meta's `is_transient`, a hint only
/// @param field path of the first field to blame, empty where none is named
public record ErrorJson(int code, int subcode, boolean hintsTransient, String message, String userTitle,
        String userMessage, List<String> field, String traceId) {

    public ErrorJson {
        field = List.copyOf(field);
    }

    /// The error inside a reply, null where there is none.
    public static @Nullable ErrorJson in(JsonNode body) {
        JsonNode error = body.get("error");
        if (error == null || error.isNull()) {
            return null;
        }
        if (!error.isObject()) {
            String text = error.isString() ? error.stringValue() : "";
            return new ErrorJson(0, 0, false, text, "", new WireObject(body).text("error_description"), List.of(), "");
        }
        WireObject wire = new WireObject(error);
        String trace = wire.text("fbtrace_id");
        return new ErrorJson(wire.integer("code", 0), wire.integer("error_subcode", wire.integer("subcode", 0)),
                "true".equalsIgnoreCase(wire.text("is_transient")), wire.text("message"), wire.text("error_user_title"),
                wire.text("error_user_msg"), blame(wire.objectOrText("error_data")),
                trace.isEmpty() ? new WireObject(body).text("__fb_trace_id__") : trace);
    }

    /// The reason that a failed report run gives (v25 and later).
    public static ErrorJson ofRun(WireObject run) {
        return new ErrorJson(run.integer("error_code", 0), run.integer("error_subcode", 0), false,
                run.text("error_message"), run.text("error_user_title"), run.text("error_user_msg"), List.of(), "");
    }

    private static List<String> blame(WireObject data) {
        JsonNode specs = data.json().get("blame_field_specs");
        JsonNode first = specs == null ? null : specs.get(0);
        return first == null || !first.isArray() ? List.of() : WireObject.texts(first);
    }
}
