package com.bizosaas.adsdesk.graph;

import org.jspecify.annotations.Nullable;

/// No whole reply came. Its message never holds the address.
public final class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    /// What is known about the request.
    public enum Fate {
        /// No byte of it left.
        NOT_SENT,
        /// It may have arrived.
        LOST,
        /// Nobody waits for the reply any more.
        CANCELLED
    }

    private final Fate fate;
    private final int sent;

    public TransportException(Fate fate, String message, @Nullable Throwable cause) {
        this(fate, message, cause, fate == Fate.LOST ? 1 : 0);
    }

    /// @param sent how often the request left, as far as that is known
    TransportException(Fate fate, String message, @Nullable Throwable cause, int sent) {
        super(message, cause);
        this.fate = fate;
        this.sent = sent;
    }

    public Fate fate() {
        return fate;
    }

    /// How often the request left, as far as that is known.
    int sent() {
        return sent;
    }
}
