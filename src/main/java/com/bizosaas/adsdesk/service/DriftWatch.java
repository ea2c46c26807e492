package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.log.LogTenant;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteKind;
import com.bizosaas.adsdesk.draft.BidFields;
import com.bizosaas.adsdesk.draft.Cell;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.draft.Drift.Words;
import com.bizosaas.adsdesk.draft.Drift.Written;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.graph.AdsApi.Activity;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.Priority;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.WrittenStore;
import com.bizosaas.adsdesk.sync.ApiSource;
import com.bizosaas.adsdesk.sync.NotConnectedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds what is live against what this desk wrote last. Thread-safe.
final class DriftWatch implements DriftService {

    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
    /// Every poll tells these.
    private static final Set<String> TOLD = Set.of(Fields.NAME, Fields.STATUS, Fields.DAILY, Fields.LIFETIME,
            Fields.CREATIVE, "bid_strategy", "bid_amount", "optimization_goal", "billing_event", "start_time",
            "end_time", "objective", "special_ad_categories", Fields.SPEND_CAP, Fields.BID_LIMITS);

    private final DeskStore store;
    private final WrittenStore written;
    private final DraftContext context;
    private final DraftBooks books;
    private final Library library;
    private final RemoteDrafts remote;
    private final ApiSource apis;
    private final Executor workers;
    private final DeskEvents events;
    private final Map<Seen, Actor> actors = new ConcurrentHashMap<>();
    private final Map<TenantId, Set<AdAccountId>> due = new ConcurrentHashMap<>();
    /// When an object had last been edited as its fields beyond the structure were read.
    private final Map<Looked, Instant> looked = new ConcurrentHashMap<>();
    private final Set<TenantId> asking = ConcurrentHashMap.newKeySet();

    private record Seen(TenantId tenant, DraftKey key, String field, String now) {
    }

    private record Actor(String name, Instant at) {
    }

    private record Looked(TenantId tenant, DraftKey key) {
    }

    DriftWatch(DeskStore store, DraftContext context, DraftBooks books, Library library, RemoteDrafts remote,
            ApiSource apis,
            Executor workers, DeskEvents events) {
        this.store = store;
        this.written = store.written();
        this.context = context;
        this.books = books;
        this.library = library;
        this.remote = remote;
        this.apis = apis;
        this.workers = workers;
        this.events = events;
    }

    /// A write of this desk took effect.
    void wrote(WriteEntry entry) {
        PlannedWrite write = entry.write();
        Level level = RemoteDrafts.level(write.edge()).orElse(null);
        if (level == null || level == Level.AUDIENCE) {
            return;
        }
        DraftKey key = DraftKey.of(write.account(), level, write.target());
        if (write.kind() == WriteKind.DELETE) {
            written.forget(write.tenant(), key);
            return;
        }
        Instant at = entry.settledAt() == null ? entry.plannedAt() : entry.settledAt();
        List<Written> values = new ArrayList<>();
        write.requested().forEach((name, value) -> Fields.find(level, name)
                .filter(field -> field.kind() != FieldSpec.Kind.REFERENCE)
                .filter(field -> !name.equals(Fields.CREATIVE) || !FieldValues.creativeId(value).isEmpty())
                .ifPresent(field -> values.add(new Written(key, write.objectName(), name,
                        RemoteDrafts.takesAway(field, value) ? "" : value, at))));
        written.put(write.tenant(), values);
        written.forget(write.tenant(), key, BidFields.replaced(write.requested()));
    }

    @Override
    public List<Drift> drifts(TenantId tenant) {
        return Problems.explained(() -> written.accounts(tenant).stream()
                .flatMap(account -> drifts(tenant, account).stream()).toList());
    }

    private List<Drift> drifts(TenantId tenant, AdAccountId account) {
        Stamped<AdStructure> structure = library.structure(tenant, account);
        if (!structure.everRead() || store.accounts().find(tenant, account).isEmpty()) {
            return List.of();
        }
        Projection live = context.projection(tenant, account, List.of());
        List<Drift> drifts = new ArrayList<>();
        Set<DraftKey> gone = new LinkedHashSet<>();
        for (Written one : written.list(tenant, account)) {
            DraftKey key = one.key();
            Map<String, String> values = live.before(key.level(), key.object());
            FieldSpec field = Fields.of(key.level(), one.field());
            if (values.isEmpty()) {
                // Made a moment ago, and not read yet.
                if (structure.asOf() != null && structure.asOf().isAfter(one.at()) && gone.add(key)) {
                    drifts.add(known(tenant, new Drift(key, one.name(), Fields.of(key.level(), Fields.STATUS), "",
                            one.at(), "DELETED", new Words("", "—", "Deleted"), "", null)));
                }
            } else {
                String now = values.get(one.field());
                if (now != null && !FieldValues.same(field, one.value(), now)) {
                    drifts.add(known(tenant, new Drift(key, live.name(key.level(), key.object()), field, one.value(),
                            one.at(), now, new Words(live.path(key), live.shown(field, one.value()),
                                    live.shown(field, now)),
                            "", null)));
                }
            }
        }
        return drifts;
    }

    private Drift known(TenantId tenant, Drift drift) {
        Actor actor = actors.get(seen(tenant, drift));
        return actor == null ? drift : drift.by(actor.name, actor.at);
    }

    private static Seen seen(TenantId tenant, Drift drift) {
        return new Seen(tenant, drift.key(), drift.field().name(), drift.now());
    }

    /// After a poll: asks the account's history who did what is new. Returns at once.
    void polled(TenantId tenant, AdAccountId account, Topic topic) {
        if (topic != Topic.CAMPAIGNS) {
            return;
        }
        due.computeIfAbsent(tenant, _ -> ConcurrentHashMap.newKeySet()).add(account);
        if (asking.add(tenant)) {
            workers.execute(LogTenant.named(tenant.value(), () -> inBackground(tenant)));
        }
    }

    /// What is published needs the same allowance more.
    private void inBackground(TenantId tenant) {
        Priority.run(() -> Priority.BACKGROUND, () -> askAll(tenant));
    }

    private void askAll(TenantId tenant) {
        Set<AdAccountId> accounts = due.computeIfAbsent(tenant, _ -> ConcurrentHashMap.newKeySet());
        try {
            for (AdAccountId account : List.copyOf(accounts)) {
                accounts.remove(account);
                ask(tenant, account);
            }
        } catch (GraphException | NotConnectedException e) {
            // Who did it is asked again after the next poll.
            accounts.clear();
        } catch (IllegalStateException e) {
            LOG.debug("The desk was closed while changes from outside were looked at", e);
            accounts.clear();
        } finally {
            asking.remove(tenant);
        }
        if (!accounts.isEmpty() && asking.add(tenant)) {
            workers.execute(LogTenant.named(tenant.value(), () -> inBackground(tenant)));
        }
    }

    /// Targetings and what else the structure does not hold are read again, of objects that somebody edited since.
    private void look(TenantId tenant, AdAccountId account) {
        Map<String, Instant> edited = edited(library.structure(tenant, account).value());
        Map<DraftKey, Set<String>> asked = new LinkedHashMap<>();
        for (Written one : written.list(tenant, account)) {
            DraftKey key = one.key();
            if (!TOLD.contains(one.field()) && edited.containsKey(key.object())
                    && !edited.get(key.object()).equals(looked.get(new Looked(tenant, key)))) {
                asked.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(one.field());
            }
        }
        if (!asked.isEmpty()) {
            remote.read(tenant, account, asked);
            asked.keySet().forEach(
                    key -> looked.put(new Looked(tenant, key), Objects.requireNonNull(edited.get(key.object()))));
            events.publish(new DeskEvent.DriftChanged(tenant));
        }
    }

    private static Map<String, Instant> edited(AdStructure structure) {
        Map<String, Instant> edited = new HashMap<>();
        structure.campaigns().forEach(one -> put(edited, one.id(), one.updatedAt()));
        structure.adSets().forEach(one -> put(edited, one.id(), one.updatedAt()));
        structure.ads().forEach(one -> put(edited, one.id(), one.updatedAt()));
        return edited;
    }

    private static void put(Map<String, Instant> edited, GraphId id, @Nullable Instant at) {
        edited.put(id.value(), at == null ? Instant.EPOCH : at);
    }

    private void ask(TenantId tenant, AdAccountId account) {
        look(tenant, account);
        List<Drift> fresh = drifts(tenant, account).stream()
                .filter(drift -> !actors.containsKey(seen(tenant, drift))).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Instant since = fresh.stream().map(Drift::publishedAt).min(Comparator.naturalOrder()).orElseThrow();
        List<Activity> history = apis.api(tenant).activities(account, since);
        for (Drift drift : fresh) {
            Optional<Activity> act = history.stream()
                    .filter(one -> one.object().value().equals(drift.key().object()))
                    .filter(one -> tells(one.event(), drift.field().name()))
                    .max(Comparator.comparing(Activity::at));
            actors.put(seen(tenant, drift), new Actor(act.map(Activity::actorName).orElse(""),
                    act.map(Activity::at).orElse(since)));
        }
        events.publish(new DeskEvent.DriftChanged(tenant));
    }

    private static boolean tells(String event, String field) {
        String word = switch (field) {
            case Fields.DAILY, Fields.LIFETIME -> "budget";
            case Fields.STATUS -> "status";
            case Fields.NAME -> "name";
            case Fields.TARGETING -> "target";
            case "bid_amount", "bid_constraints", "bid_strategy" -> "bid";
            case "start_time", "end_time" -> "duration";
            case "optimization_goal" -> "goal";
            case Fields.CREATIVE -> "creative";
            default -> "";
        };
        return event.contains(word) || event.equals("unknown");
    }

    @Override
    public void accept(TenantId tenant, Collection<Drift> drifts) {
        Problems.explained(() -> {
            for (Drift drift : drifts) {
                if (drift.isGone()) {
                    written.forget(tenant, drift.key());
                } else {
                    written.put(tenant,
                            List.of(new Written(drift.key(), drift.name(), drift.field().name(), drift.now(),
                                    drift.publishedAt())));
                }
            }
            events.publish(new DeskEvent.DriftChanged(tenant));
            return drifts;
        });
    }

    @Override
    public Set<DraftKey> revert(TenantId tenant, Collection<Drift> drifts) {
        return Problems.explained(() -> {
            Drift gone = drifts.stream().filter(Drift::isGone).findFirst().orElse(null);
            if (gone != null) {
                throw new DeskException(Problem.invalid("object_id", gone.name() + " was deleted at Facebook",
                        "It cannot come back. Accept it, or duplicate another one."));
            }
            Set<DraftKey> keys = new LinkedHashSet<>();
            books.edit(tenant, "Revert " + drifts.size() + " changes from outside", book -> {
                List<Change> changes = new ArrayList<>();
                for (Drift drift : drifts) {
                    Cell before = book.find(drift.key()).map(draft -> draft.cells().get(drift.field().name()))
                            .orElse(null);
                    changes.add(new Change(drift.key(), drift.name(), drift.field().name(), before,
                            Cell.of(drift.now(), drift.published())));
                    keys.add(drift.key());
                }
                return changes;
            });
            return keys;
        });
    }
}
