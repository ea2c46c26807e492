package com.bizosaas.adsdesk.service;

import static com.bizosaas.adsdesk.service.Bench.ID;
import static com.bizosaas.adsdesk.service.Bench.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each step of a write tells the window and the audit log, and when a lost one is looked for.
class WriteJournalTest {

    private static final DeskEvent CHANGED = new DeskEvent.JournalChanged(TENANT);

    @TempDir
    Path folder;
    private Bench bench;
    private final List<WriteEntry> settled = new ArrayList<>();

    @BeforeEach
    void open() {
        bench = new Bench(folder.resolve("desk"));
        bench.facebook.objects.put("1", new HashMap<>(Map.of("name", "One", "status", "ACTIVE")));
        bench.reconciler.onSettled(settled::add);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static PlannedWrite pause() {
        return PlannedWrite.update(TENANT, ID, "campaigns", new GraphId("1"), "One", "campaign.pause",
                new Before.Values(Map.of("status", "ACTIVE")), Map.of("status", "PAUSED"));
    }

    private static PlannedWrite make() {
        return PlannedWrite.create(TENANT, ID, "campaigns", "Twin", "campaign.create", new Before.Nothing(Set.of()),
                Map.of("name", "Twin", "objective", "OUTCOME_SALES"));
    }

    private WriteEntry lost(PlannedWrite write) {
        return bench.journal.unknown(bench.journal.begin(write).entry(), "T1", "The answer was lost");
    }

    private WriteEntry now(WriteEntry entry) {
        return bench.store.journal().find(TENANT, entry.id()).orElseThrow();
    }

    @Test
    void eachStateIsToldAndStandsInTheAuditLogWithItsValues() {
        bench.journal.plan("b", List.of(pause()));
        assertThat(bench.news).containsExactly(CHANGED);
        WriteEntry sent = bench.journal.begin(pause()).entry();
        bench.news.clear();
        WriteEntry unknown = bench.journal.unknown(sent, "T1", "lost");
        assertThat(bench.news).containsExactly(CHANGED, new DeskEvent.AuditChanged());
        assertThat(bench.lastEntry()).returns("{\"status\":\"ACTIVE\"}", AuditEntry::before)
                .returns("{\"status\":\"PAUSED\"}", AuditEntry::after).returns("T1", AuditEntry::traceId)
                .returns("1", AuditEntry::object).returns(Outcome.UNKNOWN, AuditEntry::outcome);

        bench.news.clear();
        bench.journal.explain(unknown, "it is not there yet");
        bench.journal.explain(now(unknown), "it is not there yet");
        assertThat(bench.news).as("told once").containsExactly(CHANGED);
        assertThat(now(unknown).reason()).isEqualTo("it is not there yet");

        WriteEntry not = bench.journal.saidNotDone(now(unknown));
        assertThat(not).returns(WriteState.ABSENT, WriteEntry::state).returns("Ines saw nothing of it",
                WriteEntry::reason);
        WriteEntry done = bench.journal.saidDone(lost(make()), new GraphId("9"));
        assertThat(done.write().target()).isEqualTo(new GraphId("9"));
        assertThat(done.reason()).isEqualTo("Ines saw it");
        assertThat(bench.journal.found(lost(pause()), new GraphId("1")).state()).isEqualTo(WriteState.FOUND);
        assertThat(bench.journal.rejected(bench.journal.begin(pause()).entry(), "T2", "no").traceId()).isEqualTo("T2");
    }

    @Test
    void whatMayNotLeaveIsInTheAuditLogAlone() {
        bench.journal.refused(make(), "Your role does not allow this");
        assertThat(bench.lastEntry()).returns(Outcome.REFUSED, AuditEntry::outcome).returns("", AuditEntry::before)
                .returns("", AuditEntry::object);
        assertThat(bench.lastEntry().after()).contains("\"refused\":\"Your role does not allow this\"")
                .contains("\"name\":\"Twin\"");
        assertThat(bench.store.journal().list(TENANT, 5)).isEmpty();
    }

    @Test
    void aLookOnDemandWaitsForNoAgeAndTellsOnce() {
        WriteEntry unknown = lost(pause());
        bench.reconciler.look(TENANT);
        assertThat(settled).as("it may come yet").isEmpty();
        assertThat(now(unknown)).returns(WriteState.UNKNOWN, WriteEntry::state);
        assertThat(now(unknown).reason()).isNotEqualTo("The answer was lost");
        bench.facebook.objects.get("1").put("status", "PAUSED");
        bench.reconciler.look(TENANT);
        assertThat(settled).singleElement().returns(WriteState.FOUND, WriteEntry::state);
        int calls = bench.facebook.calls.size();
        bench.clock.pass(Duration.ofHours(1));
        bench.reconciler.tick();
        assertThat(settled).hasSize(1);
        assertThat(bench.facebook.calls).as("what is settled is not looked for").hasSize(calls);
    }

    @Test
    void aLookIsMadeAtEachAgeAndTheLastOneDecides() {
        WriteEntry unknown = lost(pause());
        bench.reconciler.watch(unknown);
        List<Integer> looks = new ArrayList<>();
        for (int second = 0; second <= 180; second += 5) {
            int before = bench.facebook.calls.size();
            bench.reconciler.tick();
            if (bench.facebook.calls.size() > before) {
                looks.add(second);
            }
            bench.clock.pass(Duration.ofSeconds(5));
        }
        assertThat(looks).containsExactly(5, 15, 60, 180);
        assertThat(now(unknown).state()).isEqualTo(WriteState.ABSENT);
        assertThat(settled).singleElement().returns(WriteState.ABSENT, WriteEntry::state);
    }

    @Test
    void offlineItIsLookedForAMinuteLater() {
        WriteEntry unknown = lost(pause());
        bench.reconciler.watch(unknown);
        bench.clock.pass(Duration.ofSeconds(5));
        bench.facebook.failures.put("fields",
                new GraphException(Kind.NOT_SENT, "offline", 0, 0, "", "", "", List.of(), null, null));
        bench.reconciler.tick();
        bench.facebook.objects.get("1").put("status", "PAUSED");
        bench.clock.pass(Duration.ofSeconds(55));
        bench.reconciler.tick();
        assertThat(settled).isEmpty();
        bench.clock.pass(Duration.ofSeconds(5));
        bench.reconciler.tick();
        assertThat(settled).singleElement().returns(WriteState.FOUND, WriteEntry::state);
    }

    @Test
    void ofSeveralNewOnesNoneIsTaken() {
        WriteEntry unknown = lost(make());
        bench.facebook.objects.put("7", Map.of("name", "Twin", "objective", "OUTCOME_SALES"));
        bench.facebook.objects.put("8", Map.of("name", "Twin", "objective", "OUTCOME_SALES"));
        bench.reconciler.look(TENANT);
        assertThat(now(unknown)).returns(WriteState.UNKNOWN, WriteEntry::state).returns(Lookout.SEVERAL,
                WriteEntry::reason);
        int calls = bench.facebook.calls.size();
        bench.clock.pass(Duration.ofHours(1));
        bench.reconciler.tick();
        assertThat(bench.facebook.calls).as("only a person can tell").hasSize(calls);
    }
}
