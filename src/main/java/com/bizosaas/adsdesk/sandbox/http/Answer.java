package com.bizosaas.adsdesk.sandbox.http;

import java.time.Duration;

/// A reply and how it is to be delivered.
///
/// @param delay to wait before the first byte, as a slow network does
public record Answer(WireReply reply, Duration delay, Breakage breakage) {

    public static Answer of(WireReply reply) {
        return new Answer(reply, Duration.ZERO, new Breakage.None());
    }
}
