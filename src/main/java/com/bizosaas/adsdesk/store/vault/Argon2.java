package com.bizosaas.adsdesk.store.vault;

import java.time.Duration;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id, version 1.3 (RFC 9106), 32 bytes out.
final class Argon2 {

    static final String ALGORITHM = "argon2id";
    static final int VERSION = Argon2Parameters.ARGON2_VERSION_13;
    static final int SALT_BYTES = 16;

    private Argon2() {
    }

    static SecretBytes derive(SecretBytes secret, byte[] salt, KdfCosts costs) {
        if (costs.memoryKib() * 1024L > Runtime.getRuntime().maxMemory() / 4 * 3) {
            throw new VaultException.Unsupported("The vault needs " + costs.memoryKib() / 1024
                    + " MiB to open, more than this program may use on this computer.");
        }
        Argon2Parameters.Builder parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(VERSION).withMemoryAsKB(costs.memoryKib()).withIterations(costs.passes())
                .withParallelism(costs.lanes()).withSalt(salt);
        return secret.with(bytes -> {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters.build());
            byte[] key = new byte[32];
            generator.generateBytes(bytes, key);
            return SecretBytes.owning(key);
        });
    }

    static Duration timed(KdfCosts costs) {
        byte[] secret = new byte[16];
        Arrays.fill(secret, (byte) 'x');
        long start = System.nanoTime();
        try (SecretBytes some = SecretBytes.owning(secret)) {
            derive(some, new byte[SALT_BYTES], costs).close();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
