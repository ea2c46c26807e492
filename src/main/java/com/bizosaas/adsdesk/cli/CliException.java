package com.bizosaas.adsdesk.cli;

/// A command that came to nothing, in a sentence for people, with the exit code that tells a script why.
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// It could not be done: no desk, no connection, a failure.
    public static final int FAILED = 1;
    /// The command line itself is wrong.
    public static final int MISUSED = 2;
    /// The desk or Facebook refused it.
    public static final int REFUSED = 3;
    /// The client must sign in first.
    public static final int SIGN_IN = 4;
    /// Facebook's limits, or no network: the same command may work later.
    public static final int LATER = 5;
    /// Something that was checked is not whole.
    public static final int NOT_WHOLE = 6;

    private final int code;

    public CliException(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
