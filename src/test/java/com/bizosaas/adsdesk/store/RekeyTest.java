package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.reveal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.DeskWork.Acknowledged;
import com.bizosaas.adsdesk.store.DeskWork.Phase;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.RecoveryCode;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// New keys keep all that is stored and shut out all that opened before.
class RekeyTest {

    @TempDir
    Path work;

    @Test
    void newKeysKeepEverythingAndShutOutEverybodyElse() throws IOException {
        Path home = work.resolve("desk");
        DeskWork.create(home);
        Map<String, String> sealedBefore;
        try (DataFolder folder = DataFolder.open(home);
                Passphrase olgas = DeskWork.passphrase(0);
                Passphrase tims = DeskWork.passphrase(1)) {
            Acknowledged acknowledged = new Acknowledged(1, 0, 0);
            try (DeskStore store = DeskWork.open(folder, 0)) {
                store.vault().persons().add("Tim", Role.EDITOR, tims, KdfCosts.FLOOR);
                store.settings().saveAppSecret(StoreFixture.secret("app secret"));
                store.tenants().create(StoreFixture.tenant(StoreFixture.GLOBEX));
                SealedSample.fill(store, StoreFixture.GLOBEX, "EAAB-globex");
                sealedBefore = sealed(store);
                everyColumnOfBytesIsAmongTheSealedOnes(store);
                aValueThatDoesNotOpenStopsIt(store);
                for (Phase phase : new Phase[]{Phase.TOKEN, Phase.JOURNAL, Phase.SYNC}) {
                    acknowledged = DeskWork.step(store, phase, 5, acknowledged);
                }
            }
            byte[] oldVault = Files.readAllBytes(home.resolve("vault.json"));
            byte[] oldControl = Files.readAllBytes(home.resolve("control.mv.db"));
            assertThatThrownBy(() -> Rekey.run(folder, tims, KdfCosts.FLOOR))
                    .isInstanceOf(VaultException.PersonRefused.class);
            assertThat(home.resolve("vault.json")).hasBinaryContent(oldVault);

            try (RecoveryCode code = Rekey.run(folder, olgas, KdfCosts.FLOOR)) {
                assertThatThrownBy(() -> DeskStore.open(folder, tims))
                        .isInstanceOf(VaultException.WrongPassphrase.class);
                DeskStore.open(folder, code).close();
            }
            try (DeskStore store = DeskWork.open(folder, 0)) {
                assertThat(DeskWork.judge(store, acknowledged)).isEmpty();
                assertThat(reveal(store.settings().appSecret().orElseThrow())).isEqualTo("app secret");
                for (SealedColumn column : SealedColumn.values()) {
                    assertThat(SealedSample.read(store, StoreFixture.GLOBEX, column)).as(column.name())
                            .contains(column == SealedColumn.DESK_SECRET ? "app secret" : "EAAB-globex");
                }
                assertThat(sealed(store)).as("sealed anew, each of them").hasSameSizeAs(sealedBefore)
                        .allSatisfy((place, hex) -> assertThat(sealedBefore.get(place)).isNotNull().isNotEqualTo(hex));
                assertThat(store.controlSql().list("SELECT DISTINCT key_version FROM data_key", row -> row.getInt(1)))
                        .containsExactly(2);
                assertThat(store.metricsSetAside()).as("what was read is still there").isEmpty();
                assertThat(store.accounts().list(ACME).everRead()).isTrue();
                assertThat(store.vault().persons().list()).hasSize(2);
                String tim = store.vault().persons().list().getLast().id();
                assertThat(store.vault().persons().hasPassphrase(tim)).isFalse();
                store.vault().persons().givePassphrase(tim, tims, KdfCosts.FLOOR);
            }
            DeskStore.open(folder, tims).close();
            try (var files = Files.list(home)) {
                assertThat(files.map(each -> each.getFileName().toString()))
                        .as("the old keys' files are gone").noneMatch(
                                name -> name.startsWith("replaced-") || name.startsWith(".ready")
                                        || name.startsWith(".incoming"));
            }
            Files.write(home.resolve("control.mv.db"), oldControl);
            assertThatThrownBy(() -> DeskWork.open(folder, 0)).isInstanceOf(VaultException.Damaged.class);
        }
    }

    @Test
    void aPowerCutDuringARekeyingLeavesTheOldKeysOrTheNewOnes() throws IOException {
        Findings findings = PowerCutProof.rekey(work, 7, 97);
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.counted("power cuts during REKEY")).isGreaterThan(2);
    }

    /// A column that is sealed and not named among them would be lost with the next new keys.
    private static void everyColumnOfBytesIsAmongTheSealedOnes(DeskStore store) {
        assertThat(store.controlSql().list("SELECT LOWER(table_name || '.' || column_name) FROM "
                + "information_schema.columns WHERE table_schema = 'PUBLIC' AND data_type LIKE 'BINARY%'",
                row -> row.getString(1)))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("data_key.wrapped"),
                        Arrays.stream(SealedColumn.values()).map(each -> each.table() + "." + each.column())).toList());
    }

    private static void aValueThatDoesNotOpenStopsIt(DeskStore store) {
        store.controlSql().update("UPDATE written_value SET field = 'moved'");
        assertThatThrownBy(() -> store.inTransaction(
                () -> Rekey.reseal(store.controlSql(), store.vault(), store.vault())))
                .isInstanceOf(VaultException.Tampered.class).hasMessageContaining("written of tenant globex")
                .hasMessageContaining("nothing was changed");
        store.controlSql().update("UPDATE written_value SET field = 'name'");
    }

    /// What lies in the sealed columns, by place.
    private static Map<String, String> sealed(DeskStore store) {
        Map<String, String> all = new TreeMap<>();
        for (SealedColumn column : SealedColumn.values()) {
            store.controlSql().list("SELECT _ROWID_, " + column.column() + " FROM " + column.table() + " WHERE "
                    + (column == SealedColumn.DESK_SECRET ? "TRUE" : "tenant_id = 'globex'"),
                    row -> all.put(column + " " + row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))));
        }
        return all;
    }
}
