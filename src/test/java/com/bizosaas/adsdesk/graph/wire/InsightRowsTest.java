package com.bizosaas.adsdesk.graph.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Rows read token by token mean what they mean as objects, whatever is wrong with them.
class InsightRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final String ROW = """
            {"campaign_id":"12","impressions":"18420","clicks":"412","inline_link_clicks":"77","spend":"93.41","reach":"7",
             "outbound_clicks":[{"action_type":"outbound_click","value":"2"}],"date_start":"2026-11-01","date_stop":"x",
             "actions":[{"action_type":"purchase","value":"9"},{"value":"0.5","action_type":"lead","7d_click":{"a":[1]}},
             {"action_type":"purchase","value":1.25}],"action_values":[{"action_type":"purchase","value":"812.30"}],
             "age":"18-24","gender":"female","unknown":{"deep":[{"er":null}]}}""";
    private static final List<String> SPLINTERS = List.of("null", "true", "7", "-3.50", "\"1e3\"", "[]", "{}", "\"\"",
            "\"zwölf\"", "\"12345678901234567890\"", "\"-0.000\"", "[{\"action_type\":\"x\",\"value\":\"1\"}]",
            "[null,3,{\"value\":\"1\"}]", "\" 4 \"", "\"1.\"", "\".5\"", "\"-\"", "\"act_77\"", "\"1e400\"", "\"NaN\"");

    @Test
    void aRowMeansItsFacts() {
        DailyFact fact = (DailyFact) read(InsightRows.daily(Level.CAMPAIGN), list(ROW)).orElseThrow().rows().getFirst();
        assertThat(fact).isEqualTo(new DailyFact(Level.CAMPAIGN, "12", DAY,
                new Facts(18420, 412, 77, 2, new BigDecimal("93.41"), 7L,
                        Map.of("purchase", new BigDecimal("10.25"), "lead", new BigDecimal("0.5")),
                        Map.of("purchase", new BigDecimal("812.30")))));
        assertThat(read(InsightRows.range(Level.CAMPAIGN, new DateRange(DAY, DAY)), list(ROW)).orElseThrow().rows())
                .first().isInstanceOf(RangeFact.class);
        assertThat(read(InsightRows.breakdown(Breakdown.AGE_GENDER), list(ROW)).orElseThrow().rows().getFirst()
                .toString()).contains("18-24", "female");
    }

    @Test
    void bentRowsMeanTheSameEitherWay() {
        for (int seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            String row = bent(random);
            Optional<ListBody> tokens = read(InsightRows.daily(Level.CAMPAIGN), list(row));
            Optional<ListBody> trees = read(RowReader.of("tree", InsightRowsTest::tree), list(row));
            assertThat(tokens.map(ListBody::rows)).as("seed %d: %s", seed, row)
                    .isEqualTo(trees.map(body -> (List<?>) body.rows()));
        }
    }

    @Test
    void aListIsReadWholeOrNotAtAll() {
        RowReader<DailyFact> rows = InsightRows.daily(Level.CAMPAIGN);
        ListBody whole = read(rows, list(ROW + "," + ROW + ",3,null,[1]")).orElseThrow();
        assertThat(whole.rows()).hasSize(2);
        assertThat(whole.seen()).isEqualTo(5);
        assertThat(whole.rest().path("paging").path("cursors").path("after").asString()).isEqualTo("b");

        String text = list(ROW + "," + ROW);
        for (int length = 1; length < text.length(); length++) {
            assertThat(read(rows, text.substring(0, length))).as("cut after %d", length).isEmpty();
        }
        assertThat(read(rows, text + "}")).isEmpty();
        assertThat(read(rows, "{\"data\":[],\"data\":[" + ROW + "]}")).isEmpty();
        assertThat(read(rows, list(ROW.replace("\"clicks\"", "\"impressions\"")))).isEmpty();
        assertThat(read(rows, "{\"data\":" + "[".repeat(100) + "]".repeat(100) + "}")).isEmpty();
    }

    @Test
    void whatIsNoListIsReadAsItIs() {
        RowReader<DailyFact> rows = InsightRows.daily(Level.CAMPAIGN);
        assertThat(read(rows, "{\"error\":{\"code\":17}}").orElseThrow().rest().path("error").path("code").asInt())
                .isEqualTo(17);
        assertThat(read(rows, "[{\"data\":[]}]").orElseThrow().rest().isArray()).isTrue();
        assertThat(read(rows, "{\"data\":{\"a\":1}}").orElseThrow().rest().path("data").isArray()).isFalse();
        assertThat(read(rows, "")).isEmpty();
    }

    private static Optional<ListBody> read(RowReader<?> rows, String text) {
        return StrictJson.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), rows);
    }

    private static String list(String rows) {
        return "{\"data\":[" + rows + "],\"paging\":{\"cursors\":{\"before\":\"a\",\"after\":\"b\"}}}";
    }

    /// Puts splinters in the place of some values.
    private static String bent(Random random) {
        StringBuilder row = new StringBuilder(ROW);
        for (int bends = random.nextInt(3); bends >= 0; bends--) {
            int colon = row.indexOf(":", random.nextInt(row.length() - 40));
            int end = colon + 1;
            while (",}]".indexOf(row.charAt(end)) < 0 && row.charAt(end) != '[' && row.charAt(end) != '{') {
                end++;
            }
            row.replace(colon + 1, end, SPLINTERS.get(random.nextInt(SPLINTERS.size()))
                    + ("[{".indexOf(row.charAt(end)) < 0 ? "" : ",\"was" + bends + "\":"));
        }
        return row.toString();
    }

    private static @Nullable DailyFact tree(WireObject row) {
        String id = InsightJson.objectId(row.text("campaign_id"), Level.CAMPAIGN);
        LocalDate day = row.day("date_start");
        if (id == null || day == null) {
            return null;
        }
        BigDecimal outbound = actions(row, "outbound_clicks").values().stream().reduce(BigDecimal.ZERO,
                BigDecimal::add);
        return new DailyFact(Level.CAMPAIGN, id, day,
                new Facts(row.count("impressions"), row.count("clicks"), row.count("inline_link_clicks"),
                        outbound.longValue(), Objects.requireNonNullElse(row.decimal("spend"), BigDecimal.ZERO),
                        row.has("reach") ? row.number("reach") : null, actions(row, "actions"),
                        actions(row, "action_values")));
    }

    private static Map<String, BigDecimal> actions(WireObject row, String name) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (WireObject action : row.list(name)) {
            BigDecimal value = action.decimal("value");
            String type = action.text("action_type");
            if (value != null && !type.isEmpty()) {
                values.merge(type, value, BigDecimal::add);
            }
        }
        return values;
    }
}
