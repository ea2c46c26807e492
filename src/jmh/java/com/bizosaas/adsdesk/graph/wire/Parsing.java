package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Level;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A full page as it comes: packed, inflated piece by piece, its rows turned into what they mean.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Parsing {

    private static final int INSIGHTS = 1000;
    private static final int OBJECTS = 500;

    private byte[] insights = {};
    private byte[] campaigns = {};

    @Setup
    public void pack() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < INSIGHTS; i++) {
            rows.append(i == 0 ? "" : ",").append("""
                    {"campaign_id":"12021100010000%04d","impressions":"%d","clicks":"412","inline_link_clicks":"77",
                     "spend":"93.41","outbound_clicks":[{"action_type":"outbound_click","value":"2"}],"actions":["""
                    .formatted(i % 200, 18_000 + i));
            for (int action = 0; action < 18; action++) {
                rows.append(action == 0 ? "" : ",").append("{\"action_type\":\"action.number_%d\",\"value\":\"%d\"}"
                        .formatted(action, action * 7 + i));
            }
            rows.append("""
                    ],"action_values":[{"action_type":"purchase","value":"812.30"}],"date_start":"2026-11-%02d",
                     "date_stop":"2026-11-%02d"}""".formatted(1 + i % 28, 1 + i % 28));
        }
        insights = gzip(rows);
        rows.setLength(0);
        for (int i = 0; i < OBJECTS; i++) {
            rows.append(i == 0 ? "" : ",").append("""
                    {"id":"12021100010000%04d","name":"Sommer — Größe %d","objective":"OUTCOME_SALES","status":"ACTIVE",
                     "effective_status":"ACTIVE","daily_budget":"2500","lifetime_budget":"0","bid_strategy":"COST_CAP",
                     "special_ad_categories":[],"start_time":"2026-10-01T08:00:00+0200",
                     "created_time":"2026-10-01T08:00:00+0200","updated_time":"2026-11-01T08:00:00+0100"}"""
                    .formatted(i, i));
        }
        campaigns = gzip(rows);
    }

    private static byte[] gzip(CharSequence rows) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(("{\"data\":[" + rows + "],\"paging\":{\"cursors\":{\"before\":\"a\",\"after\":\"b\"}}}")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Benchmark
    public int insights1000() throws IOException {
        return rows(insights, InsightRows.daily(Level.CAMPAIGN));
    }

    @Benchmark
    public int campaigns500() throws IOException {
        return rows(campaigns, RowReader.of(row -> StructureJson.campaign(row, new AdCurrency("EUR", 100))));
    }

    private static int rows(byte[] packed, RowReader<?> reader) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed), 32 * 1024)) {
            return StrictJson.parse(plain, reader).orElseThrow().rows().size();
        }
    }
}
