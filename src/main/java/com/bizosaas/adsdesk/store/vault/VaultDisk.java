package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.Unconfirmed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `vault.json` and its copy `vault.json.bak` on disk.
///
/// The copy is brought up to the same content right after each replacement, so that a replaced passphrase does not live
/// on in it; at every instant one of the two is whole.
final class VaultDisk {

    private static final Logger LOG = LoggerFactory.getLogger(VaultDisk.class);

    private final Place folder;

    VaultDisk(Place folder) {
        this.folder = folder;
    }

    Place folder() {
        return folder;
    }

    /// What was read.
    ///
    /// @param fromCopy whether the copy had to stand in for a damaged or missing vault file
    /// @param newerCopy the copy, if it says to be a later state of the same vault; null as a rule
    record Found(VaultFile file, boolean fromCopy, @Nullable VaultFile newerCopy) {
    }

    Found read() {
        Path file = folder.vaultFile();
        Path copy = Place.backupOf(file);
        Damaged why;
        try {
            VaultFile read = VaultFileJson.read(bytes(file));
            return new Found(read, false, newer(copy, read));
        } catch (Damaged e) {
            why = e;
        }
        try {
            return new Found(VaultFileJson.read(bytes(copy)), true, null);
        } catch (Damaged e) {
            why.addSuppressed(e);
            throw new Damaged(why.getMessage() + " Its copy " + copy.getFileName()
                    + " cannot be read either. Nothing was changed.", why);
        }
    }

    private static @Nullable VaultFile newer(Path copy, VaultFile than) {
        try {
            VaultFile read = VaultFileJson.read(bytes(copy));
            return read.storeId().equals(than.storeId()) && read.generation() > than.generation() ? read : null;
        } catch (Damaged | VaultException.Unsupported e) {
            return null;
        }
    }

    /// Once the file itself is in place the change is made: what its copy lacks is mended at the next unlocking.
    ///
    /// @throws Unconfirmed if it is in place, but the disk did not confirm that it stays
    /// @throws FolderRefused if the old one is in place
    void write(VaultFile file) {
        byte[] content = VaultFileJson.write(file);
        try {
            AtomicFile.replace(folder.disk(), folder.vaultFile(), content);
            replaceCopy(content);
        } catch (AtomicFile.NotForced e) {
            replaceCopy(content);
            throw new Unconfirmed("The vault file in " + folder.path()
                    + " was replaced, so the change is in force, but "
                    + "the disk did not confirm it: after a power cut the old one may be back. Check the disk, then do "
                    + "the same once more.", e);
        } catch (IOException e) {
            throw new FolderRefused(
                    "The vault file in " + folder.path() + " could not be written; the old one is still "
                            + "in place. Check free space and permissions.",
                    e);
        }
    }

    private void replaceCopy(byte[] content) {
        try {
            AtomicFile.replace(folder.disk(), Place.backupOf(folder.vaultFile()), content);
        } catch (IOException e) {
            LOG.warn("The vault file was replaced, its copy was not", e);
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
