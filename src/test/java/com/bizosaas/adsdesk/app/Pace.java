package com.bizosaas.adsdesk.app;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/// How fast this machine is at this moment, against the idle one for which times are promised: the same work, hashing
/// 64 MiB, timed here and there. A time is held against its promise as a ratio, so that a busy machine is not called slow.
final class Pace {

    /// What the work takes on an idle machine of two cores at 2.x GHz.
    private static final double IDLE_MILLIS = 260;
    private static final int MIB = 64;

    private final double factor;

    private Pace(double factor) {
        this.factor = factor;
    }

    /// Measures it; takes about a quarter of a second.
    static Pace now() {
        byte[] block = new byte[1 << 20];
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long from = System.nanoTime();
            for (int i = 0; i < MIB; i++) {
                digest.update(block);
            }
            digest.digest();
            return new Pace(Math.max(1, (System.nanoTime() - from) / 1e6 / IDLE_MILLIS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The share of its promise that something took: above 1 it was too slow.
    double ratio(Duration took, Duration promised) {
        return took.toNanos() / factor / promised.toNanos();
    }

    @Override
    public String toString() {
        return "%.2f times the idle baseline".formatted(factor);
    }
}
