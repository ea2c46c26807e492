package com.bizosaas.adsdesk.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Makes whoever guesses passphrases at the keyboard wait longer each time. Not thread-safe.
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final InstantSource clock;
    private int failures;
    private Instant nextTry = Instant.MIN;

    Patience(InstantSource clock) {
        this.clock = clock;
    }

    /// @throws DeskException if it is too early for another try
    void require() {
        if (clock.instant().isBefore(nextTry)) {
            throw new DeskException(tooEarly("Too early for another try"));
        }
    }

    /// @return what to tell, with the wait before the next try
    Problem failed(String title) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        nextTry = clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        return tooEarly(title);
    }

    /// @return how many tries failed before
    int succeeded() {
        int before = failures;
        failures = 0;
        nextTry = Instant.MIN;
        return before;
    }

    private Problem tooEarly(String title) {
        return new Problem(Problem.Kind.INVALID_INPUT, title,
                "Mind capital letters and the keyboard's language. Each wrong try makes the next one wait longer.",
                "passphrase", nextTry, "");
    }
}
