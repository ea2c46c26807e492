package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.domain.metrics.FigureSink;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.domain.metrics.Reconciliation;
import com.bizosaas.adsdesk.store.InsightStore;
import com.bizosaas.adsdesk.sync.InsightLoader;
import com.bizosaas.adsdesk.sync.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Figures from the store, and the loader that brings them there.
final class LiveInsightService implements InsightService {

    private static final int CLOSED_DAYS = 28;

    private final InsightStore store;
    private final InsightLoader loader;
    private final DeskEvents events;

    LiveInsightService(InsightStore store, InsightLoader loader, DeskEvents events) {
        this.store = store;
        this.loader = loader;
        this.events = events;
    }

    @Override
    public Stamped<List<DailyFact>> daily(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        return Problems.explained(() -> {
            Stamped<List<DailyFact>> stored = store.daily(tenant, account, level, range);
            return aged(stored, loader.dailyStale(tenant, account, level, range));
        });
    }

    @Override
    public @Nullable Instant figures(TenantId tenant, AdAccountId account, Level level, DateRange range,
            Conversion results, FigureSink sink) {
        return Problems
                .explained(() -> Optional.ofNullable(store.figures(tenant, account, level, range, results, sink)))
                .orElse(null);
    }

    @Override
    public List<Reconciliation> reconciliations(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> loader.closedDays(tenant, account, CLOSED_DAYS)
                .map(range -> Stream.of(Level.CAMPAIGN, Level.AD_SET, Level.AD)
                        .map(level -> reconciliation(tenant, account, level, range))
                        .filter(found -> found.days() > 0).toList())
                .orElse(List.of()));
    }

    private Reconciliation reconciliation(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        Set<LocalDate> both = new HashSet<>(store.dailyReads(tenant, account, Level.ACCOUNT, range).keySet());
        both.retainAll(store.dailyReads(tenant, account, level, range).keySet());
        Sum whole = new Sum();
        Sum parts = new Sum();
        store.figures(tenant, account, Level.ACCOUNT, range, ConversionFamily.LEAD,
                (_, day, figures) -> whole.add(both, day, figures));
        store.figures(tenant, account, level, range, ConversionFamily.LEAD,
                (_, day, figures) -> parts.add(both, day, figures));
        return new Reconciliation(level, both.size(), whole.impressions, parts.impressions,
                DayFigures.decimal(whole.spend), DayFigures.decimal(parts.spend));
    }

    private static final class Sum {

        private long impressions;
        private long spend;

        void add(Set<LocalDate> counted, LocalDate day, DayFigures figures) {
            if (counted.contains(day)) {
                impressions += figures.impressions();
                spend += figures.spend();
            }
        }
    }

    @Override
    public Stamped<List<RangeFact>> range(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        return Problems.explained(() -> {
            Stamped<List<RangeFact>> stored = store.range(tenant, account, level, range);
            return aged(stored, loader.stale(tenant, account, range, stored));
        });
    }

    @Override
    public Stamped<List<ViewingFact>> viewing(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        return Problems.explained(() -> {
            Stamped<List<ViewingFact>> stored = store.viewing(tenant, account, level, range);
            return aged(stored, loader.stale(tenant, account, range, stored));
        });
    }

    @Override
    public void loadViewing(TenantId tenant, AdAccountId account, Level level, DateRange range, boolean force) {
        Problems.explained(() -> tell(tenant, account, loader.viewing(tenant, account, level, range, force)));
    }

    @Override
    public Stamped<List<BreakdownRow>> breakdown(TenantId tenant, AdAccountId account, DateRange range,
            Breakdown breakdown) {
        return Problems.explained(() -> {
            Stamped<List<BreakdownRow>> stored = store.breakdown(tenant, account, range, breakdown);
            return aged(stored, loader.stale(tenant, account, range, stored));
        });
    }

    private static <T> Stamped<T> aged(Stamped<T> stored, boolean stale) {
        return stored.stale() == stale ? stored : new Stamped<>(stored.value(), stored.asOf(), stale);
    }

    @Override
    public void load(TenantId tenant, AdAccountId account, Level level, DateRange range, boolean force) {
        Problems.explained(() -> {
            boolean read = loader.daily(tenant, account, level, range, force, Progress.NONE);
            // Reach does not add up, so it is asked for as it is shown: for the whole range.
            for (Level shown : List.of(Level.ACCOUNT, Level.CAMPAIGN)) {
                if (shown.compareTo(level) <= 0) {
                    read |= loader.range(tenant, account, shown, range, force);
                }
            }
            return tell(tenant, account, read);
        });
    }

    @Override
    public void load(TenantId tenant, AdAccountId account, DateRange range, Breakdown breakdown, boolean force) {
        Problems.explained(() -> tell(tenant, account, loader.breakdown(tenant, account, range, breakdown, force)));
    }

    private boolean tell(TenantId tenant, AdAccountId account, boolean read) {
        if (read) {
            events.publish(new DeskEvent.DataChanged(tenant, account, Topic.INSIGHTS));
        }
        return read;
    }
}
