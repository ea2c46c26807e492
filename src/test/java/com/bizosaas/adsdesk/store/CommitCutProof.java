package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.Disk;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;

/// Cuts the power within commits, thousands of times: of a database as the control store has it, with rows of all sizes
/// that are written, changed and deleted. Quicker than [PowerCutProof], since no passphrase is asked for.
final class CommitCutProof {

    /// Operations of the disk between two cuts, at most.
    private static final int GAP = 6;
    private static final int ROWS = 60;
    private static final int COMPACT_EVERY = 400;

    private final Path image;
    private final Vault vault;
    private final Findings findings = new Findings();
    private final Random random;
    private final int cuts;
    private long done;
    private long next = Long.MAX_VALUE;
    private long acknowledged;

    private CommitCutProof(Path image, Vault vault, int cuts, long seed) {
        this.image = image;
        this.vault = vault;
        this.cuts = cuts;
        this.random = new Random(seed);
    }

    /// @param left forces that are only pretended, to see whether this proof notices
    static Findings run(Path work, int cuts, long seed, Set<SimDisk.Force> left) throws IOException, SQLException {
        Path home = work.resolve("commits");
        try (DataFolder folder = DataFolder.open(home); Passphrase passphrase = DeskWork.passphrase(0)) {
            Vault.Created created = Vault.create(folder, "Olga", passphrase, KdfCosts.FLOOR);
            created.recoveryCode().close();
            try (Vault vault = created.vault()) {
                CommitCutProof proof = new CommitCutProof(work.resolve("commit-image"), vault, cuts, seed);
                proof.work(home, new SimDisk(home, seed, left));
                return proof.findings;
            }
        }
    }

    private void work(Path home, SimDisk disk) throws IOException, SQLException {
        disk.beforeEach(operation -> {
            if (operation >= next && done < cuts) {
                next = operation + 1 + random.nextInt(GAP);
                done++;
                cut(disk);
            }
        });
        try (Sql sql = EncryptedDatabase.control(vault, new Place(home, disk)).create(1)) {
            sql.update("SET RETENTION_TIME 0"); // What is free is used again at once, if it is at all.
            sql.update("CREATE TABLE entry (id BIGINT PRIMARY KEY, content VARBINARY)");
            sql.update("CREATE TABLE last (id BIGINT)");
            sql.update("CREATE TABLE changing (id INT PRIMARY KEY, content VARBINARY)");
            sql.update("INSERT INTO last VALUES (0)");
            disk.forceFolder(home);
            next = disk.operations() + 1;
            for (long entry = 1; done < cuts; entry++) {
                commit(sql, entry);
                acknowledged = entry;
                if (entry % COMPACT_EVERY == 0) {
                    sql.compact();
                }
            }
        }
    }

    private void commit(Sql sql, long entry) {
        sql.inTransaction(() -> {
            sql.update("INSERT INTO entry VALUES (?, ?)", entry, bytes(1500));
            sql.update("UPDATE last SET id = ?", entry);
            for (int i = random.nextInt(4); i > 0; i--) {
                sql.update("MERGE INTO changing VALUES (?, ?)", random.nextInt(ROWS), bytes(8000));
            }
            return random.nextInt(5) == 0
                    ? sql.update("DELETE FROM changing WHERE id < ?", random.nextInt(ROWS))
                    : 0;
        });
    }

    private byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private void cut(SimDisk disk) {
        disk.cut(image);
        try {
            boolean whole = Files.size(image.resolve("control.mv.db")) % 4096 == 0;
            findings.count(whole ? "cuts in commits" : "cuts in commits, the file torn within a block");
            Place place = new Place(image, Disk.REAL);
            try (Sql look = EncryptedDatabase.control(vault, place).openReadOnly()) {
                long found = look.one("SELECT COALESCE(MAX(id), 0) FROM entry", row -> row.getLong(1)).orElse(-1L);
                long count = look.one("SELECT COUNT(*) FROM entry", row -> row.getLong(1)).orElse(-1L);
                long last = look.one("SELECT id FROM last", row -> row.getLong(1)).orElse(-1L);
                if (found < acknowledged) {
                    findings.wrong("commit " + acknowledged + " was acknowledged, " + found + " is the last there");
                } else if (found != last || count != found) {
                    findings.wrong("commit " + found + " is there by half");
                }
            }
        } catch (IOException | SQLException | StoreException e) {
            findings.wrong("after commit " + acknowledged + ", does not open: " + e);
        }
        Findings.delete(image);
    }
}
