package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.Proposal.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rows of a sheet are accepted. A new object goes with the new one that it belongs to: accepting it accepts that too,
/// and leaving that out leaves out what is below it. FX thread only.
final class Acceptance {

    private final List<Proposal> proposals;
    private final Set<Proposal> accepted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Proposal> fresh = new HashMap<>();
    private final Map<String, List<Proposal>> below = new HashMap<>();

    /// What is proposed is meant; what conflicts, or has a red check, is decided by hand.
    Acceptance(List<Proposal> proposals) {
        this.proposals = proposals;
        proposals.stream().filter(one -> one.fresh() != null && one.acceptable()).forEach(one -> {
            fresh.put(one.key().object(), one);
            below.computeIfAbsent(parent(one), _ -> new ArrayList<>()).add(one);
        });
        proposals.stream().filter(one -> one.standing() == Standing.PROPOSED && whole(one))
                .forEach(accepted::add);
    }

    private static String parent(Proposal one) {
        Proposal.Fresh values = one.fresh();
        return values == null
                ? ""
                : values.values().getOrDefault(Fields.AD_SET, values.values().getOrDefault(Fields.CAMPAIGN, ""));
    }

    /// Whether neither it nor what it belongs to has a red check or a conflict.
    private boolean whole(@Nullable Proposal one) {
        for (Proposal at = one; at != null; at = fresh.get(parent(at))) {
            Proposal.Fresh values = at.fresh();
            if (values != null && (values.red() || at.standing() != Standing.PROPOSED)) {
                return false;
            }
        }
        return true;
    }

    boolean has(Proposal one) {
        return accepted.contains(one);
    }

    void set(Proposal one, boolean on) {
        if (!on) {
            accepted.remove(one);
            if (one.fresh() != null) {
                below.getOrDefault(one.key().object(), List.of()).forEach(child -> set(child, false));
            }
            return;
        }
        for (Proposal at = one; at != null && at.acceptable(); at = at.fresh() == null ? null : fresh.get(parent(at))) {
            accepted.add(at);
        }
    }

    int count() {
        return accepted.size();
    }

    /// New objects that wait for a decision because of a red check.
    long red() {
        return proposals.stream().filter(one -> !accepted.contains(one)).map(Proposal::fresh)
                .filter(values -> values != null && values.red()).count();
    }

    /// In the order of the sheet.
    List<Proposal> all() {
        return proposals.stream().filter(accepted::contains).toList();
    }
}
