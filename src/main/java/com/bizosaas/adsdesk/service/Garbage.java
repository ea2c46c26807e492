package com.bizosaas.adsdesk.service;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;

/// Collects what a closed desk leaves behind. Requests made strings of tokens and of the app secret, and closed
/// connections remember what they sent; all of that is garbage, but stays in memory until somebody collects it.
final class Garbage {

    /// A closed HTTP client is held by its cleaner in the first round, and by what that cleaner freed in the second.
    private static final int ROUNDS = 3;
    private static final long CLEANERS_MILLIS = 500;

    private Garbage() {
    }

    /// Takes some tenths of a second; belongs on no user-interface thread.
    static void collect() {
        for (int round = 0; round < ROUNDS; round++) {
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
