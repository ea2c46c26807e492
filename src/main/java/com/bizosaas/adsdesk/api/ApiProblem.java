package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.FacebookAnswer;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A request that cannot be answered as it was asked, as RFC 9457 tells it.
///
/// `type` is stable and meant for programs; `title` and `detail` are sentences for people and may change. Neither they nor
/// any other member ever holds a token or a key.
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "urn:ads-desk:problem:";

    private final int status;
    private final String type;
    private final String detail;
    private final String field;
    private final @Nullable Instant until;
    private final transient @Nullable FacebookAnswer facebook;
    private String allow = "";

    /// @param type last part of the type, such as `unknown-route`
    /// @param field the input at fault, empty where none is
    ApiProblem(int status, String type, String title, String detail, String field) {
        this(status, type, title, detail, field, null, null, null);
    }

    private ApiProblem(int status, String type, String title, String detail, String field, @Nullable Instant until,
            @Nullable FacebookAnswer facebook, @Nullable Throwable cause) {
        super(title, cause);
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.field = field;
        this.until = until;
        this.facebook = facebook;
    }

    /// @param served the methods of the address
    static ApiProblem wrongMethod(String method, String served) {
        ApiProblem problem = new ApiProblem(405, "wrong-method", method + " is not served at this address",
                "It serves " + served + ".", "");
        problem.allow = served;
        return problem;
    }

    static ApiProblem badInput(String field, String title, String detail) {
        return new ApiProblem(400, "bad-request", title, detail, field);
    }

    static ApiProblem notFound(String what, String detail) {
        return new ApiProblem(404, "not-found", what, detail, "");
    }

    /// Whatever a service threw, with the field in the API's words.
    static ApiProblem of(Throwable thrown, Call call) {
        if (thrown instanceof ApiProblem known) {
            return known;
        }
        Problem problem = Problems.of(thrown);
        FacebookAnswer facebook = FacebookAnswer.behind(thrown).orElse(null);
        boolean foreseen = thrown instanceof DeskException;
        return new ApiProblem(status(problem, facebook != null, foreseen), type(problem), problem.title(),
                problem.remedy(), Fields.inRequest(problem.field(), call), problem.until(), facebook, thrown);
    }

    private static int status(Problem problem, boolean facebook, boolean foreseen) {
        return switch (problem.kind()) {
            case INVALID_INPUT, REFUSED -> 422;
            case NO_PERMISSION -> 403;
            case SIGN_IN_NEEDED, CANCELLED -> 409;
            case RATE_LIMITED -> 429;
            case OFFLINE, NETWORK_SIGN_IN -> 503;
            case UNCERTAIN -> 504;
            case FAILED -> facebook || foreseen ? 502 : 500;
        };
    }

    private static String type(Problem problem) {
        return problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int status() {
        return status;
    }

    String detail() {
        return detail;
    }

    /// @param now for `Retry-After`, which counts seconds
    Reply reply(Instant now) {
        Reply reply = Reply.problem(status, body());
        if (until != null && until.isAfter(now)) {
            return reply.with("Retry-After", Long.toString(Duration.between(now, until).toSeconds() + 1));
        }
        if (!allow.isEmpty()) {
            return reply.with("Allow", allow);
        }
        return status == 401 ? reply.with("WWW-Authenticate", "Bearer realm=\"Ads Desk\"") : reply;
    }

    ObjectNode body() {
        ObjectNode body = Json.object().put("type", TYPE + type).put("title", getMessage()).put("status", status)
                .put("detail", detail);
        if (!field.isEmpty()) {
            body.put("field", field);
        }
        if (until != null) {
            body.put("until", Shapes.time(until));
        }
        if (facebook != null) {
            body.put("code", facebook.code()).put("subcode", facebook.subcode()).put("fbtrace_id",
                    facebook.traceId());
        }
        return body;
    }
}
