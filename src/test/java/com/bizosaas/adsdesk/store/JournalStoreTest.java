package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.GLOBEX;
import static com.bizosaas.adsdesk.store.StoreFixture.NOW;
import static com.bizosaas.adsdesk.store.StoreFixture.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalStoreTest {

    private static final AdAccountId ACCOUNT = new AdAccountId("act_701");
    private static final GraphId CAMPAIGN = new GraphId("120210000000000001");

    @TempDir
    Path temporary;
    private DataFolder folder;
    private DeskStore store;

    @BeforeEach
    void open() {
        folder = DataFolder.open(temporary.resolve("desk"));
        store = StoreFixture.create(folder);
        store.tenants().create(tenant(ACME));
        store.tenants().create(tenant(GLOBEX));
    }

    @AfterEach
    void close() {
        store.close();
        folder.close();
    }

    private static PlannedWrite pause(TenantId tenant) {
        return PlannedWrite.update(tenant, ACCOUNT, "campaigns", CAMPAIGN, "Spring „Sale“", "campaign.pause",
                new Before.Values(Map.of("status", "ACTIVE")), Map.of("status", "PAUSED"));
    }

    private static PlannedWrite make(TenantId tenant) {
        return PlannedWrite.create(tenant, ACCOUNT, "campaigns", "Autumn", "campaign.create",
                new Before.Nothing(Set.of(CAMPAIGN)), Map.of("name", "Autumn", "status", "PAUSED"));
    }

    @Test
    void keepsABatchInItsOrderWithItsValuesBefore() {
        List<WriteEntry> planned = store.journal().plan("b1", "Olga", List.of(pause(ACME), make(ACME)), NOW);

        assertThat(store.journal().batch(ACME, "b1")).isEqualTo(planned);
        assertThat(planned).extracting(WriteEntry::state).containsOnly(WriteState.PLANNED);
        assertThat(planned).extracting(WriteEntry::place).containsExactly(0, 1);
        assertThat(planned.get(0).write()).isEqualTo(pause(ACME));
        assertThat(planned.get(1).write()).isEqualTo(make(ACME));
    }

    @Test
    void knowsTheObjectThatACreateMade() {
        WriteEntry sent = store.journal().begin("Olga", make(ACME), NOW).entry();
        GraphId made = new GraphId("120210000000000777");

        WriteEntry settled = store.journal().settle(ACME, sent.id(), WriteState.SENDING, WriteState.CONFIRMED, made,
                "", "", NOW.plusSeconds(2));

        assertThat(settled.write().target()).isEqualTo(made);
        assertThat(settled.sentAt()).isEqualTo(NOW);
        assertThat(settled.settledAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(store.journal().of(ACME, made, 5)).containsExactly(settled);
        assertThat(store.journal().list(ACME, 5)).containsExactly(settled);
    }

    @Test
    void isSentOnce() {
        WriteEntry planned = store.journal().plan("b1", "Olga", List.of(pause(ACME)), NOW).getFirst();
        JournalStore.Sending sending = store.journal().send(ACME, planned.id(), NOW);
        sending.spend();

        assertThatIllegalStateException().isThrownBy(sending::spend);
        assertThatIllegalStateException().isThrownBy(() -> store.journal().send(ACME, planned.id(), NOW));
    }

    @ParameterizedTest
    @EnumSource(WriteState.class)
    void takesNoStateThatCannotFollow(WriteState next) {
        WriteEntry sent = store.journal().begin("Olga", pause(ACME), NOW).entry();
        if (WriteState.SENDING.mayBecome(next)) {
            store.journal().settle(ACME, sent.id(), WriteState.SENDING, next, null, "", "", NOW);
            assertThatIllegalStateException().isThrownBy(() -> store.journal().settle(ACME, sent.id(),
                    WriteState.SENDING, WriteState.UNKNOWN, null, "", "", NOW));
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> store.journal().settle(ACME, sent.id(),
                    WriteState.SENDING, next, null, "", "", NOW));
        }
    }

    @Test
    void tenantsNeverMix() {
        WriteEntry sent = store.journal().begin("Olga", pause(ACME), NOW).entry();

        assertThat(store.journal().find(GLOBEX, sent.id())).isEmpty();
        assertThat(store.journal().list(GLOBEX, 5)).isEmpty();
        assertThat(store.journal().in(GLOBEX, WriteState.SENDING)).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> store.journal().settle(GLOBEX, sent.id(),
                WriteState.SENDING, WriteState.CONFIRMED, null, "", "", NOW));
    }

    @Test
    void aRowMovedToAnotherTenantOrEntryDoesNotOpen() {
        WriteEntry one = store.journal().begin("Olga", pause(ACME), NOW).entry();
        WriteEntry two = store.journal().begin("Olga", make(ACME), NOW).entry();
        store.controlSql().update("UPDATE write_journal SET tenant_id = ? WHERE write_id = ?", GLOBEX.value(),
                one.id());
        assertThatThrownBy(() -> store.journal().list(GLOBEX, 5)).isInstanceOf(VaultException.SealBroken.class);

        store.controlSql().update("UPDATE write_journal SET tenant_id = ? WHERE write_id = ?", ACME.value(), one.id());
        store.controlSql().update("UPDATE write_journal SET sealed = (SELECT sealed FROM write_journal WHERE "
                + "write_id = ?) WHERE write_id = ?", one.id(), two.id());
        assertThat(store.journal().find(ACME, one.id())).isPresent();
        assertThatThrownBy(() -> store.journal().find(ACME, two.id())).isInstanceOf(VaultException.SealBroken.class);
    }

    @Test
    void aDeletedTenantTakesItsJournalAlong() {
        store.journal().begin("Olga", pause(ACME), NOW);
        store.tenants().delete(ACME);
        assertThat(store.controlSql().list("SELECT write_id FROM write_journal", row -> row.getString(1))).isEmpty();
    }

    @Test
    void aWriteWithoutItsValueBeforeCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> PlannedWrite.update(ACME, ACCOUNT, "campaigns", CAMPAIGN,
                "Spring", "campaign.update", new Before.Values(Map.of("name", "Spring")),
                Map.of("name", "Summer", "daily_budget", "2500"))).withMessageContaining("daily_budget");
        assertThatIllegalArgumentException().isThrownBy(() -> PlannedWrite.update(ACME, ACCOUNT, "campaigns", CAMPAIGN,
                "Spring", "campaign.update", new Before.Values(Map.of()), Map.of()));
    }
}
