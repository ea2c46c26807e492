package com.bizosaas.adsdesk.graph;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// From the bytes of an error to what is to be done about it: throttled, refused, dead token, hiccup, nonsense.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Classification {

    private final GraphRequest request = GraphRequest.list("act_701/campaigns");
    private final List<WireReply> replies = List.of(error(400, 17, 2446079), error(400, 100, 1885621),
            error(400, 190, 463), error(500, 2, 0), error(400, 80004, 0),
            new WireReply(503, Map.of("content-type", "text/html"), "<html>".getBytes(StandardCharsets.UTF_8)));

    private static WireReply error(int status, int code, int subcode) {
        return new WireReply(status, Map.of("content-type", "application/json"), """
                {"error":{"message":"(#%d) Something","type":"OAuthException","code":%d,"error_subcode":%d,
                 "is_transient":false,"error_user_title":"T","error_user_msg":"M","fbtrace_id":"A1b2"}}"""
                .formatted(code, code, subcode).getBytes(StandardCharsets.UTF_8));
    }

    @Benchmark
    public void sixErrors(Blackhole hole) {
        for (WireReply reply : replies) {
            hole.consume(Verdict.of(request, reply).outcome().reaction(request.effect()));
        }
    }
}
