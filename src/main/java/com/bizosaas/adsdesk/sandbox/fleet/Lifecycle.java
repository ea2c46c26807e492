package com.bizosaas.adsdesk.sandbox.fleet;

import java.util.ArrayList;
import java.util.List;

/// Where a campaign stands in its life. The first two deliver.
enum Lifecycle {
    DELIVERING, LEARNING, PAUSED, COMPLETED, ARCHIVED, SCHEDULED, SETS_PAUSED, IN_REVIEW, ISSUES;

    private static final List<Lifecycle> RESTING = List.of(PAUSED, ARCHIVED, COMPLETED, PAUSED, SCHEDULED, PAUSED,
            COMPLETED, SETS_PAUSED, ARCHIVED, PAUSED, ISSUES, COMPLETED, PAUSED, IN_REVIEW, ARCHIVED, PAUSED, SCHEDULED,
            ARCHIVED, COMPLETED, PAUSED);
    private static final int DELIVERING_PER_LEARNING = 12;

    boolean delivers() {
        return this == DELIVERING || this == LEARNING;
    }

    /// One state for each campaign of an account: exactly the given number deliver, the first campaign among them.
    static List<Lifecycle> deal(Dice dice, int campaigns, int delivering) {
        List<Lifecycle> states = new ArrayList<>(campaigns);
        int learning = Math.max(1, delivering / DELIVERING_PER_LEARNING);
        for (int i = 0; i < delivering; i++) {
            states.add(i >= delivering - learning ? LEARNING : DELIVERING);
        }
        for (int i = 0; i < campaigns - delivering; i++) {
            states.add(RESTING.get(i % RESTING.size()));
        }
        for (int i = campaigns - 1; i > 1; i--) {
            int other = dice.between(1, i);
            Lifecycle swapped = states.get(i);
            states.set(i, states.get(other));
            states.set(other, swapped);
        }
        return states;
    }
}
