package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.connection;
import static com.bizosaas.adsdesk.store.StoreFixture.entry;
import static com.bizosaas.adsdesk.store.StoreFixture.reveal;
import static com.bizosaas.adsdesk.store.StoreFixture.secret;
import static com.bizosaas.adsdesk.store.StoreFixture.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskStoreTest {

    @TempDir
    static Path temporary;

    private static final AtomicInteger NEXT = new AtomicInteger();
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

    @Test
    void keepsTenantsInTheOrderOfTheirMaking() {
        TenantId one = newTenant();
        TenantId two = newTenant();
        Tenant renamed = new Tenant(one, "Crème brûlée 株式会社", 7, StoreFixture.NOW);

        assertThat(store.tenants().update(renamed)).isTrue();
        assertThat(store.tenants().find(one)).contains(renamed);
        assertThat(store.tenants().list()).extracting(Tenant::id).contains(one, two);
        assertThat(store.tenants().nameTaken("crème BRÛLÉE 株式会社", two)).isTrue();
        assertThat(store.tenants().nameTaken("crème BRÛLÉE 株式会社", one)).isFalse();
        assertThat(store.tenants().update(tenant(new TenantId("nobody")))).isFalse();
        assertThatThrownBy(() -> store.tenants().create(renamed)).isInstanceOf(StoreException.class);
    }

    @Test
    void givesBackConnectionAndTokenAsStored() {
        TenantId id = newTenant();
        save(id, "EAAB-first");
        assertThat(store.connections().find(id)).contains(connection());
        assertThat(token(id)).isEqualTo("EAAB-first");

        store.connections().markBroken(id, Connection.Broken.PASSWORD_CHANGED);
        assertThat(store.connections().find(id).orElseThrow().broken()).isEqualTo(Connection.Broken.PASSWORD_CHANGED);
        try (SecretBytes renewed = secret("EAAB-second")) {
            assertThat(store.connections().renew(id, connection(), renewed)).isTrue();
            assertThat(store.connections().renew(newTenant(), connection(), renewed)).isFalse();
        }
        assertThat(token(id)).isEqualTo("EAAB-second");

        store.connections().remove(id);
        assertThat(store.connections().find(id)).isEmpty();
        assertThat(store.connections().token(id)).isEmpty();
    }

    @Test
    void aFileThatHasGrownIsRewrittenWhileTheDeskGoesOn() throws IOException {
        Path file = folder.path().resolve("control.mv.db");
        long before = Files.size(file);
        for (int i = 0; i < 60; i++) {
            store.settings().save("grown", i + "-" + "x".repeat(4000));
        }
        long grown = Files.size(file);
        assertThat(grown).isGreaterThan(before + 60 * 4096L);
        try (Growth growth = new Growth(store.controlSql(), file, before, Duration.ofMillis(20))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.size(file) < grown / 2);
            assertThat(store.settings().find("grown", String.class).orElseThrow()).startsWith("59-");
            store.settings().save("grown", "60");
            assertThat(store.settings().find("grown", String.class)).contains("60");
        }
    }

    @Test
    void aFileThatIsWrittenToIsRewrittenOnceItHasDoubledAndNotBefore() throws IOException {
        Path file = folder.path().resolve("control.mv.db");
        for (int i = 0; i < 60; i++) {
            store.settings().save("grown", i + "-" + "x".repeat(4000));
        }
        long due = Files.size(file);
        try (Growth growth = new Growth(store.controlSql(), file, due, Duration.ofDays(1))) {
            long size = due;
            while (size < due + due / 2) {
                store.settings().save("grown", size + "-" + "x".repeat(4000));
                assertThat(Files.size(file)).isGreaterThan(size);
                size = Files.size(file);
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                store.settings().save("grown", "more-" + "x".repeat(4000));
                return Files.size(file) < due;
            });
            assertThat(store.settings().find("grown", String.class).orElseThrow()).startsWith("more-");
        }
    }

    @Test
    void keepsChosenAccountsInTheOperatorsOrderThroughAReconnect() {
        TenantId id = newTenant();
        List<AdAccountId> order = List.of(new AdAccountId("act_9"), new AdAccountId("act_1"), new AdAccountId("act_5"));
        save(id, "EAAB");
        store.connections().choose(id, order);
        store.connections().remove(id);
        save(id, "EAAC");
        assertThat(store.connections().chosen(id)).isEqualTo(order);

        store.connections().choose(id, List.of(new AdAccountId("act_5"), new AdAccountId("act_5")));
        assertThat(store.connections().chosen(id)).containsExactly(new AdAccountId("act_5"));
    }

    @Test
    void aTokenCopiedToAnotherTenantOrSignInFailsClosed() {
        TenantId one = newTenant();
        TenantId two = newTenant();
        save(one, "EAAB-one");
        save(two, "EAAB-two");
        byte[] first = sealedToken(one);

        sql().update("UPDATE facebook_connection SET token = ?, connection_id = (SELECT connection_id FROM "
                + "facebook_connection WHERE tenant_id = ?) WHERE tenant_id = ?", first, one.value(), two.value());
        assertThatThrownBy(() -> store.connections().token(two)).isInstanceOf(VaultException.SealBroken.class);

        save(one, "EAAB-newer");
        sql().update("UPDATE facebook_connection SET token = ? WHERE tenant_id = ?", first, one.value());
        assertThatThrownBy(() -> store.connections().token(one)).as("an older token under a newer sign-in")
                .isInstanceOf(VaultException.SealBroken.class);
    }

    @Test
    void aDataKeyCopiedToAnotherTenantFailsClosed() {
        TenantId one = newTenant();
        TenantId two = newTenant();
        sql().update(
                "UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE owner_id = ?) WHERE owner_id = ?",
                one.value(), two.value());

        assertThatThrownBy(() -> save(two, "EAAB")).isInstanceOf(VaultException.SealBroken.class)
                .hasMessageContaining(two.value());
    }

    @Test
    void settingsAreRecordsUnderAName() {
        TenantId id = newTenant();
        record Theme(String name, List<String> fonts, int size) {
        }
        store.settings().save("theme", new Theme("dark", List.of("Inter"), 3));
        store.settings().save(id, "theme", new Theme("light", List.of(), 1));

        assertThat(store.settings().find("theme", Theme.class)).contains(new Theme("dark", List.of("Inter"), 3));
        assertThat(store.settings().find(id, "theme", Theme.class)).contains(new Theme("light", List.of(), 1));
        assertThat(store.settings().find(newTenant(), "theme", Theme.class)).isEmpty();
        sql().update("UPDATE setting SET body = '{\"name\":\"old\",\"later\":1}' WHERE owner_id = ?", id.value());
        assertThat(store.settings().find(id, "theme", Theme.class)).contains(new Theme("old", List.of(), 0));
    }

    @Test
    void theAppSecretIsSealedAndReplaceable() {
        assertThat(store.settings().hasAppSecret()).isFalse();
        try (SecretBytes first = secret("shh-1"); SecretBytes second = secret("shh-2")) {
            store.settings().saveAppSecret(first);
            store.settings().saveAppSecret(second);
        }
        assertThat(reveal(store.settings().appSecret().orElseThrow())).isEqualTo("shh-2");

        store.settings().removeAppSecret();
        assertThat(store.settings().hasAppSecret()).isFalse();
        assertThat(store.settings().appSecret()).isEmpty();
    }

    @Test
    void anEffectAndItsAuditEntryAreStoredTogetherOrNotAtAll() {
        TenantId id = newTenant();
        long before = store.audit().verify().checked();

        assertThatThrownBy(() -> store.inTransaction(() -> {
            save(id, "EAAB");
            store.audit().append(entry(id, "connection.save"));
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.connections().find(id)).isEmpty();
        assertThat(store.audit().verify().checked()).isEqualTo(before);

        store.inTransaction(() -> {
            save(id, "EAAB");
            store.audit().append(entry(id, "connection.save"));
        });
        assertThat(store.connections().find(id)).isPresent();
        assertThat(store.audit().verify()).isEqualTo(new AuditStore.Verification(before + 1, 0, ""));
    }

    @Test
    void deletingATenantLeavesNothingOfItButItsAuditEntries() {
        TenantId id = newTenant();
        TenantId other = newTenant();
        save(id, "EAAB");
        save(other, "EAAC");
        store.connections().choose(id, List.of(new AdAccountId("act_1")));
        store.settings().save(id, "note", "hello");
        store.accounts().replaceAll(id, List.of(), StoreFixture.NOW);
        store.accounts().replaceAll(other, List.of(), StoreFixture.NOW);
        store.inTransaction(() -> {
            store.audit().append(entry(id, "tenant.delete"));
            store.tenants().delete(id);
        });

        assertThat(store.tenants().find(id)).isEmpty();
        assertThat(store.connections().find(id)).isEmpty();
        assertThat(store.connections().chosen(id)).isEmpty();
        assertThat(store.settings().find(id, "note", String.class)).isEmpty();
        assertThat(store.accounts().list(id).everRead()).isFalse();
        assertThat(store.accounts().list(other).everRead()).isTrue();
        assertThat(store.audit().list(new AuditStore.Filter(id, "", null, null), 10)).hasSize(1);
        assertThat(token(other)).isEqualTo("EAAC");
        assertThatThrownBy(() -> save(id, "EAAB")).isInstanceOf(VaultException.SealBroken.class);

        store.tenants().create(tenant(id));
        assertThat(store.connections().find(id)).isEmpty();
    }

    @Test
    void anInterruptedCallerHarmsNoDatabase() {
        TenantId id = newTenant();
        Thread.currentThread().interrupt();
        save(id, "EAAB");
        store.audit().append(entry(id, "connection.save"));
        store.accounts().replaceAll(id, List.of(), StoreFixture.NOW);

        assertThat(Thread.interrupted()).as("the interruption is kept for whoever waits for it").isTrue();
        assertThat(token(id)).isEqualTo("EAAB");
        assertThat(store.accounts().list(id).everRead()).isTrue();
        assertThat(store.audit().verify().whole()).isTrue();
    }

    @Test
    void manyThreadsWriteAndReadAtOnce() throws Exception {
        TenantId id = newTenant();
        long before = store.audit().verify().checked();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                int number = i;
                threads.submit(() -> {
                    store.inTransaction(() -> {
                        store.settings().save(id, "count", number);
                        store.audit().append(entry(id, "count"));
                    });
                    return store.settings().find(id, "count", Integer.class).orElseThrow();
                });
            }
        }
        assertThat(store.audit().verify()).isEqualTo(new AuditStore.Verification(before + 40, 0, ""));
    }

    private static Sql sql() {
        return store.controlSql();
    }

    private static TenantId newTenant() {
        TenantId id = new TenantId("tenant-" + NEXT.incrementAndGet());
        store.tenants().create(tenant(id));
        return id;
    }

    private static void save(TenantId id, String token) {
        try (SecretBytes secret = secret(token)) {
            store.connections().save(id, connection(), secret);
        }
    }

    private static String token(TenantId id) {
        return reveal(store.connections().token(id).orElseThrow());
    }

    private static byte[] sealedToken(TenantId id) {
        return sql().one("SELECT token FROM facebook_connection WHERE tenant_id = ?", row -> row.getBytes(1),
                id.value()).orElseThrow();
    }
}
