package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.DeskWork.Acknowledged;
import com.bizosaas.adsdesk.store.DeskWork.Phase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Kills a writing process with SIGKILL, again and again; the history that it acknowledged is kept here, outside its data
/// folder.
final class KillProof {

    private final Path work;
    private final Findings findings = new Findings();
    private final Random random;

    private KillProof(Path work, long seed) {
        this.work = work;
        this.random = new Random(seed);
    }

    static Findings run(Path work, int kills, long seed) throws IOException, InterruptedException {
        KillProof proof = new KillProof(work, seed);
        Path folder = work.resolve("killed");
        DeskWork.create(folder);
        Acknowledged acknowledged = new Acknowledged(1, 0, 0);
        for (int i = 0; i < kills && proof.findings.wrong().isEmpty(); i++) {
            acknowledged = proof.kill(folder, Phase.values()[i % Phase.values().length], acknowledged);
        }
        return proof.findings;
    }

    private Acknowledged kill(Path folder, Phase phase, Acknowledged before) throws IOException,
            InterruptedException {
        Acknowledged acknowledged = killOnce(folder, phase, before);
        findings.count("kills during " + phase);
        DeskWork.Judgement judgement = DeskWork.judgement(folder, acknowledged);
        if (!judgement.wrong().isEmpty()) {
            findings.wrong("kill during " + phase + ": " + judgement.wrong());
        }
        return judgement.now();
    }

    /// Lets the process work until a random number of acknowledgements, then kills it at a random instant.
    private Acknowledged killOnce(Path folder, Phase phase, Acknowledged from) throws IOException,
            InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp",
                System.getProperty("java.class.path"), KilledDesk.class.getName(), folder.toString(), phase.name(),
                from.toString()).redirectError(work.resolve("errors").toFile()).start();
        Acknowledged last = from;
        try (BufferedReader out = process.inputReader()) {
            int lines = 1 + random.nextInt(phase == Phase.PASSPHRASE || phase == Phase.TENANT ? 2 : 25);
            for (int i = 0; i < lines; i++) {
                String line = out.readLine();
                if (line == null) {
                    throw new IOException("The process ended by itself: "
                            + Files.readString(work.resolve("errors")));
                }
                last = Acknowledged.parse(line.substring(0, line.length() - 1));
            }
            process.waitFor(random.nextInt(30), TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly(); // Unlike the process's own, this leaves what it said readable.
            for (String line = out.readLine(); line != null && line.endsWith("."); line = out.readLine()) {
                last = Acknowledged.parse(line.substring(0, line.length() - 1));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }
}
