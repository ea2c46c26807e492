package com.bizosaas.adsdesk.sandbox.http;

import java.time.Duration;

/// How a reply is spoilt on its way out.
public sealed interface Breakage {

    /// The reply arrives whole.
    record None() implements Breakage {
    }

    /// Nothing arrives for this long, then the connection is reset.
    record Stall(Duration length) implements Breakage {
        public Stall {
            if (length.isNegative()) {
                throw new IllegalArgumentException("A stall lasts some time");
            }
        }
    }

    /// The connection is reset before a byte is written.
    record Reset() implements Breakage {
    }

    /// The headers promise the whole body, half of it comes, then the connection ends.
    record Truncate() implements Breakage {
    }
}
