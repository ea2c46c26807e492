package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The calls that wait for admission: by priority, then the tenant that was served longest ago, then as they came. Not
/// thread-safe; [UsageBudget] guards it.
final class Queue {

    private final List<Ticket> waiting = new ArrayList<>();
    private final Map<TenantId, Long> served = new HashMap<>();
    private long numbers;

    private final Comparator<Ticket> order = Comparator.comparing(Ticket::priority)
            .thenComparing(ticket -> served.getOrDefault(ticket.tenant, 0L)).thenComparing(ticket -> ticket.number);

    /// One waiting call.
    static final class Ticket {

        private final TenantId tenant;
        private final GraphRequest request;
        private final Supplier<Priority> priority;
        private final Map<LimitScope, Integer> charges;
        private final Condition turn;
        private final long number;
        private @Nullable Admission admission;
        private boolean idle;

        private Ticket(TenantId tenant, GraphRequest request, Supplier<Priority> priority, Condition turn,
                long number) {
            this.tenant = tenant;
            this.request = request;
            this.priority = priority;
            this.charges = LimitScope.charges(tenant, request);
            this.turn = turn;
            this.number = number;
        }

        TenantId tenant() {
            return tenant;
        }

        GraphRequest request() {
            return request;
        }

        Priority priority() {
            return Queue.priority(request, priority);
        }

        Map<LimitScope, Integer> charges() {
            return charges;
        }

        /// Calls of one lane share its width.
        String lane() {
            AdAccountId account = request.account();
            return account == null ? tenant.value() : account.value();
        }

        /// Signalled when it may go.
        Condition turn() {
            return turn;
        }

        /// Waits for other calls, not for a time.
        void awaitTurn() throws InterruptedException {
            idle = true;
            try {
                turn.await();
            } finally {
                idle = false;
            }
        }

        /// Null while it waits.
        @Nullable
        Admission admission() {
            return admission;
        }
    }

    /// Number of the last that was let go, or that came.
    long latest() {
        return numbers;
    }

    /// A write is always the operator's own.
    static Priority priority(GraphRequest request, Supplier<Priority> asked) {
        return request.effect() == GraphRequest.Effect.READ ? asked.get() : Priority.CLICK;
    }

    Ticket enter(TenantId tenant, GraphRequest request, Supplier<Priority> priority, Condition turn) {
        Ticket ticket = new Ticket(tenant, request, priority, turn, ++numbers);
        waiting.add(ticket);
        return ticket;
    }

    /// The most wanted of those that may go, null if there is none.
    @Nullable
    Ticket first(Predicate<Ticket> mayGo) {
        return waiting.stream().filter(mayGo).min(order).orElse(null);
    }

    void serve(Ticket ticket, UsageBudget budget, List<LimitScope> probes) {
        waiting.remove(ticket);
        served.put(ticket.tenant, ++numbers);
        ticket.admission = new Admission(budget, ticket, probes, numbers);
        ticket.turn.signal();
    }

    /// Lets those look again that wait for other calls only.
    void wake(Predicate<Ticket> which) {
        waiting.stream().filter(ticket -> ticket.idle && which.test(ticket)).forEach(ticket -> ticket.turn.signal());
    }

    void leave(Ticket ticket) {
        waiting.remove(ticket);
    }
}
