package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Readings, edits and publishing change a book at the same time: none waits for another for ever, and the book in memory is
/// the book in the store.
@Timeout(60)
class DraftBooksTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final DraftKey SPRING = DraftKey.of(new AdAccountId("act_101"), Level.CAMPAIGN,
            new GraphId("120210000000000001"));
    private static final Map<String, String> SUMMER = Map.of(Fields.NAME, "Summer");

    @TempDir
    Path place;

    private DataFolder folder;
    private DeskStore store;
    private DraftBooks books;

    @BeforeEach
    void open() throws Exception {
        folder = DataFolder.open(place.resolve("desk"));
        try (Passphrase passphrase = Passphrase.of("correct horse battery".toCharArray())) {
            DeskStore.Created created = DeskStore.create(folder, "Olga", passphrase, KdfCosts.FLOOR);
            created.recoveryCode().close();
            store = created.store();
        }
        store.tenants().create(new Tenant(TENANT, "Acme", 1, Instant.EPOCH));
        books = fresh();
        rename();
    }

    @AfterEach
    void close() {
        store.close();
        folder.close();
    }

    private DraftBooks fresh() {
        return new DraftBooks(store, () -> "Olga", InstantSource.system(), new Events());
    }

    private void rename() {
        books.edit(TENANT, "Rename", book -> Edits.set(book, SPRING, "Spring", Map.of(Fields.NAME, "Spring"), SUMMER));
    }

    @Test
    void whatATransactionSettlesIsToldOnceItIsInTheStoreAndOnlyThen() {
        Events events = new Events();
        DraftBooks books = new DraftBooks(store, () -> "Olga", InstantSource.system(), events);
        List<Boolean> told = new ArrayList<>();
        events.subscribe(_ -> told.add(!store.isInTransaction() && stored().isEmpty()));

        books.inTransaction(TENANT, () -> books.settle(TENANT, SPRING, SUMMER, null));

        assertThat(told).containsExactly(true);
    }

    private DraftBook stored() {
        return fresh().book(TENANT);
    }

    @Test
    void publishingAndAReadingAtTheSameMomentDoNotWaitForEachOther() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CompletableFuture<Void> published = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                reading.await();
                books.inTransaction(TENANT, () -> books.settle(TENANT, SPRING, SUMMER, null));
                published.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                published.completeExceptionally(e);
            }
        });
        books.observe(TENANT, book -> {
            // From here on the other thread is on its way, and may have got as far as it can.
            reading.countDown();
            return book.drafts().stream()
                    .flatMap(draft -> Edits.observe(draft, Map.of(Fields.NAME, "Outside")).stream())
                    .toList();
        });
        published.get(30, TimeUnit.SECONDS);
        assertThat(books.book(TENANT).drafts()).isEmpty();
        assertThat(stored().drafts()).isEmpty();
    }

    @Test
    void aTransactionOfSomebodyElseMayNotTouchABook() {
        assertThatThrownBy(() -> store.inTransaction(() -> books.settle(TENANT, SPRING, SUMMER, null)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(books.book(TENANT).drafts()).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsStillADraft() {
        assertThatThrownBy(() -> books.inTransaction(TENANT, () -> {
            books.settle(TENANT, SPRING, SUMMER, null);
            throw new IllegalStateException("The row could not be stored.");
        })).hasMessageContaining("could not be stored");
        assertThat(books.book(TENANT).drafts()).isEqualTo(stored().drafts()).hasSize(1);
        books.inTransaction(TENANT, () -> books.settle(TENANT, SPRING, SUMMER, null));
        assertThat(List.of(books.book(TENANT).drafts(), stored().drafts())).containsOnly(List.of());
    }
}
