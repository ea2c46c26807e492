package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.Disk;
import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.Unsupported;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The archive: a ZIP file of three entries, the manifest first. What it holds of the store is ciphertext under the vault's
/// keys, and the vault file that opens it with a passphrase or the recovery code.
final class BackupFile {

    static final String SUFFIX = ".ads-desk-backup";

    private static final String MANIFEST = "manifest.json";
    private static final String VAULT = "vault.json";
    private static final String CONTROL = "control.mv.db";
    private static final int MAX_SMALL = 1 << 20;

    private BackupFile() {
    }

    /// Gives the bytes of the control store's file, as often as it is asked.
    interface Source {
        InputStream open() throws IOException;
    }

    static void write(Disk disk, Path file, BackupManifest manifest, byte[] vault, Source control) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(disk.create(file))) {
            zip.setLevel(Deflater.NO_COMPRESSION); // Ciphertext does not shrink.
            put(zip, MANIFEST, Json.write(manifest).getBytes(StandardCharsets.UTF_8));
            put(zip, VAULT, vault);
            zip.putNextEntry(new ZipEntry(CONTROL));
            try (InputStream in = control.open()) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
        disk.force(file);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /// @throws Damaged if the file is not a backup
    /// @throws Unsupported if a newer release made it
    static BackupManifest manifest(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return manifest(zip, file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// Puts vault file and control store into an empty folder, as they were when the manifest was written.
    static BackupManifest extract(Path file, Place to) throws IOException {
        BackupManifest manifest;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            manifest = manifest(zip, file);
            String vault = extract(zip, VAULT, to.disk(), to.vaultFile(), MAX_SMALL);
            String control = extract(zip, CONTROL, to.disk(), to.path().resolve(CONTROL), manifest.controlBytes());
            if (!vault.equals(manifest.vaultSha256()) || !control.equals(manifest.controlSha256())) {
                throw new Damaged("The backup " + file + " is damaged: its content is not what was written.", null);
            }
        } catch (ZipException | NoSuchFileException e) {
            throw unreadable(file, e);
        }
        return manifest;
    }

    /// @return what was written, as SHA-256
    private static String extract(ZipFile zip, String name, Disk disk, Path to, long most) throws IOException {
        MessageDigest digest = Fingerprints.sha256();
        try (InputStream in = zip.getInputStream(entry(zip, name));
                OutputStream out = new DigestOutputStream(disk.create(to), digest)) {
            long left = most + 1;
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left <= 0) {
                    throw new ZipException("The entry " + name + " is larger than it says.");
                }
                out.write(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        byte[] json;
        try (InputStream in = zip.getInputStream(entry(zip, MANIFEST))) {
            json = in.readNBytes(MAX_SMALL);
        }
        try {
            BackupManifest manifest = Json.read(new String(json, StandardCharsets.UTF_8), BackupManifest.class);
            if (!BackupManifest.FORMAT.equals(manifest.format())) {
                throw unreadable(file, null);
            }
            if (manifest.version() != BackupManifest.VERSION) {
                throw new Unsupported("The backup " + file + " was made by a newer release of Ads Desk. Nothing was "
                        + "changed: use the newer release.");
            }
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw unreadable(file, e);
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws ZipException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("There is no " + name + " in it.");
        }
        return entry;
    }

    private static Damaged unreadable(Path file, @Nullable Exception cause) {
        return new Damaged((Files.exists(file)
                ? "The file " + file + " is not a backup of Ads Desk, or is damaged."
                : "There is no file " + file + ".") + " Nothing was changed: choose another backup.", cause);
    }
}
