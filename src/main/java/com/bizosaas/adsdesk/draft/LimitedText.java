package com.bizosaas.adsdesk.draft;

import java.time.Duration;

/// A text that stops being readable after a while, so that an expression which would run for ever ends.
record LimitedText(CharSequence text, long until) implements CharSequence {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    static LimitedText of(CharSequence text) {
        return new LimitedText(text, System.nanoTime() + PATIENCE.toNanos());
    }

    /// @throws IllegalArgumentException once it took too long
    @Override
    public char charAt(int index) {
        if (System.nanoTime() > until) {
            throw new IllegalArgumentException("The expression takes too long. Write it more simply.");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new LimitedText(text.subSequence(start, end), until);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
