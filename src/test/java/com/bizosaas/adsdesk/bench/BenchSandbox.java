package com.bizosaas.adsdesk.bench;

import com.bizosaas.adsdesk.sandbox.SandboxMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sandbox in a process of its own, with 40 ± 10 ms before each reply.
final class BenchSandbox implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Child child;
    private final JsonNode ready;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    BenchSandbox(String fleet) throws IOException {
        child = Child.start(List.of("-Xmx10g", "--enable-native-access=ALL-UNNAMED"), SandboxMain.class.getName(),
                List.of("--fleet", fleet, "--latency-ms", "30", "--jitter-ms", "20", "--cache-pages"));
        ready = JSON.readTree(child.read());
    }

    String graphUrl() {
        return ready.path("graphUrl").asString();
    }

    String appId() {
        return ready.path("appId").asString();
    }

    String appSecret() {
        return ready.path("appSecret").asString();
    }

    List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        ready.path("operators").forEach(operator -> tokens.add(operator.path("token").asString()));
        return tokens;
    }

    /// The accounts that each user reaches.
    List<List<String>> accounts() throws IOException, InterruptedException {
        List<List<String>> all = new ArrayList<>();
        for (String token : tokens()) {
            List<String> ids = new ArrayList<>();
            graph(token, "me/adaccounts?limit=100&fields=id").forEach(one -> ids.add(one.path("id").asString()));
            all.add(ids);
        }
        return all;
    }

    /// The rows of a list.
    JsonNode graph(String token, String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(graphUrl() + "/v26.0/" + path))
                .header("Authorization", "Bearer " + token).build()).path("data");
    }

    /// Forgets usage, journal and traffic.
    void reset() throws IOException, InterruptedException {
        send("POST", "reset", "");
        send("DELETE", "traffic", "");
    }

    JsonNode traffic() throws IOException, InterruptedException {
        return send("GET", "traffic", "");
    }

    JsonNode journal() throws IOException, InterruptedException {
        return send("GET", "journal", "");
    }

    void advance(int minutes) throws IOException, InterruptedException {
        send("POST", "clock", "advanceSeconds=" + minutes * 60);
    }

    /// Somebody else changes one field of an object.
    void change(String id, String field, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(graphUrl() + "/sandbox/objects/" + id))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"fields\":{\"" + field + "\":\"" + value + "\"}}")).build();
        answer(request);
    }

    long cpuMillis() {
        return child.cpuMillis();
    }

    private JsonNode send(String method, String path, String form) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(graphUrl() + "/sandbox/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form)).build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
        if (reply.statusCode() != 200) {
            throw new IOException(request.uri().getPath() + ": " + reply.body());
        }
        return JSON.readTree(reply.body());
    }

    @Override
    public void close() throws InterruptedException {
        child.kill();
        http.close();
    }
}
