package com.bizosaas.adsdesk.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the store holds, and how old it is.
///
/// @param asOf when it was read from Facebook; null if it never was, and then `value` is empty, not zero
/// @param stale whether it is older than its lifetime, or was made out of date by our own write
public record Stamped<T>(T value, @Nullable Instant asOf, boolean stale) {

    public static <T> Stamped<T> never(T empty) {
        return new Stamped<>(empty, null, true);
    }

    public boolean everRead() {
        return asOf != null;
    }
}
