package com.bizosaas.adsdesk.store.vault;

import java.time.Duration;

/// What one guess of the passphrase costs: memory in KiB, passes, lanes of Argon2id (RFC 9106).
///
/// The floor keeps a stolen vault file expensive to guess; the ceiling keeps a forged one from eating the machine, and is
/// checked before anything is derived.
public record KdfCosts(int memoryKib, int passes, int lanes) {

    public static final KdfCosts FLOOR = new KdfCosts(64 * 1024, 3, 1);

    static final int MAX_MEMORY_KIB = 1024 * 1024;
    static final int MAX_PASSES = 20;
    static final int MAX_LANES = 4;

    private static final Duration TARGET = Duration.ofMillis(500);
    private static final int CALIBRATED_MEMORY_KIB = 256 * 1024;

    public KdfCosts {
        if (memoryKib < 64 * 1024 || passes < 3 || lanes < 1) {
            throw new VaultException.Unsupported("The vault's key derivation is weaker than this program allows.");
        }
        if (memoryKib > MAX_MEMORY_KIB || passes > MAX_PASSES || lanes > MAX_LANES) {
            throw new VaultException.Unsupported(
                    "The vault asks for more memory or time to open than any vault of this program needs.");
        }
    }

    /// Costs that take about half a second on this machine. Takes about as long as one unlocking, so never on the
    /// JavaFX thread.
    public static KdfCosts calibrated() {
        Argon2.timed(FLOOR);
        return scaledFrom(Argon2.timed(FLOOR));
    }

    /// More memory first, which hurts special hardware most, then more passes.
    static KdfCosts scaledFrom(Duration floorTook) {
        double ratio = Math.max(1, (double) TARGET.toNanos() / Math.max(1, floorTook.toNanos()));
        int memory = FLOOR.memoryKib;
        while (ratio >= 2 && memory * 2 <= CALIBRATED_MEMORY_KIB) {
            memory *= 2;
            ratio /= 2;
        }
        return new KdfCosts(memory, (int) Math.min(MAX_PASSES, Math.round(FLOOR.passes * ratio)), 1);
    }
}
