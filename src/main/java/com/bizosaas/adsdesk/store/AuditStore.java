package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.Fields;
import com.bizosaas.adsdesk.store.vault.HighWaterMark;
import com.bizosaas.adsdesk.store.vault.Hmac;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The append-only record of what was done. Each entry is chained to the one before by an HMAC over its number, time,
/// tenant, action, the hash of the rest, and the previous link; what the chain cannot show, a tail cut off, the
/// high-water mark outside the database does.
///
/// Append within [DeskStore#inTransaction] together with the effect, so that neither is ever stored without the other.
///
/// Thread rule: safe for use by several threads.
public final class AuditStore {

    static final String START = "0".repeat(2 * Hmac.BYTES);

    /// @param brokenAt number of the first entry whose link does not hold, 0 when all do
    /// @param reason what is wrong with it, empty when nothing is
    public record Verification(long checked, long brokenAt, String reason) {

        public boolean whole() {
            return brokenAt == 0;
        }
    }

    /// What is not wanted is null or empty.
    ///
    /// @param text matched without regard to case in who, action, object, its name and the tenant's name
    /// @param since the first moment that counts
    /// @param before the first that does not count any more
    /// @param action the only one that counts
    public record Filter(@Nullable TenantId tenant, String text, @Nullable Instant since, @Nullable Instant before,
            String action) {

        public static final Filter ALL = new Filter(null, "", null, null);

        public Filter(@Nullable TenantId tenant, String text, @Nullable Instant since, @Nullable Instant before) {
            this(tenant, text, since, before, "");
        }
    }

    private record Link(long number, String hash) {
    }

    private record Stored(AuditEntry entry, String payloadHash, String chainHash) {
    }

    private static final String COLUMNS = "number, at, who, tenant_id, tenant_name, action, object_id, object_name, "
            + "before_json, after_json, outcome, trace_id, source, payload_hash, chain_hash";
    private static final int CHUNK = 5000;

    private final Sql sql;
    private final SecretBytes macKey;
    private final HighWater highWater;

    AuditStore(Sql sql, SecretBytes macKey, HighWater highWater) {
        this.sql = sql;
        this.macKey = macKey;
        this.highWater = highWater;
    }

    /// Appends the entry under the next number, whatever number it came with, and answers it as stored.
    public AuditEntry append(AuditEntry draft) {
        return sql.inTransaction(() -> {
            Link last = last(sql);
            AuditEntry entry = new AuditEntry(last.number + 1, draft.at(), draft.who(), draft.tenantId(),
                    draft.tenantName(), draft.action(), draft.object(), draft.objectName(), draft.before(),
                    draft.after(), draft.outcome(), draft.traceId(), draft.source());
            String payload = payloadHash(entry);
            String link = link(macKey, entry, payload, last.hash);
            TenantId tenant = entry.tenantId();
            sql.update("INSERT INTO audit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    entry.number(), entry.at(), entry.who(), tenant == null ? null : tenant.value(), entry.tenantName(),
                    entry.action(), entry.object(), entry.objectName(), entry.before(), entry.after(),
                    entry.outcome().name(), entry.traceId(), entry.source().name(), payload, link);
            sql.afterCommit(highWater, () -> highWater.advance(entry.number(), link));
            return entry;
        });
    }

    /// Everything that passes the filter, oldest first, a few thousand entries at a time.
    public void each(Filter filter, Consumer<AuditEntry> reader) {
        long after = 0;
        for (List<AuditEntry> some = list(filter, after, "ASC", CHUNK); !some.isEmpty(); some = list(filter, after,
                "ASC", CHUNK)) {
            some.forEach(reader);
            after = some.getLast().number();
        }
    }

    /// Newest first.
    public List<AuditEntry> list(Filter filter, int limit) {
        return list(filter, 0, "DESC", limit);
    }

    private List<AuditEntry> list(Filter filter, long after, String order, int limit) {
        TenantId tenant = filter.tenant;
        String id = tenant == null ? null : tenant.value();
        String like = "%"
                + filter.text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_")
                + "%";
        return sql.list("SELECT " + COLUMNS + " FROM audit WHERE number > ? "
                + "AND (CAST(? AS VARCHAR) IS NULL OR tenant_id = ?) "
                + "AND (CAST(? AS TIMESTAMP(9) WITH TIME ZONE) IS NULL OR at >= ?) "
                + "AND (CAST(? AS TIMESTAMP(9) WITH TIME ZONE) IS NULL OR at < ?) "
                + "AND (? = '' OR action = ?) "
                + "AND LOWER(who || ' ' || action || ' ' || object_id || ' ' || object_name || ' ' || tenant_name) "
                + "LIKE ? ESCAPE '!' ORDER BY number " + order + " LIMIT ?", row -> stored(row).entry, after, id, id,
                filter.since, filter.since, filter.before, filter.before, filter.action, filter.action, like, limit);
    }

    /// Walks the chain from its start and compares its end with the mark outside the database. Reads a few thousand rows
    /// at a time, so that H2 never moves a result to a temporary file. Each stored link names the one before, so the
    /// entries of a chunk are checked side by side while the next chunk is read.
    public Verification verify() {
        HighWaterMark mark = highWater.mark();
        Link previous = new Link(0, START);
        List<Stored> chunk = chunk(0);
        while (!chunk.isEmpty()) {
            long last = chunk.getLast().entry.number();
            boolean more = chunk.size() == CHUNK;
            CompletableFuture<List<Stored>> next = more
                    ? CompletableFuture.supplyAsync(() -> chunk(last), Thread::startVirtualThread)
                    : CompletableFuture.completedFuture(List.of());
            Optional<Verification> broken = broken(chunk, previous, mark);
            List<Stored> following = next.join();
            if (broken.isPresent()) {
                return broken.get();
            }
            previous = new Link(last, chunk.getLast().chainHash);
            chunk = following;
        }
        if (previous.number < mark.auditNumber()) {
            return new Verification(previous.number, previous.number + 1, "The entries up to " + mark.auditNumber()
                    + " were cut off.");
        }
        return new Verification(previous.number, 0, "");
    }

    private List<Stored> chunk(long after) {
        return sql.list("SELECT " + COLUMNS + " FROM audit WHERE number > ? ORDER BY number LIMIT " + CHUNK,
                AuditStore::stored, after);
    }

    /// The first entry of a chunk that does not hold.
    private Optional<Verification> broken(List<Stored> chunk, Link before, HighWaterMark mark) {
        return IntStream.range(0, chunk.size()).parallel().<Optional<Verification>>mapToObj(i -> {
            Stored row = chunk.get(i);
            Link previous = i == 0 ? before : new Link(chunk.get(i - 1).entry.number(), chunk.get(i - 1).chainHash);
            String reason = whatIsWrong(row, previous);
            if (!reason.isEmpty()) {
                return Optional.of(new Verification(previous.number, previous.number + 1, reason));
            }
            long number = row.entry.number();
            return number == mark.auditNumber() && !row.chainHash.equals(mark.auditHash())
                    ? Optional.of(
                            new Verification(number - 1, number, "The entry is not the one that was acknowledged."))
                    : Optional.empty();
        }).flatMap(Optional::stream).findFirst();
    }

    /// How far a store has come.
    static HighWaterMark head(Sql sql, String storeId, int schemaVersion, long vaultGeneration) {
        Link last = last(sql);
        return new HighWaterMark(storeId, schemaVersion, last.number, last.hash, vaultGeneration);
    }

    /// Chains all entries anew under another key; part of a re-keying, after the chain was found whole.
    static HighWaterMark relink(Sql sql, SecretBytes key, HighWaterMark mark) {
        Link previous = new Link(0, START);
        while (true) {
            List<Stored> chunk = sql.list(
                    "SELECT " + COLUMNS + " FROM audit WHERE number > ? ORDER BY number LIMIT " + CHUNK,
                    AuditStore::stored, previous.number);
            List<@Nullable Object[]> links = new ArrayList<>();
            for (Stored row : chunk) {
                previous = new Link(row.entry.number(), link(key, row.entry, row.payloadHash, previous.hash));
                links.add(new @Nullable Object[]{previous.hash, previous.number});
            }
            sql.batch("UPDATE audit SET chain_hash = ? WHERE number = ?", links);
            if (chunk.size() < CHUNK) {
                return mark.withAudit(previous.number, previous.hash);
            }
        }
    }

    private static Link last(Sql sql) {
        return sql.one("SELECT number, chain_hash FROM audit ORDER BY number DESC LIMIT 1",
                row -> new Link(row.getLong(1), row.getString(2))).orElse(new Link(0, START));
    }

    private String whatIsWrong(Stored row, Link previous) {
        if (row.entry.number() != previous.number + 1) {
            return "The entry is missing.";
        }
        if (!row.payloadHash.equals(payloadHash(row.entry))) {
            return "The entry's content was changed.";
        }
        return row.chainHash.equals(link(macKey, row.entry, row.payloadHash, previous.hash))
                ? ""
                : "The entry was changed, or does not follow the one before it.";
    }

    private static String link(SecretBytes key, AuditEntry entry, String payloadHash, String previous) {
        TenantId tenant = entry.tenantId();
        byte[] linked = new Fields().add("ads-desk/audit/1").add(entry.number()).add(entry.at().toString())
                .add(tenant == null ? "" : tenant.value()).add(entry.action()).add(payloadHash).add(previous).bytes();
        return HexFormat.of().formatHex(Hmac.sha256(key, linked));
    }

    private static String payloadHash(AuditEntry entry) {
        byte[] payload = new Fields().add(entry.who()).add(entry.tenantName()).add(entry.object())
                .add(entry.objectName()).add(entry.before()).add(entry.after()).add(entry.outcome().name())
                .add(entry.traceId()).add(entry.source().name()).bytes();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK.", e);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String tenant = row.getString(4);
        AuditEntry entry = new AuditEntry(row.getLong(1), row.getObject(2, Instant.class), row.getString(3),
                tenant == null ? null : new TenantId(tenant), row.getString(5), row.getString(6), row.getString(7),
                row.getString(8), row.getString(9), row.getString(10), AuditEntry.Outcome.valueOf(row.getString(11)),
                row.getString(12), AuditEntry.Source.valueOf(row.getString(13)));
        return new Stored(entry, row.getString(14), row.getString(15));
    }
}
