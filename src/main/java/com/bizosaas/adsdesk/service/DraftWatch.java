package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.Priority;
import com.bizosaas.adsdesk.log.LogTenant;
import com.bizosaas.adsdesk.sync.NotConnectedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds drafts against what each poll brings: what somebody changed at Facebook meanwhile becomes a conflict, and no draft
/// is lost. Names, statuses and budgets stand in the poll; other drafted fields are read of the objects that were edited
/// since they were last looked at. Thread-safe.
final class DraftWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DraftWatch.class);

    private final DraftBooks books;
    private final Library library;
    private final RemoteDrafts remote;
    private final Executor workers;
    private final Map<Place, Boolean> watching = new ConcurrentHashMap<>();
    /// When an object had last been edited as its drafted fields were read.
    private final Map<Place, Map<String, Instant>> looked = new ConcurrentHashMap<>();

    private record Place(TenantId tenant, AdAccountId account) {
    }

    /// What the poll says of an object.
    private record Polled(Map<String, String> values, Instant edited) {
    }

    DraftWatch(DraftBooks books, Library library, RemoteDrafts remote, Executor workers) {
        this.books = books;
        this.library = library;
        this.remote = remote;
        this.workers = workers;
    }

    /// After a poll. Returns at once; a poll that comes meanwhile is looked at afterwards.
    void polled(TenantId tenant, AdAccountId account, Topic topic) {
        if (topic != Topic.CAMPAIGNS || books.book(tenant).drafts(account).stream().allMatch(
                draft -> draft.key().isNew())) {
            return;
        }
        Place place = new Place(tenant, account);
        if (watching.put(place, true) == null) {
            workers.execute(
                    LogTenant.named(tenant.value(), () -> Priority.run(() -> Priority.BACKGROUND, () -> watch(place))));
        }
    }

    private void watch(Place place) {
        try {
            while (Boolean.TRUE.equals(watching.replace(place, false))) {
                look(place);
            }
        } catch (GraphException | NotConnectedException e) {
            LOG.debug("Drafts are held against Facebook after the next poll", e);
        } catch (IllegalStateException e) {
            LOG.debug("The desk was closed while drafts were looked at", e);
        } finally {
            boolean more = Boolean.TRUE.equals(watching.remove(place));
            if (more) {
                polled(place.tenant, place.account, Topic.CAMPAIGNS);
            }
        }
    }

    private void look(Place place) {
        Map<String, Polled> polled = polled(library.structure(place.tenant, place.account).value());
        books.observe(place.tenant, book -> {
            List<Change> changes = new ArrayList<>();
            for (Draft draft : book.drafts(place.account)) {
                Polled now = polled.get(draft.key().object());
                if (now != null) {
                    changes.addAll(Edits.observe(draft, now.values));
                }
            }
            return changes;
        });
        Map<String, Instant> seen = looked.computeIfAbsent(place, _ -> new ConcurrentHashMap<>());
        Map<DraftKey, Set<String>> asked = new LinkedHashMap<>();
        for (Draft draft : books.book(place.tenant).drafts(place.account)) {
            Polled now = polled.get(draft.key().object());
            if (now != null && !now.edited.equals(seen.get(draft.key().object()))) {
                Set<String> fields = new LinkedHashSet<>(draft.cells().keySet());
                fields.removeAll(now.values.keySet());
                if (!fields.isEmpty()) {
                    asked.put(draft.key(), fields);
                }
            }
        }
        if (!asked.isEmpty()) {
            remote.read(place.tenant, place.account, asked);
            asked.keySet().forEach(key -> seen.put(key.object(),
                    Objects.requireNonNull(polled.get(key.object())).edited));
        }
    }

    private static Map<String, Polled> polled(AdStructure structure) {
        Map<String, Polled> polled = new HashMap<>();
        structure.campaigns().forEach(one -> polled.put(one.id().value(),
                new Polled(FieldValues.of(one), edited(one.updatedAt()))));
        structure.adSets().forEach(one -> polled.put(one.id().value(),
                new Polled(FieldValues.of(one), edited(one.updatedAt()))));
        structure.ads().forEach(one -> polled.put(one.id().value(),
                new Polled(FieldValues.of(one), edited(one.updatedAt()))));
        return polled;
    }

    private static Instant edited(@Nullable Instant at) {
        return at == null ? Instant.EPOCH : at;
    }
}
