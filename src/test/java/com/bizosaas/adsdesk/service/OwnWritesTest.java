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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journal around every write, and the looks for those whose answer was lost.
class OwnWritesTest {

    @TempDir
    Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder.resolve("desk"));
        bench.facebook.objects.put("1", new HashMap<>(Map.of("name", "One", "status", "ACTIVE")));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static PlannedWrite pause(String id) {
        return PlannedWrite.update(TENANT, ID, "campaigns", new GraphId(id), "One", "campaign.pause",
                new Before.Values(Map.of("status", "ACTIVE")), Map.of("status", "PAUSED"));
    }

    private static PlannedWrite make(String name) {
        return PlannedWrite.create(TENANT, ID, "campaigns", name, "campaign.create", new Before.Nothing(Set.of()),
                Map.of("name", name, "objective", "OUTCOME_SALES", "status", "PAUSED"));
    }

    private static GraphException failure(Kind kind) {
        return new GraphException(kind, "lost", 0, 0, "", "", "TrAcE", List.of(), null, null);
    }

    private WriteEntry last() {
        return bench.store.journal().list(TENANT, 1).getFirst();
    }

    @Test
    void theJournalIsWrittenBeforeTheWriteLeaves() {
        List<WriteState> seen = new java.util.ArrayList<>();
        bench.facebook.onCall = () -> seen.add(last().state());
        bench.writes.perform(pause("1"));
        assertThat(seen).containsExactly(WriteState.SENDING);
        assertThat(last().state()).isEqualTo(WriteState.CONFIRMED);
        assertThat(bench.lastEntry()).returns("campaign.pause", AuditEntry::action).returns(Outcome.DONE,
                AuditEntry::outcome);
    }

    @Test
    void aBatchGoesOnAfterARefusalAndSaysSoPerRow() {
        List<WriteEntry> planned = bench.writes.plan("monday", List.of(pause("1"), make("Two"), pause("1")));
        assertThat(bench.facebook.calls).isEmpty();
        bench.facebook.failures.put("create", failure(Kind.REFUSED));

        List<WriteResult> results = planned.stream().map(bench.writes::send).toList();

        assertThat(results).extracting(WriteResult::isDone).containsExactly(true, false, true);
        assertThat(bench.store.journal().batch(TENANT, "monday")).extracting(WriteEntry::state)
                .containsExactly(WriteState.CONFIRMED, WriteState.REJECTED, WriteState.CONFIRMED);
        assertThat(results.get(1).entry().traceId()).isEqualTo("TrAcE");
        assertThat(bench.log()).extracting(AuditEntry::outcome).containsExactly(Outcome.DONE, Outcome.REFUSED,
                Outcome.DONE);
    }

    @Test
    void whatIsLeftOfABatchIsWithdrawn() {
        WriteEntry planned = bench.writes.plan("monday", List.of(pause("1"))).getFirst();
        assertThat(bench.writes.withdraw(planned, "Stopped by Ines").state()).isEqualTo(WriteState.REJECTED);
        assertThat(bench.facebook.calls).isEmpty();
        assertThat(last().reason()).isEqualTo("Stopped by Ines");
    }

    @Test
    void aLostCreateIsLookedForInTheBackgroundAndFound() {
        // Facebook makes it, but shows it only after a while.
        bench.facebook.failures.put("create", failure(Kind.UNKNOWN_EFFECT));
        WriteResult result = bench.writes.send(bench.writes.plan("b", List.of(make("Late"))).getFirst());
        assertThat(result.problem()).extracting(Problem::kind).isEqualTo(Problem.Kind.UNCERTAIN);
        assertThat(last().state()).isEqualTo(WriteState.UNKNOWN);

        bench.facebook.objects.put("77", Map.of("name", "Late", "objective", "OUTCOME_SALES"));
        bench.clock.pass(Duration.ofSeconds(10));
        bench.reconciler.tick();
        assertThat(last().state()).as("not due before 60 s").isEqualTo(WriteState.UNKNOWN);
        bench.clock.pass(Duration.ofSeconds(30));
        bench.reconciler.tick();

        assertThat(last().state()).isEqualTo(WriteState.FOUND);
        assertThat(last().write().target()).isEqualTo(new GraphId("77"));
        assertThat(bench.facebook.calls("create")).hasSize(1);
        assertThat(bench.log()).extracting(AuditEntry::outcome).containsExactly(Outcome.DONE, Outcome.UNKNOWN);
    }

    @Test
    void aCreateThatIsNotThereAfterThreeMinutesDidNotHappen() {
        bench.facebook.failures.put("create", failure(Kind.UNKNOWN_EFFECT));
        bench.writes.send(bench.writes.plan("b", List.of(make("Never"))).getFirst());
        for (int i = 0; i < 4; i++) {
            bench.clock.pass(Duration.ofSeconds(50));
            bench.reconciler.tick();
        }
        assertThat(last().state()).isEqualTo(WriteState.ABSENT);
        assertThat(bench.lastEntry().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(bench.facebook.calls("create")).hasSize(1);
    }

    @Test
    void ofSeveralNewOnesAPersonSaysWhichItIs() {
        bench.facebook.lost.put("create", failure(Kind.UNKNOWN_EFFECT));
        bench.facebook.objects.put("78", Map.of("name", "Twin", "objective", "OUTCOME_SALES"));
        bench.writes.send(bench.writes.plan("b", List.of(make("Twin"))).getFirst());
        assertThat(last().state()).isEqualTo(WriteState.UNKNOWN);
        assertThat(last().reason()).isEqualTo(Lookout.SEVERAL);

        LiveJournalService service = new LiveJournalService(bench.store.journal(), bench.journal, bench.reconciler);
        service.sayDone(TENANT, last().id(), new GraphId("78"));

        assertThat(last().write().target()).isEqualTo(new GraphId("78"));
        assertThat(service.unknown(TENANT)).isEmpty();
    }

    @Test
    void aNamesakeWithAnotherObjectiveIsNotOurs() {
        bench.facebook.failures.put("create", failure(Kind.UNKNOWN_EFFECT));
        bench.facebook.objects.put("79", Map.of("name", "Same", "objective", "OUTCOME_LEADS"));
        bench.writes.send(bench.writes.plan("b", List.of(make("Same"))).getFirst());
        assertThat(last().state()).isEqualTo(WriteState.UNKNOWN);
    }

    @Test
    void whatWasOnItsWayAtTheLastEndIsUnknownAndLookedFor() {
        bench.store.journal().begin("Ines", pause("1"), Bench.START);
        bench.store.journal().begin("Ines", make("Gone"), Bench.START);
        bench.facebook.objects.get("1").put("status", "PAUSED");
        bench.clock.pass(Duration.ofHours(1));

        bench.reconciler.start(List.of(TENANT));
        assertThat(bench.store.journal().in(TENANT, WriteState.UNKNOWN)).hasSize(2);
        bench.reconciler.tick();

        assertThat(bench.store.journal().list(TENANT, 5)).extracting(WriteEntry::state)
                .containsExactlyInAnyOrder(WriteState.FOUND, WriteState.ABSENT);
        assertThat(bench.facebook.calls("update")).isEmpty();
        assertThat(bench.facebook.calls("create")).isEmpty();
    }

    @Test
    void withoutASignInItStaysUnknownUntilThereIsOne() {
        bench.store.journal().begin("Ines", pause("1"), Bench.START);
        bench.facebook.failures.put("fields", failure(Kind.TOKEN));
        bench.clock.pass(Duration.ofHours(1));
        bench.reconciler.start(List.of(TENANT));
        bench.reconciler.tick();
        assertThat(last().state()).isEqualTo(WriteState.UNKNOWN);

        bench.clock.pass(Duration.ofMinutes(1));
        bench.reconciler.tick();
        assertThat(last().state()).isEqualTo(WriteState.ABSENT);
    }

    @Test
    void aWriteThatNeverLeftIsRefusedNotUnknown() {
        bench.facebook.failures.put("update", failure(Kind.NOT_SENT));
        WriteResult result = bench.writes.send(bench.writes.plan("b", List.of(pause("1"))).getFirst());
        assertThat(result.entry().state()).isEqualTo(WriteState.REJECTED);
        assertThat(bench.facebook.calls("fields")).isEmpty();
    }
}
