package com.bizosaas.adsdesk.store;

/// A database that was open refused or failed a statement: disk full, no permission, damage. What was acknowledged before
/// stands; the statement's transaction does not. The message is fit for the screen and holds no value of a row.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
