package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Insights of each ad account: facts by day, and answers for whole ranges and breakdowns kept under their question. Days
/// are days of the ad account.
public final class InsightStore {

    /// @param outdated whether it was declared out of date since
    public record DayRead(Instant asOf, boolean outdated) {
    }

    private record Answer(Instant asOf, boolean outdated, String body) {
    }

    private static final String DAYS = "tenant_id = ? AND account_id = ? AND graph_level = ? AND fact_day BETWEEN ? AND ?";
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
        Map<String, @Nullable Object[]> rows = new TreeMap<>();
        for (DailyFact fact : facts) {
            if (fact.level() != level || !range.contains(fact.date())) {
                throw new IllegalArgumentException("A fact of another level or day than was read");
            }
            rows.put(fact.date() + "/" + fact.objectId(), row(tenant, account, fact));
        }
        List<@Nullable Object[]> days = new ArrayList<>();
        range.eachDay()
                .forEach(
                        day -> days.add(new Object[]{tenant.value(), account.value(), level.name(), day, asOf, false}));
        sql.inTransaction(() -> {
            Object[] key = {tenant.value(), account.value(), level.name(), range.since(), range.until()};
            sql.update("DELETE FROM daily_fact WHERE " + DAYS, key);
            sql.update("DELETE FROM daily_read WHERE " + DAYS, key);
            sql.batch(
                    "INSERT INTO daily_fact (tenant_id, account_id, graph_level, fact_day, object_id, impressions, clicks, "
                            + "link_clicks, outbound_clicks, spend, reach, actions, action_values) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    new ArrayList<>(rows.values()));
            sql.batch("INSERT INTO daily_read (tenant_id, account_id, graph_level, fact_day, as_of, outdated) "
                    + "VALUES (?, ?, ?, ?, ?, ?)", days);
            return rows;
        });
    }

    /// The facts of a level in these days, by day and object. Stamped with the oldest reading among the days that were
    /// read, and stale where a day was never read or is out of date; [#dailyReads] tells which.
    public Stamped<List<DailyFact>> daily(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        Map<LocalDate, DayRead> reads = dailyReads(tenant, account, level, range);
        if (reads.isEmpty()) {
            return Stamped.never(List.of());
        }
        List<DailyFact> facts = sql.list(
                "SELECT fact_day, object_id, impressions, clicks, link_clicks, outbound_clicks, "
                        + "spend, reach, actions, action_values FROM daily_fact WHERE " + DAYS
                        + " ORDER BY fact_day, object_id",
                row -> fact(level, row), tenant.value(), account.value(), level.name(), range.since(), range.until());
        Instant oldest = reads.values().stream().map(DayRead::asOf).min(Instant::compareTo).orElseThrow();
        boolean stale = reads.size() < range.days() || reads.values().stream().anyMatch(DayRead::outdated);
        return new Stamped<>(facts, oldest, stale);
    }

    /// When each of these days was last read; those never read are missing.
    public Map<LocalDate, DayRead> dailyReads(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        Map<LocalDate, DayRead> reads = new TreeMap<>();
        sql.list("SELECT fact_day, as_of, outdated FROM daily_read WHERE " + DAYS,
                row -> reads.put(row.getObject(1, LocalDate.class),
                        new DayRead(row.getObject(2, Instant.class), row.getBoolean(3))),
                tenant.value(), account.value(), level.name(), range.since(), range.until());
        return reads;
    }

    public void putRange(TenantId tenant, AdAccountId account, Level level, DateRange range, List<RangeFact> facts,
            Instant asOf) {
        putAnswer(tenant, account, rangeQuery(level, range), facts, asOf);
    }

    public Stamped<List<RangeFact>> range(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        return answer(tenant, account, rangeQuery(level, range), RangeFact.class);
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
        sql.inTransaction(() -> {
            sql.update("UPDATE daily_read SET outdated = TRUE WHERE tenant_id = ? AND account_id = ?", tenant.value(),
                    account.value());
            return sql.update("UPDATE insight_query SET outdated = TRUE WHERE tenant_id = ? AND account_id = ?",
                    tenant.value(), account.value());
        });
    }

    private void putAnswer(TenantId tenant, AdAccountId account, String query, List<?> rows, Instant asOf) {
        sql.inTransaction(() -> {
            sql.update("DELETE FROM insight_query WHERE tenant_id = ? AND account_id = ? AND as_of < ?", tenant.value(),
                    account.value(), asOf.minus(KEEP_ANSWERS));
            return sql.update("MERGE INTO insight_query (tenant_id, account_id, query, as_of, outdated, body) "
                    + "KEY (tenant_id, account_id, query) VALUES (?, ?, ?, ?, FALSE, ?)", tenant.value(),
                    account.value(), query, asOf, Json.write(rows));
        });
    }

    private <T> Stamped<List<T>> answer(TenantId tenant, AdAccountId account, String query, Class<T> type) {
        return sql
                .one("SELECT as_of, outdated, body FROM insight_query WHERE tenant_id = ? AND account_id = ? AND query = ?",
                        row -> new Answer(row.getObject(1, Instant.class), row.getBoolean(2), row.getString(3)),
                        tenant.value(), account.value(), query)
                .map(found -> new Stamped<>(Json.readList(found.body, type), found.asOf, found.outdated))
                .orElseGet(() -> Stamped.never(List.of()));
    }

    private static String rangeQuery(Level level, DateRange range) {
        return "range/" + level.name() + "/" + range.since() + "/" + range.until();
    }

    private static String breakdownQuery(Breakdown breakdown, DateRange range) {
        return "breakdown/" + breakdown.name() + "/" + range.since() + "/" + range.until();
    }

    private static @Nullable Object[] row(TenantId tenant, AdAccountId account, DailyFact fact) {
        Facts facts = fact.facts();
        return new @Nullable Object[]{tenant.value(), account.value(), fact.level().name(), fact.date(),
                fact.objectId(),
                facts.impressions(), facts.clicks(), facts.linkClicks(), facts.outboundClicks(),
                facts.spend().toString(),
                facts.reach(), Json.write(facts.actions()), Json.write(facts.actionValues())};
    }

    private static DailyFact fact(Level level, ResultSet row) throws SQLException {
        Facts facts = new Facts(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6),
                new BigDecimal(row.getString(7)), row.getObject(8, Long.class), Json.readAmounts(row.getString(9)),
                Json.readAmounts(row.getString(10)));
        return new DailyFact(level, row.getString(2), row.getObject(1, LocalDate.class), facts);
    }
}
