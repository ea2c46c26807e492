package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;

/// `vault.json` and its copy `vault.json.bak` on disk.
///
/// The copy is brought up to the same content right after each replacement, so that a replaced passphrase does not live
/// on in it; at every instant one of the two is whole.
final class VaultDisk {

    private final Place folder;

    VaultDisk(Place folder) {
        this.folder = folder;
    }

    Place folder() {
        return folder;
    }

    /// What was read, and whether the copy had to stand in for a damaged or missing vault file.
    record Found(VaultFile file, boolean fromCopy) {
    }

    Found read() {
        Path file = folder.vaultFile();
        Path copy = Place.backupOf(file);
        Damaged why;
        try {
            return new Found(VaultFileJson.read(bytes(file)), false);
        } catch (Damaged e) {
            why = e;
        }
        try {
            return new Found(VaultFileJson.read(bytes(copy)), true);
        } catch (Damaged e) {
            why.addSuppressed(e);
            throw new Damaged(why.getMessage() + " Its copy " + copy.getFileName()
                    + " cannot be read either. Nothing was changed: put both back from a backup of the folder "
                    + folder.path()
                    + ".", why);
        }
    }

    void write(VaultFile file) {
        byte[] content = VaultFileJson.write(file);
        try {
            AtomicFile.replace(folder.disk(), folder.vaultFile(), content);
            AtomicFile.replace(folder.disk(), Place.backupOf(folder.vaultFile()), content);
        } catch (IOException e) {
            throw new FolderRefused(
                    "The vault file in " + folder.path() + " could not be written; the old one is still "
                            + "in place. Check free space and permissions.",
                    e);
        }
    }

    /// After an unlocking, so with a content known to be ours: makes file and copy equal again after a crash between the
    /// two or a damage to one. A damaged file is kept beside them.
    void repair(Found found, Clock clock) {
        byte[] content = VaultFileJson.write(found.file());
        Path file = folder.vaultFile();
        Path copy = Place.backupOf(file);
        try {
            if (found.fromCopy()) {
                if (Files.exists(file)) {
                    folder.disk().move(file,
                            file.resolveSibling(file.getFileName() + ".damaged-" + clock.millis()));
                }
                AtomicFile.replace(folder.disk(), file, content);
            }
            if (!Files.exists(copy) || !Arrays.equals(Files.readAllBytes(copy), content)) {
                AtomicFile.replace(folder.disk(), copy, content);
            }
        } catch (IOException e) {
            throw new FolderRefused("The vault in " + folder.path() + " opened, but its files could not be repaired. "
                    + "Check free space and permissions.", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > VaultFileJson.MAX_BYTES) {
                throw new Damaged("The vault file cannot be read: it is larger than any vault file.", null);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Damaged("The vault file " + file + " cannot be read.", e);
        }
    }
}
