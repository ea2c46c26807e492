package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// When each topic of an account was last read from Facebook, whole or what changed of it, and whether a write of ours has made it out of
/// date since. Whether it is too old is for the services to say, which know the lifetimes.
public final class ReadMarks {

    /// In place of an account for what is read for a tenant as a whole.
    private static final String WHOLE_TENANT = "";

    /// @param asOf when the last reading began, whether of everything or of what changed
    /// @param outdated whether one of our own writes came after it
    /// @param wholeAt when the last reading of everything began
    public record ReadMark(Instant asOf, boolean outdated, Instant wholeAt) {
    }

    private final Sql sql;

    ReadMarks(Sql sql) {
        this.sql = sql;
    }

    public Optional<ReadMark> find(TenantId tenant, AdAccountId account, Topic topic) {
        return find(tenant.value(), account.value(), topic);
    }

    /// Declares a topic out of date without forgetting what was read.
    public void outdate(TenantId tenant, AdAccountId account, Topic topic) {
        sql.update("UPDATE read_mark SET outdated = TRUE WHERE tenant_id = ? AND account_id = ? AND topic = ?",
                tenant.value(), account.value(), topic.name());
    }

    void set(TenantId tenant, @Nullable AdAccountId account, Topic topic, Instant asOf) {
        sql.update("MERGE INTO read_mark (tenant_id, account_id, topic, as_of, outdated, whole_at) "
                + "KEY (tenant_id, account_id, topic) VALUES (?, ?, ?, ?, FALSE, ?)", tenant.value(), key(account),
                topic.name(), asOf, asOf);
    }

    /// The same, naming the reading whose parts count from now on.
    void set(TenantId tenant, AdAccountId account, Topic topic, Instant asOf, long reading) {
        sql.update("MERGE INTO read_mark (tenant_id, account_id, topic, as_of, outdated, whole_at, reading) "
                + "KEY (tenant_id, account_id, topic) VALUES (?, ?, ?, ?, FALSE, ?, ?)", tenant.value(), key(account),
                topic.name(), asOf, asOf, reading);
    }

    /// A first reading is under way, and what is there of it counts; leaves the mark of an earlier one alone.
    ///
    /// @return whether the reading is the one that counts
    boolean begin(TenantId tenant, AdAccountId account, Topic topic, Instant asOf, long reading) {
        if (find(tenant, account, topic).isPresent()) {
            return false;
        }
        sql.update("INSERT INTO read_mark (tenant_id, account_id, topic, as_of, outdated, whole_at, reading) "
                + "VALUES (?, ?, ?, ?, TRUE, ?, ?)", tenant.value(), key(account), topic.name(), asOf, Instant.EPOCH,
                reading);
        return true;
    }

    /// What changed up to that moment was read; everything else is as it was.
    void advance(TenantId tenant, AdAccountId account, Topic topic, Instant asOf) {
        sql.update("UPDATE read_mark SET as_of = ?, outdated = FALSE WHERE tenant_id = ? AND account_id = ? "
                + "AND topic = ?", asOf, tenant.value(), key(account), topic.name());
    }

    /// The value with its mark; one that was never read is replaced by the empty one.
    /// The mark is read before the rows: a writing that comes between makes them newer than their stamp says, never older.
    <T> Stamped<T> stamp(TenantId tenant, @Nullable AdAccountId account, Topic topic, Supplier<T> rows, T empty) {
        return find(tenant.value(), key(account), topic)
                .map(mark -> new Stamped<>(rows.get(), mark.asOf, mark.outdated))
                .orElseGet(() -> Stamped.never(empty));
    }

    private Optional<ReadMark> find(String tenant, String account, Topic topic) {
        return sql.one(
                "SELECT as_of, outdated, COALESCE(whole_at, as_of) FROM read_mark "
                        + "WHERE tenant_id = ? AND account_id = ? AND topic = ?",
                row -> new ReadMark(row.getObject(1, Instant.class), row.getBoolean(2),
                        row.getObject(3, Instant.class)),
                tenant, account, topic.name());
    }

    private static String key(@Nullable AdAccountId account) {
        return account == null ? WHOLE_TENANT : account.value();
    }
}
