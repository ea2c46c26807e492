package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.store.vault.VaultException.AlreadyOpen;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder in which one desk keeps everything it stores, held by this process until closed.
///
/// It is readable by its owner alone. A folder that holds other things and is open to others is refused rather than
/// closed to them: it may be a shared one.
///
/// Thread rule: safe for use by several threads.
public final class DataFolder implements AutoCloseable {

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
    private static final String LOCK = "desk.lock";

    private final Place place;
    private final FileChannel lock;

    private DataFolder(Place place, FileChannel lock) {
        this.place = place;
        this.lock = lock;
    }

    /// Makes the folder if need be and takes it for this process.
    ///
    /// @throws FolderRefused if the path or what lies there cannot be used
    /// @throws AlreadyOpen if another desk has it
    public static DataFolder open(Path wanted) {
        return open(wanted, Disk.REAL);
    }

    /// The same on another disk, for tests.
    public static DataFolder open(Path wanted, Disk disk) {
        Path path = wanted.toAbsolutePath().normalize();
        requireUsableName(path);
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new FolderRefused("The data folder " + path + " is a file. Choose a folder.", null);
            }
            if (!Files.exists(path)) {
                Files.createDirectories(path, Permissions.forNewFolder(path));
            } else if (Permissions.openToOthers(path) && !holdsVault(path.resolve(Place.VAULT))
                    && holdsOtherThings(path)) {
                throw new FolderRefused("The folder " + path + " holds other files and other people can read it. "
                        + "Choose an empty folder, or one that only you can read.", null);
            }
            Permissions.tightenFolder(path);
            DataFolder folder = new DataFolder(new Place(path, disk), take(path));
            FolderSwitch.finish(folder.place);
            folder.tightenFiles();
            return folder;
        } catch (IOException e) {
            throw new FolderRefused("The data folder " + path + " cannot be used (" + reason(e)
                    + "). Check that it can be written, or choose another one.", e);
        }
    }

    public Path path() {
        return place.path();
    }

    public Place place() {
        return place;
    }

    /// Whether a vault was made here; if not, this is a first start.
    public boolean hasVault() {
        return holdsVault(place.vaultFile());
    }

    private static boolean holdsVault(Path file) {
        return Files.exists(file) || Files.exists(Place.backupOf(file));
    }

    /// Gives every file in the folder to its owner alone. Databases make files with the process's default permissions.
    public void tightenFiles() throws IOException {
        try (Stream<Path> files = Files.list(path())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Permissions.tightenFile(file);
            }
        }
    }

    /// Files of databases, marks or an old vault: reasons not to make a new vault here.
    List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(path())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".mv.db") || name.startsWith(Place.VAULT)
                            || name.startsWith(Place.MARK))
                    .sorted()
                    .toList();
        }
    }

    private static void requireUsableName(Path path) {
        String text = path.toString();
        // H2 reads what follows a semicolon in its URL as settings, INIT=<any SQL> among them.
        if (text.indexOf(';') >= 0) {
            throw new FolderRefused(
                    "The data folder " + path + " has a semicolon in its path, which the database would "
                            + "take for a command. Choose a path without one.",
                    null);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new FolderRefused("The data folder's path has a control character in it. Choose another one.", null);
        }
        if (!WINDOWS && text.indexOf('\\') >= 0) {
            throw new FolderRefused(
                    "The data folder " + path + " has a backslash in its path, which the database would "
                            + "take for a slash. Choose a path without one.",
                    null);
        }
    }

    private static boolean holdsOtherThings(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> !name.startsWith(".") && !name.startsWith("desk.") && !name.equals("logs"));
        }
    }

    private static FileChannel take(Path path) throws IOException {
        Path file = path.resolve(LOCK);
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                Permissions.forNewFile(file));
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw alreadyOpen(path);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw alreadyOpen(path);
    }

    private static AlreadyOpen alreadyOpen(Path path) {
        return new AlreadyOpen("Ads Desk is already open with the data folder " + path + ".");
    }

    private static String reason(IOException e) {
        @Nullable
        String message = e.getMessage();
        return e.getClass().getSimpleName().replace("Exception", "") + (message == null ? "" : ": " + message);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new FolderRefused("The lock of the data folder " + path() + " could not be given back.", e);
        }
    }

    @Override
    public String toString() {
        return "DataFolder[" + path() + "]";
    }
}
