package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.DeskWork.Acknowledged;
import com.bizosaas.adsdesk.store.DeskWork.Phase;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import java.nio.file.Path;

/// A process that works without end and says on its standard output what was acknowledged, until somebody kills it.
final class KilledDesk {

    private KilledDesk() {
    }

    /// @param arguments data folder, phase, what was acknowledged before
    static void main(String[] arguments) {
        Phase phase = Phase.valueOf(arguments[1]);
        Acknowledged acknowledged = Acknowledged.parse(arguments[2]);
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
                DeskStore store = DeskWork.open(folder, acknowledged.passphrase())) {
            for (int i = (int) acknowledged.audit() + 1;; i++) {
                acknowledged = DeskWork.step(store, phase, i, acknowledged);
                // The dot at the end says that the line is whole.
                System.out.println(acknowledged + ".");
            }
        }
    }
}
