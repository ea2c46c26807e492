package com.bizosaas.adsdesk.service;

import static com.bizosaas.adsdesk.service.Bench.ID;
import static com.bizosaas.adsdesk.service.Bench.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day's first write to a client: asked about in the window, written down for programs, once each.
class FirstWritesTest {

    @TempDir
    Path folder;
    private Bench bench;
    private FirstWrites first;

    @BeforeEach
    void open() {
        bench = new Bench(folder.resolve("desk"));
        bench.facebook.objects.put("1", new HashMap<>(Map.of("name", "One", "status", "ACTIVE")));
        first = new FirstWrites(bench.store, () -> bench.person, bench.audit, bench.clock);
        bench.writes.onLeaving(first::note);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void pause() {
        bench.writes.perform(PlannedWrite.update(TENANT, ID, "campaigns", new GraphId("1"), "One", "campaign.pause",
                new Before.Values(Map.of("status", "ACTIVE")), Map.of("status", "PAUSED")));
    }

    private List<String> noted() {
        return bench.log().stream().filter(entry -> entry.action().equals("tenant.first-write"))
                .map(AuditEntry::after).toList();
    }

    @Test
    void theWindowAsksEachPersonOnceADay() {
        assertThat(first.isFirst(TENANT)).isTrue();
        first.confirm(TENANT);
        assertThat(first.isFirst(TENANT)).isFalse();
        pause();
        pause();
        assertThat(noted()).containsExactly("{\"asked\":true}");
        bench.person = new Person("p2", "Tom", Role.PUBLISHER);
        assertThat(first.isFirst(TENANT)).as("another person").isTrue();
        bench.person = new Person("p1", "Ines", Role.ADMINISTRATOR);
        bench.clock.pass(Duration.ofDays(1));
        assertThat(first.isFirst(TENANT)).as("another day").isTrue();
    }

    @Test
    void aProgramIsNotAskedButItsFirstWriteOfADayIsInTheAuditLog() {
        first.confirm(TENANT);
        Through.door("key “Nightly”", () -> {
            pause();
            pause();
            return true;
        });
        assertThat(noted()).as("newest first").containsExactly("{\"asked\":false}", "{\"asked\":true}");
        assertThat(bench.facebook.calls).as("nothing was held up").hasSize(2);
        bench.clock.pass(Duration.ofDays(1));
        Through.door("key “Nightly”", () -> {
            pause();
            return true;
        });
        assertThat(noted()).hasSize(3);
        assertThat(first.isFirst(TENANT)).as("the window asks all the same").isTrue();
    }

    @Test
    void aRefusedWriteIsNone() {
        bench.person = new Person("p2", "Tom", Role.VIEWER);
        try {
            pause();
        } catch (DeskException e) {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.NO_PERMISSION);
        }
        assertThat(noted()).isEmpty();
    }
}
