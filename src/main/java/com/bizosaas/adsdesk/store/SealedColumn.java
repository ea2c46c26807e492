package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.SecretBox;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns of the control store that hold sealed values, and the place each value is bound to, as the stores that own
/// them say it. For what concerns all of them: new keys.
enum SealedColumn {

    TOKEN("facebook_connection", "token", "tenant_id", "connection_id", "'token'"),
    DESK_SECRET("desk_secret", "sealed", "'" + DataKeys.DESK + "'", "'" + DataKeys.DESK + "'", "name"),
    WRITE("write_journal", "sealed", "tenant_id", "write_id", "'write'"),
    PROFILE("tenant_profile", "sealed", "tenant_id", "'profile'", "'profile'"),
    DRAFT("draft", "sealed", "tenant_id", "account_id || '/' || level || '/' || object_id", "'draft'"),
    DRAFT_STEP("draft_step", "sealed", "tenant_id", "'step-' || number", "'label'"),
    DRAFT_CHANGE("draft_change", "sealed", "tenant_id", "'step-' || step || '-' || place", "'change'"),
    OBJECT_DETAIL("object_detail", "sealed", "tenant_id", "object_id", "'detail'"),
    PUBLISH_ROW("publish_row", "sealed", "tenant_id", "batch_id || '-' || place", "'row'"),
    WRITTEN("written_value", "sealed", "tenant_id", "object_id || '/' || field", "'written'"),
    COMMENT("object_comment", "sealed", "tenant_id", "account_id || '/' || level || '/' || object_id", "'comment'"),
    BATCH_NOTE("batch_note", "sealed", "tenant_id", "batch_id", "'note'"),
    TEMPLATE("campaign_template", "sealed", "tenant_id", "template_id", "'template'"),
    IMAGE_FACTS("draft_image", "facts", "tenant_id", "image_id", "'facts'"),
    IMAGE("draft_image", "sealed", "tenant_id", "image_id", "'image'", SealedColumn.LARGE);

    private static final int CHUNK = 1000;
    /// How many values of many megabytes are in memory at once.
    private static final int LARGE = 4;

    private final String table;
    private final String column;
    private final String select;
    private final int chunk;

    SealedColumn(String table, String column, String owner, String row, String field) {
        this(table, column, owner, row, field, CHUNK);
    }

    SealedColumn(String table, String column, String owner, String row, String field, int chunk) {
        this.chunk = chunk;
        this.table = table;
        this.column = column;
        this.select = "SELECT _ROWID_, " + column + ", " + owner + ", " + row + ", " + field + " FROM " + table;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    /// A value and the place it is bound to.
    private record Value(long id, byte[] sealed, String owner, String row, String field) {
    }

    /// Seals every value anew.
    ///
    /// @param before the box that opens what an owner's key sealed
    /// @param after the box that seals it from now on
    /// @return how many there were
    /// @throws SealBroken if one does not belong where it lies
    long reseal(Sql sql, Function<String, SecretBox> before, Function<String, SecretBox> after) {
        long count = 0;
        long last = Long.MIN_VALUE;
        while (true) {
            List<Value> values = sql.list(select + " WHERE _ROWID_ > ? ORDER BY _ROWID_ LIMIT " + chunk,
                    row -> new Value(row.getLong(1), row.getBytes(2), row.getString(3), row.getString(4),
                            row.getString(5)),
                    last);
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (Value value : values) {
                try (SecretBytes secret = before.apply(value.owner).open(value.sealed, value.row, value.field)) {
                    rows.add(new @Nullable Object[]{
                            after.apply(value.owner).seal(secret, value.row, value.field).bytes(), value.id});
                }
            }
            sql.batch("UPDATE " + table + " SET " + column + " = ? WHERE _ROWID_ = ?", rows);
            count += rows.size();
            if (values.size() < chunk) {
                return count;
            }
            last = values.getLast().id;
        }
    }
}
