package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What stands between any part of the desk and a write to Facebook: the role of the person and the client's guardrails.
final class WriteGuard {

    private final DeskStore store;
    private final Permit permit;
    private final InstantSource clock;

    WriteGuard(DeskStore store, Permit permit, InstantSource clock) {
        this.store = store;
        this.permit = permit;
        this.clock = clock;
    }

    /// Why the write may not leave; empty where it may.
    Optional<Problem> refusal(PlannedWrite write) {
        return refusals(List.of(write)).getFirst();
    }

    /// The same for writes of one account that leave together: what is allowed adds up.
    List<Optional<Problem>> refusals(List<PlannedWrite> writes) {
        PlannedWrite first = writes.getFirst();
        try {
            permit.require(Role.PUBLISHER, first.tenant(), first.action());
        } catch (DeskException e) {
            return Collections.nCopies(writes.size(), Optional.of(e.problem()));
        }
        Guardrails rails = store.profiles().find(first.tenant()).guardrails();
        if (rails.equals(Guardrails.NONE)) {
            return Collections.nCopies(writes.size(), Optional.empty());
        }
        AdAccount account = store.accounts().find(first.tenant(), first.account()).orElse(null);
        if (account == null) {
            return Collections.nCopies(writes.size(), Optional.of(Problem.of(Problem.Kind.REFUSED,
                    "The guardrails of this client cannot be checked yet",
                    "Refresh the ad account first: its currency is not known here.")));
        }
        GuardrailCheck check = new GuardrailCheck(rails, account.currency(),
                store.campaigns().structure(first.tenant(), first.account()).value(), clock.instant());
        List<Optional<Problem>> refusals = new ArrayList<>();
        for (PlannedWrite write : writes) {
            Optional<Problem> refusal = check.refusal(write);
            if (refusal.isEmpty()) {
                check.suppose(write);
            }
            refusals.add(refusal);
        }
        return refusals;
    }
}
