package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.GLOBEX;
import static com.bizosaas.adsdesk.store.StoreFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditStoreTest {

    @TempDir
    static Path temporary;

    private static DataFolder folder;
    private static DeskStore store;

    @BeforeAll
    static void create() {
        folder = DataFolder.open(temporary.resolve("desk"));
        store = StoreFixture.create(folder);
    }

    @AfterAll
    static void close() {
        store.close();
        folder.close();
    }

    @BeforeEach
    void tenEntries() {
        for (int i = 0; i < 10; i++) {
            store.audit().append(entry(i % 2 == 0 ? ACME : null, i == 3 ? "campaign.pause" : "desk.unlock"));
        }
        sql().update("DROP TABLE IF EXISTS kept");
        sql().update("CREATE TABLE kept AS SELECT * FROM audit");
    }

    @AfterEach
    void repair() {
        sql().update("DELETE FROM audit");
        sql().update("INSERT INTO audit SELECT * FROM kept");
        assertThat(store.audit().verify().whole()).isTrue();
    }

    @Test
    void comesBackAsItWasWrittenNewestFirst() {
        AuditEntry written = store.audit().append(entry(GLOBEX, "ad.resume"));
        sql().update("DELETE FROM kept");
        sql().update("INSERT INTO kept SELECT * FROM audit");

        assertThat(store.audit().list(AuditStore.Filter.ALL, 3)).hasSize(3).first().isEqualTo(written);
        assertThat(written.number()).isEqualTo(store.audit().verify().checked());
        assertThat(written.at()).isEqualTo(StoreFixture.NOW);
        assertThat(store.audit().list(new AuditStore.Filter(GLOBEX, "", null, null), 99)).allMatch(
                each -> GLOBEX.equals(each.tenantId()));
        assertThat(store.audit().list(new AuditStore.Filter(null, "CAMPAIGN.pau", null, null), 99)).isNotEmpty()
                .allMatch(each -> each.action().equals("campaign.pause"));
        assertThat(store.audit().list(new AuditStore.Filter(null, "spring „sale“", null, null), 2)).hasSize(2);
        assertThat(store.audit().list(new AuditStore.Filter(null, "100%_", null, null), 2)).isEmpty();
        assertThat(store.audit().list(new AuditStore.Filter(null, "", StoreFixture.NOW.plusNanos(1), null), 2))
                .isEmpty();
        assertThat(store.audit().list(new AuditStore.Filter(null, "", null, StoreFixture.NOW), 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            UPDATE audit SET after_json = '{}' WHERE number = 4          , 4, content
            UPDATE audit SET who = 'Mallory' WHERE number = 1            , 1, content
            UPDATE audit SET outcome = 'REFUSED' WHERE number = 9        , 9, content
            UPDATE audit SET action = 'campaign.resume' WHERE number = 4 , 4, was changed
            UPDATE audit SET tenant_id = 'globex' WHERE number = 5       , 5, was changed
            UPDATE audit SET tenant_id = NULL WHERE number = 5           , 5, was changed
            UPDATE audit SET at = CURRENT_TIMESTAMP WHERE number = 7     , 7, was changed
            DELETE FROM audit WHERE number = 6                           , 6, missing
            DELETE FROM audit WHERE number = 1                           , 1, missing
            DELETE FROM audit                                            , 1, cut off
            """)
    void namesTheBrokenLink(String tampering, long number, String reason) {
        sql().update(tampering);

        AuditStore.Verification verification = store.audit().verify();
        assertThat(verification.whole()).isFalse();
        assertThat(verification.brokenAt()).isEqualTo(number);
        assertThat(verification.reason()).contains(reason);
    }

    @Test
    void noticesACutTailByTheMarkOutside() {
        long last = store.audit().verify().checked();
        sql().update("DELETE FROM audit WHERE number = ?", last);

        assertThat(store.audit().verify()).isEqualTo(
                new AuditStore.Verification(last - 1, last, "The entries up to " + last + " were cut off."));
    }

    @Test
    void theMarkOutsideRisesWithEachEntry() throws Exception {
        AuditEntry written = store.audit().append(entry(null, "desk.lock"));
        sql().update("DELETE FROM kept");
        sql().update("INSERT INTO kept SELECT * FROM audit");

        assertThat(Files.readString(folder.path().resolve("mark.json")))
                .contains("\"auditNumber\":" + written.number());
    }

    private static Sql sql() {
        return store.controlSql();
    }
}
