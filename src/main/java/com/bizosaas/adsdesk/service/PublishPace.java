package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import com.bizosaas.adsdesk.graph.GraphAccess.Need;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.GraphRequest.Effect;
import com.bizosaas.adsdesk.graph.LoggedCall;
import com.bizosaas.adsdesk.service.ImageCost.Cost;
import com.bizosaas.adsdesk.store.SettingsStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The pace of publishing: which rows go next and when, by what each ad account still takes (graph-api chapter 12), and how
/// long all of it takes at that pace. The estimate plays the waves through as they will be sent, with the speed of the
/// waves before. Thread-safe.
final class PublishPace {

    /// Rows of one wave. Fewer than a batch holds, so that pausing is quick and progress is seen.
    private static final int WAVE = 25;
    /// A wave that had to wait for its allowance is no smaller: what it reads costs the same for one row. Not larger
    /// either: while it is saved for, others would take it.
    private static final int FEWEST = 3;
    private static final int TOGETHER = 50;
    private static final Duration LEAST_WAIT = Duration.ofMillis(250);
    private static final int MOST_WAVES = 100_000;
    private static final String SPEED = "publish-pace";

    private final GraphAccess graph;
    private final SettingsStore settings;
    private final ImageCost images;
    private final GraphClock clock;
    private final Map<TenantId, Speed> speeds = new ConcurrentHashMap<>();
    private final Map<Need, Map<TenantId, Set<AdAccountId>>> reserved = Map.of(Need.REVIEWED,
            new ConcurrentHashMap<>(), Need.PUBLISHED, new ConcurrentHashMap<>());

    PublishPace(GraphAccess graph, SettingsStore settings, ImageCost images, GraphClock clock) {
        this.graph = graph;
        this.settings = settings;
        this.images = images;
        this.clock = clock;
    }

    /// How fast the waves before were. What a wave takes and what its rows take is told apart by waves of many rows and of few.
    ///
    /// @param request milliseconds until a read is answered
    /// @param wave milliseconds that each wave takes beside its requests
    /// @param row milliseconds that each of its rows takes
    record Speed(double request, double wave, double row) {

        private static final Speed UNKNOWN = new Speed(300, 100, 20);
        private static final double NEWEST = 0.4;
        /// A wave waits for a few replies only, and each network answers unevenly.
        private static final double NEWEST_REPLIES = 0.2;
        /// Rows that weigh as much as the wave itself.
        private static final double ROWS = 10;

        /// After a wave. What its reads really took is taken off, so that a slow answer is not held for a slow desk.
        ///
        /// @param busy milliseconds that the whole wave took
        /// @param others requests of it beside the reads
        Speed and(double busy, DoubleSummaryStatistics reads, int others, int rows) {
            boolean first = this.equals(UNKNOWN);
            double asked = reads.getCount() == 0 ? request : reads.getAverage();
            double answer = first ? asked : request + NEWEST_REPLIES * (asked - request);
            double rest = Math.max(0, busy - reads.getSum() - others * answer);
            double expected = wave + row * rows;
            if (first) {
                return new Speed(answer, wave * rest / expected, row * rest / expected);
            }
            double weight = rows / ROWS;
            double step = NEWEST * (rest - expected) / (1 + weight * weight);
            return new Speed(answer, Math.max(0, wave + step), Math.max(0, row + step * weight / ROWS));
        }

        Duration takes(Turn turn) {
            return Duration.ofMillis(
                    Math.round(request * turn.cost.requests() + wave + row * turn.rows.size()));
        }
    }

    /// What goes next.
    ///
    /// @param rows empty where nothing goes yet
    /// @param at now, or when it is worth looking again
    /// @param cost of all that these rows take
    record Turn(List<PublishRow> rows, Instant at, Cost cost) {
    }

    /// The next wave of the first account that takes one.
    ///
    /// @param notBefore accounts that wait for something else than their allowance
    Turn next(TenantId tenant, Wave waves, Map<AdAccountId, Instant> notBefore) {
        Instant now = clock.instant();
        Allowances allowances = new Allowances(tenant, now);
        notBefore.forEach(allowances::closed);
        return next(waves, allowances, now);
    }

    private Turn next(Wave waves, Allowances allowances, Instant now) {
        Instant earliest = Instant.MAX;
        for (AdAccountId account : waves.accounts()) {
            Allowance allowance = allowances.of(account);
            List<PublishRow> full = waves.next(account, WAVE);
            List<PublishRow> fits = full.subList(0, allowance.fitting(full, now));
            if (fits.size() >= Math.min(FEWEST, full.size())) {
                return new Turn(fits, now, allowance.cost(fits));
            }
            Instant at = allowance.takes(allowance.cost(full.subList(0, Math.min(FEWEST, full.size()))).points(), now);
            earliest = at.isBefore(earliest) ? at : earliest;
        }
        Instant soon = now.plus(LEAST_WAIT);
        return new Turn(List.of(), earliest.isBefore(soon) ? soon : earliest, ImageCost.NOTHING);
    }

    /// How long it takes from now until the last of these rows is read back.
    ///
    /// @param rows of one batch; what is not WAITING is over
    Duration takes(TenantId tenant, List<PublishRow> rows, Map<String, String> aliases) {
        return takes(tenant, rows, aliases, Map.of());
    }

    /// The same after Facebook was asked for its word on so many drafts of each account.
    Duration takes(TenantId tenant, List<PublishRow> rows, Map<String, String> aliases,
            Map<AdAccountId, Long> questions) {
        Instant start = clock.instant();
        Instant now = start;
        Allowances allowances = new Allowances(tenant, start);
        Speed speed = speed(tenant);
        for (Map.Entry<AdAccountId, Long> one : questions.entrySet()) {
            int points = (int) (one.getValue() * Effect.UPDATE.points());
            now = allowances.of(one.getKey()).takes(points, now);
            allowances.of(one.getKey()).spend(points, now);
            now = now.plusMillis(Math.round(speed.request * (1 + one.getValue() / TOGETHER)));
        }
        List<PublishRow> left = new ArrayList<>(rows);
        Map<String, String> known = new HashMap<>(aliases);
        for (int i = 0; i < MOST_WAVES; i++) {
            Wave waves = new Wave(left, known);
            if (waves.accounts().isEmpty()) {
                break;
            }
            Turn turn = next(waves, allowances, now);
            if (turn.rows.isEmpty()) {
                now = turn.at;
            } else {
                Set<PublishRow> gone = Set.copyOf(turn.rows);
                allowances.of(turn.rows.getFirst().key().account()).spend(turn, now);
                left.removeIf(gone::contains);
                gone.stream().filter(row -> row.action() == Action.ADD)
                        .forEach(row -> known.put(row.key().object(), ""));
                now = now.plus(speed.takes(turn));
            }
        }
        return Duration.between(start, now);
    }

    /// Keeps the accounts' allowances for what is still to be sent and read back: what nobody clicked is read afterwards,
    /// or beside where there is enough.
    ///
    /// @param rows of all batches that run; none give back what was kept
    void reserve(TenantId tenant, List<PublishRow> rows) {
        reserve(tenant, Need.PUBLISHED, needs(tenant, rows));
    }

    /// The same for what is reviewed, so that it can be published in the time that was said.
    ///
    /// @param questions of each account that Facebook is asked before
    void reserve(TenantId tenant, List<PublishRow> rows, Map<AdAccountId, Long> questions) {
        Map<AdAccountId, Integer> needs = needs(tenant, rows);
        questions.forEach(
                (account, some) -> needs.merge(account, (int) (some * Effect.UPDATE.points()), Integer::sum));
        reserve(tenant, Need.REVIEWED, needs);
    }

    private void reserve(TenantId tenant, Need need, Map<AdAccountId, Integer> needs) {
        Objects.requireNonNull(reserved.get(need)).compute(tenant, (_, before) -> {
            if (before != null) {
                before.stream().filter(account -> !needs.containsKey(account))
                        .forEach(account -> graph.reserve(tenant, account, need, 0));
            }
            needs.forEach((account, points) -> graph.reserve(tenant, account, need, points));
            return needs.isEmpty() ? null : Set.copyOf(needs.keySet());
        });
    }

    private Map<AdAccountId, Integer> needs(TenantId tenant, List<PublishRow> rows) {
        Map<AdAccountId, Integer> needs = new HashMap<>();
        rows.stream().filter(row -> !row.state().isOver()).collect(Collectors.groupingBy(row -> row.key().account()))
                .forEach((account, some) -> needs.put(account, some.stream().mapToInt(PublishPace::most).sum()
                        + images.of(tenant, some, new HashSet<>()).points()));
        return needs;
    }

    /// What a row costs where it goes alone, its images apart.
    private static int most(PublishRow row) {
        return row.state() == State.WAITING ? cost(List.of(row)).points() : Effect.READ.points();
    }

    /// Waits until an account takes as many questions as can be put together, and no more than these.
    ///
    /// @return how many
    /// @throws GraphException of kind CANCELLED if the thread is interrupted
    int ask(TenantId tenant, AdAccountId account, int questions) {
        int most = (int) Math.clamp((graph.forecast(tenant, account).allowance() - 1) / Effect.UPDATE.points(), 1,
                TOGETHER);
        int some = Math.min(questions, most);
        try {
            Instant now = clock.instant();
            Instant free = new Allowances(tenant, now).of(account).takes((long) some * Effect.UPDATE.points(), now);
            if (free.isAfter(now)) {
                clock.sleep(Duration.between(now, free));
            }
            return some;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GraphException.of(GraphException.Kind.CANCELLED, "Nobody waits for it any more", e);
        }
    }

    /// A wave was sent, without any waiting for an allowance.
    void learn(TenantId tenant, Turn turn, Instant began) {
        List<PublishRow> wave = turn.rows;
        double busy = Duration.between(began, clock.instant()).toNanos() / 1e6;
        List<LoggedCall> calls = calls(tenant, wave.getFirst().key().account(), began);
        DoubleSummaryStatistics reads = calls.stream().filter(call -> call.points() < Effect.UPDATE.points())
                .mapToDouble(PublishPace::millis).summaryStatistics();
        int others = turn.cost.requests() - (int) reads.getCount();
        if (calls.size() != turn.cost.requests()) {
            // Something else was read beside: what is one's own is not known call by call.
            reads = new DoubleSummaryStatistics();
            others = turn.cost.requests();
        }
        Speed now = speed(tenant).and(busy, reads, others, wave.size());
        speeds.put(tenant, now);
        settings.save(tenant, SPEED, now);
    }

    private Speed speed(TenantId tenant) {
        return speeds.computeIfAbsent(tenant,
                id -> settings.find(id, SPEED, Speed.class).orElse(Speed.UNKNOWN));
    }

    /// The calls of one account since then.
    private List<LoggedCall> calls(TenantId tenant, AdAccountId account, Instant since) {
        return graph.requests(tenant).stream().takeWhile(call -> !call.at().isBefore(since))
                .filter(call -> account.equals(call.account())).toList();
    }

    private static double millis(LoggedCall call) {
        return call.took().toNanos() / 1e6;
    }

    /// What a wave costs, its images apart: its writes, which go together, a read of each level before and after, and one
    /// of each creative that is made anew for its URL parameters.
    private static Cost cost(List<PublishRow> wave) {
        int reads = reads(wave) + (int) wave.stream().filter(PublishPace::readsCreative).count();
        return new Cost(wave.size() * Effect.UPDATE.points() + reads * Effect.READ.points(), 1 + reads);
    }

    private static boolean readsCreative(PublishRow row) {
        return row.sent().containsKey(Fields.URL_TAGS)
                && !FieldValues.creativeId(row.sent().getOrDefault(Fields.CREATIVE, "")).isEmpty();
    }

    /// Objects of a level are read together, audiences one by one.
    private static int reads(List<PublishRow> wave) {
        return levels(wave, Action.ADD) + levels(wave, Action.REMOVE);
    }

    private static int levels(List<PublishRow> wave, Action unread) {
        List<Level> levels = wave.stream().filter(row -> row.action() != unread).map(row -> row.key().level())
                .toList();
        long audiences = levels.stream().filter(Level.AUDIENCE::equals).count();
        return (int) audiences
                + levels.stream().filter(level -> level != Level.AUDIENCE).collect(Collectors.toSet()).size();
    }

    /// The accounts of one tenant.
    private final class Allowances {

        private final TenantId tenant;
        private final Instant start;
        private final Map<AdAccountId, Allowance> all = new HashMap<>();

        Allowances(TenantId tenant, Instant start) {
            this.tenant = tenant;
            this.start = start;
        }

        Allowance of(AdAccountId account) {
            return all.computeIfAbsent(account, id -> new Allowance(graph.forecast(tenant, id), tenant, start));
        }

        void closed(AdAccountId account, Instant until) {
            of(account).close(until);
        }
    }

    /// What one account takes: so many points now, and more as time goes on.
    private final class Allowance {

        private final TenantId tenant;
        /// Images that are there once what was taken off has gone.
        private final Set<String> brought = new HashSet<>();
        private final double most;
        private final double perMilli;
        private double points;
        private Instant at;
        private @Nullable Instant closedUntil;

        Allowance(GraphAccess.Forecast forecast, TenantId tenant, Instant now) {
            this.tenant = tenant;
            // The last point would close the account.
            most = forecast.allowance() - 1.0;
            perMilli = forecast.perMilli();
            points = forecast.points();
            at = now;
            Instant opens = forecast.blockedUntil();
            if (opens != null) {
                // It opens on a whole allowance.
                close(opens);
                points = most;
            }
        }

        void close(Instant until) {
            closedUntil = until;
        }

        private double points(Instant now) {
            double back = Math.max(0, Duration.between(at, now).toMillis() * perMilli);
            return Math.max(points, Math.min(most, points + back));
        }

        private boolean isClosed(Instant now) {
            return closedUntil != null && closedUntil.isAfter(now);
        }

        Cost cost(List<PublishRow> wave) {
            return PublishPace.cost(wave).and(images.of(tenant, wave, new HashSet<>(brought)));
        }

        /// How many of these, from the first on, it takes now.
        int fitting(List<PublishRow> wave, Instant now) {
            int count = isClosed(now) ? 0 : wave.size();
            while (count > 0 && cost(wave.subList(0, count)).points() > points(now)) {
                count--;
            }
            return count;
        }

        /// When it takes this much. What is more than a whole allowance takes several.
        Instant takes(long wanted, Instant now) {
            Instant opens = closedUntil;
            Instant from = opens != null && opens.isAfter(now) ? opens : now;
            double missing = wanted - points(from);
            return missing <= 0 ? from : from.plusMillis((long) Math.ceil(missing / perMilli));
        }

        void spend(Turn turn, Instant now) {
            images.of(tenant, turn.rows, brought);
            spend(turn.cost.points(), now);
        }

        void spend(int spent, Instant now) {
            points = points(now) - spent;
            at = now;
        }
    }
}
