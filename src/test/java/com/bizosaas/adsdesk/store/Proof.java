package com.bizosaas.adsdesk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The proofs of the store at full length, from the command line: `packaging/proof NAME [number] [seed]`.
final class Proof {

    private Proof() {
    }

    static void main(String[] arguments) throws Exception {
        String name = arguments.length == 0 ? "" : arguments[0];
        int number = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 20_261_126;
        Path work = Files.createTempDirectory("ads-desk-proof-");
        Instant start = Instant.now();
        Findings findings;
        try {
            findings = run(name, number, seed, work);
        } finally {
            Findings.delete(work);
        }
        System.out.print(name + ", seed " + seed + System.lineSeparator() + findings);
        System.out.println("Took " + Duration.between(start, Instant.now()).toSeconds() + " s.");
        if (findings.counts().isEmpty()) {
            System.out.println("FAILED: nothing was done.");
            System.exit(1);
        }
        boolean blind = name.endsWith("-blind");
        if (findings.wrong().isEmpty() == blind) {
            System.out.println(blind ? "FAILED: a force was left out and nobody noticed." : "FAILED");
            System.exit(1);
        }
        System.out.println(blind ? "Held: a force was left out, and it was noticed." : "Held.");
    }

    private static Findings run(String name, int number, long seed, Path work) throws IOException,
            InterruptedException, SQLException {
        return switch (name) {
            case "kill" -> KillProof.run(work, number == 0 ? 210 : number, seed);
            case "power-cut" -> PowerCutProof.run(work, number == 0 ? 300 : number, seed, Set.of());
            case "commit-cut" -> CommitCutProof.run(work, number == 0 ? 3000 : number, seed, Set.of());
            case "power-cut-blind" -> blind(work, number == 0 ? 60 : number, seed);
            case "nth-write" -> NthWriteProof.run(work, number == 0 ? 1 : number);
            case "truncate" -> TruncationProof.run(work, number == 0 ? 100 : number);
            case "swap" -> SwapProof.run(work, number == 0 ? 12 : number);
            case "restore" -> RestoreDrill.run(work, number == 0 ? 1 : number, seed);
            case "rekey" -> PowerCutProof.rekey(work, seed, number == 0 ? 5 : number);
            default ->
                throw new IllegalArgumentException(
                        "Proofs: kill, power-cut, commit-cut, power-cut-blind, nth-write, truncate, "
                                + "swap, restore, rekey");
        };
    }

    /// Leaves out one kind of force after the other; all of them must be noticed.
    private static Findings blind(Path work, int cuts, long seed) throws IOException {
        Findings all = new Findings();
        boolean noticed = true;
        for (SimDisk.Force force : List.of(SimDisk.Force.values())) {
            Findings one = PowerCutProof.run(work.resolve(force.name()), cuts, seed, Set.of(force));
            System.out.println("Without the force of " + force + ": " + one.wrong().size() + " of "
                    + one.counts().values().stream().mapToLong(Long::longValue).sum() + " cuts noticed");
            all.count("kinds of force left out");
            noticed &= !one.wrong().isEmpty();
        }
        if (noticed) {
            all.wrong("noticed, as it must be");
        }
        return all;
    }
}
