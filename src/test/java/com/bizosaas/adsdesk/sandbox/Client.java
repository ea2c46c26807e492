package com.bizosaas.adsdesk.sandbox;

import com.bizosaas.adsdesk.sandbox.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A plain HTTP client for one sandbox, as far from the server's own code as a stranger's would be.
final class Client {

    /// A reply, read whole.
    record Reply(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        JsonNode json() {
            return Json.parse(http.body()).orElseThrow(() -> new AssertionError("no JSON: " + http.body()));
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        String text(String pointer) {
            return at(pointer).asString("");
        }

        int code() {
            return at("/error/code").asInt();
        }

        int subcode() {
            return at("/error/error_subcode").asInt();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode headerJson(String name) {
            return Json.parse(header(name)).orElseThrow();
        }
    }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String token;

    Client(String base, String token) {
        this.base = base;
        this.token = token;
    }

    Client as(String otherToken) {
        return new Client(base, otherToken);
    }

    /// @param parameters names and values in turn
    Reply get(String path, String... parameters) {
        String query = form(parameters);
        return send(request(path + (query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + query)).GET());
    }

    Reply post(String path, String... parameters) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(
                HttpRequest.BodyPublishers.ofString(form(parameters))));
    }

    Reply delete(String path, String... parameters) {
        return send(request(path + "?" + form(parameters)).DELETE());
    }

    Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(sendRaw(request));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> sendRaw(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        String address = path.startsWith("http") ? path : base + (path.startsWith("/") ? path : "/v26.0/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    static String form(String... parameters) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(encode(parameters[i]) + "=" + encode(parameters[i + 1]));
        }
        return String.join("&", pairs);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
