package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.wire.StrictJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Turns a call into the bytes that leave: address with version, form, token and proof. The token travels in the
/// Authorization header only (robustness "Sign-in", rule 2).
final class RequestBuilder {

    private static final String AGENT = "AdsDesk/" + release();
    private static final byte[] NOTHING = new byte[0];

    private final GraphSettings settings;
    private final @Nullable AccessToken token;

    RequestBuilder(GraphSettings settings, @Nullable AccessToken token) {
        this.settings = settings;
        this.token = token;
    }

    WireRequest build(GraphRequest request) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Accept-Encoding", "gzip");
        headers.put("User-Agent", AGENT);
        Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
        if (token != null) {
            headers.put("Authorization", "Bearer " + token.reveal());
            String proof = token.proof(settings.appSecrets(), this::proof);
            if (!proof.isEmpty()) {
                parameters.put("appsecret_proof", proof);
            }
        }
        String form = encode(parameters);
        String base = settings.graphUrl().toString();
        String address = (base.endsWith("/") ? base : base + "/") + settings.apiVersion() + "/" + request.path();
        if (request.method() == GraphRequest.Method.POST) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            return new WireRequest("POST", URI.create(address), headers, form.getBytes(StandardCharsets.UTF_8),
                    request.timeout(), StrictJson.MAX_BYTES);
        }
        return new WireRequest(request.method().name(), URI.create(form.isEmpty() ? address : address + "?" + form),
                headers, NOTHING, request.timeout(), StrictJson.MAX_BYTES);
    }

    /// The address with which links of this API begin, to tell its own from foreign ones.
    URI graphUrl() {
        return settings.graphUrl();
    }

    /// The version that every address names.
    String version() {
        return settings.apiVersion();
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String proof(String tokenText) {
        return settings.appSecret().map(secret -> {
            try {
                return proof(secret, tokenText);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        }).orElse("");
    }

    /// Lower-case hex of HMAC-SHA256 over the token, keyed with the app secret (graph-api chapter 01).
    static String proof(byte[] secret, String tokenText) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(tokenText.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", missing);
        }
    }

    private static String release() {
        String version = RequestBuilder.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
