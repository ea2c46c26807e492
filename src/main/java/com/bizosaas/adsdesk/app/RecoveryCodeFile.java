package com.bizosaas.adsdesk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/// Where the recovery code of a vault goes that was made without anybody looking: a file that only its owner may read,
/// beside the passphrase file, for whoever keeps the one secret keeps the other. It is never written over another file and
/// never shown on a terminal, where a log could keep it.
final class RecoveryCodeFile {

    private static final String SUFFIX = ".recovery-code";

    private RecoveryCodeFile() {
    }

    /// @param dataDir takes the file where the passphrase file's folder cannot be written to
    /// @return where the code lies
    static Path write(String code, Path passphraseFile, Path dataDir) throws IOException {
        Path beside = passphraseFile.toAbsolutePath().normalize();
        Path folder = beside.getParent();
        Path name = beside.getFileName();
        boolean writable = folder != null && Files.isWritable(folder) && name != null;
        Path wanted = writable
                ? beside.resolveSibling(name + SUFFIX)
                : dataDir.resolve("passphrase" + SUFFIX);
        Path free = Files.exists(wanted)
                ? wanted.resolveSibling(wanted.getFileName() + "-" + Clock.systemUTC().millis())
                : wanted;
        OwnersFolder.createFile(free);
        Files.writeString(free, code + "\n", StandardOpenOption.SYNC);
        return free;
    }
}
