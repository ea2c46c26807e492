package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.KeyPurpose;
import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import org.h2.Driver;
import org.h2.engine.Constants;
import org.h2.tools.ChangeFileEncryption;

/// The file of one encrypted H2 database, and how it is opened. Settings and reasons: robustness rules, section 1.
final class EncryptedDatabase {

    static final String H2_VERSION = Constants.VERSION;

    /// H2's trace file would be plaintext, readable by all, with bound values in it: never written. H2's compaction on
    /// closing moves chunks without forcing them in order, so a power cut in it loses what was acknowledged (seen in 1 of
    /// 85 cuts): never done.
    private static final String SETTINGS = ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=4096;"
            + "MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";
    /// Space in a durable file is not used again before the file is rewritten: H2 writes over what the last commit freed, and
    /// where the power ends then, it misses pieces of the last forced state and goes back further (seen in 3 of 600 cuts).
    private static final String APPENDING = ";REUSE_SPACE=FALSE";
    /// Digits of the file key; after a blank those of the user follow.
    private static final int KEY_DIGITS = 64;
    private static final String EXISTING = ";IFEXISTS=TRUE";
    private static final String COMPACTING = "-compacting";
    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

    private final String name;
    private final KeyPurpose key;
    private final boolean durable;
    private final Vault vault;
    private final Place folder;

    private EncryptedDatabase(String name, KeyPurpose key, boolean durable, Vault vault, Place folder) {
        this.name = name;
        this.key = key;
        this.durable = durable;
        this.vault = vault;
        this.folder = folder;
    }

    /// Of the control store, each commit of which is on the disk when it returns.
    static EncryptedDatabase control(Vault vault, Place folder) {
        return new EncryptedDatabase("control", KeyPurpose.CONTROL_FILE, true, vault, folder);
    }

    /// Of the metrics store, which a power cut may set back.
    static EncryptedDatabase metrics(Vault vault, Place folder) {
        return new EncryptedDatabase("metrics", KeyPurpose.METRICS_FILE, false, vault, folder);
    }

    /// The same keys for a file that is forced as a whole when it is done.
    private EncryptedDatabase compacting() {
        return new EncryptedDatabase(name + COMPACTING, key, false, vault, folder);
    }

    Path file() {
        return folder.path().resolve(name + ".mv.db");
    }

    /// Makes the file. The first connection may do so, those after it find it there.
    Sql create(int lanes) throws SQLException {
        connect(SETTINGS).close();
        return open(lanes);
    }

    /// H2 opens a file that may not be written without a word, and refuses the first statement that writes.
    ///
    /// @throws AccessDeniedException if it is such a file
    void requireWritable() throws AccessDeniedException {
        if (Files.exists(file()) && !Files.isWritable(file())) {
            throw new AccessDeniedException(file().toString());
        }
    }

    Sql open(int lanes) throws SQLException {
        return new Sql(name, lanes, durable, new Sql.Opener() {
            @Override
            public Connection open() throws SQLException {
                return connect(SETTINGS + EXISTING);
            }

            @Override
            public void compact() throws SQLException, IOException {
                EncryptedDatabase.this.compact();
            }
        });
    }

    /// H2 rewrites a file without forcing the new one before it takes the old one's name, so a power cut may leave a name
    /// with nothing behind it (seen in 2 of 29 cuts). So a copy is rewritten, forced, and then moved into place.
    private void compact() throws SQLException, IOException {
        EncryptedDatabase copy = compacting();
        folder.disk().delete(copy.file());
        copyTo(copy);
        try (Connection connection = copy.connect(SETTINGS + EXISTING);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
        folder.disk().force(copy.file());
        folder.disk().move(copy.file(), file());
        folder.disk().forceFolder(folder.path());
    }

    /// Copies the closed file.
    void copyTo(EncryptedDatabase other) throws IOException {
        try (OutputStream out = other.folder.disk().create(other.file())) {
            Files.copy(file(), out);
        }
    }

    /// Encrypts a closed file that another vault's keys made with those of this one.
    void changeKeys(Vault before) throws SQLException {
        char[] old = before.databasePassword(key);
        char[] fresh = vault.databasePassword(key);
        char[] mixed = fresh.clone();
        System.arraycopy(old, KEY_DIGITS, mixed, KEY_DIGITS, old.length - KEY_DIGITS);
        try {
            ChangeFileEncryption.execute(folder.disk().address(folder.path()), name, "AES",
                    Arrays.copyOf(old, KEY_DIGITS), Arrays.copyOf(fresh, KEY_DIGITS), true);
            try (Connection connection = connect(SETTINGS + EXISTING, mixed);
                    PreparedStatement change = connection.prepareStatement("ALTER USER desk SET PASSWORD ?")) {
                change.setString(1, new String(fresh, KEY_DIGITS + 1, fresh.length - KEY_DIGITS - 1));
                change.execute();
            }
        } finally {
            Arrays.fill(old, '\0');
            Arrays.fill(fresh, '\0');
            Arrays.fill(mixed, '\0');
        }
    }

    /// For a look before it is known whether the store may be written at all.
    Sql openReadOnly() throws SQLException {
        return new Sql(name, 1, false, () -> connect(SETTINGS + EXISTING + READ_ONLY));
    }

    /// Throws away what a compaction left that was interrupted. One of H2's own, of an earlier release, ends by deleting
    /// the old file and renaming the new one; this does the second half if only the first was done.
    void finishInterruptedCompaction() throws IOException {
        folder.disk().delete(compacting().file());
        Path compacted = file().resolveSibling(file().getFileName() + ".newFile");
        if (!Files.exists(file()) && Files.exists(compacted)) {
            folder.disk().move(compacted, file());
        }
    }

    /// Moves the file out of the way under a name that says when, and answers where it is.
    Path setAside(String why, long millis) throws IOException {
        Path aside = folder.path().resolve(name + "-" + why + "-" + millis + ".mv.db");
        folder.disk().move(file(), aside);
        return aside;
    }

    private Connection connect(String settings) throws SQLException {
        return connect(settings, vault.databasePassword(key));
    }

    /// Wipes the password.
    private Connection connect(String settings, char[] password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "desk");
        try {
            login.put("password", password);
            // The folder's path was checked for what a URL would misread; nothing else of a user's goes in.
            String address = folder.disk().address(folder.path().resolve(name));
            Connection connection = new Driver().connect("jdbc:h2:"
                    + (durable ? ForcedFile.address(address) + settings + APPENDING : address + settings), login);
            if (connection == null) {
                throw new SQLException("H2 did not take its own address.");
            }
            return connection;
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
