package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.GraphRequest.Shape;
import com.bizosaas.adsdesk.graph.wire.ErrorJson;
import com.bizosaas.adsdesk.graph.wire.ListBody;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.io.IOException;
import java.io.InputStream;
import com.bizosaas.adsdesk.log.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What came of sending a request once: the outcome and, for a success, the body.
///
/// @param read the body, empty but for a success
/// @param headers of the reply, empty where none came
/// @param until when a limit is over, once that is known
record Verdict(GraphRequest request, Outcome outcome, ListBody read, Map<String, String> headers,
        @Nullable ErrorJson error, String reason, @Nullable Instant until, @Nullable Throwable cause) {

    static Verdict of(GraphRequest request, TransportException failure) {
        Outcome outcome = failure.fate() == TransportException.Fate.NOT_SENT ? Outcome.NOT_SENT : Outcome.LOST;
        String reason = failure.getMessage() == null ? "" : failure.getMessage();
        return new Verdict(request, outcome, ListBody.NOTHING, Map.of(), null, reason, null, failure.getCause());
    }

    static Verdict of(GraphRequest request, WireReply reply) {
        Optional<ListBody> body = isJson(reply) ? body(request, reply) : Optional.empty();
        if (body.isEmpty()) {
            return unreadable(request, reply);
        }
        return of(request, reply.status(), body.get(), reply.headers());
    }

    /// Read while it is inflated; what is too large or breaks off is not whole JSON.
    private static Optional<ListBody> body(GraphRequest request, WireReply reply) {
        try (InputStream plain = reply.plain()) {
            return StrictJson.parse(plain, request.rows());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Judges a whole body, as that of one item of a batch.
    static Verdict of(GraphRequest request, int status, ListBody read, Map<String, String> headers) {
        JsonNode body = read.rest();
        ErrorJson error = ErrorJson.in(body);
        if (error != null) {
            return new Verdict(request, Outcome.of(status, error), ListBody.NOTHING, headers, error,
                    Redactor.message(error.message()), null, null);
        }
        if (status < 200 || status > 299) {
            return lost(request, headers, "HTTP " + status + " without an error in its body");
        }
        if (request.shape() == Shape.DONE && "false".equals(new WireObject(body).text("success"))) {
            return new Verdict(request, Outcome.REFUSED, ListBody.NOTHING, headers, null,
                    "Facebook says it was not done", null,
                    null);
        }
        return hasShape(request.shape(), body)
                ? new Verdict(request, Outcome.OK, read, headers, null, "", null, null)
                : lost(request, headers, "A reply of another shape than this call answers with");
    }

    /// A call that was not sent, for its scope is closed.
    static Verdict held(GraphRequest request, Instant until) {
        return new Verdict(request, Outcome.LIMIT, ListBody.NOTHING, Map.of(), null, "The limit is used up", until,
                null);
    }

    static Verdict lost(GraphRequest request, Map<String, String> headers, String reason) {
        return new Verdict(request, Outcome.LOST, ListBody.NOTHING, headers, null, reason, null, null);
    }

    private static Verdict unreadable(GraphRequest request, WireReply reply) {
        if (reply.status() == 429) {
            return new Verdict(request, Outcome.LIMIT, ListBody.NOTHING, reply.headers(), null, "HTTP 429", null, null);
        }
        if (reply.status() == 401 && reply.header("www-authenticate").contains("invalid_token")) {
            return new Verdict(request, Outcome.TOKEN, ListBody.NOTHING, reply.headers(), null, "HTTP 401", null, null);
        }
        if (isElsewhere(reply)) {
            return new Verdict(request, Outcome.ELSEWHERE, ListBody.NOTHING, reply.headers(), null,
                    "HTTP " + reply.status() + " with a page or a redirect in place of JSON", null, null);
        }
        return lost(request, reply.headers(), "HTTP " + reply.status() + " with a body that is not whole JSON");
    }

    /// The Graph API redirects none of the calls made here, and its own failures come as 5xx. What a captive portal answers
    /// is a redirect, a page with status 200, or 511 (RFC 6585, section 6).
    private static boolean isElsewhere(WireReply reply) {
        int status = reply.status();
        return status >= 300 && status < 400 && !reply.header("location").isEmpty() || status == 511
                || status == 200 && reply.mediaType().equals("text/html");
    }

    /// The SDKs' own user agents are answered as `text/javascript` now and then.
    private static boolean isJson(WireReply reply) {
        String type = reply.mediaType();
        return type.equals("application/json") || type.endsWith("+json") || type.equals("text/javascript");
    }

    private static boolean hasShape(Shape shape, JsonNode body) {
        WireObject object = new WireObject(body);
        return switch (shape) {
            case OBJECT -> body.isObject();
            case LIST -> body.isObject() && body.path("data").isArray();
            case ARRAY -> body.isArray();
            case CREATED -> body.isObject() && WireObject.isDigits(object.text("id"));
            case DONE -> body.isObject() && ("true".equals(object.text("success")) || object.has("id"));
        };
    }

    /// The body; without its rows, where the request reads them one by one.
    JsonNode body() {
        return read.rest();
    }

    boolean isOk() {
        return outcome == Outcome.OK;
    }

    /// Whether Facebook did not get to see it, as far as that is known.
    boolean isUnreached() {
        return outcome == Outcome.NOT_SENT || outcome == Outcome.ELSEWHERE;
    }

    /// Whether the Graph API answered, be it with a refusal.
    boolean isAnswered() {
        return isOk() || error != null;
    }

    /// The same without the belief that somebody else answered.
    Verdict stumbled() {
        return outcome == Outcome.ELSEWHERE ? lost(request, headers, reason) : this;
    }

    int code() {
        return error == null ? 0 : error.code();
    }

    int subcode() {
        return error == null ? 0 : error.subcode();
    }

    /// An object that is not there, or not there yet (graph-api chapters 11 and 16).
    boolean isMissing() {
        return outcome == Outcome.REFUSED && (code() == 33 || code() == 100 && subcode() == 33);
    }

    /// How long the server asks to be left alone, zero where it does not say. Dates are not heard: the clocks may differ.
    Duration retryAfter() {
        String value = headers.getOrDefault("retry-after", "").strip();
        return value.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
    }

    Verdict until(@Nullable Instant reopening) {
        return new Verdict(request, outcome, read, headers, error, reason, reopening, cause);
    }

    WireObject orThrow() {
        if (!isOk()) {
            throw exception();
        }
        return new WireObject(body());
    }

    GraphException exception() {
        String title = error == null ? "" : Redactor.message(error.userTitle());
        String text = error == null ? "" : Redactor.message(error.userMessage());
        List<String> field = error == null ? List.of() : error.field();
        String number = code() == 0 ? "" : String.format(Locale.ROOT, " (%d/%d)", code(), subcode());
        return new GraphException(outcome.kind(request.effect()), request + number + ": " + reason, code(), subcode(),
                title, text, error == null ? "" : error.traceId(), field, until, cause);
    }

    @Override
    public String toString() {
        return request + " " + outcome + " " + code() + "/" + subcode();
    }
}
