package com.bizosaas.adsdesk.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads a Jetty request to its end. Forms come url-encoded, as multipart, or as a JSON object (seen in practice, not
/// documented), and all three give the same parameters.
public final class RequestReader {

    /// More than any upload the sandbox serves; a client that sends more gets a refusal, not our memory.
    private static final int LARGEST_BODY = 64 << 20;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Upload> uploads = new LinkedHashMap<>();

    /// @throws IOException where the body breaks off
    /// @throws IllegalArgumentException where the request cannot be understood
    static WireRequest read(Request request) throws IOException {
        return new RequestReader().from(request);
    }

    /// Parameters of a query string or of a url-encoded body, each name with all its values.
    public static Map<String, List<String>> decode(String encoded) {
        Map<String, List<String>> into = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                into.computeIfAbsent(unescape(name), _ -> new ArrayList<>())
                        .add(equals < 0 ? "" : unescape(pair.substring(equals + 1)));
            }
        }
        return into;
    }

    private static String unescape(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private WireRequest from(Request request) throws IOException {
        String query = request.getHttpURI().getQuery() == null ? "" : request.getHttpURI().getQuery();
        add(decode(query));
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue() == null ? "" : field.getValue());
        }
        String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            readParts(request, headers.getOrDefault("content-type", ""));
        } else {
            readBody(request, type);
        }
        Map<String, String> last = new LinkedHashMap<>();
        values.forEach((name, all) -> last.put(name, all.getLast()));
        Map<String, String> cookies = new LinkedHashMap<>();
        for (HttpCookie cookie : Request.getCookies(request)) {
            cookies.put(cookie.getName(), cookie.getValue());
        }
        return new WireRequest(request.getMethod(), unescape(request.getHttpURI().getPath().replace("+", "%2B")), query,
                last, values, headers, cookies, uploads);
    }

    private void readBody(Request request, String type) throws IOException {
        byte[] body;
        try (InputStream in = Content.Source.asInputStream(request)) {
            body = in.readNBytes(LARGEST_BODY + 1);
        }
        if (body.length > LARGEST_BODY) {
            throw new IllegalArgumentException("The request is larger than " + LARGEST_BODY + " bytes");
        }
        if (type.startsWith("application/json") && body.length > 0) {
            readJson(body);
        } else {
            add(decode(new String(body, StandardCharsets.UTF_8)));
        }
    }

    private void readJson(byte[] body) {
        JsonNode node;
        try {
            node = Json.read(body);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The request body is not JSON", e);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            values.put(entry.getKey(), List.of(value.isString() ? value.asString() : Json.text(value)));
        }
    }

    private void readParts(Request request, String contentType) throws IOException {
        MultiPartConfig limits = new MultiPartConfig.Builder().maxPartSize(LARGEST_BODY).maxSize(LARGEST_BODY)
                .maxMemoryPartSize(LARGEST_BODY).build();
        try (MultiPartFormData.Parts parts = MultiPartFormData.getParts(request, request, contentType, limits)) {
            for (MultiPart.Part part : parts) {
                byte[] bytes;
                try (InputStream in = Content.Source.asInputStream(part.getContentSource())) {
                    bytes = in.readAllBytes();
                }
                if (part.getFileName() == null) {
                    values.computeIfAbsent(part.getName(), _ -> new ArrayList<>())
                            .add(new String(bytes, StandardCharsets.UTF_8));
                } else {
                    uploads.put(part.getName(), new Upload(part.getFileName(), bytes));
                }
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The multipart body cannot be read", e);
        }
    }

    private void add(Map<String, List<String>> more) {
        more.forEach((name, all) -> values.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(all));
    }
}
