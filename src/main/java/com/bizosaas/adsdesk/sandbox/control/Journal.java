package com.bizosaas.adsdesk.sandbox.control;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.http.WireRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// What was asked, and how it ended. Secrets never enter it: tokens, codes, proofs and the app's secret are replaced
/// before an entry is kept. Thread-safe.
public final class Journal {

    private static final int MOST = 20_000;
    private static final String MASK = "***";
    private static final Set<String> SECRET = Set.of("access_token", "client_secret", "appsecret_proof",
            "fb_exchange_token", "input_token", "code", "bytes", "xs");
    private static final Pattern INSIDE = Pattern.compile(
            "((?:access_token|client_secret|appsecret_proof|fb_exchange_token|input_token|code)(?:=|%3D))[^&\"\\s]+"
                    + "|EAASANDBOX[0-9a-f]+|AQSANDBOX[0-9a-f]+");

    private final Deque<ObjectNode> entries = new ArrayDeque<>();
    private long number;

    /// @param status 0 where no answer was given
    public synchronized void note(WireRequest request, int status, Instant at) {
        ObjectNode entry = Json.object().put("number", ++number).put("at", at.toString())
                .put("method", request.method())
                .put("path", request.path()).put("status", status);
        ObjectNode parameters = entry.putObject("parameters");
        request.parameters().forEach((name, value) -> parameters.put(name, masked(name, value)));
        ObjectNode cookies = entry.putObject("cookies");
        request.cookies().forEach((name, value) -> cookies.put(name, masked(name, value)));
        request.uploads().forEach((name, upload) -> parameters.put(name, upload.toString()));
        entry.put("bearer", request.bearer().isPresent()).put("user_agent", request.header("user-agent").orElse(""));
        entries.add(entry);
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    private static String masked(String name, String value) {
        return SECRET.contains(name)
                ? MASK
                : INSIDE.matcher(value).replaceAll(match -> match.group(1) == null ? MASK : match.group(1) + MASK);
    }

    /// Entries with a higher number than this, oldest first.
    public synchronized List<ObjectNode> after(long seen) {
        List<ObjectNode> list = new ArrayList<>();
        entries.forEach(entry -> {
            if (entry.path("number").asLong() > seen) {
                list.add(entry);
            }
        });
        return list;
    }

    public synchronized void clear() {
        entries.clear();
    }
}
