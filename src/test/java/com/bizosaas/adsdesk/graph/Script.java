package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.TenantId;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// A transport that plays replies in turn, or by request, and keeps what was asked.
final class Script implements GraphTransport {

    static final TenantId TENANT = new TenantId("nordlicht");
    static final String TOKEN = "EAAtesttoken";
    private static final Map<String, String> JSON = Map.of("content-type", "application/json; charset=UTF-8");

    /// One step of the script.
    interface Step {

        WireReply play(WireRequest request) throws TransportException;
    }

    private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
    private final List<WireRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Step otherwise = request -> {
        throw new AssertionError("Nothing is scripted for " + request.uri().getPath());
    };

    static GraphSettings settings(String url, Optional<String> secret) {
        return new GraphSettings() {

            @Override
            public URI graphUrl() {
                return URI.create(url);
            }

            @Override
            public String apiVersion() {
                return "v26.0";
            }

            @Override
            public Optional<byte[]> appSecret() {
                return secret.map(text -> text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    static AccessToken token() {
        return new AccessToken(TOKEN.toCharArray());
    }

    static WireReply json(int status, String body) {
        return new WireReply(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    static WireReply json(int status, String body, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(JSON);
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new WireReply(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    static WireReply error(int code, int subcode, String... headers) {
        return json(400, """
                {"error":{"message":"no","type":"OAuthException","code":%d,"error_subcode":%d,"fbtrace_id":"T"}}"""
                .formatted(code, subcode), headers);
    }

    Script then(WireReply reply) {
        steps.add(_ -> reply);
        return this;
    }

    Script then(String body) {
        return then(json(200, body));
    }

    Script then(Step step) {
        steps.add(step);
        return this;
    }

    Script failing(TransportException.Fate fate) {
        steps.add(_ -> {
            throw new TransportException(fate, "the wire broke", null);
        });
        return this;
    }

    Script always(Function<WireRequest, WireReply> reply) {
        otherwise = reply::apply;
        return this;
    }

    @Override
    public WireReply send(WireRequest request) throws TransportException {
        requests.add(request);
        Step step = steps.poll();
        return step == null ? otherwise.play(request) : step.play(request);
    }

    List<WireRequest> requests() {
        return List.copyOf(requests);
    }

    int sent() {
        return requests.size();
    }

    /// Query of a GET or form of a POST.
    static Map<String, String> parameters(WireRequest request) {
        String text = request.body().length > 0
                ? new String(request.body(), StandardCharsets.UTF_8)
                : request.uri().getRawQuery();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (text != null) {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                parameters.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    Map<String, String> asked(int index) {
        return parameters(requests.get(index));
    }

    GraphClient client(VirtualClock clock) {
        return client(clock, new UsageBudget(clock));
    }

    GraphClient client(VirtualClock clock, UsageBudget budget) {
        return client(clock, budget, TENANT);
    }

    GraphClient client(VirtualClock clock, UsageBudget budget, TenantId tenant) {
        return new GraphClient(new RequestBuilder(settings("https://graph.facebook.com", Optional.empty()), token()),
                this, AppWide.of(budget, clock), new Retries(new Random(7)), new TokenGate(clock), clock, tenant);
    }

    AdsApi api(VirtualClock clock) {
        return new GraphAdsApi(client(clock), new AccountMemory(), RunMemory.NONE, new PictureReader(this));
    }
}
