package com.bizosaas.adsdesk.store.vault;

import java.nio.file.Path;

/// A folder with the files of one desk, and the disk they lie on: the data folder, or one beside it where a copy is looked
/// at or made ready.
public record Place(Path path, Disk disk) {

    static final String VAULT = "vault.json";
    static final String MARK = "mark.json";

    public Path vaultFile() {
        return path.resolve(VAULT);
    }

    public Path markFile() {
        return path.resolve(MARK);
    }

    public static Path backupOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".bak");
    }
}
