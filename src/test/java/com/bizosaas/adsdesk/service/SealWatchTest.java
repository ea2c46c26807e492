package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealWatchTest {

    @TempDir
    Path temp;

    @Test
    void aValueOutOfItsPlaceIsWrittenDownOnceEach() {
        try (Bench bench = new Bench(temp.resolve("desk"))) {
            SealWatch watch = new SealWatch(bench.audit, Runnable::run);
            watch.broken(Bench.TENANT, "access-token");
            watch.broken(Bench.TENANT, "access-token");
            watch.broken(null, "app-secret");
            assertThat(bench.log()).extracting(AuditEntry::tenantId, AuditEntry::action, AuditEntry::object,
                    AuditEntry::outcome)
                    .containsExactly(tuple(null, SealWatch.ACTION, "app-secret", Outcome.REFUSED),
                            tuple(Bench.TENANT, SealWatch.ACTION, "access-token", Outcome.REFUSED));
        }
    }
}
