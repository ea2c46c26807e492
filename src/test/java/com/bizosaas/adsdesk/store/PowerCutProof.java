package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.DeskWork.Acknowledged;
import com.bizosaas.adsdesk.store.DeskWork.Phase;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Cuts the power at many instants of a desk's work: what was not forced is lost, or half there. Whatever was acknowledged
/// must be there when the desk is opened again.
final class PowerCutProof {

    private static final List<Phase> ROUND = List.of(Phase.TOKEN, Phase.SETTINGS, Phase.JOURNAL, Phase.SYNC,
            Phase.PASSPHRASE, Phase.TOKEN, Phase.JOURNAL, Phase.SETTINGS, Phase.TENANT);
    private static final int GAP = 24;

    private record Image(Path folder, Acknowledged acknowledged, String during) {
    }

    private final Path work;
    private final Findings findings = new Findings();
    private final List<Image> images = new ArrayList<>();
    private Acknowledged acknowledged = new Acknowledged(1, 0, 0);
    private String during = "";
    private long next;

    private PowerCutProof(Path work) {
        this.work = work;
    }

    /// @param left forces that are only pretended, to see whether this proof notices
    static Findings run(Path work, int cuts, long seed, Set<SimDisk.Force> left) throws IOException {
        PowerCutProof proof = new PowerCutProof(work);
        Path base = work.resolve("base");
        DeskWork.create(base);
        proof.cutWork(base, cuts, seed, left);
        return proof.findings;
    }

    /// Every instant of a restore and of the opening after it.
    static Findings restore(Path work, long seed, int stride) throws IOException {
        PowerCutProof proof = new PowerCutProof(work);
        Path base = work.resolve("restored");
        DeskWork.create(base);
        Path backup;
        try (DataFolder folder = DataFolder.open(base); DeskStore store = DeskWork.open(folder, 0)) {
            backup = store.backups().create(Backup.Reason.MANUAL, Instant.now(), work.resolve("carried")).file();
            DeskWork.step(store, Phase.TOKEN, 7, proof.acknowledged);
        }
        Path disk = work.resolve("restoring");
        Findings.copy(base, disk);
        SimDisk sim = new SimDisk(disk, seed, Set.of());
        proof.during = "RESTORE";
        sim.beforeEach(n -> {
            if (n % stride == 0) {
                proof.image(sim);
            }
        });
        try (DataFolder folder = DataFolder.open(disk, sim); Passphrase passphrase = DeskWork.passphrase(0)) {
            Restore.restore(folder, backup, passphrase);
        }
        proof.image(sim);
        proof.judge();
        return proof.findings;
    }

    /// Instants of a re-keying; afterwards the same passphrase opens the old keys' files or the new ones'.
    static Findings rekey(Path work, long seed, int stride) throws IOException {
        PowerCutProof proof = new PowerCutProof(work);
        Path disk = work.resolve("rekeying");
        DeskWork.create(disk);
        try (DataFolder folder = DataFolder.open(disk); DeskStore store = DeskWork.open(folder, 0)) {
            store.tenants().create(StoreFixture.tenant(StoreFixture.GLOBEX));
            SealedSample.fill(store, StoreFixture.GLOBEX, "EAAB-globex");
            store.settings().saveAppSecret(StoreFixture.secret("EAAB-desk"));
        }
        SimDisk sim = new SimDisk(disk, seed, Set.of());
        proof.during = "REKEY";
        sim.beforeEach(n -> {
            if (n % stride == 0) {
                proof.image(sim);
            }
        });
        try (DataFolder folder = DataFolder.open(disk, sim); Passphrase passphrase = DeskWork.passphrase(0)) {
            Rekey.run(folder, passphrase, KdfCosts.FLOOR).close();
        }
        proof.image(sim);
        proof.judge();
        return proof.findings;
    }

    private void cutWork(Path base, int cuts, long seed, Set<SimDisk.Force> left) throws IOException {
        Path disk = work.resolve("disk");
        Findings.copy(base, disk);
        SimDisk sim = new SimDisk(disk, seed, left);
        Random random = new Random(seed);
        next = 1 + random.nextInt(GAP);
        during = "OPEN";
        sim.beforeEach(n -> {
            if (n >= next) {
                next = n + 1 + random.nextInt(GAP);
                image(sim);
            }
        });
        long done = 0;
        try (DataFolder folder = DataFolder.open(disk, sim); DeskStore store = DeskWork.open(folder, 0)) {
            for (int i = 1; done < cuts; i++) {
                Phase phase = ROUND.get(i % ROUND.size());
                during = phase.name();
                acknowledged = DeskWork.step(store, phase, i, acknowledged);
                done += images.size();
                judge();
            }
        }
    }

    /// All sealed values open: with the old keys or with the new ones.
    private static String sealedValues(DeskStore store) {
        for (SealedColumn column : SealedColumn.values()) {
            if (!SealedSample.read(store, StoreFixture.GLOBEX, column).contains("EAAB-")) {
                return column + " holds something else";
            }
        }
        return "";
    }

    private void image(SimDisk sim) {
        Path folder = work.resolve("image-" + images.size());
        sim.cut(folder);
        images.add(new Image(folder, acknowledged, during));
    }

    private void judge() throws IOException {
        for (Image image : images) {
            findings.count("power cuts during " + image.during);
            String wrong = image.during.equals("REKEY")
                    ? DeskWork.judge(image.folder, image.acknowledged, PowerCutProof::sealedValues)
                    : DeskWork.judge(image.folder, image.acknowledged);
            if (!wrong.isEmpty()) {
                findings.wrong("cut during " + image.during + ": " + wrong);
            }
            Findings.delete(image.folder);
        }
        images.clear();
        Files.createDirectories(work);
    }
}
