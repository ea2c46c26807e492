package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskServices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens the vault with the passphrase of a file, or makes it.
final class VaultOpener {

    /// @param recoveryCodeFile where the recovery code of a vault lies that was just made, null for one that was there
    record Opened(DeskServices services, @Nullable Path recoveryCodeFile) {
    }

    private VaultOpener() {
    }

    /// @param note told, for people, what was made and where
    static Opened open(DeskGate gate, Path passphraseFile, Path dataDir, Consumer<String> note) throws IOException {
        char[] passphrase = PassphraseFile.read(passphraseFile);
        try {
            if (gate.state() != DeskGate.State.FIRST_START) {
                return new Opened(gate.unlock(passphrase), null);
            }
            DeskGate.Opened made = gate.create(passphrase, System.getProperty("user.name", "Operator"));
            Path file = RecoveryCodeFile.write(made.recoveryCode(), passphraseFile, dataDir);
            note.accept("A new vault was made. Its recovery code, which opens it should the passphrase be lost, is in "
                    + file + ": move it to a safe place off this computer, then delete the file.");
            return new Opened(made.services(), file);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
