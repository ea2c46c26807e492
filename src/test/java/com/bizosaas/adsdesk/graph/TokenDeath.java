package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A fleet is read, and one tenant's token dies at its k-th request: what follows it with that token may only be what was
/// on its way, and the other tenants read on to their end. On a virtual clock.
final class TokenDeath {

    private static final int TENANTS = 4;
    private static final int READERS = 6;
    private static final int PAGES = 10;

    /// @param sent with the token that died
    /// @param after requests that left after its refusal had come back
    /// @param others lists that the other tenants read to their end, of [#OTHERS]
    record Result(int sent, int after, int others) {
    }

    static final int OTHERS = (TENANTS - 1) * READERS;

    private final SharedClock clock = new SharedClock();
    private final int dies;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private final AtomicInteger whole = new AtomicInteger();
    private volatile Instant dead = Instant.MAX;

    private TokenDeath(int dies) {
        this.dies = dies;
    }

    static Result at(int request) throws InterruptedException {
        TokenDeath death = new TokenDeath(request);
        death.read();
        return new Result(death.sent.get(), death.after.get(), death.whole.get());
    }

    private void read() throws InterruptedException {
        AppWide app = AppWide.of(new UsageBudget(clock), clock);
        for (int number = 0; number < TENANTS; number++) {
            int which = number;
            GraphClient client = new GraphClient(
                    new RequestBuilder(Script.settings("https://graph.facebook.com", Optional.empty()), Script.token()),
                    request -> answer(which, request), app, new Retries(new Random(number)), new TokenGate(clock),
                    clock,
                    new TenantId("tenant" + number));
            for (int reader = 0; reader < READERS; reader++) {
                AdAccountId account = AdAccountId.of("70" + number + reader / 2);
                GraphRequest list = GraphRequest.list(account.value() + "/edge" + reader).on(account,
                        UseCase.ADS_MANAGEMENT);
                clock.start(list.toString(), () -> readAll(which, client, list));
            }
        }
        clock.run(Duration.ofMinutes(2));
    }

    private void readAll(int tenant, GraphClient client, GraphRequest list) {
        try {
            new Pages(client).all(new Listing<>(list, 1, RowReader.of(row -> row.text("id")), row -> row));
            if (tenant > 0) {
                whole.incrementAndGet();
            }
        } catch (GraphException refused) {
            if (refused.kind() != Kind.TOKEN || tenant != 0) {
                throw new AssertionError("Tenant " + tenant + " failed", refused);
            }
        }
    }

    private WireReply answer(int tenant, WireRequest request) throws TransportException {
        int mine = tenant == 0 ? sent.incrementAndGet() : 0;
        if (tenant == 0 && clock.instant().isAfter(dead)) {
            after.incrementAndGet();
        }
        try {
            clock.sleep(Duration.ofMillis(150 + Math.floorMod(request.uri().hashCode(), 7)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Fate.CANCELLED, "The end", interrupted);
        }
        if (tenant == 0 && mine >= dies) {
            dead = clock.instant().isBefore(dead) ? clock.instant() : dead;
            return Script.error(190, 463);
        }
        String cursor = Script.parameters(request).getOrDefault("after", "0");
        int page = Integer.parseInt(cursor);
        String next = page + 1 < PAGES
                ? ",\"paging\":{\"cursors\":{\"after\":\"%d\"},\"next\":\"https://graph.facebook.com/?after=%d\"}"
                        .formatted(page + 1, page + 1)
                : "";
        return Script.json(200, "{\"data\":[{\"id\":\"" + page + "\"}]" + next + "}");
    }

    /// `packaging/proof engine-token [FIRST [COUNT]]`
    public static void main(String[] arguments) throws InterruptedException {
        int from = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int most = 0;
        boolean kept = true;
        for (int request = from; request < from + count; request++) {
            Result result = at(request);
            most = Math.max(most, result.sent() - request);
            kept &= result.after() == 0 && result.others() == OTHERS;
            if (result.after() > 0 || result.others() < OTHERS) {
                System.out.println("Dead at request " + request + ": " + result);
            }
        }
        System.out.printf("A token died at each of the requests %d to %d: at most %d requests of it were on their way, "
                + "%s left later, %s%n", from, from + count - 1, most, kept ? "none" : "SOME",
                kept ? "all other tenants were read whole" : "see above");
        System.exit(kept ? 0 : 1);
    }
}
