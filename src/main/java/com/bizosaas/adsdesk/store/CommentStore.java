package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.DraftKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people wrote about objects, one comment for each, sealed with the tenant's data key.
///
/// Thread rule: safe for use by several threads.
public final class CommentStore {

    private record Body(String text, Instant at, String who) {
    }

    private static final String OF_OBJECT = "tenant_id = ? AND account_id = ? AND level = ? AND object_id = ?";

    private final Sql sql;
    private final SealedJson sealed;

    CommentStore(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    /// In the order of accounts and levels.
    public List<Comment> list(TenantId tenant) {
        sealed.prepare(tenant);
        return sql.list("SELECT account_id, level, object_id, sealed FROM object_comment WHERE tenant_id = ? "
                + "ORDER BY account_id, level, object_id", row -> comment(tenant, row), tenant.value());
    }

    private Comment comment(TenantId tenant, ResultSet row) throws SQLException {
        DraftKey key = new DraftKey(new AdAccountId(row.getString(1)), Level.valueOf(row.getString(2)),
                row.getString(3));
        Body body = sealed.open(tenant, id(key), "comment", row.getBytes(4), Body.class);
        return new Comment(key, body.text, body.at, body.who);
    }

    /// Each takes the place of what was written about its object before.
    public void put(TenantId tenant, Collection<Comment> comments) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Comment comment : comments) {
            DraftKey key = comment.key();
            rows.add(new @Nullable Object[]{tenant.value(), key.account().value(), key.level().name(), key.object(),
                    sealed.seal(tenant, id(key), "comment", new Body(comment.text(), comment.at(), comment.who()))});
        }
        sql.batch("MERGE INTO object_comment (tenant_id, account_id, level, object_id, sealed) KEY (tenant_id, "
                + "account_id, level, object_id) VALUES (?, ?, ?, ?, ?)", rows);
    }

    public void remove(TenantId tenant, Collection<DraftKey> keys) {
        sql.batch("DELETE FROM object_comment WHERE " + OF_OBJECT, keys.stream().map(key -> new @Nullable Object[]{
                tenant.value(), key.account().value(), key.level().name(), key.object()}).toList());
    }

    /// A new object got its id: what was written about it goes along. Joins a transaction of the caller.
    ///
    /// @return whether there was anything
    public boolean made(TenantId tenant, DraftKey key, GraphId id) {
        sealed.prepare(tenant);
        Optional<Comment> written = sql.one("SELECT account_id, level, object_id, sealed FROM object_comment WHERE "
                + OF_OBJECT, row -> comment(tenant, row), tenant.value(), key.account().value(), key.level().name(),
                key.object());
        written.ifPresent(comment -> {
            put(tenant, List.of(new Comment(DraftKey.of(key.account(), key.level(), id), comment.text(), comment.at(),
                    comment.who())));
            remove(tenant, List.of(key));
        });
        return written.isPresent();
    }

    private static String id(DraftKey key) {
        return key.account() + "/" + key.level() + "/" + key.object();
    }
}
