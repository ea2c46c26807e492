package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Appends what was done to the audit log, under the name of the person at the desk. Thread-safe.
final class AuditTrail {

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

    AuditTrail(DeskStore store, Supplier<String> who, InstantSource clock, DeskEvents events) {
        this.store = store;
        this.who = who;
        this.clock = clock;
        this.events = events;
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
        record(who.get(), deed, outcome, traceId, source);
    }

    /// The same for somebody else.
    void record(String doer, Deed deed, Outcome outcome, String traceId, Source source) {
        store.audit().append(new AuditEntry(0, clock.instant().truncatedTo(ChronoUnit.MICROS), doer, deed.tenant,
                tenantName(deed.tenant), deed.action, deed.object, deed.objectName, deed.before, deed.after, outcome,
                traceId, source));
    }

    void tell() {
        events.publish(new DeskEvent.AuditChanged());
    }

    static String traceId(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof GraphException failure && !failure.traceId().isEmpty()) {
                return failure.traceId();
            }
        }
        return "";
    }

    private String tenantName(@Nullable TenantId tenant) {
        Optional<Tenant> found = tenant == null ? Optional.empty() : store.tenants().find(tenant);
        return found.map(Tenant::name).orElse("");
    }
}
