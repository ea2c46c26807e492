package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.graph.AccountFigures;
import com.bizosaas.adsdesk.store.DayPacks;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.InsightStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads insights into the store: only days that are missing or stale, each stretch stored when it is whole. Pollers and
/// panes share it, and equal loads at the same time are one. Thread-safe.
public final class InsightLoader {

    private static final int UNSEEN_DAYS = 14;

    private final DeskStore store;
    private final ApiSource apis;
    private final AccountFeed accounts;
    private final Generations generations;
    private final Supplier<SyncPlan> plan;
    private final InstantSource clock;
    private final InFlight<Load, Boolean> inFlight = new InFlight<>();
    private final UnseenFigures unseen;

    private record Load(TenantId tenant, AdAccountId account, String what, DateRange range, boolean force) {
    }

    private record Stretch(Level level, DateRange range) {
    }

    public InsightLoader(DeskStore store, ApiSource apis, AccountFeed accounts, Generations generations,
            Supplier<SyncPlan> plan, InstantSource clock) {
        this.store = store;
        this.apis = apis;
        this.accounts = accounts;
        this.generations = generations;
        this.plan = plan;
        this.clock = clock;
        this.unseen = new UnseenFigures(this, accounts, apis);
    }

    /// Daily facts from the account's level down to the given one.
    ///
    /// @return whether anything was read
    public boolean daily(TenantId tenant, AdAccountId account, Level deepest, DateRange range, boolean force,
            Progress progress) {
        return daily(tenant, account, EnumSet.range(Level.ACCOUNT, deepest), range, force, progress);
    }

    /// Daily facts of these levels alone.
    ///
    /// @return whether anything was read
    public boolean daily(TenantId tenant, AdAccountId account, Set<Level> levels, DateRange range, boolean force,
            Progress progress) {
        return inFlight.join(new Load(tenant, account, "daily/" + levels, range, force), () -> {
            InsightPlan days = daysOf(tenant, account);
            List<Stretch> stretches = new ArrayList<>();
            for (Level level : levels) {
                days.missing(range, readAt(tenant, account, level, range), force)
                        .forEach(missing -> stretches.add(new Stretch(level, missing)));
            }
            if (stretches.isEmpty()) {
                return false;
            }
            int[] done = {0};
            progress.at(0, stretches.size());
            for (Stretch stretch : stretches) {
                read(tenant, account, stretch);
                progress.at(++done[0], stretches.size());
                if (progress.watched()) {
                    progress.stored();
                }
            }
            return true;
        });
    }

    /// The own figures of accounts that nobody has looked at.
    UnseenFigures unseen() {
        return unseen;
    }

    /// The days that are wanted of an account that nobody has looked at.
    DateRange unseenDays(TenantId tenant, AdAccountId account) {
        return unseenDays(daysOf(tenant, account));
    }

    private static DateRange unseenDays(InsightPlan days) {
        LocalDate today = days.today();
        return new DateRange(today.minusDays(UNSEEN_DAYS - 1L), today);
    }

    /// From the first to the last of those days that are missing or stale; empty where none is, or the account's zone is
    /// not known yet.
    Optional<DateRange> missingOfItsOwn(TenantId tenant, AdAccountId account) {
        return knownDays(tenant, account).flatMap(days -> {
            DateRange wanted = unseenDays(days);
            List<DateRange> missing = days.missing(wanted, readAt(tenant, account, Level.ACCOUNT, wanted), false);
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DateRange(missing.getFirst().since(), missing.getLast().until()));
        });
    }

    /// @return whether today's figures are other ones than before
    boolean ownFigures(TenantId tenant, AdAccountId account, Progress progress) {
        long before = impressionsToday(tenant, account);
        daily(tenant, account, Level.ACCOUNT, unseenDays(tenant, account), false, progress);
        return impressionsToday(tenant, account) != before;
    }

    /// Stores what a reading of several accounts' own days brings.
    AccountFigures store(TenantId tenant, Map<AdAccountId, DateRange> days, Supplier<AccountFigures> reading) {
        long generation = generations.current(tenant);
        Instant began = clock.instant();
        AccountFigures read = reading.get();
        read.facts().forEach((account, facts) -> generations.store(tenant, generation,
                () -> store.insights().replaceDaily(tenant, account, Level.ACCOUNT,
                        Objects.requireNonNull(days.get(account)), facts, began)));
        return read;
    }

    private void read(TenantId tenant, AdAccountId account, Stretch stretch) {
        long generation = generations.current(tenant);
        Instant began = clock.instant();
        // Whole days are kept as they come: what breaks off goes on from there, after a restart, too.
        apis.api(tenant).daily(account, stretch.level, stretch.range, read -> {
        }, () -> new DayPacks(stretch.level), (days, packs) -> generations.store(tenant, generation,
                () -> store.insights().putDays(tenant, account, stretch.level, days, packs, began)));
    }

    /// Facts over the whole range, reach included.
    ///
    /// @return whether anything was read
    public boolean range(TenantId tenant, AdAccountId account, Level level, DateRange range, boolean force) {
        return inFlight.join(new Load(tenant, account, "range/" + level, range, force), () -> {
            DateRange possible = daysOf(tenant, account).possible(range);
            if (possible == null || !force && !stale(tenant, account, range, store.insights().range(tenant, account,
                    level, range))) {
                return false;
            }
            long generation = generations.current(tenant);
            Instant began = clock.instant();
            List<RangeFact> facts = apis.api(tenant).range(account, level, possible, read -> {
            });
            generations.store(tenant, generation,
                    () -> store.insights().putRange(tenant, account, level, range, facts, began));
            return true;
        });
    }

    /// Reach and video plays over the whole range.
    ///
    /// @return whether anything was read
    public boolean viewing(TenantId tenant, AdAccountId account, Level level, DateRange range, boolean force) {
        return inFlight.join(new Load(tenant, account, "viewing/" + level, range, force), () -> {
            DateRange possible = daysOf(tenant, account).possible(range);
            if (possible == null || !force && !stale(tenant, account, range, store.insights().viewing(tenant, account,
                    level, range))) {
                return false;
            }
            long generation = generations.current(tenant);
            Instant began = clock.instant();
            List<ViewingFact> facts = apis.api(tenant).viewing(account, level, possible, read -> {
            });
            generations.store(tenant, generation,
                    () -> store.insights().putViewing(tenant, account, level, range, facts, began));
            return true;
        });
    }

    /// The account's figures of a range, split.
    ///
    /// @return whether anything was read
    public boolean breakdown(TenantId tenant, AdAccountId account, DateRange range, Breakdown breakdown,
            boolean force) {
        return inFlight.join(new Load(tenant, account, "breakdown/" + breakdown, range, force), () -> {
            DateRange possible = daysOf(tenant, account).possible(range);
            if (possible == null || !force && !stale(tenant, account, range, store.insights().breakdown(tenant,
                    account, range, breakdown))) {
                return false;
            }
            long generation = generations.current(tenant);
            Instant began = clock.instant();
            List<BreakdownRow> rows = apis.api(tenant).breakdown(account, possible, breakdown);
            generations.store(tenant, generation,
                    () -> store.insights().putBreakdown(tenant, account, range, breakdown, rows, began));
            return true;
        });
    }

    /// Whether stored figures over a whole range are older than they may be. Asks the store alone.
    public boolean stale(TenantId tenant, AdAccountId account, DateRange range, Stamped<?> stored) {
        return stored.stale()
                || knownDays(tenant, account).map(days -> days.stale(range, stored.asOf())).orElse(true);
    }

    /// Whether days of a level are missing or older than they may be. Asks the store alone.
    public boolean dailyStale(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        return knownDays(tenant, account)
                .map(days -> !days.missing(range, readAt(tenant, account, level, range), false).isEmpty())
                .orElse(true);
    }

    /// When today's figures were read, null if a day of the range never was.
    @Nullable
    Instant lastRead(TenantId tenant, AdAccountId account, Level deepest, DateRange range) {
        InsightPlan days = daysOf(tenant, account);
        DateRange possible = days.possible(range);
        if (possible == null) {
            return clock.instant();
        }
        Instant oldest = null;
        for (Level level : Level.WITH_FIGURES) {
            if (level.compareTo(deepest) > 0) {
                continue;
            }
            Map<LocalDate, Instant> read = readAt(tenant, account, level, possible);
            Instant last = read.get(possible.until());
            if (read.size() < possible.days() || last == null) {
                return null;
            }
            oldest = oldest == null || last.isBefore(oldest) ? last : oldest;
        }
        return oldest;
    }

    /// Whether the account's zone is known without asking Facebook.
    boolean knows(TenantId tenant, AdAccountId account) {
        return knownDays(tenant, account).isPresent();
    }

    /// The last days that are over in the account's zone; empty while that is not known.
    public Optional<DateRange> closedDays(TenantId tenant, AdAccountId account, int days) {
        return knownDays(tenant, account).map(InsightPlan::today)
                .map(today -> new DateRange(today.minusDays(days), today.minusDays(1)));
    }

    /// The account's present day.
    LocalDate today(TenantId tenant, AdAccountId account) {
        return daysOf(tenant, account).today();
    }

    /// What the account delivered today, as far as it was read: whether it moves tells whether the account is quiet.
    long impressionsToday(TenantId tenant, AdAccountId account) {
        if (!knows(tenant, account)) {
            return 0;
        }
        LocalDate today = today(tenant, account);
        return store.insights().daily(tenant, account, Level.ACCOUNT, new DateRange(today, today)).value().stream()
                .mapToLong(fact -> fact.facts().impressions()).sum();
    }

    private Map<LocalDate, Instant> readAt(TenantId tenant, AdAccountId account, Level level, DateRange range) {
        Map<LocalDate, Instant> readAt = new HashMap<>();
        for (Map.Entry<LocalDate, InsightStore.DayRead> read : store.insights()
                .dailyReads(tenant, account, level, range).entrySet()) {
            if (!read.getValue().outdated()) {
                readAt.put(read.getKey(), read.getValue().asOf());
            }
        }
        return readAt;
    }

    private Optional<InsightPlan> knownDays(TenantId tenant, AdAccountId account) {
        return accounts.stored(tenant, account).map(this::days);
    }

    /// Days are the account's own, so the account must be known; it is stored when it is chosen, and read again here in
    /// case the metrics store was lost since.
    private InsightPlan daysOf(TenantId tenant, AdAccountId account) {
        return days(accounts.known(tenant, account));
    }

    private InsightPlan days(AdAccount account) {
        return new InsightPlan(account.zone(), clock.instant(), plan.get().lifetime(Topic.INSIGHTS));
    }
}
