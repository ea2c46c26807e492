package com.bizosaas.adsdesk.sandbox;

import com.facebook.ads.sdk.APIConfig;
import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APINode;
import com.facebook.ads.sdk.APIRequest.IRequestExecutor;
import com.facebook.ads.sdk.APIRequest.ResponseWrapper;
import com.google.gson.Gson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Lets the official SDK talk to a sandbox: its own executor insists on https, so this one sends the same requests, with
/// the host replaced. GET and DELETE put their parameters into the address, POST into a multipart form, as the SDK does.
final class SandboxExecutor implements IRequestExecutor {

    private static final String BOUNDARY = "--------------------------" + "26011870a2c8d4f1";
    private static final Gson GSON = new Gson();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    SandboxExecutor(String base) {
        this.base = base;
    }

    @Override
    public ResponseWrapper execute(String method, String address, Map<String, Object> params, APIContext context)
            throws APIException, IOException {
        return switch (method) {
            case "GET" -> sendGet(address, params, context);
            case "POST" -> sendPost(address, params, context);
            case "DELETE" -> sendDelete(address, params, context);
            default -> throw new IllegalArgumentException(method);
        };
    }

    @Override
    public ResponseWrapper sendGet(String address, Map<String, Object> params, APIContext context)
            throws APIException, IOException {
        return send(request(address + query(address, params)).GET());
    }

    @Override
    public ResponseWrapper sendDelete(String address, Map<String, Object> params, APIContext context)
            throws APIException, IOException {
        return send(request(address + query(address, params)).DELETE());
    }

    @Override
    public ResponseWrapper sendPost(String address, Map<String, Object> params, APIContext context)
            throws APIException, IOException {
        StringBuilder form = new StringBuilder();
        params.forEach((name, value) -> form.append("--").append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n")
                .append(text(value)).append("\r\n"));
        form.append("--").append(BOUNDARY).append("--\r\n");
        return send(request(address).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(form.toString(), StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address.replace(APIConfig.DEFAULT_API_BASE, base)))
                .header("User-Agent", APIConfig.USER_AGENT);
    }

    private ResponseWrapper send(HttpRequest.Builder request) throws APIException, IOException {
        try {
            HttpResponse<String> reply = http.send(request.build(), BodyHandlers.ofString());
            String headers = GSON.toJson(reply.headers().map());
            if (reply.statusCode() != 200) {
                throw new APIException.FailedRequestException(headers, reply.body(), null);
            }
            return new ResponseWrapper(reply.body(), headers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String query(String address, Map<String, Object> params) {
        StringBuilder query = new StringBuilder();
        params.forEach((name, value) -> query.append(query.isEmpty() && address.indexOf('?') < 0 ? '?' : '&')
                .append(Client.encode(name)).append('=').append(Client.encode(text(value))));
        return query.toString();
    }

    private static String text(Object value) {
        boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean
                || value instanceof Enum;
        // A node of the SDK writes itself as JSON.
        return plain || value instanceof APINode
                ? value.toString()
                : GSON.toJson(value);
    }
}
