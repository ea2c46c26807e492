package com.bizosaas.adsdesk.app;

/// A start that cannot go on: the message names the option or setting at fault and the remedy.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
