package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.JournalStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The journal of writes with its lines in the audit log: each state that a write is left in is one line, stored in the
/// same transaction. Thread-safe.
final class WriteJournal {

    private final DeskStore store;
    private final AuditTrail audit;
    private final Supplier<String> who;
    private final InstantSource clock;
    private final DeskEvents events;

    WriteJournal(DeskStore store, AuditTrail audit, Supplier<String> who, InstantSource clock, DeskEvents events) {
        this.store = store;
        this.audit = audit;
        this.who = who;
        this.clock = clock;
        this.events = events;
    }

    /// Records writes that belong together before any of them is sent.
    List<WriteEntry> plan(String batch, List<PlannedWrite> writes) {
        List<WriteEntry> planned = store.journal().plan(batch, who.get(), writes, now());
        writes.stream().map(PlannedWrite::tenant).distinct().forEach(this::tell);
        return planned;
    }

    /// Records a planned write as on its way.
    JournalStore.Sending sending(WriteEntry planned) {
        return store.journal().send(planned.write().tenant(), planned.id(), now());
    }

    /// Records planned writes as on their way, all or none.
    List<JournalStore.Sending> sending(List<WriteEntry> planned) {
        return store.inTransaction(() -> planned.stream().map(this::sending).toList());
    }

    /// Records a single write as on its way.
    JournalStore.Sending begin(PlannedWrite write) {
        return store.journal().begin(who.get(), write, now());
    }

    /// A write that may not leave is in the audit log alone.
    void refused(PlannedWrite write, String reason) {
        Deed deed = deed(write);
        Map<String, String> asked = new TreeMap<>(write.requested());
        asked.put("refused", reason);
        audit.note(new Deed(deed.tenant(), deed.action(), deed.object(), deed.objectName(), deed.before(),
                Json.of(asked)), Outcome.REFUSED, "", Source.APP);
    }

    WriteEntry confirmed(WriteEntry sent, GraphId object) {
        return settle(sent, WriteState.CONFIRMED, object, "", "");
    }

    /// Facebook said yes to all of these, each with its object; recorded all or none.
    ///
    /// @return as they are now, in the same order
    List<WriteEntry> confirmed(List<WriteEntry> sent, List<GraphId> objects) {
        if (sent.isEmpty()) {
            return List.of();
        }
        List<WriteEntry> confirmed = store.inTransaction(() -> IntStream.range(0, sent.size())
                .mapToObj(i -> settled(sent.get(i).who(), sent.get(i), WriteState.CONFIRMED, objects.get(i), "", ""))
                .toList());
        sent.stream().map(entry -> entry.write().tenant()).distinct().forEach(this::tellAll);
        return confirmed;
    }

    WriteEntry rejected(WriteEntry sent, String traceId, String reason) {
        return settle(sent, WriteState.REJECTED, null, traceId, reason);
    }

    WriteEntry unknown(WriteEntry sent, String traceId, String reason) {
        return settle(sent, WriteState.UNKNOWN, null, traceId, reason);
    }

    WriteEntry found(WriteEntry unknown, GraphId object) {
        return settle(unknown, WriteState.FOUND, object, unknown.traceId(), "");
    }

    WriteEntry absent(WriteEntry unknown, String reason) {
        return settle(unknown, WriteState.ABSENT, null, unknown.traceId(), reason);
    }

    /// The person at the desk saw that it was done.
    WriteEntry saidDone(WriteEntry unknown, GraphId object) {
        return settle(who.get(), unknown, WriteState.FOUND, object, unknown.traceId(), who.get() + " saw it");
    }

    /// The person at the desk saw that it was not done.
    WriteEntry saidNotDone(WriteEntry unknown) {
        return settle(who.get(), unknown, WriteState.ABSENT, null, unknown.traceId(), who.get() + " saw nothing of it");
    }

    /// Says why a write whose answer was lost is still open.
    void explain(WriteEntry unknown, String reason) {
        if (!unknown.reason().equals(reason)) {
            store.journal().explain(unknown.write().tenant(), unknown.id(), reason);
            tell(unknown.write().tenant());
        }
    }

    /// Writes whose answer was lost, oldest first.
    List<WriteEntry> unknown(TenantId tenant) {
        return store.journal().in(tenant, WriteState.UNKNOWN);
    }

    /// At start: what a former run of the program had on its way has lost its answer with it.
    void recover(TenantId tenant) {
        for (WriteEntry sent : store.journal().in(tenant, WriteState.SENDING)) {
            unknown(sent, "", "Ads Desk ended before the answer came");
        }
    }

    private WriteEntry settle(WriteEntry entry, WriteState to, @Nullable GraphId object, String traceId,
            String reason) {
        return settle(entry.who(), entry, to, object, traceId, reason);
    }

    private WriteEntry settle(String doer, WriteEntry entry, WriteState to, @Nullable GraphId object, String traceId,
            String reason) {
        WriteEntry settled = store.inTransaction(() -> settled(doer, entry, to, object, traceId, reason));
        tellAll(entry.write().tenant());
        return settled;
    }

    private WriteEntry settled(String doer, WriteEntry entry, WriteState to, @Nullable GraphId object, String traceId,
            String reason) {
        WriteEntry now = store.journal().settle(entry.write().tenant(), entry.id(), entry.state(), to, object, traceId,
                reason, now());
        audit.record(doer, deed(now.write()), outcome(to), traceId, Source.APP);
        return now;
    }

    private static Outcome outcome(WriteState state) {
        return switch (state) {
            case CONFIRMED, FOUND -> Outcome.DONE;
            case REJECTED, ABSENT -> Outcome.REFUSED;
            case PLANNED, SENDING, UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    private static Deed deed(PlannedWrite write) {
        GraphId object = write.object();
        return new Deed(write.tenant(), write.action(), object == null ? "" : object.value(), write.objectName(),
                write.valuesBefore().isEmpty() ? "" : Json.of(new TreeMap<>(write.valuesBefore())),
                write.requested().isEmpty() ? "" : Json.of(new TreeMap<>(write.requested())));
    }

    private void tellAll(TenantId tenant) {
        tell(tenant);
        audit.tell();
    }

    private void tell(TenantId tenant) {
        events.publish(new DeskEvent.JournalChanged(tenant));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
