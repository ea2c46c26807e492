package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/// The error envelope of graph-api chapter 11. `error_data` is an object for some subcodes and JSON text for others, as
/// on Facebook, always the same way for the same subcode.
public final class ErrorBody {

    private static final AtomicLong TRACES = new AtomicLong();

    private ErrorBody() {
    }

    public static ObjectNode of(GraphError error) {
        ObjectNode inner = Json.object().put("message", error.text()).put("type", error.type()).put("code",
                error.code());
        if (error.subcode() != 0) {
            inner.put("error_subcode", error.subcode());
        }
        if (error.isTransient() instanceof Boolean hint) {
            inner.put("is_transient", hint);
        }
        if (error.userTitle() != null) {
            inner.put("error_user_title", error.userTitle());
        }
        if (error.userMessage() != null) {
            inner.put("error_user_msg", error.userMessage());
        }
        if (!error.blameField().isEmpty()) {
            ObjectNode data = Json.object();
            var path = data.putArray("blame_field_specs").addArray();
            error.blameField().forEach(path::add);
            if (error.subcode() % 2 == 0) {
                inner.put("error_data", Json.text(data));
            } else {
                inner.set("error_data", data);
            }
        }
        inner.put("fbtrace_id", trace());
        return Json.object().set("error", inner);
    }

    private static String trace() {
        long number = TRACES.incrementAndGet();
        return String.format(Locale.ROOT, "A%s%s", Long.toString((number * 0x9E3779B97F4A7C15L) >>> 2, 36), Long
                .toString(number, 36));
    }
}
