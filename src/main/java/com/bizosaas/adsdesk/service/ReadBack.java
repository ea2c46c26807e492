package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.BidFields;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow.Difference;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
/// Reads back what was written and compares it with what was sent: a difference is red even where Facebook said yes.
final class ReadBack {

    /// Taken by a create and not told again by every account.
    private static final Set<String> NOT_TOLD = Set.of("is_adset_budget_sharing_enabled",
            "special_ad_category_country", Fields.ORIGIN, "prefill", "customer_file_source");
    /// Of an audience, taken by a create and on no list of fields that can be read.
    static final Set<String> NEVER_TOLD = Set.of(Fields.ORIGIN, "prefill");

    private final DeskStore store;
    private final OwnWrites writes;
    private final DraftBooks books;
    private final RemoteDrafts remote;
    private final Applied applied;
    private final GraphClock clock;
    private final ImageUploads uploads;

    ReadBack(DeskStore store, OwnWrites writes, DraftBooks books, RemoteDrafts remote, Applied applied,
            GraphClock clock, ImageUploads uploads) {
        this.uploads = uploads;
        this.store = store;
        this.writes = writes;
        this.books = books;
        this.remote = remote;
        this.applied = applied;
        this.clock = clock;
    }

    /// Compares what Facebook has with what was sent. Rows that cannot be compared now stay on their way.
    ///
    /// @return when it is worth another try, null where nothing is left to be compared
    @Nullable
    Instant compare(PublishBatch batch, AdAccountId account, List<PublishRow> done) {
        if (done.isEmpty()) {
            return null;
        }
        TenantId tenant = batch.tenant();
        Map<DraftKey, Set<String>> asked = new LinkedHashMap<>();
        for (PublishRow row : done) {
            if (row.action() != Action.REMOVE) {
                Set<String> fields = new LinkedHashSet<>(row.sent().keySet());
                fields.removeAll(NEVER_TOLD);
                fields.add(Fields.marker(row.key().level()));
                asked.put(DraftKey.of(account, row.key().level(), Objects.requireNonNull(row.object())), fields);
            }
        }
        Map<DraftKey, Map<String, String>> read;
        try {
            read = asked.isEmpty() ? Map.of() : remote.read(tenant, account, asked);
        } catch (GraphException e) {
            Instant again = WaveSender.worthAnother(e, clock.instant());
            if (again != null) {
                return again;
            }
            store.batches().save(tenant, batch.id(), done.stream()
                    .map(row -> row.now(State.DONE, "Facebook said yes; it could not be read back")).toList());
            changed(tenant, account, done);
            return null;
        }
        List<PublishRow> rows = new ArrayList<>();
        for (PublishRow row : done) {
            DraftKey key = DraftKey.of(account, row.key().level(), Objects.requireNonNull(row.object()));
            if (row.action() == Action.REMOVE) {
                applied.removed(tenant, key);
                rows.add(row.reading(List.of()));
            } else {
                Map<String, String> has = read.getOrDefault(key, Map.of());
                rows.add(row.reading(differences(tenant, row, has)));
                applied.values(tenant, key, merged(row, has));
                creative(tenant, key, row, has);
            }
        }
        store.batches().save(tenant, batch.id(), rows);
        changed(tenant, account, done);
        return null;
    }

    private void changed(TenantId tenant, AdAccountId account, List<PublishRow> done) {
        topics(done).forEach(topic -> writes.shown(tenant, account, topic));
    }

    /// Once for a whole batch, for the reading takes of the same allowance: Facebook's own word on what was written.
    void fetchSoon(PublishBatch batch) {
        batch.rows().stream().filter(row -> row.state().tookEffect())
                .collect(Collectors.groupingBy(row -> row.key().account())).forEach((account, rows) -> topics(rows)
                        .forEach(topic -> writes.changed(batch.tenant(), account, topic)));
    }

    private static Set<Topic> topics(List<PublishRow> rows) {
        return rows.stream().map(row -> row.key().level() == Level.AUDIENCE ? Topic.AUDIENCES : Topic.CAMPAIGNS)
                .collect(Collectors.toSet());
    }

    /// A creative that was described got its id only now: by it a change from outside is noticed.
    private void creative(TenantId tenant, DraftKey key, PublishRow row, Map<String, String> has) {
        String made = has.getOrDefault(Fields.CREATIVE, "");
        boolean ours = row.sent().containsKey(Fields.CREATIVE) || row.sent().containsKey(Fields.URL_TAGS);
        if (ours && !FieldValues.creativeId(made).isEmpty()) {
            store.written().put(tenant,
                    List.of(new Drift.Written(key, row.name(), Fields.CREATIVE, made, clock.instant())));
        }
    }

    private static Map<String, String> merged(PublishRow row, Map<String, String> has) {
        Map<String, String> all = new LinkedHashMap<>(row.action() == Action.ADD ? row.sent() : Map.of());
        BidFields.replaced(row.sent()).forEach(field -> all.put(field, ""));
        all.putAll(has);
        return all;
    }

    private List<Difference> differences(TenantId tenant, PublishRow row, Map<String, String> has) {
        List<Difference> differences = new ArrayList<>();
        row.sent().forEach((field, sent) -> {
            FieldSpec spec = Fields.of(row.key().level(), field);
            String wanted = spec.kind() == FieldSpec.Kind.REFERENCE
                    ? books.aliases(tenant).getOrDefault(sent, sent)
                    : sent;
            String now = has.getOrDefault(field, "");
            boolean untold = now.isEmpty() && NOT_TOLD.contains(field);
            boolean described = field.equals(Fields.CREATIVE) && FieldValues.creativeId(sent).isEmpty();
            if (described) {
                differences.addAll(
                        CreativeDifferences.of(uploads.known(tenant, row.key().account(), sent), has));
            }
            if (!untold && !described && !FieldValues.same(spec, wanted, now)) {
                differences.add(new Difference(field, spec.label(), wanted, now));
            }
        });
        return differences;
    }
}
