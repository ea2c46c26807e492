package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.Backup.Reason;
import com.bizosaas.adsdesk.store.vault.FolderSwitch;
import com.bizosaas.adsdesk.store.vault.HighWaterMark;
import com.bizosaas.adsdesk.store.vault.KeyPurpose;
import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.Vault;
import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Backups of the control store: made, verified, kept and given back. A backup counts only after it was opened again and
/// held the same rows; until then it has no name that anybody would take for one.
///
/// The metrics store is not in it: Facebook still has what it holds.
///
/// Thread rule: safe for use by any thread; all of it takes seconds and belongs on no user-interface thread. While the
/// control store is copied for one nothing is written to it.
public final class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String FOLDER = "backups";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Place home;
    private final Vault vault;
    private final Sql control;

    /// What the copy holds.
    private record Moment(HighWaterMark head, List<Fingerprints.Table> tables) {
    }

    Backups(Place home, Vault vault, Sql control) {
        this.home = home;
        this.vault = vault;
        this.control = control;
    }

    /// Makes one in the data folder's `backups`, verifies it, and forgets the daily ones that are too many.
    ///
    /// @throws FolderRefused if there is no room or no permission; what was there is as it was
    public Backup create(Reason reason, Instant now) {
        Backup made = create(reason, now, folder(home.path()));
        BackupRetention.forget(list(home.path()));
        return made;
    }

    /// Makes one in another folder, such as an outer disk.
    public Backup create(Reason reason, Instant now, Path folder) {
        try {
            Files.createDirectories(folder);
            Path copy = folder.resolve("." + name(reason, now) + ".control");
            try {
                Moment moment = control.still(() -> {
                    control.copyTo(copy);
                    return new Moment(AuditStore.head(control, vault.storeId(), Migrations.CONTROL.latest(),
                            vault.generation()), Fingerprints.of(control));
                });
                return make(folder, reason, now, vault, moment.head, moment.tables, () -> entryOf(copy));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException | StoreException e) {
            throw notMade(folder, e);
        }
    }

    /// Before a migration, of a store that is closed.
    static Backup beforeMigration(Place home, Vault vault, HighWaterMark head, List<Fingerprints.Table> tables,
            Path control, Instant now) {
        Path folder = folder(home.path());
        try {
            Files.createDirectories(folder);
            Backup made = make(folder, Reason.MIGRATION, now, vault, head, tables, () -> Files.newInputStream(control));
            BackupRetention.forget(list(home.path()));
            return made;
        } catch (IOException | StoreException e) {
            throw notMade(folder, e);
        }
    }

    private static Backup make(Path folder, Reason reason, Instant now, Vault vault, HighWaterMark head,
            List<Fingerprints.Table> tables, BackupFile.Source control) {
        Place place = new Place(folder, vault.disk());
        Path making = folder.resolve("." + name(reason, now) + ".making");
        Path file = folder.resolve(name(reason, now));
        try {
            try {
                Files.deleteIfExists(making);
                DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(),
                        Fingerprints.sha256());
                long bytes;
                try (InputStream in = control.open()) {
                    bytes = in.transferTo(digest);
                }
                byte[] vaultFile = vault.content();
                BackupManifest manifest = new BackupManifest(BackupManifest.FORMAT, BackupManifest.VERSION,
                        vault.storeId(), now.truncatedTo(ChronoUnit.SECONDS), reason.name(),
                        EncryptedDatabase.H2_VERSION, head.schemaVersion(), head.auditNumber(), head.auditHash(), bytes,
                        HexFormat.of().formatHex(digest.getMessageDigest().digest()),
                        HexFormat.of().formatHex(Fingerprints.sha256().digest(vaultFile)), tables, null);
                try (SecretBytes key = vault.derive(KeyPurpose.BACKUP)) {
                    BackupFile.write(place.disk(), making, manifest.signed(key), vaultFile, control);
                }
                verify(vault, making, place);
                place.disk().move(making, file);
                place.disk().forceFolder(folder);
            } finally {
                Files.deleteIfExists(making);
            }
            return described(file);
        } catch (IOException e) {
            throw notMade(folder, e);
        }
    }

    /// Opens a backup of this desk again, and compares every row with what its manifest says.
    ///
    /// @throws Damaged if it does not hold what it held, or other keys made it
    public Backup verify(Path file) {
        try {
            Files.createDirectories(folder(home.path()));
            verify(vault, file, new Place(folder(home.path()), home.disk()));
            return described(file);
        } catch (IOException e) {
            throw new FolderRefused("The backup " + file + " could not be read, or there is no room to unpack it in "
                    + home.path() + ". Nothing was changed.", e);
        }
    }

    private static void verify(Vault vault, Path file, Place beside) throws IOException {
        Place unpacked = FolderSwitch.begin(beside);
        try {
            compare(vault, file, BackupFile.extract(file, unpacked), unpacked);
        } finally {
            FolderSwitch.abandon(beside);
        }
    }

    private static void compare(Vault vault, Path file, BackupManifest manifest, Place unpacked) {
        try (SecretBytes key = vault.derive(KeyPurpose.BACKUP)) {
            if (!manifest.storeId().equals(vault.storeId()) || !manifest.isSignedBy(key)) {
                throw new Damaged("The backup " + file + " was not made with the present keys of this desk, or was "
                        + "changed. If it is older than a re-keying or of another desk, restore it with the passphrase "
                        + "of that time.", null);
            }
        } catch (IllegalArgumentException e) {
            throw new Damaged("The backup " + file + " is damaged: its manifest is not signed.", e);
        }
        try (Sql copy = EncryptedDatabase.control(vault, unpacked).openReadOnly()) {
            HighWaterMark head = AuditStore.head(copy, vault.storeId(), manifest.schema(), vault.generation());
            if (!Fingerprints.of(copy).equals(manifest.tables()) || head.auditNumber() != manifest.auditNumber()
                    || !head.auditHash().equals(manifest.auditHash())
                    || Migrations.CONTROL.versionOf(copy) != manifest.schema()) {
                throw new Damaged("The backup " + file + " is damaged: its rows are not those that were stored.", null);
            }
        } catch (SQLException | StoreException e) {
            throw new Damaged("The backup " + file + " is damaged: its store does not open.", e);
        }
    }

    /// Newest first; what is not a backup is passed over. Needs no key, so nothing of it is vouched for.
    public static List<Backup> list(Path dataFolder) {
        Path folder = folder(dataFolder);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(BackupFile.SUFFIX))
                    .filter(file -> !file.getFileName().toString().startsWith(".")).map(Backups::look)
                    .flatMap(Optional::stream).sorted(Comparator.comparing(Backup::created).reversed()).toList();
        } catch (IOException e) {
            throw new FolderRefused("The backups in " + folder + " cannot be listed.", e);
        }
    }

    private static Optional<Backup> look(Path file) {
        try {
            return Optional.of(described(file));
        } catch (RuntimeException | IOException e) {
            LOG.warn("{} is no backup: {}", file.getFileName(), e.toString());
            return Optional.empty();
        }
    }

    /// @throws Damaged if it is not a backup
    public static Backup describe(Path file) {
        try {
            return described(file);
        } catch (IOException e) {
            throw new Damaged("The file " + file + " cannot be read.", e);
        }
    }

    private static Backup described(Path file) throws IOException {
        BackupManifest manifest = BackupFile.manifest(file);
        return new Backup(file, manifest.created(), Reason.valueOf(manifest.reason()), Files.size(file),
                manifest.storeId(), manifest.schema(), manifest.auditNumber());
    }

    /// Unpacks a backup into the folder `to`, opens its vault and compares every row.
    ///
    /// @param unlock opens the vault in a folder
    /// @return the vault, which the caller closes
    static Vault unpack(Path file, Place to, Function<Place, Vault> unlock) throws IOException {
        BackupManifest manifest = BackupFile.extract(file, to);
        Vault vault = unlock.apply(to);
        try {
            compare(vault, file, manifest, to);
            try (SecretBytes key = vault.derive(KeyPurpose.HIGH_WATER_MARK)) {
                new HighWaterMark(manifest.storeId(), manifest.schema(), manifest.auditNumber(), manifest.auditHash(),
                        vault.generation()).write(to, key);
            }
            return vault;
        } catch (RuntimeException | IOException e) {
            vault.close();
            throw e;
        }
    }

    private static InputStream entryOf(Path archive) throws IOException {
        ZipFile zip = new ZipFile(archive.toFile());
        InputStream in = zip.getInputStream(zip.entries().nextElement());
        return new java.io.FilterInputStream(in) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }

    static Path folder(Path dataFolder) {
        return dataFolder.resolve(FOLDER);
    }

    private static String name(Reason reason, Instant now) {
        return STAMP.format(now) + "-" + reason.name().toLowerCase(Locale.ROOT) + BackupFile.SUFFIX;
    }

    private static FolderRefused notMade(Path folder, Exception e) {
        return new FolderRefused("The backup in " + folder + " could not be made. What was stored before is as it was. "
                + "Check free space and permissions.", e);
    }
}
