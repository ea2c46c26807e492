package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.ACME;
import static com.bizosaas.adsdesk.store.StoreFixture.GLOBEX;
import static com.bizosaas.adsdesk.store.StoreFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is remembered of objects follows the store, and each tenant has its own.
class DetailStoreTest {

    private static final AdAccountId ACCOUNT = new AdAccountId("act_101");

    @TempDir
    Path place;

    private DataFolder folder;
    private DeskStore store;

    @BeforeEach
    void open() throws Exception {
        folder = DataFolder.open(place.resolve("desk"));
        store = StoreFixture.create(folder);
        List.of(ACME, GLOBEX).forEach(tenant -> store.tenants().create(StoreFixture.tenant(tenant)));
    }

    @AfterEach
    void close() {
        store.close();
        folder.close();
    }

    private void put(String object, String field, String value) {
        store.details().put(ACME, ACCOUNT, Map.of(object, Map.of(field, value)), NOW);
    }

    @Test
    void whatIsInMemoryFollowsEachReading() {
        put("1", "url_tags", "a=1");
        Function<String, Map<String, String>> details = store.details().of(ACME, ACCOUNT);
        assertThat(details.apply("1")).containsExactly(Map.entry("url_tags", "a=1"));
        assertThat(details.apply("2")).as("never read").isEmpty();
        put("1", "targeting", "{}");
        put("2", "url_tags", "b=2");
        assertThat(store.details().of(ACME, ACCOUNT).apply("1"))
                .containsOnly(Map.entry("url_tags", "a=1"), Map.entry("targeting", "{}"));
        assertThat(store.details().of(ACME, ACCOUNT).apply("2")).containsEntry("url_tags", "b=2");
        assertThat(store.details().of(GLOBEX, ACCOUNT).apply("1")).as("another tenant's").isEmpty();
    }

    @Test
    void aWholeAccountThatIsReadAnewIsSeen() {
        put("1", "url_tags", "old");
        assertThat(store.details().of(ACME, ACCOUNT).apply("1")).containsEntry("url_tags", "old");
        Map<String, Map<String, String>> read = new HashMap<>();
        IntStream.range(0, 500).forEach(at -> read.put(Integer.toString(at), Map.of("url_tags", "new " + at)));
        store.details().put(ACME, ACCOUNT, read, NOW);
        Function<String, Map<String, String>> details = store.details().of(ACME, ACCOUNT);
        read.forEach((object, values) -> assertThat(details.apply(object)).isEqualTo(values));
    }

    @Test
    void ofReadingsAtTheSameTimeNoneIsLost() {
        put("0", "name", "x");
        assertThat(store.details().of(ACME, ACCOUNT).apply("0")).hasSize(1);
        List<CompletableFuture<Void>> all = IntStream.range(0, 40).mapToObj(at -> CompletableFuture.runAsync(() -> {
            put(Integer.toString(at % 8), "field" + at, "value" + at);
            assertThat(store.details().of(ACME, ACCOUNT).apply(Integer.toString(at % 8))).isNotEmpty();
        }, Thread::startVirtualThread)).toList();
        all.forEach(CompletableFuture::join);
        IntStream.range(0, 40).forEach(at -> assertThat(store.details().of(ACME, ACCOUNT)
                .apply(Integer.toString(at % 8))).containsEntry("field" + at, "value" + at));
    }

    @Test
    void whatIsRolledBackIsNotRemembered() {
        put("1", "url_tags", "a=1");
        assertThat(store.details().of(ACME, ACCOUNT).apply("1")).hasSize(1);
        try {
            store.inTransaction(() -> {
                put("1", "url_tags", "a=2");
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("no");
        }
        assertThat(store.details().of(ACME, ACCOUNT).apply("1")).containsEntry("url_tags", "a=1");
    }
}
