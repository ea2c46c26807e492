package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The daily backup is made each day, and not in the middle of a publication.
class DailyBackupTest {

    private final AtomicBoolean publishing = new AtomicBoolean();
    private Bench bench;
    private LiveBackupService backups;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new Bench(folder.resolve("desk"));
        backups = new LiveBackupService(bench.store.backups(), folder.resolve("desk"), bench.audit, bench.clock,
                bench.events, publishing::get);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isMadeOnceADay() {
        backups.daily();
        assertThat(backups.list()).hasSize(1);

        bench.clock.pass(Duration.ofHours(23));
        backups.daily();
        assertThat(backups.list()).hasSize(1);

        bench.clock.pass(Duration.ofHours(1));
        backups.daily();
        assertThat(backups.list()).hasSize(2);
        assertThat(backups.state().failure()).isNull();
    }

    @Test
    void waitsForWhatIsBeingPublishedAndComesJustAfterIt() {
        publishing.set(true);
        backups.daily();
        bench.clock.pass(Duration.ofMinutes(20));
        backups.daily();
        assertThat(backups.list()).isEmpty();

        publishing.set(false);
        bench.clock.pass(Duration.ofMinutes(1));
        backups.daily();
        assertThat(backups.list()).hasSize(1);
    }

    @Test
    void waitsForAnHourAtMost() {
        publishing.set(true);
        backups.daily();
        bench.clock.pass(Duration.ofMinutes(59));
        backups.daily();
        assertThat(backups.list()).isEmpty();

        bench.clock.pass(Duration.ofMinutes(1));
        backups.daily();
        assertThat(backups.list()).hasSize(1);
    }
}
