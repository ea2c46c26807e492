package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.DeskWork.Acknowledged;
import com.bizosaas.adsdesk.store.DeskWork.Phase;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Cuts a file of the data folder short at many offsets. The desk either opens with all that was acknowledged, or refuses
/// and leaves every byte as it is.
final class TruncationProof {

    private TruncationProof() {
    }

    static Findings run(Path work, int offsets) throws IOException {
        Findings findings = new Findings();
        Path base = work.resolve("cut-base");
        DeskWork.create(base);
        Acknowledged acknowledged = new Acknowledged(1, 0, 0);
        try (DataFolder folder = DataFolder.open(base); DeskStore store = DeskWork.open(folder, 0)) {
            for (int i = 0; i < 40; i++) {
                acknowledged = DeskWork.step(store, Phase.TOKEN, i, acknowledged);
            }
        }
        for (String name : new String[]{"control.mv.db", "vault.json", "mark.json"}) {
            byte[] whole = Files.readAllBytes(base.resolve(name));
            int most = name.equals("control.mv.db") ? offsets : Math.max(1, offsets / 10);
            for (int i = 0; i < most; i++) {
                int length = (int) ((long) whole.length * i / most);
                Path folder = work.resolve("cut");
                Findings.copy(base, folder);
                Files.write(folder.resolve(name), Arrays.copyOf(whole, length));
                findings.count("offsets of " + name);
                judge(folder, name, length, acknowledged, findings);
                Findings.delete(folder);
            }
        }
        return findings;
    }

    private static void judge(Path folder, String name, int length, Acknowledged acknowledged, Findings findings)
            throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve(name));
        byte[] control = Files.readAllBytes(folder.resolve("control.mv.db"));
        try (DataFolder held = DataFolder.open(folder)) {
            DeskWork.open(held, 0).close();
        } catch (VaultException e) {
            findings.count("refused");
            if (!Arrays.equals(before, Files.readAllBytes(folder.resolve(name)))
                    || !Arrays.equals(control, Files.readAllBytes(folder.resolve("control.mv.db")))) {
                findings.wrong(name + " cut at " + length + " was refused, but written to");
            }
            return;
        }
        findings.count("opened whole");
        String wrong = DeskWork.judge(folder, acknowledged);
        if (!wrong.isEmpty()) {
            findings.wrong(name + " cut at " + length + ": " + wrong);
        }
    }
}
