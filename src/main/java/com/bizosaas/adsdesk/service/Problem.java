package com.bizosaas.adsdesk.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What went wrong, in words for the person at the desk.
///
/// @param title what happened, one short sentence without a full stop
/// @param remedy what to do about it, one or two sentences
/// @param field name of the input at fault, empty where none is
/// @param until when it will be possible again, null where nobody knows
/// @param details for the "Details" link: codes, trace id, Meta's own text; never a secret
public record Problem(Kind kind, String title, String remedy, String field, @Nullable Instant until, String details) {

    /// Which of the shared states a pane shows.
    public enum Kind {
        OFFLINE,
        /// Something in this network answers in Facebook's place, as the sign-in page of a hotel does.
        NETWORK_SIGN_IN, RATE_LIMITED, SIGN_IN_NEEDED, NO_PERMISSION, INVALID_INPUT, REFUSED, CANCELLED, FAILED,
        /// A write whose answer was lost: it may have happened.
        UNCERTAIN;

        /// Whether nothing reaches Facebook: what was saved stays usable, and all goes on by itself once it is reached.
        public boolean isUnreachable() {
            return this == OFFLINE || this == NETWORK_SIGN_IN;
        }
    }

    public static Problem of(Kind kind, String title, String remedy) {
        return new Problem(kind, title, remedy, "", null, "");
    }

    public static Problem invalid(String field, String title, String remedy) {
        return new Problem(Kind.INVALID_INPUT, title, remedy, field, null, "");
    }
}
