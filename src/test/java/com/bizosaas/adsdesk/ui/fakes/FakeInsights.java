package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.domain.metrics.FigureSink;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.domain.metrics.Reconciliation;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.InsightService;
import com.bizosaas.adsdesk.service.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers from the facts a test put in, by level and range.
public final class FakeInsights implements InsightService {

    public final List<DailyFact> daily = new ArrayList<>();
    public final List<RangeFact> ranges = new ArrayList<>();
    public final Map<Level, List<ViewingFact>> viewings = new EnumMap<>(Level.class);
    public final Map<Breakdown, List<BreakdownRow>> breakdowns = new EnumMap<>(Breakdown.class);
    public @Nullable Instant asOf = Samples.NOW.minusSeconds(120);
    public boolean stale;
    public List<Reconciliation> reconciliations = List.of();
    /// Thrown by every load while set.
    public @Nullable Problem refusal;
    public final List<String> loads = new ArrayList<>();

    @Override
    public Stamped<List<DailyFact>> daily(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        return new Stamped<>(
                daily.stream().filter(fact -> fact.level() == level && range.contains(fact.date()))
                        .filter(fact -> level != Level.ACCOUNT || fact.objectId().equals(account.value())).toList(),
                asOf, stale);
    }

    @Override
    public @Nullable Instant figures(TenantId tenant, AdAccountId account, Level level, DateRange range,
            com.bizosaas.adsdesk.domain.metrics.Conversion results, FigureSink sink) {
        daily(tenant, account, level, range).value()
                .forEach(fact -> sink.add(fact.objectId(), fact.date(), DayFigures.of(fact.facts(), results)));
        return asOf;
    }

    @Override
    public List<Reconciliation> reconciliations(TenantId tenant, AdAccountId account) {
        return reconciliations;
    }

    @Override
    public Stamped<List<RangeFact>> range(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        return new Stamped<>(
                ranges.stream().filter(fact -> fact.level() == level && fact.range().equals(range)).toList(), asOf,
                stale);
    }

    @Override
    public Stamped<List<ViewingFact>> viewing(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        List<ViewingFact> known = viewings.get(level);
        return known == null ? Stamped.never(List.of()) : new Stamped<>(known, asOf, stale);
    }

    @Override
    public void loadViewing(TenantId tenant, AdAccountId account, Level level, DateRange range, boolean force) {
        loaded("viewing " + level + " " + range.since() + (force ? " forced" : ""));
    }

    @Override
    public Stamped<List<BreakdownRow>> breakdown(TenantId tenant, AdAccountId account, DateRange range,
            Breakdown breakdown) {
        return new Stamped<>(breakdowns.getOrDefault(breakdown, List.of()), asOf, stale);
    }

    @Override
    public void load(TenantId tenant, AdAccountId account, Level level, DateRange range, boolean force) {
        loaded("load " + level + (force ? " forced" : ""));
    }

    @Override
    public void load(TenantId tenant, AdAccountId account, DateRange range, Breakdown breakdown, boolean force) {
        loaded("load " + breakdown + (force ? " forced" : ""));
    }

    private void loaded(String call) {
        loads.add(call);
        if (refusal != null) {
            throw new DeskException(refusal);
        }
    }
}
