package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sees to it that nothing is written to Facebook without a line in the audit log, whatever happens in between.
///
/// The log cannot be edited, so an intent is stored before the call and taken away in the same transaction that appends
/// its line. An intent that is found at the next start had its answer lost with the program: its line says UNKNOWN
/// (robustness "Writes", rule 1). Thread-safe.
final class AuditTrail {

    private static final String JOURNAL = "write-journal";

    private final DeskStore store;
    private final Supplier<String> who;
    private final InstantSource clock;
    private final DeskEvents events;

    /// Something done to an object; `before` and `after` are JSON of the fields in question, empty where there are none.
    record Deed(@Nullable TenantId tenant, String action, String object, String objectName, String before,
            String after) {

        Deed onObject(String id) {
            return new Deed(tenant, action, id, objectName, before, after);
        }
    }

    private record Intent(String id, long at, String who, String tenant, String tenantName, String action,
            String object, String objectName, String before, String after) {
    }

    private record Journal(List<Intent> intents) {
    }

    AuditTrail(DeskStore store, Supplier<String> who, InstantSource clock, DeskEvents events) {
        this.store = store;
        this.who = who;
        this.clock = clock;
        this.events = events;
    }

    /// Makes a call that writes to Facebook, and writes down how it ended.
    ///
    /// @param idOf the object's id in the answer, for a create; else null
    /// @throws DeskException if the call failed
    <T> T write(Deed deed, @Nullable Function<? super T, String> idOf, Supplier<T> call) {
        Intent intent = intend(deed);
        T answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            conclude(intent, deed, outcome(e), traceId(e));
            throw Problems.exception(e);
        }
        conclude(intent, idOf == null ? deed : deed.onObject(idOf.apply(answer)), Outcome.DONE, "");
        return answer;
    }

    /// Appends a line about something that is over.
    void note(Deed deed, Outcome outcome, String traceId, Source source) {
        record(deed, outcome, traceId, source);
        tell();
    }

    void done(Deed deed) {
        note(deed, Outcome.DONE, "", Source.APP);
    }

    /// The same within a transaction; call [#tell] when that is over.
    void record(Deed deed, Outcome outcome, String traceId, Source source) {
        append(deed, who.get(), clock.instant(), tenantName(deed.tenant), outcome, traceId, source);
    }

    void tell() {
        events.publish(new DeskEvent.AuditChanged());
    }

    /// Writes down what a former run of the program began and never ended.
    void recover() {
        store.inTransaction(() -> {
            List<Intent> left = journal();
            for (Intent intent : left) {
                TenantId tenant = intent.tenant.isEmpty() ? null : new TenantId(intent.tenant);
                append(new Deed(tenant, intent.action, intent.object, intent.objectName, intent.before, intent.after),
                        intent.who, Instant.ofEpochMilli(intent.at), intent.tenantName, Outcome.UNKNOWN, "",
                        Source.APP);
            }
            if (!left.isEmpty()) {
                store.settings().save(JOURNAL, new Journal(List.of()));
            }
            return left;
        });
    }

    static Outcome outcome(RuntimeException e) {
        return switch (e) {
            case GraphException failure -> switch (failure.kind()) {
                case UNKNOWN_EFFECT, CANCELLED, TRANSIENT -> Outcome.UNKNOWN;
                default -> Outcome.REFUSED;
            };
            case DeskException failure ->
                failure.problem().kind() == Problem.Kind.UNCERTAIN ? Outcome.UNKNOWN : Outcome.REFUSED;
            default -> Outcome.UNKNOWN;
        };
    }

    static String traceId(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof GraphException failure && !failure.traceId().isEmpty()) {
                return failure.traceId();
            }
        }
        return "";
    }

    private Intent intend(Deed deed) {
        TenantId tenant = deed.tenant;
        Intent intent = new Intent(UUID.randomUUID().toString(), clock.millis(), who.get(),
                tenant == null ? "" : tenant.value(), tenantName(tenant), deed.action, deed.object, deed.objectName,
                deed.before, deed.after);
        return store.inTransaction(() -> {
            List<Intent> open = new ArrayList<>(journal());
            open.add(intent);
            store.settings().save(JOURNAL, new Journal(open));
            return intent;
        });
    }

    private void conclude(Intent intent, Deed deed, Outcome outcome, String traceId) {
        store.inTransaction(() -> {
            List<Intent> open = new ArrayList<>(journal());
            open.removeIf(other -> other.id.equals(intent.id));
            store.settings().save(JOURNAL, new Journal(open));
            append(deed, intent.who, clock.instant(), intent.tenantName, outcome, traceId, Source.APP);
            return open;
        });
        tell();
    }

    private List<Intent> journal() {
        return store.settings().find(JOURNAL, Journal.class).map(Journal::intents).orElse(List.of());
    }

    private void append(Deed deed, String doer, Instant at, String tenantName, Outcome outcome, String traceId,
            Source source) {
        store.audit().append(new AuditEntry(0, at.truncatedTo(ChronoUnit.MICROS), doer, deed.tenant, tenantName,
                deed.action, deed.object, deed.objectName, deed.before, deed.after, outcome, traceId, source));
    }

    private String tenantName(@Nullable TenantId tenant) {
        Optional<Tenant> found = tenant == null ? Optional.empty() : store.tenants().find(tenant);
        return found.map(Tenant::name).orElse("");
    }
}
