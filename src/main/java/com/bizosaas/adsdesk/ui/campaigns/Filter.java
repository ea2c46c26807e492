package com.bizosaas.adsdesk.ui.campaigns;

import java.util.ArrayList;
import java.util.List;

/// The chips: every group must hold, and a group holds where one of its conditions does.
record Filter(List<List<Condition>> groups) {

    static final Filter NONE = new Filter(List.of());

    Filter {
        groups = groups.stream().filter(group -> !group.isEmpty()).map(List::copyOf).toList();
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    boolean takes(Part part, int local) {
        for (List<Condition> group : groups) {
            boolean any = false;
            for (Condition condition : group) {
                any |= condition.takes(part, local);
            }
            if (!any) {
                return false;
            }
        }
        return true;
    }

    Filter and(Condition condition) {
        List<List<Condition>> more = new ArrayList<>(groups);
        more.add(List.of(condition));
        return new Filter(more);
    }

    /// Adds another way to fulfil a group.
    Filter or(int group, Condition condition) {
        List<List<Condition>> changed = copy();
        changed.get(group).add(condition);
        return new Filter(changed);
    }

    Filter replace(int group, int at, Condition condition) {
        List<List<Condition>> changed = copy();
        changed.get(group).set(at, condition);
        return new Filter(changed);
    }

    Filter without(int group, int at) {
        List<List<Condition>> changed = copy();
        changed.get(group).remove(at);
        return new Filter(changed);
    }

    private List<List<Condition>> copy() {
        List<List<Condition>> copy = new ArrayList<>();
        groups.forEach(group -> copy.add(new ArrayList<>(group)));
        return copy;
    }
}
