package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.GraphObjects.Item;
import com.bizosaas.adsdesk.store.GraphObjects.Kind;
import com.bizosaas.adsdesk.store.StructurePack.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The campaigns, ad sets and ads of ad accounts in two layers: the packed pages of the last reading of everything, and
/// above them single objects that changed since, each a row that hides what the pages say of it. A page of 500 costs what
/// a handful of rows would.
final class Structures {

    /// An object that changed since everything was read.
    ///
    /// @param body its JSON, null where it is gone
    /// @param touchedAt when we changed it ourselves, null where a reading did
    record Changed(int place, @Nullable String body, @Nullable Instant touchedAt) {

        boolean isNewer(Instant asOf) {
            return touchedAt != null && touchedAt.isAfter(asOf);
        }
    }

    private record Piece(Kind kind, int place, byte @Nullable [] packed, @Nullable String id, Changed changed) {
    }

    static final Set<Kind> LEVELS = EnumSet.of(Kind.CAMPAIGN, Kind.AD_SET, Kind.AD);
    private static final String STRUCTURE = "tenant_id = ? AND account_id = ? AND kind IN ('CAMPAIGN', 'AD_SET', 'AD')";
    /// Both layers as of one moment, which only a single statement gives.
    private static final String BOTH = "SELECT p.kind, p.part, p.body, CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), "
            + "CAST(NULL AS TIMESTAMP(9) WITH TIME ZONE) FROM read_mark m JOIN structure_part p ON "
            + "p.tenant_id = m.tenant_id AND p.account_id = m.account_id AND p.reading = m.reading "
            + "WHERE m.tenant_id = ? AND m.account_id = ? AND m.topic = 'CAMPAIGNS' AND p.kind = ANY(?) UNION ALL "
            + "SELECT kind, place, NULL, object_id, body, touched_at FROM graph_object "
            + "WHERE tenant_id = ? AND account_id = ? AND kind = ANY(?)";

    private final Sql sql;

    Structures(Sql sql) {
        this.sql = sql;
    }

    /// What is stored of an account as of one moment.
    static final class Snapshot {

        private final Map<Kind, List<byte[]>> pages = new EnumMap<>(Kind.class);
        private final Map<Kind, Map<String, Changed>> changed = new EnumMap<>(Kind.class);
        private final Shared shared = new Shared();

        private void add(Piece piece) {
            byte[] packed = piece.packed;
            if (packed != null) {
                pages.computeIfAbsent(piece.kind, _ -> new ArrayList<>()).add(packed);
            } else if (piece.id != null) {
                changed.computeIfAbsent(piece.kind, _ -> new LinkedHashMap<>()).put(piece.id, piece.changed);
            }
        }

        @Nullable
        Changed changed(Kind kind, String id) {
            return changed.getOrDefault(kind, Map.of()).get(id);
        }

        /// The first place that was given.
        int first(Kind kind) {
            return Math.min(0, changed.getOrDefault(kind, Map.of()).values().stream().mapToInt(Changed::place).min()
                    .orElse(0));
        }

        /// In Facebook's order, those we made last.
        <T> List<T> list(LevelForm<T> form) {
            List<T> read = new ArrayList<>();
            pages.getOrDefault(form.kind(), List.of())
                    .forEach(page -> read.addAll(form.unpack().apply(page, shared)));
            if (!changed.containsKey(form.kind())) {
                return read;
            }
            Map<String, Changed> others = new LinkedHashMap<>(changed.get(form.kind()));
            List<T> middle = new ArrayList<>();
            for (T object : read) {
                Changed now = others.remove(form.id(object));
                if (now == null) {
                    middle.add(object);
                } else if (now.body != null) {
                    middle.add(Json.read(now.body, form.type()));
                }
            }
            List<T> all = new ArrayList<>();
            List<T> last = new ArrayList<>();
            for (Changed other : others.values()) {
                if (other.body != null) {
                    (other.place == GraphObjects.LAST ? last : all).add(Json.read(other.body, form.type()));
                }
            }
            all.addAll(middle);
            all.addAll(last);
            return all;
        }
    }

    Snapshot read(TenantId tenant, AdAccountId account, Set<Kind> kinds) {
        Object[] names = kinds.stream().map(Kind::name).toArray();
        List<Piece> pieces = new ArrayList<>(sql.list(BOTH,
                row -> new Piece(Kind.valueOf(row.getString(1)), row.getInt(2), row.getBytes(3), row.getString(4),
                        new Changed(row.getInt(2), row.getString(5), row.getObject(6, Instant.class))),
                tenant.value(), account.value(), names, tenant.value(), account.value(), names));
        pieces.sort(Comparator.comparingInt(Piece::place).thenComparing(piece -> String.valueOf(piece.id)));
        Snapshot snapshot = new Snapshot();
        pieces.forEach(snapshot::add);
        return snapshot;
    }

    <T> Optional<T> find(TenantId tenant, AdAccountId account, LevelForm<T> form, GraphId id) {
        Snapshot all = read(tenant, account, EnumSet.of(form.kind()));
        Changed changed = all.changed(form.kind(), id.value());
        if (changed != null) {
            return Optional.ofNullable(changed.body).map(body -> Json.read(body, form.type()));
        }
        for (byte[] page : all.pages.getOrDefault(form.kind(), List.of())) {
            for (T object : form.unpack().apply(page, all.shared)) {
                if (form.id(object).equals(id.value())) {
                    return Optional.of(object);
                }
            }
        }
        return Optional.empty();
    }

    /// The campaigns in which we changed something after that moment.
    Set<GraphId> touchedSince(TenantId tenant, AdAccountId account, Instant moment) {
        return Set.copyOf(sql.list("SELECT COALESCE(campaign_id, object_id) FROM graph_object WHERE " + STRUCTURE
                + " AND touched_at > ?", row -> new GraphId(row.getString(1)), tenant.value(), account.value(),
                moment));
    }

    /// Stores one object that we changed or made at that instant.
    void put(TenantId tenant, AdAccountId account, Kind kind, Item item, Instant at) {
        sql.inTransaction(() -> {
            int place = sql.one(
                    "SELECT place FROM graph_object WHERE tenant_id = ? AND account_id = ? AND kind = ? "
                            + "AND object_id = ?",
                    row -> row.getInt(1), tenant.value(), account.value(), kind.name(), item.id().value())
                    .orElse(GraphObjects.LAST);
            return write(List.<@Nullable Object[]>of(GraphObjects.row(tenant, account, kind, item, place,
                    Json.write(item.body()), at)));
        });
    }

    /// Stores rows of changed objects.
    boolean write(List<@Nullable Object[]> rows) {
        sql.batch(GraphObjects.MERGE, rows);
        return !rows.isEmpty();
    }

    /// Forgets what changed before a reading of everything began, for that says it too.
    void forgetChanges(TenantId tenant, AdAccountId account, Instant asOf) {
        sql.update("DELETE FROM graph_object WHERE " + STRUCTURE + " AND (touched_at IS NULL OR touched_at <= ?)",
                tenant.value(), account.value(), asOf);
    }

    /// A number for a reading of everything that begins.
    long nextReading() {
        return sql.one("SELECT NEXT VALUE FOR structure_reading", row -> row.getLong(1)).orElseThrow();
    }

    void addParts(List<@Nullable Object[]> parts) {
        sql.batch("INSERT INTO structure_part (tenant_id, account_id, kind, reading, part, body) "
                + "VALUES (?, ?, ?, ?, ?, ?)", parts);
    }

    /// Removes the parts of a reading that broke off.
    void dropParts(TenantId tenant, AdAccountId account, long reading) {
        sql.update("DELETE FROM structure_part WHERE tenant_id = ? AND account_id = ? AND reading = ?", tenant.value(),
                account.value(), reading);
    }

    /// Removes the parts of all readings before.
    void keepParts(TenantId tenant, AdAccountId account, long reading) {
        sql.update("DELETE FROM structure_part WHERE tenant_id = ? AND account_id = ? AND reading < ?", tenant.value(),
                account.value(), reading);
    }
}
