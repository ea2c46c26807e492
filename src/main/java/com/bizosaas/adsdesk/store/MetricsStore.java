package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.Vault;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open metrics store. It holds nothing that cannot be read again, so one that does not open is set aside and a new
/// one takes its place.
final class MetricsStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsStore.class);
    private static final int LANES = 4;
    private static final int KEEP_SET_ASIDE = 2;
    private static final List<String> TABLES = List.of("read_mark", "ad_account", "graph_object", "insight_query",
            "insight_part", "thumbnail", "structure_part", "limit_window", "report_run",
            "gone_field");

    private final Sql sql;
    private final @Nullable Path setAside;

    private MetricsStore(Sql sql, @Nullable Path setAside) {
        this.sql = sql;
        this.setAside = setAside;
    }

    static MetricsStore open(Vault vault, Place folder) {
        EncryptedDatabase database = EncryptedDatabase.metrics(vault, folder);
        Path aside = null;
        try {
            database.requireWritable();
            database.finishInterruptedCompaction();
            if (Files.exists(database.file())) {
                Sql sql = openExisting(database, vault.metricsSchema() > 0);
                if (sql != null) {
                    return new MetricsStore(sql, null);
                }
                aside = database.setAside("set-aside", System.currentTimeMillis());
                forgetOldest(folder.path());
            }
            Sql sql = database.create(LANES);
            Migrations.METRICS.run(sql);
            return new MetricsStore(sql, aside);
        } catch (SQLException | IOException e) {
            throw new FolderRefused("The metrics store in " + folder.path() + " cannot be written"
                    + ". Check free space and permissions.", e);
        }
    }

    /// Null where it does not open, has lost its tables, or is of a newer release.
    /// @param complete whether it was completed once, so that an empty one has lost its tables
    private static @Nullable Sql openExisting(EncryptedDatabase database, boolean complete) {
        Sql sql = null;
        try {
            sql = database.open(LANES);
            int version = Migrations.METRICS.versionOf(sql);
            if (version > Migrations.METRICS.latest()) {
                LOG.warn("The metrics store was written by a newer release");
            } else if (complete && version == 0) {
                LOG.warn("The metrics store is empty");
            } else {
                Migrations.METRICS.run(sql);
                for (String table : TABLES) {
                    sql.list("SELECT * FROM " + table + " LIMIT 1", row -> true);
                }
                return sql;
            }
        } catch (SQLException | StoreException e) {
            // H2's many frames would say no more than its message.
            LOG.warn("The metrics store does not open: {}",
                    e.getCause() == null ? e.toString() : e.getCause().toString());
        }
        closeQuietly(sql);
        return null;
    }

    private static void closeQuietly(@Nullable Sql sql) {
        try {
            if (sql != null) {
                sql.close();
            }
        } catch (StoreException e) {
            LOG.warn("The damaged metrics store did not close cleanly", e);
        }
    }

    private static void forgetOldest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst = files
                    .filter(file -> file.getFileName().toString().startsWith("metrics-set-aside-"))
                    .sorted(Comparator.comparing(Path::toString).reversed()).toList();
            for (Path old : newestFirst.subList(Math.min(KEEP_SET_ASIDE, newestFirst.size()), newestFirst.size())) {
                Files.delete(old);
            }
        }
    }

    Sql sql() {
        return sql;
    }

    /// Where the store of before lies, if it could not be used.
    Optional<Path> setAside() {
        return Optional.ofNullable(setAside);
    }

    /// Removes everything of tenants other than these; answers whether there was any.
    boolean keepOnly(Set<TenantId> tenants) {
        Object[] ids = tenants.stream().map(TenantId::value).toArray();
        int removed = 0;
        for (String table : TABLES) {
            removed += sql.update("DELETE FROM " + table + " WHERE NOT (tenant_id = ANY(?))", (Object) ids);
        }
        return removed > 0;
    }

    /// Removes everything that was read for a tenant.
    void forget(TenantId tenant) {
        sql.inTransaction(() -> {
            for (String table : TABLES) {
                sql.update("DELETE FROM " + table + " WHERE tenant_id = ?", tenant.value());
            }
            return tenant;
        });
    }

    @Override
    public void close() {
        sql.close();
    }
}
