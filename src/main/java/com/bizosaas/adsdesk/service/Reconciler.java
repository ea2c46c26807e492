package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.log.LogTenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.service.Lookout.Sight;
import com.bizosaas.adsdesk.sync.ApiSource;
import com.bizosaas.adsdesk.sync.NotConnectedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks in the background for writes whose answer was lost: 5, 15, 60 and 180 seconds after they left (robustness
/// "Writes", rule 3), later where the desk was closed, offline or signed out in between. A look at 180 seconds or later
/// that shows nothing says that it did not happen. Thread-safe.
final class Reconciler {

    static final Duration TICK = Duration.ofSeconds(5);
    private static final List<Duration> AGES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(15),
            Duration.ofSeconds(60), Duration.ofSeconds(180));
    private static final Duration OFFLINE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private record Open(TenantId tenant, String id, Instant next) {
    }

    private final ApiSource apis;
    private final WriteJournal journal;
    private final InstantSource clock;
    private final Executor workers;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Set<TenantId> busy = new HashSet<>();
    private final Map<TenantId, Object> looking = new ConcurrentHashMap<>();
    private volatile Consumer<WriteEntry> settled = _ -> {
    };

    Reconciler(ApiSource apis, WriteJournal journal, InstantSource clock, Executor workers) {
        this.apis = apis;
        this.journal = journal;
        this.clock = clock;
        this.workers = workers;
    }

    /// Called once a write was found, or found missing.
    void onSettled(Consumer<WriteEntry> listener) {
        settled = listener;
    }

    /// Takes up what a former run left open.
    void start(Iterable<TenantId> tenants) {
        for (TenantId tenant : tenants) {
            journal.recover(tenant);
            journal.unknown(tenant).forEach(this::watchSoon);
        }
    }

    /// Looks for a write from now on, at its next age.
    void watch(WriteEntry unknown) {
        put(unknown, next(unknown));
    }

    private void watchSoon(WriteEntry unknown) {
        put(unknown, clock.instant());
    }

    private void put(WriteEntry entry, Instant next) {
        open.put(entry.id(), new Open(entry.write().tenant(), entry.id(), next));
    }

    /// Starts the looks that are due. Returns at once and never throws: it is called on a schedule.
    void tick() {
        try {
            startDue();
        } catch (RuntimeException e) {
            LOG.warn("Looking for lost writes could not start", e);
        }
    }

    private void startDue() {
        Instant now = clock.instant();
        Set<TenantId> due = new HashSet<>();
        open.values().stream().filter(one -> !one.next.isAfter(now)).forEach(one -> due.add(one.tenant));
        for (TenantId tenant : due) {
            synchronized (busy) {
                if (!busy.add(tenant)) {
                    continue;
                }
            }
            workers.execute(LogTenant.named(tenant.value(), () -> {
                try {
                    lookNow(tenant, now);
                } catch (RuntimeException e) {
                    LOG.warn("Looking for lost writes of {} failed", tenant, e);
                } finally {
                    synchronized (busy) {
                        busy.remove(tenant);
                    }
                }
            }));
        }
    }

    /// Looks for everything of the tenant that is open, without waiting for its age.
    void look(TenantId tenant) {
        journal.unknown(tenant).forEach(this::watchSoon);
        lookNow(tenant, clock.instant());
    }

    /// One look of a tenant at a time: two at once would both settle what they found.
    private void lookNow(TenantId tenant, Instant now) {
        synchronized (looking.computeIfAbsent(tenant, _ -> new Object())) {
            lookAlone(tenant, now);
        }
    }

    private void lookAlone(TenantId tenant, Instant now) {
        Map<String, WriteEntry> unknown = new LinkedHashMap<>();
        journal.unknown(tenant).forEach(entry -> unknown.put(entry.id(), entry));
        List<Open> due = open.values().stream().filter(one -> one.tenant.equals(tenant) && !one.next.isAfter(now))
                .sorted(Comparator.comparing(Open::next)).toList();
        for (Open one : due) {
            WriteEntry entry = unknown.get(one.id);
            if (entry == null) {
                open.remove(one.id);
            } else {
                look(entry);
            }
        }
    }

    private void look(WriteEntry entry) {
        try {
            switch (Lookout.look(apis.api(entry.write().tenant()), entry)) {
                case Sight.Done done -> settle(journal.found(entry, done.object()));
                case Sight.NotDone not -> {
                    if (isOld(entry)) {
                        settle(journal.absent(entry, not.reason()));
                    } else {
                        journal.explain(entry, not.reason());
                        put(entry, next(entry));
                    }
                }
                case Sight.Several _ -> {
                    journal.explain(entry, Lookout.SEVERAL);
                    open.remove(entry.id());
                }
            }
        } catch (GraphException | NotConnectedException e) {
            put(entry, clock.instant().plus(OFFLINE));
        }
    }

    private void settle(WriteEntry entry) {
        open.remove(entry.id());
        settled.accept(entry);
    }

    private boolean isOld(WriteEntry entry) {
        return !sent(entry).plus(AGES.getLast()).isAfter(clock.instant());
    }

    private Instant next(WriteEntry entry) {
        Instant now = clock.instant();
        return AGES.stream().map(sent(entry)::plus).filter(at -> at.isAfter(now)).findFirst()
                .orElse(now.plus(OFFLINE));
    }

    private static Instant sent(WriteEntry entry) {
        Instant at = entry.sentAt();
        return at == null ? entry.plannedAt() : at;
    }
}
