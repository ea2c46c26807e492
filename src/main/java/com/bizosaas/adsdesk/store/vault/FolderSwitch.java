package com.bizosaas.adsdesk.store.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Replaces several files of a data folder as if they were one: made ready in a folder beside them, they take the others'
/// places all together or not at all, whenever the program or the power ends.
///
/// The one step that decides is the renaming of `.incoming` to `.ready-…`. Before it, the next opening throws the folder
/// away; after it, the next opening finishes the moves, each of which can be done twice.
public final class FolderSwitch {

    private static final String INCOMING = ".incoming";
    private static final String READY = ".ready-";
    private static final String REPLACED = "replaced-";
    private static final String KEEP = "keep-";
    private static final String DROP = "drop-";

    private FolderSwitch() {
    }

    /// An empty folder to make the files ready in; one that was never committed is thrown away.
    public static Place begin(Place home) throws IOException {
        Path incoming = home.path().resolve(INCOMING);
        drop(home.disk(), incoming);
        Files.createDirectory(incoming, Permissions.forNewFolder(incoming));
        return new Place(incoming, home.disk());
    }

    /// Throws away what was made ready, after a failure.
    public static void abandon(Place home) throws IOException {
        drop(home.disk(), home.path().resolve(INCOMING));
    }

    /// Brings what was made ready to the disk and into place.
    ///
    /// @param keepOld whether the files it replaces are kept, in a folder beside them; if not they are deleted
    /// @return where they are kept, if they are
    public static Path commit(Place home, boolean keepOld, long millis) throws IOException {
        Disk disk = home.disk();
        Path incoming = home.path().resolve(INCOMING);
        for (Path file : list(incoming)) {
            Permissions.tightenFile(file);
            disk.force(file);
        }
        disk.forceFolder(incoming);
        disk.move(incoming, home.path().resolve(READY + (keepOld ? KEEP : DROP) + millis));
        disk.forceFolder(home.path());
        finish(home);
        return home.path().resolve(REPLACED + millis);
    }

    /// Finishes or throws away what an end of the program interrupted; to be called before anything in the folder is read.
    static void finish(Place home) throws IOException {
        drop(home.disk(), home.path().resolve(INCOMING));
        for (Path each : list(home.path())) {
            String name = each.getFileName().toString();
            if (name.startsWith(READY)) {
                finish(home, each, name.substring(READY.length()));
            }
        }
    }

    private static void finish(Place home, Path ready, String how) throws IOException {
        Disk disk = home.disk();
        Path old = home.path().resolve(REPLACED + how.substring(how.indexOf('-') + 1));
        if (!Files.exists(old)) {
            Files.createDirectory(old, Permissions.forNewFolder(old));
        }
        for (Path file : list(ready)) {
            Path live = home.path().resolve(file.getFileName());
            Path kept = old.resolve(file.getFileName());
            if (Files.exists(live) && !Files.exists(kept)) {
                disk.move(live, kept);
            }
            disk.move(file, live);
        }
        disk.forceFolder(old);
        disk.forceFolder(home.path());
        if (how.startsWith(DROP) || list(old).isEmpty()) {
            drop(disk, old);
        }
        disk.delete(ready);
        disk.forceFolder(home.path());
    }

    private static void drop(Disk disk, Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : list(folder)) {
                disk.delete(file);
            }
            disk.delete(folder);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
