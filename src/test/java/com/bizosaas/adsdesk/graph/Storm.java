package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A storm of limit codes on one of five tenants, on a virtual clock: forty readers go on reading while Facebook refuses
/// what one tenant sends with every limit code there is.
///
/// Facebook's side keeps its own books. A request that leaves after the reply that closed its scope, and before the scope
/// opens again, is a breach.
final class Storm {

    static final int TENANTS = 5;
    private static final Duration CALM = Duration.ofMinutes(1);
    private static final Duration AFTER = Duration.ofMinutes(8);
    private static final int[][] CODES = {{4, 0}, {4, 1504022}, {17, 0}, {17, 2446079}, {32, 0}, {613, 0}, {613, 1996},
            {613, 1487742}, {80000, 0}, {80001, 0}, {80002, 0}, {80003, 0}, {80004, 2446079}, {80005, 0}, {80006, 0},
            {80008, 0}, {80009, 0}, {80014, 0}};

    /// What came of it.
    ///
    /// @param refusals by code
    /// @param breaches requests into a closed scope
    /// @param others served to the four other tenants during the storm, in percent of the same time without one
    /// @param recovery from the storm's end until the tenant was served again
    /// @param period of the limits: a score's 300 seconds, or the longest time that a scope was told to stay closed
    record Result(Map<Integer, Integer> refusals, int breaches, double others, Duration recovery, Duration period) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT,
                    "refusals %s, breaches %d, others served %.1f %%, recovered after %d s (period %d s)",
                    refusals, breaches, others, recovery.toSeconds(), period.toSeconds());
        }
    }

    /// @param from a request of the same moment was on its way already
    private record Closing(Instant from, Instant until) {

        boolean holds(Instant at) {
            return at.isAfter(from) && at.isBefore(until);
        }

        Closing longer(Closing other) {
            return until.isAfter(other.until) ? this : new Closing(from, other.until);
        }
    }

    private final SharedClock clock = new SharedClock();
    private final Random random;
    private final boolean calm;
    private final Instant from;
    private final Instant to;
    private final Map<String, Closing> closed = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> refusals = new TreeMap<>();
    private final AtomicInteger breaches = new AtomicInteger();
    private final int[] served = new int[TENANTS];
    /// At least the window of a score.
    private Duration period = Duration.ofMinutes(5);
    private Instant servedAgain = Instant.MAX;

    private Storm(long seed, boolean calm, Duration length) {
        this.random = new Random(seed);
        this.calm = calm;
        this.from = clock.instant().plus(CALM);
        this.to = from.plus(length);
    }

    static Result run(long seed, Duration length) throws InterruptedException {
        Storm calm = new Storm(seed, true, length);
        calm.blow(length);
        Storm storm = new Storm(seed, false, length);
        storm.blow(length);
        double others = 0;
        double before = 0;
        for (int tenant = 1; tenant < TENANTS; tenant++) {
            others += storm.served[tenant];
            before += calm.served[tenant];
        }
        return new Result(storm.refusals, storm.breaches.get(), 100 * others / before,
                Duration.between(storm.to, storm.servedAgain), storm.period);
    }

    private void blow(Duration length) throws InterruptedException {
        AppWide app = AppWide.of(new UsageBudget(clock), clock);
        for (int number = 0; number < TENANTS; number++) {
            TenantId tenant = new TenantId("tenant" + number);
            int which = number;
            GraphClient client = new GraphClient(
                    new RequestBuilder(Script.settings("https://graph.facebook.com", Optional.empty()), Script.token()),
                    request -> answer(which, request), app, new Retries(new Random(number)), new TokenGate(clock),
                    clock,
                    tenant);
            for (GraphRequest read : reads(number)) {
                for (Priority priority : List.of(Priority.VISIBLE, Priority.BACKGROUND)) {
                    // A different page for each reader, for equal reads would be one.
                    GraphRequest own = read.with("reader", priority.name());
                    clock.start(own + " of " + tenant, () -> Priority.run(() -> priority, () -> read(which, client,
                            own)));
                }
            }
        }
        clock.run(CALM.plus(length).plus(AFTER));
    }

    private static List<GraphRequest> reads(int tenant) {
        List<GraphRequest> reads = new ArrayList<>();
        AdAccountId account = AdAccountId.of("70" + tenant);
        reads.add(GraphRequest.read("me"));
        reads.add(GraphRequest.list(account.value() + "/campaigns").on(account, UseCase.ADS_MANAGEMENT));
        reads.add(GraphRequest.list(account.value() + "/insights").on(account, UseCase.ADS_INSIGHTS));
        reads.add(GraphRequest.list(account.value() + "/customaudiences").on(account, UseCase.CUSTOM_AUDIENCE));
        return reads;
    }

    /// Reads once a second, as long as it may; what is closed rests until it opens, as the scheduler lets it.
    private void read(int tenant, GraphClient client, GraphRequest request) {
        try {
            while (true) {
                try {
                    client.call(request);
                    served(tenant);
                } catch (GraphException failure) {
                    if (failure.kind() == Kind.CANCELLED) {
                        return;
                    }
                    Instant until = failure.until();
                    if (until != null && until.isAfter(clock.instant())) {
                        clock.sleep(Duration.between(clock.instant(), until));
                    }
                }
                clock.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void served(int tenant) {
        Instant now = clock.instant();
        if (!now.isBefore(from) && now.isBefore(to)) {
            served[tenant]++;
        }
        if (tenant == 0 && !now.isBefore(to) && now.isBefore(servedAgain)) {
            servedAgain = now;
        }
    }

    private WireReply answer(int tenant, WireRequest request) throws TransportException {
        String path = request.uri().getPath();
        if (tenant == 0) {
            Instant now = clock.instant();
            boolean breach = scopes(path).stream().map(closed::get).anyMatch(closing -> closing != null
                    && closing.holds(now));
            if (breach) {
                breaches.incrementAndGet();
            }
        }
        try {
            clock.sleep(Duration.ofMillis(200));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Fate.CANCELLED, "The end", interrupted);
        }
        return tenant == 0 ? mood(path) : served(path);
    }

    private synchronized WireReply mood(String path) {
        Instant now = clock.instant();
        if (calm || now.isBefore(from) || !now.isBefore(to) || random.nextInt(3) > 0) {
            return served(path);
        }
        int[] code = CODES[random.nextInt(CODES.length)];
        String scope = closes(code, path);
        Duration told = Duration.ofSeconds(60);
        WireReply reply;
        int minutes = 1 + random.nextInt(3);
        switch (random.nextInt(3)) {
            case 0 -> reply = Script.error(code[0], code[1]);
            case 1 -> {
                told = Duration.ofSeconds(60 + random.nextInt(60));
                reply = Script.error(code[0], code[1], "retry-after", Long.toString(told.toSeconds()));
            }
            default -> {
                boolean useCase = scope.contains("/");
                told = useCase ? Duration.ofMinutes(minutes) : told;
                reply = useCase
                        ? Script.error(code[0], code[1], "x-business-use-case-usage", """
                                {"700":[{"type":"%s","call_count":118,"estimated_time_to_regain_access":%d}]}"""
                                .formatted(scope.substring(scope.indexOf('/') + 1), minutes))
                        : Script.error(code[0], code[1]);
            }
        }
        refusals.merge(code[0], 1, Integer::sum);
        Closing closing = new Closing(now, now.plus(told));
        closed.merge(scope, closing, (one, other) -> one.until.isAfter(now) ? one.longer(other) : other);
        period = told.compareTo(period) > 0 ? told : period;
        return reply;
    }

    /// The app has plenty left, whatever one tenant meets.
    private static WireReply served(String path) {
        return path.endsWith("insights")
                ? Script.json(200, "{\"data\":[]}", "x-app-usage", "{\"call_count\":28}", "x-fb-ads-insights-throttle",
                        "{\"app_id_util_pct\":31.2,\"acc_id_util_pct\":10}")
                : Script.json(200, "{\"data\":[]}", "x-app-usage", "{\"call_count\":28}");
    }

    /// Facebook's books: `app`, `app/insights`, `token`, `account`, or `account/` with a use case.
    private static String closes(int[] code, String path) {
        boolean account = path.contains("act_");
        return switch (code[0]) {
            case 4 -> code[1] == 0 ? "token" : "token/insights";
            case 32 -> "token";
            case 17 -> code[1] == 2446079 && account ? "account" : "token";
            case 613 -> code[1] == 1996 || !account ? "token" : "account";
            default -> account ? "account/" + useCase(code[0], path) : "token";
        };
    }

    private static String useCase(int code, String path) {
        return switch (code) {
            case 80000 -> "ads_insights";
            case 80003 -> "custom_audience";
            case 80004 -> "ads_management";
            default -> useCase(path);
        };
    }

    private static String useCase(String path) {
        return path.endsWith("insights")
                ? "ads_insights"
                : path.endsWith("customaudiences")
                        ? "custom_audience"
                        : "ads_management";
    }

    private static List<String> scopes(String path) {
        List<String> scopes = new ArrayList<>(List.of("token"));
        if (path.endsWith("insights")) {
            scopes.add("token/insights");
        }
        if (path.contains("act_")) {
            scopes.add("account");
            scopes.add("account/" + useCase(path));
        }
        return scopes;
    }

    /// `packaging/proof engine-storm [SEED [MINUTES]]`
    public static void main(String[] arguments) throws InterruptedException {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 7;
        long minutes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 10;
        Result result = run(seed, Duration.ofMinutes(minutes));
        System.out.println("Storm of " + minutes + " min, seed " + seed + ": " + result);
        boolean kept = result.breaches() == 0 && result.others() >= 95
                && result.recovery().compareTo(result.period()) <= 0;
        System.out.println(kept ? "Kept" : "NOT kept");
        System.exit(kept ? 0 : 1);
    }
}
