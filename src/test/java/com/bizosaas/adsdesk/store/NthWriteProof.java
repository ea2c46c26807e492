package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.DeskWork.Acknowledged;
import com.bizosaas.adsdesk.store.DeskWork.Phase;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Fails the n-th write, for every n of a piece of work: the disk is full from then on, or for that one write. The work
/// stops with a sentence that says what to do, and what was acknowledged before is there afterwards.
final class NthWriteProof {

    private static final List<Phase> WORK = List.of(Phase.TOKEN, Phase.JOURNAL, Phase.PASSPHRASE, Phase.SETTINGS);

    private NthWriteProof() {
    }

    /// @param stride 1 for every write, 7 for every seventh
    static Findings run(Path work, int stride) throws IOException {
        Findings findings = new Findings();
        Path base = work.resolve("nth-base");
        DeskWork.create(base);
        SimDisk counting = disk(base, work.resolve("nth-0"));
        work(work.resolve("nth-0"), counting, findings);
        long all = counting.operations();
        for (long n = 1; n <= all; n += stride) {
            for (boolean stays : new boolean[]{true, false}) {
                Path folder = work.resolve("nth-" + n + stays);
                SimDisk disk = disk(base, folder);
                disk.fail(n, stays ? Long.MAX_VALUE : n + 1);
                Acknowledged acknowledged = work(folder, disk, findings);
                if (disk.failed() > 0) {
                    findings.count(stays ? "writes failed, and all after it" : "writes failed once");
                }
                String wrong = DeskWork.judge(folder, acknowledged);
                if (!wrong.isEmpty()) {
                    findings.wrong("write " + n + " of " + all + (stays ? " and on: " : ": ") + wrong);
                }
                Findings.delete(folder);
            }
        }
        return findings;
    }

    private static SimDisk disk(Path base, Path folder) throws IOException {
        Findings.copy(base, folder);
        return new SimDisk(folder, 1, Set.of());
    }

    private static Acknowledged work(Path path, SimDisk disk, Findings findings) {
        Acknowledged acknowledged = new Acknowledged(1, 0, 0);
        try (DataFolder folder = DataFolder.open(path, disk)) {
            DeskStore store = DeskWork.open(folder, 0);
            try {
                for (int i = 0; i < WORK.size(); i++) {
                    acknowledged = DeskWork.step(store, WORK.get(i), i, acknowledged);
                }
            } finally {
                closed(store);
            }
        } catch (VaultException | StoreException e) {
            findings.count("refused with a sentence");
            if (e.getMessage() == null || !e.getMessage().contains("free space")) {
                findings.wrong("no remedy in: " + e);
            }
        }
        return acknowledged;
    }

    /// A store whose disk is full may not close in good order; the process ends all the same.
    private static void closed(DeskStore store) {
        try {
            store.close();
        } catch (StoreException e) {
            // Told already, by the write that failed.
        }
    }
}
