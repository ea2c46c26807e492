package com.bizosaas.adsdesk.service;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;

/// Collects what a closed desk leaves behind. Requests made strings of tokens and of the app secret, and closed
/// connections remember what they sent; all of that is garbage, but stays in memory until somebody collects it.
final class Garbage {

    private static final long CLEANERS_MILLIS = 500;

    private Garbage() {
    }

    /// Takes some tenths of a second a round; belongs on no user-interface thread.
    static void collect(int rounds) {
        for (int round = 0; round < rounds; round++) {
            ReferenceQueue<Object> cleaned = new ReferenceQueue<>();
            PhantomReference<Object> last = new PhantomReference<>(new Object(), cleaned);
            System.gc();
            try {
                // Comes once the cleaners of this round were told.
                if (cleaned.remove(CLEANERS_MILLIS) != last) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
