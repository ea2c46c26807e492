package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the store fresh: pollers on scheduled executors, and refreshes on demand. Calls return at once unless they say so.
@Needs(Role.VIEWER)
public interface SyncService {

    /// Tells what the operator looks at, so that it is read first and most often.
    ///
    /// @param range the days of the date picker together with their comparison
    void look(TenantId tenant, AdAccountId account, Set<Topic> topics, DateRange range);

    /// Tells that an account's figures are shown among those of many others: they are read for these days down to a level, when
    /// their turn in the background comes.
    void want(TenantId tenant, AdAccountId account, Level deepest, DateRange days);

    /// Reads a topic now, whatever its age (F5).
    void refresh(TenantId tenant, AdAccountId account, Topic topic);

    /// Reads a topic now and waits until it was read and stored; the only call here that blocks.
    ///
    /// @throws DeskException if the read failed, or did not end in that time (it goes on)
    void refreshAndWait(TenantId tenant, AdAccountId account, Topic topic, Duration patience);

    SyncState state(TenantId tenant, AdAccountId account, Topic topic);

    /// The next readings that are planned, of all tenants, soonest first.
    List<Next> upcoming(int most);

    /// How often the clockwork of background reading had to be replaced since the start; normally never.
    int restarts();

    /// What is running now, for the status bar.
    List<Running> running();

    /// How much of Facebook's limits is used for an account, and overall.
    Usage usage(TenantId tenant, AdAccountId account);

    /// What an account still takes before Facebook's limits hold calls up.
    Budget budget(TenantId tenant, AdAccountId account);

    /// How long the limits hold up a job of so many reads and writes that starts now; the network's own time is apart.
    Duration takes(TenantId tenant, AdAccountId account, int reads, int writes);

    /// The requests of the last hours that were sent for a tenant, newest first. They hold no secret.
    List<Request> requests(TenantId tenant);

    /// How well what is kept in memory serves.
    List<CacheUse> caches();

    /// What Facebook's replies tell of clock and version.
    Server server();

    /// @param problem the last failure, null after a success
    /// @param nextRun when it is read again by itself, null when polling is off
    /// @param takes about how long a reading that runs, or waits for a limit, takes from now to its end; null where none does
    ///        or nothing tells
    record SyncState(boolean running, @Nullable Instant lastSuccess, @Nullable Problem problem,
            @Nullable Instant nextRun, @Nullable Duration takes) {

        public SyncState(boolean running, @Nullable Instant lastSuccess, @Nullable Problem problem,
                @Nullable Instant nextRun) {
            this(running, lastSuccess, problem, nextRun, null);
        }
    }

    /// @param at when it is read by itself
    record Next(TenantId tenant, AdAccountId account, Topic topic, Instant at) {
    }

    /// @param done items read so far
    /// @param total items expected, 0 while unknown
    /// @param takes about how long it takes from now to its end, null where nothing tells
    record Running(TenantId tenant, AdAccountId account, Topic topic, int done, int total, @Nullable Duration takes) {
    }

    /// Shares used, 0 to 100 and above.
    ///
    /// @param blockedUntil when a closed window opens again, null while nothing is closed
    record Usage(double calls, double cpu, double time, @Nullable Instant blockedUntil) {

        /// Share left of the tightest limit, 0 to 100.
        public double left() {
            return Math.max(0, 100 - Math.max(calls, Math.max(cpu, time)));
        }
    }

    /// @param writes how many go out before a limit holds them up; a read costs a third of one
    /// @param wholeAt when all has come back if nothing more is sent, null while all is there
    /// @param blockedUntil when a closed window opens again, null while nothing is closed
    record Budget(long writes, @Nullable Instant wholeAt, @Nullable Instant blockedUntil) {
    }

    /// @param path ids and edges, without parameters
    /// @param account whose limits it used, null for none
    /// @param points what it cost: a read one, a write three
    /// @param outcome `ok` or the class of what came of it
    /// @param code of Facebook's error, 0 for none
    record Request(Instant at, String method, String path, @Nullable AdAccountId account, int points, Duration took,
            String outcome, int code) {
    }

    /// @param name in the operator's words
    /// @param freshFor after which it is read again while it is still shown
    record CacheUse(String name, long hits, long misses, long entries, Duration freshFor) {
    }

    /// @param clockAhead of this computer, negative when it is behind, zero while the difference does not matter
    /// @param servedInstead the API version that answers in place of the one that is set, empty while they are the same
    /// @param goneFields what Facebook no longer knows and is left out of reads, such as "old_score of ads"
    record Server(Duration clockAhead, String servedInstead, List<String> goneFields) {

        public static final Server AS_EXPECTED = new Server(Duration.ZERO, "", List.of());

        public Server {
            goneFields = List.copyOf(goneFields);
        }
    }
}
