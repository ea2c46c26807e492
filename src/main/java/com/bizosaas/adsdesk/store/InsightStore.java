package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.domain.metrics.FigureSink;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Insights of each ad account, kept under the question they answer: the facts of a level on one day, of a level over a
/// range, or of a breakdown. Days are days of the ad account.
public final class InsightStore {

    /// @param outdated whether it was declared out of date since
    public record DayRead(Instant asOf, boolean outdated) {
    }

    /// @param body part of an answer, null where the answer is empty
    private record Piece(String query, Instant asOf, boolean outdated, byte @Nullable [] body) {
    }

    private static final String ONE = "tenant_id = ? AND account_id = ? AND query = ?";
    private static final String BETWEEN = "tenant_id = ? AND account_id = ? AND query BETWEEN ? AND ?";
    private static final int PART = 2000;
    private static final Duration KEEP_ANSWERS = Duration.ofDays(35);

    private final Sql sql;

    InsightStore(Sql sql) {
        this.sql = sql;
    }

    /// Stores what a reading of these days brought, in one transaction; days without facts had no delivery.
    ///
    /// @param facts complete for the level and range
    /// @param asOf when the reading began
    /// @throws IllegalArgumentException if a fact is of another level or day
    public void replaceDaily(TenantId tenant, AdAccountId account, Level level, DateRange range,
            Collection<DailyFact> facts, Instant asOf) {
        Map<Object, DailyFact> each = new LinkedHashMap<>();
        facts.forEach(fact -> each.put(List.of(fact.objectId(), fact.date()), fact));
        DayPacks packs = new DayPacks(level);
        packs.accept(List.copyOf(each.values()));
        putDays(tenant, account, level, range, List.of(packs), asOf);
    }

    /// The same of facts that were packed as they came, each once.
    ///
    /// @throws IllegalArgumentException if a fact is of another level or day
    public void putDays(TenantId tenant, AdAccountId account, Level level, DateRange range, List<DayPacks> packs,
            Instant asOf) {
        SortedMap<LocalDate, List<byte[]>> days = new TreeMap<>();
        range.eachDay().forEach(day -> days.put(day, new ArrayList<>()));
        for (DayPacks pack : packs) {
            pack.parts().forEach((date, parts) -> {
                List<byte[]> day = days.get(date);
                if (pack.level() != level || day == null) {
                    throw new IllegalArgumentException("A fact of another level or day than was read");
                }
                day.addAll(parts);
            });
        }
        sql.inTransaction(() -> {
            String first = dailyQuery(level, range.since());
            String last = dailyQuery(level, range.until());
            sql.update("DELETE FROM insight_query WHERE " + BETWEEN, tenant.value(), account.value(), first, last);
            sql.update("DELETE FROM insight_part WHERE " + BETWEEN, tenant.value(), account.value(), first, last);
            Map<String, List<byte[]>> answers = new LinkedHashMap<>();
            days.forEach((day, parts) -> answers.put(dailyQuery(level, day), parts));
            insert(tenant, account, answers, asOf);
            return days;
        });
    }

    /// The facts of a level in these days, by day. Stamped with the oldest reading among the days that were read, and
    /// stale where a day was never read or is out of date; [#dailyReads] tells which.
    public Stamped<List<DailyFact>> daily(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        List<Piece> pieces = pieces(tenant, account, dailyQuery(level, range.since()),
                dailyQuery(level, range.until()));
        Map<String, Piece> days = new LinkedHashMap<>();
        pieces.forEach(piece -> days.put(piece.query, piece));
        boolean stale = days.size() < range.days() || pieces.stream().anyMatch(Piece::outdated);
        String prefix = dailyPrefix(level);
        return stamped(pieces, stale, (query, body) -> {
            LocalDate day = LocalDate.parse(query.substring(prefix.length()));
            return FactPack.holds(body) ? FactPack.facts(body, level, day) : Json.unpackList(body, DailyFact.class);
        });
    }

    /// The same figures one by one, without a fact of each: a table adds up a hundred thousand of them.
    ///
    /// @param results what counts beside purchases
    /// @return when the oldest of the days was read, null if none was
    public @Nullable Instant figures(TenantId tenant, AdAccountId account, Level level, DateRange range,
            Conversion results, FigureSink sink) {
        String prefix = dailyPrefix(level);
        Instant oldest = null;
        for (Piece piece : pieces(tenant, account, dailyQuery(level, range.since()),
                dailyQuery(level, range.until()))) {
            oldest = oldest == null || piece.asOf.isBefore(oldest) ? piece.asOf : oldest;
            byte[] body = piece.body;
            if (body == null) {
                continue;
            }
            LocalDate day = LocalDate.parse(piece.query.substring(prefix.length()));
            if (FactPack.holds(body)) {
                FactPack.figures(body, day, results, sink);
            } else {
                Json.unpackList(body, DailyFact.class)
                        .forEach(fact -> sink.add(fact.objectId(), day, DayFigures.of(fact.facts(), results)));
            }
        }
        return oldest;
    }

    /// When each of these days was last read; those never read are missing.
    public Map<LocalDate, DayRead> dailyReads(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        String prefix = dailyPrefix(level);
        Map<LocalDate, DayRead> reads = new TreeMap<>();
        sql.list("SELECT query, as_of, outdated FROM insight_query WHERE " + BETWEEN,
                row -> reads.put(LocalDate.parse(row.getString(1).substring(prefix.length())),
                        new DayRead(row.getObject(2, Instant.class), row.getBoolean(3))),
                tenant.value(), account.value(), dailyQuery(level, range.since()), dailyQuery(level, range.until()));
        return reads;
    }

    public void putRange(TenantId tenant, AdAccountId account, Level level, DateRange range, List<RangeFact> facts,
            Instant asOf) {
        putAnswer(tenant, account, rangeQuery(level, range), facts, asOf);
    }

    public Stamped<List<RangeFact>> range(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        return answer(tenant, account, rangeQuery(level, range), RangeFact.class);
    }

    public void putViewing(TenantId tenant, AdAccountId account, Level level, DateRange range, List<ViewingFact> facts,
            Instant asOf) {
        putAnswer(tenant, account, viewingQuery(level, range), facts, asOf);
    }

    public Stamped<List<ViewingFact>> viewing(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        return answer(tenant, account, viewingQuery(level, range), ViewingFact.class);
    }

    public void putBreakdown(TenantId tenant, AdAccountId account, DateRange range, Breakdown breakdown,
            List<BreakdownRow> rows, Instant asOf) {
        putAnswer(tenant, account, breakdownQuery(breakdown, range), rows, asOf);
    }

    public Stamped<List<BreakdownRow>> breakdown(TenantId tenant, AdAccountId account, DateRange range,
            Breakdown breakdown) {
        return answer(tenant, account, breakdownQuery(breakdown, range), BreakdownRow.class);
    }

    /// Declares all figures of an account out of date without forgetting them.
    public void outdate(TenantId tenant, AdAccountId account) {
        sql.update("UPDATE insight_query SET outdated = TRUE WHERE tenant_id = ? AND account_id = ?", tenant.value(),
                account.value());
    }

    private void putAnswer(TenantId tenant, AdAccountId account, String query, List<?> rows, Instant asOf) {
        sql.inTransaction(() -> {
            sql.update("DELETE FROM insight_query WHERE " + ONE, tenant.value(), account.value(), query);
            sql.update("DELETE FROM insight_part WHERE " + ONE, tenant.value(), account.value(), query);
            forgetOldAnswers(tenant, account, asOf);
            insert(tenant, account, Map.of(query, parts(rows)), asOf);
            return rows;
        });
    }

    /// Every other choice of dates is another question; days, which are few, stay.
    private void forgetOldAnswers(TenantId tenant, AdAccountId account, Instant now) {
        List<String> old = sql.list(
                "SELECT query FROM insight_query WHERE tenant_id = ? AND account_id = ? AND as_of < ? "
                        + "AND query NOT LIKE 'daily/%'",
                row -> row.getString(1), tenant.value(), account.value(),
                now.minus(KEEP_ANSWERS));
        for (String query : old) {
            sql.update("DELETE FROM insight_query WHERE " + ONE, tenant.value(), account.value(), query);
            sql.update("DELETE FROM insight_part WHERE " + ONE, tenant.value(), account.value(), query);
        }
    }

    private static List<byte[]> parts(List<?> rows) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PART) {
            parts.add(Json.pack(rows.subList(from, Math.min(rows.size(), from + PART))));
        }
        return parts;
    }

    private void insert(TenantId tenant, AdAccountId account, Map<String, List<byte[]>> answers, Instant asOf) {
        List<@Nullable Object[]> queries = new ArrayList<>();
        List<@Nullable Object[]> parts = new ArrayList<>();
        answers.forEach((query, bodies) -> {
            queries.add(new @Nullable Object[]{tenant.value(), account.value(), query, asOf, false});
            for (int part = 0; part < bodies.size(); part++) {
                parts.add(
                        new @Nullable Object[]{tenant.value(), account.value(), query, part, bodies.get(part)});
            }
        });
        sql.batch("INSERT INTO insight_query (tenant_id, account_id, query, as_of, outdated) VALUES (?, ?, ?, ?, ?)",
                queries);
        sql.batch("INSERT INTO insight_part (tenant_id, account_id, query, part, body) VALUES (?, ?, ?, ?, ?)", parts);
    }

    private <T> Stamped<List<T>> answer(TenantId tenant, AdAccountId account, String query, Class<T> type) {
        List<Piece> pieces = pieces(tenant, account, query, query);
        return stamped(pieces, pieces.stream().anyMatch(Piece::outdated),
                (_, body) -> Json.unpackList(body, type));
    }

    /// Marks and answers of one moment, which only a single statement gives: a replacement between two would pair new
    /// facts with old marks.
    private List<Piece> pieces(TenantId tenant, AdAccountId account, String first, String last) {
        return sql.list("SELECT q.query, q.as_of, q.outdated, p.body FROM insight_query q LEFT JOIN insight_part p ON "
                + "p.tenant_id = q.tenant_id AND p.account_id = q.account_id AND p.query = q.query "
                + "WHERE q.tenant_id = ? AND q.account_id = ? AND q.query BETWEEN ? AND ? ORDER BY q.query, p.part",
                row -> new Piece(row.getString(1), row.getObject(2, Instant.class), row.getBoolean(3), row.getBytes(4)),
                tenant.value(), account.value(), first, last);
    }

    private static <T> Stamped<List<T>> stamped(List<Piece> pieces, boolean stale,
            BiFunction<String, byte[], List<T>> unpack) {
        Instant oldest = pieces.stream().map(Piece::asOf).min(Instant::compareTo).orElse(null);
        List<T> rows = new ArrayList<>();
        for (Piece piece : pieces) {
            byte[] body = piece.body;
            if (body != null) {
                rows.addAll(unpack.apply(piece.query, body));
            }
        }
        return oldest == null ? Stamped.never(List.of()) : new Stamped<>(List.copyOf(rows), oldest, stale);
    }

    private static String dailyPrefix(Level level) {
        return "daily/" + level.name() + "/";
    }

    private static String dailyQuery(Level level, LocalDate day) {
        return dailyPrefix(level) + day;
    }

    private static String rangeQuery(Level level, DateRange range) {
        return "range/" + level.name() + "/" + range.since() + "/" + range.until();
    }

    private static String viewingQuery(Level level, DateRange range) {
        return "viewing/" + level.name() + "/" + range.since() + "/" + range.until();
    }

    private static String breakdownQuery(Breakdown breakdown, DateRange range) {
        return "breakdown/" + breakdown.name() + "/" + range.since() + "/" + range.until();
    }
}
