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

    public TransportException(Fate fate, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fate = fate;
    }

    public Fate fate() {
        return fate;
    }
}
