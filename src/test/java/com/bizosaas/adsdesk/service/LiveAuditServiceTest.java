package com.bizosaas.adsdesk.service;

import static com.bizosaas.adsdesk.service.Bench.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.service.AuditService.Filter;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveAuditServiceTest {

    @TempDir
    Path folder;
    private Bench bench;
    private LiveAuditService service;

    @BeforeEach
    void open() {
        bench = new Bench(folder.resolve("desk"));
        service = new LiveAuditService(bench.store.audit(), bench.audit);
        bench.audit.done(new Deed(null, "desk.unlock", "", "", "", ""));
        bench.clock.pass(Duration.ofHours(1));
        bench.audit.done(new Deed(TENANT, "campaign.update", "1", "=HYPERLINK(\"http://x\")", "{\"name\":\"a\"}",
                "{\"name\":\"b\"}"));
        bench.audit.done(new Deed(TENANT, "campaign.pause", "2", "＝1+1", "", ""));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void exportsWhatPassesTheFilterWithoutFormulas() throws IOException {
        Path file = folder.resolve("log.csv");
        assertThat(service.export(new Filter(TENANT, "", "", null), file)).isEqualTo(2);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\"number\",\"at\",\"who\",\"tenant_id\"");
        assertThat(lines.get(1)).startsWith("\"2\",").contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
                .contains("\"{\"\"name\"\":\"\"a\"\"}\"");
        assertThat(lines.get(2)).contains("\"'＝1+1\"");
        assertThat(bench.lastEntry()).returns("audit.export", AuditEntry::action).returns(TENANT,
                AuditEntry::tenantId);
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "mine");
        Problem problem = catchThrowableOfType(DeskException.class, () -> service.export(Filter.ALL, file))
                .problem();
        assertThat(problem.field()).isEqualTo("file");
        assertThat(file).hasContent("mine");
    }

    @Test
    void filtersByTime() {
        assertThat(service.entries(new Filter(null, "", "", Bench.START.plusSeconds(1)), 10))
                .extracting(AuditEntry::action)
                .containsExactly("campaign.pause", "campaign.update");
        assertThat(service.entries(new Filter(null, "", "", Bench.START), 10)).hasSize(3);
        String action = service.entries(Filter.ALL, 1).getFirst().action();
        assertThat(service.entries(new Filter(null, "", action, null), 10)).extracting(AuditEntry::action)
                .containsOnly(action);
        assertThat(service.entries(new Filter(null, "", action.substring(1), null), 10)).as("whole words").isEmpty();
    }
}
