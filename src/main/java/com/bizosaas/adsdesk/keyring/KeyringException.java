package com.bizosaas.adsdesk.keyring;

import org.jspecify.annotations.Nullable;

/// No keyring answered. The message is a sentence for people and holds no secret.
public final class KeyringException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyringException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
