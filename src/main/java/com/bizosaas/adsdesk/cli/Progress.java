package com.bizosaas.adsdesk.cli;

import java.io.PrintWriter;

/// How long something takes, on one line of the terminal that is written over; nothing where stderr is no terminal.
final class Progress implements AutoCloseable {

    /// Set by `packaging/run`, which can tell: Java knows only whether all three streams are terminals together.
    private static final String PROPERTY = "adsdesk.stderr";

    private final PrintWriter err;
    private final boolean terminal;
    private final String what;
    private final long began = System.nanoTime();
    private int longest;

    Progress(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
        this.terminal = "terminal".equals(System.getProperty(PROPERTY));
    }

    void show(String detail) {
        if (!terminal) {
            return;
        }
        String line = what + " " + (System.nanoTime() - began) / 1_000_000_000L + " s " + detail;
        longest = Math.max(longest, line.length());
        err.print("\r" + line + " ".repeat(longest - line.length()));
        err.flush();
    }

    @Override
    public void close() {
        if (terminal && longest > 0) {
            err.print("\r" + " ".repeat(longest) + "\r");
            err.flush();
        }
    }
}
