package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.TenantId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The right to send one call. Closing it gives the lane back and ends a probe.
final class Admission implements AutoCloseable {

    private final UsageBudget budget;
    private final TenantId tenant;
    private final GraphRequest request;
    private final String lane;
    private final Map<LimitScope, Integer> charges;
    private final List<LimitScope> probes;
    private final long number;
    private @Nullable Verdict verdict;

    Admission(UsageBudget budget, Queue.Ticket ticket, List<LimitScope> probes, long number) {
        this.budget = budget;
        this.tenant = ticket.tenant();
        this.request = ticket.request();
        this.lane = ticket.lane();
        this.charges = Map.copyOf(ticket.charges());
        this.number = number;
        this.probes = List.copyOf(probes);
    }

    /// Notes what the reply says about the limits.
    Verdict note(Verdict came) {
        Verdict dated = came.until(budget.note(tenant, came, number));
        verdict = dated;
        return dated;
    }

    TenantId tenant() {
        return tenant;
    }

    String lane() {
        return lane;
    }

    /// What it takes of each scope, in points.
    Map<LimitScope, Integer> charges() {
        return charges;
    }

    List<LimitScope> probes() {
        return probes;
    }

    /// Only an answer from Facebook that is not a limit shows that a scope is open again.
    @Override
    public void close() {
        Verdict came = verdict;
        boolean answered = came != null && switch (came.outcome()) {
            case NOT_SENT, LOST, ELSEWHERE, LIMIT -> false;
            default -> true;
        };
        budget.release(this, answered);
    }

    @Override
    public String toString() {
        return request + " on " + lane;
    }
}
