package com.bizosaas.adsdesk.ui.fakes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved.
public final class SettableClock implements InstantSource {

    private volatile Instant now = Samples.NOW;

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }
}
