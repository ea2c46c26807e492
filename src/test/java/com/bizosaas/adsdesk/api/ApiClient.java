package com.bizosaas.adsdesk.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the local API as a program of somebody else would.
public final class ApiClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final String key;

    /// What came back; a body that is no JSON is a missing node.
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String text(String name) {
            return body.path(name).asString("");
        }

        public JsonNode data() {
            return body.path("data");
        }

        @Override
        public String toString() {
            return status + " " + raw.body();
        }
    }

    public ApiClient(String url, String key) {
        this.url = url;
        this.key = key;
    }

    public ApiClient withKey(String other) {
        return new ApiClient(url, other);
    }

    public String url() {
        return url;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    public Answer post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body, headers);
    }

    public Answer patch(String path, String body) throws IOException, InterruptedException {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, null);
    }

    /// @param path below the base, or whole
    /// @param headers names and values in turn
    public Answer send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Authorization") && !key.isEmpty()) {
            all.addAll(List.of("Authorization", "Bearer " + key));
        }
        if (body != null && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(path.startsWith("http") ? path : url + "/api/integrations/facebook-ads" + path))
                .timeout(Duration.ofSeconds(60)).method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        HttpResponse<String> raw = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = raw.headers().firstValue("content-type").orElse("").contains("json");
        return new Answer(raw.statusCode(), json ? JSON.readTree(raw.body()) : JSON.missingNode(), raw);
    }
}
