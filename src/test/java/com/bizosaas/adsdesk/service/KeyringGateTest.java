package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.keyring.MemoryKeyring;
import com.bizosaas.adsdesk.oauth.LoginFlow;
import com.bizosaas.adsdesk.service.DeskGate.KeyringOffer;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desk opened by the computer's keyring, for one person at a time, and never only by it.
class KeyringGateTest {

    private static final String PASSPHRASE = "correct horse battery";
    private static final String TIMS = "vellum otter crank";

    @TempDir
    Path temp;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-02T08:00:00Z"));
    private final MemoryKeyring keyring = new MemoryKeyring();
    private LiveDeskGate gate;
    private DeskServices desk;

    @BeforeEach
    void make() {
        URI nowhere = URI.create("http://127.0.0.1:9");
        gate = new LiveDeskGate(new DeskSetup(temp.resolve("desk"), nowhere, nowhere, Map.of(), clock,
                () -> KdfCosts.FLOOR, settings -> new LiveGraphAccess(settings, clock, UnaryOperator.identity()),
                () -> (settings, secret, graph) -> new LoginFlow(settings, secret, request -> {
                    throw new AssertionError("nobody signs in here");
                }, clock, graph)), keyring.within(Duration.ofMillis(500)));
        desk = gate.create(PASSPHRASE.toCharArray(), "Ines Moreau").services();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private static Problem problem(ThrowingCallable step) {
        return catchThrowableOfType(DeskException.class, step).problem();
    }

    @Test
    void opensTheDeskForWhoeverSwitchedItOn() {
        assertThat(desk.persons().keyring()).isEqualTo(new PersonService.KeyringUse(false, ""));
        assertThat(problem(() -> desk.persons().useKeyring("wrong horse".toCharArray())).field())
                .isEqualTo("passphrase");
        assertThat(keyring.entries).isEmpty();
        char[] typed = PASSPHRASE.toCharArray();
        desk.persons().useKeyring(typed);
        assertThat(typed).containsOnly('\0');
        assertThat(desk.persons().keyring()).isEqualTo(new PersonService.KeyringUse(true, ""));
        desk.persons().add("Tim", Role.VIEWER, TIMS.toCharArray());
        gate.lock();
        gate.unlock(TIMS.toCharArray()).persons().useKeyring(TIMS.toCharArray());
        gate.lock();
        assertThat(gate.keyringOffers()).extracting(KeyringOffer::name).containsExactly("Ines Moreau", "Tim");
        assertThat(keyring.entries).containsOnlyKeys(gate.keyringOffers().getFirst().entry(),
                gate.keyringOffers().getLast().entry());
        DeskServices tims = gate.unlockWithKeyring(gate.keyringOffers().getLast().entry());
        assertThat(gate.person().role()).isEqualTo(Role.VIEWER);
        assertThat(tims.audit().entries(null, "desk.unlock", 1)).extracting(AuditEntry::who, AuditEntry::after)
                .containsExactly(tuple("Tim", "{\"with\":\"keyring\"}"));
    }

    @Test
    void fallsBackToThePassphraseWhereTheKeyringIsLateOrGone() {
        desk.persons().useKeyring(PASSPHRASE.toCharArray());
        gate.lock();
        String entry = gate.keyringOffers().getFirst().entry();
        CountDownLatch hanging = new CountDownLatch(1);
        keyring.hangsUntil = hanging;
        assertThat(problem(() -> gate.unlockWithKeyring(entry)).title()).contains("did not answer within");
        assertThat(problem(() -> gate.unlockWithKeyring(entry)).title()).contains("still busy");
        assertThat(gate.unlock(PASSPHRASE.toCharArray())).as("no wrong passphrase was counted").isNotNull();
        gate.lock();
        keyring.hangsUntil = null;
        hanging.countDown();
        String secret = keyring.entries.put(entry, "someone else's secret");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(problem(() -> gate.unlockWithKeyring(entry)).title())
                        .isEqualTo("The keyring's entry does not open this vault"));
        keyring.entries.clear();
        assertThat(problem(() -> gate.unlockWithKeyring(entry)).title()).contains("has no entry for this desk");
        keyring.entries.put(entry, secret);
        assertThat(gate.unlockWithKeyring(entry)).isNotNull();
    }

    @Test
    void saysWhyNoKeyringCanBeUsedAndKeepsTheVaultAsItWas() {
        keyring.failure = "No keyring runs on this computer.";
        assertThat(desk.persons().keyring())
                .isEqualTo(new PersonService.KeyringUse(false, "No keyring runs on this computer."));
        assertThat(problem(() -> desk.persons().useKeyring(PASSPHRASE.toCharArray())).title())
                .isEqualTo("No keyring runs on this computer.");
        assertThat(gate.keyringOffers()).isEmpty();
        keyring.failure = null;
        keyring.forgets = true;
        assertThat(problem(() -> desk.persons().useKeyring(PASSPHRASE.toCharArray())).title())
                .isEqualTo("The computer's keyring did not keep the entry.");
        assertThat(gate.keyringOffers()).isEmpty();
    }

    @Test
    void leavingTakesTheEntryAwayAndSucceedsWithoutTheKeyring() {
        desk.persons().useKeyring(PASSPHRASE.toCharArray());
        assertThat(desk.persons().leaveKeyring()).isEmpty();
        assertThat(keyring.entries).isEmpty();
        desk.persons().useKeyring(PASSPHRASE.toCharArray());
        desk.persons().useKeyring(PASSPHRASE.toCharArray());
        assertThat(keyring.entries).as("one entry for one slot").hasSize(1);
        keyring.failure = "No keyring runs on this computer.";
        assertThat(desk.persons().leaveKeyring()).contains("still there").contains("opens nothing");
        assertThat(gate.keyringOffers()).isEmpty();
        assertThat(desk.audit().entries(null, "person.keyring", 10)).extracting(AuditEntry::action).containsExactly(
                "person.keyring-off", "person.keyring-on", "person.keyring-on", "person.keyring-off",
                "person.keyring-on");
    }

    @Test
    void entriesGoWithThePersonAndWithTheOldKeys() {
        String tim = desk.persons().add("Tim", Role.VIEWER, TIMS.toCharArray()).id();
        desk.persons().useKeyring(PASSPHRASE.toCharArray());
        gate.lock();
        gate.unlock(TIMS.toCharArray()).persons().useKeyring(TIMS.toCharArray());
        gate.lock();
        assertThat(keyring.entries).hasSize(2);
        desk = gate.unlock(PASSPHRASE.toCharArray());
        desk.persons().remove(tim);
        assertThat(keyring.entries).containsOnlyKeys(gate.keyringOffers().getFirst().entry());
        gate.lock();
        desk = gate.rekey(PASSPHRASE.toCharArray()).services();
        assertThat(keyring.entries).isEmpty();
        assertThat(gate.keyringOffers()).isEmpty();
        assertThat(desk.persons().keyring()).isEqualTo(new PersonService.KeyringUse(false, ""));
    }
}
