package com.bizosaas.adsdesk.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Calls of the local API. A refusal becomes a [CliException] with the API's own sentences.
final class DeskCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "/api/integrations/facebook-ads";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(150);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Doors.Door door;

    DeskCalls(Doors.Door door) {
        this.door = door;
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    /// @param query parameters; one that is null is left out
    JsonNode get(String path, Map<String, @Nullable String> query) {
        StringJoiner joined = new StringJoiner("&", "?", "").setEmptyValue("");
        query.forEach((name, value) -> {
            if (value != null) {
                joined.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return send("GET", path + joined, null, false);
    }

    /// All rows of a list, page by page.
    ///
    /// @param row receives each as it comes
    /// @return the last page, for its age
    JsonNode each(String path, Map<String, @Nullable String> query, Consumer<JsonNode> row) {
        Map<String, @Nullable String> asked = new LinkedHashMap<>(query);
        while (true) {
            JsonNode page = get(path, asked);
            page.path("data").forEach(row);
            String after = page.path("paging").path("after").asString("");
            if (after.isEmpty()) {
                return page;
            }
            asked.put("after", after);
            asked.remove("refresh");
        }
    }

    JsonNode send(String method, String path, @Nullable JsonNode body) {
        return send(method, path, body, false);
    }

    /// Asks for something that takes long, and tells how it goes until it is done.
    ///
    /// @param goingOn called now and then
    JsonNode job(String path, JsonNode body, Runnable goingOn) {
        JsonNode job = send("POST", path, body, true);
        try {
            while (job.path("status").asString("").equals("running")) {
                goingOn.run();
                Thread.sleep(LOOK_AGAIN);
                job = get("/jobs/" + job.path("job_id").asString(), Map.of());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(CliException.FAILED, "Interrupted; the desk goes on with it.");
        }
        if (job.path("status").asString("").equals("failed")) {
            throw refusal(job.path("problem"));
        }
        return job.path("result");
    }

    private JsonNode send(String method, String path, @Nullable JsonNode body, boolean async) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door.url() + BASE + path)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + door.key()).method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (async) {
            request.header("Prefer", "respond-async");
        }
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new CliException(CliException.FAILED, "The desk does not answer any more: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(CliException.FAILED, "Interrupted.");
        }
        JsonNode tree = JSON.readTree(answer.body());
        if (answer.statusCode() >= 400) {
            throw refusal(tree);
        }
        return tree;
    }

    private static CliException refusal(JsonNode problem) {
        String field = problem.path("field").asString("");
        StringBuilder text = new StringBuilder(problem.path("title").asString("It failed")).append(". ")
                .append(problem.path("detail").asString(""));
        if (!field.isEmpty()) {
            text.append(" (").append(field).append(')');
        }
        if (problem.has("fbtrace_id")) {
            text.append(" [code ").append(problem.path("code").asInt()).append(", subcode ")
                    .append(problem.path("subcode").asInt()).append(", trace ")
                    .append(problem.path("fbtrace_id").asString("")).append(']');
        }
        return new CliException(code(problem.path("status").asInt(500), problem.path("type").asString("")),
                text.toString());
    }

    private static int code(int status, String type) {
        if (type.endsWith(":sign-in-needed")) {
            return CliException.SIGN_IN;
        }
        if (status == 429 || status == 503) {
            return CliException.LATER;
        }
        return status < 500 ? CliException.REFUSED : CliException.FAILED;
    }
}
