package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.oauth.LoginFlow;
import com.bizosaas.adsdesk.service.DeskGate.Opened;
import com.bizosaas.adsdesk.service.DeskGate.State;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDeskGateTest {

    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    Path temp;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-02T08:00:00Z"));
    private LiveDeskGate gate;

    @BeforeEach
    void make() {
        gate = gate(Map.of());
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private LiveDeskGate gate(Map<String, String> fixed) {
        URI nowhere = URI.create("http://127.0.0.1:9");
        return new LiveDeskGate(new DeskSetup(temp.resolve("desk"), nowhere, nowhere, fixed, clock,
                () -> KdfCosts.FLOOR, settings -> new LiveGraphAccess(settings, clock, UnaryOperator.identity()),
                () -> (settings, secret, graph) -> new LoginFlow(settings, secret, request -> {
                    throw new AssertionError("nobody signs in here");
                }, clock, graph)));
    }

    private DeskServices create() {
        return gate.create(PASSPHRASE.toCharArray(), "Ines Moreau").services();
    }

    private Problem wrong(String passphrase) {
        return catchThrowableOfType(DeskException.class, () -> gate.unlock(passphrase.toCharArray())).problem();
    }

    @Test
    void asksForANewPassphraseAtTheFirstStartAndForTheSameLater() {
        assertThat(gate.state()).isEqualTo(State.FIRST_START);
        char[] typed = PASSPHRASE.toCharArray();
        DeskServices desk = gate.create(typed, "Ines Moreau").services();
        assertThat(typed).containsOnly('\0');
        assertThat(desk.settings().settings().operatorName()).isEqualTo("Ines Moreau");
        assertThat(gate.state()).isEqualTo(State.OPEN);
        gate.close();
        gate = gate(Map.of());
        assertThat(gate.state()).isEqualTo(State.LOCKED);
        assertThat(gate.unlock(PASSPHRASE.toCharArray()).settings().settings().operatorName())
                .isEqualTo("Ines Moreau");
    }

    @Test
    void letsWrongPassphrasesWaitLongerEachTime() {
        create();
        gate.lock();
        Instant first = wrong("wrong horse battery").until();
        assertThat(first).isEqualTo(clock.instant().plusSeconds(1));
        assertThat(wrong(PASSPHRASE).title()).contains("Too early");
        clock.pass(Duration.ofSeconds(1));
        assertThat(wrong("wrong horse battery").until()).isEqualTo(clock.instant().plusSeconds(2));
        clock.pass(Duration.ofSeconds(2));
        assertThat(wrong("wrong horse battery").until()).isEqualTo(clock.instant().plusSeconds(4));
        clock.pass(Duration.ofSeconds(4));
        DeskServices desk = gate.unlock(PASSPHRASE.toCharArray());
        assertThat(desk.audit().entries(null, "desk.unlock", 5)).singleElement()
                .satisfies(entry -> assertThat(entry.after()).isEqualTo("{\"failedBefore\":3}"));
    }

    @Test
    void eachPersonOpensTheDeskAsThemselves() {
        DeskServices desk = create();
        desk.persons().add("Tim", Role.VIEWER, "vellum otter crank".toCharArray());
        gate.lock();
        assertThatThrownBy(gate::person).isInstanceOf(DeskException.class);
        DeskServices tims = gate.unlock("vellum otter crank".toCharArray());
        assertThat(gate.person().role()).isEqualTo(Role.VIEWER);
        assertThat(tims.persons().current()).isEqualTo(gate.person());
        assertThatThrownBy(() -> tims.persons().changeRole(gate.person().id(), Role.ADMINISTRATOR))
                .isInstanceOfSatisfying(DeskException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.NO_PERMISSION));
        assertThat(tims.audit().entries(null, "", 3)).extracting(AuditEntry::who, AuditEntry::action,
                AuditEntry::outcome)
                .containsExactly(tuple("Tim", "role.refused", AuditEntry.Outcome.REFUSED),
                        tuple("Tim", "desk.unlock", AuditEntry.Outcome.DONE),
                        tuple("Ines Moreau", "desk.lock", AuditEntry.Outcome.DONE));
    }

    @Test
    void givesABackupBackInPlaceOfADamagedDesk() throws Exception {
        DeskServices desk = create();
        desk.tenants().create("Nordlicht");
        BackupService.Backup made = desk.backups().create(null);
        assertThat(desk.backups().state().last()).isEqualTo(made);
        assertThatThrownBy(() -> gate.restore(made.file(), PASSPHRASE.toCharArray())).as("while it is open")
                .isInstanceOf(DeskException.class);
        gate.close();
        Files.write(temp.resolve("desk").resolve("control.mv.db"), new byte[0]);
        gate = gate(Map.of());
        assertThatThrownBy(() -> gate.unlock(PASSPHRASE.toCharArray())).isInstanceOf(DeskException.class);
        assertThat(gate.state()).isEqualTo(State.DAMAGED);
        assertThat(gate.backups()).containsExactly(made);
        assertThat(gate.verifyBackup(made.file(), PASSPHRASE.toCharArray())).isEqualTo(made);
        assertThatThrownBy(() -> gate.restore(made.file(), "wrong horse battery".toCharArray()))
                .isInstanceOfSatisfying(DeskException.class,
                        e -> assertThat(e.problem().field()).isEqualTo("passphrase"));
        clock.pass(Duration.ofSeconds(1));
        DeskServices restored = gate.restore(made.file(), PASSPHRASE.toCharArray());
        assertThat(gate.state()).isEqualTo(State.OPEN);
        assertThat(restored.tenants().tenants()).singleElement()
                .satisfies(tenant -> assertThat(tenant.name()).isEqualTo("Nordlicht"));
        assertThat(restored.audit().entries(null, "backup.restore", 5)).singleElement()
                .satisfies(entry -> assertThat(entry.objectName()).isEqualTo(made.name()));
        assertThat(restored.audit().verify().whole()).isTrue();
    }

    @Test
    void makesNewKeysWhileItIsClosed() {
        Opened first = gate.create(PASSPHRASE.toCharArray(), "Ines Moreau");
        first.services().tenants().create("Nordlicht");
        gate.lock();
        Opened second = gate.rekey(PASSPHRASE.toCharArray());
        assertThat(second.recoveryCode()).isNotEqualTo(first.recoveryCode());
        assertThat(second.services().tenants().tenants()).hasSize(1);
        assertThat(second.services().audit().verify().whole()).isTrue();
        assertThat(second.services().audit().entries(null, "vault.rekey", 5)).hasSize(1);
        gate.lock();
        assertThat(wrong(first.recoveryCode()).field()).isEqualTo("passphrase");
    }

    @Test
    void makesNoVaultForANameThatCannotBe() {
        assertThatThrownBy(() -> gate.create(PASSPHRASE.toCharArray(), "x".repeat(81)))
                .isInstanceOfSatisfying(DeskException.class,
                        e -> assertThat(e.problem().field()).isIn("operatorName", "name"));
        assertThat(gate.state()).isEqualTo(State.FIRST_START);
    }

    @Test
    void opensWithTheRecoveryCodeToo() {
        String code = gate.create(PASSPHRASE.toCharArray(), "").recoveryCode();
        gate.lock();
        assertThat(gate.unlock(code.toCharArray())).isNotNull();
    }

    @Test
    void liftsAScreenLockWithoutClosingTheDesk() {
        DeskServices desk = create();
        assertThat(gate.recognises("wrong horse battery".toCharArray())).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(gate.recognises(PASSPHRASE.toCharArray())).isTrue();
        assertThat(desk.audit().entries(null, "screen-unlock", 5)).extracting(AuditEntry::outcome)
                .containsExactly(AuditEntry.Outcome.DONE, AuditEntry.Outcome.REFUSED);
    }

    @Test
    void changesThePassphrase() {
        DeskServices desk = create();
        assertThat(catchThrowableOfType(DeskException.class,
                () -> desk.settings().changePassphrase("not this one at all".toCharArray(), "new".toCharArray()))
                .problem().field()).isIn("old", "fresh");
        desk.settings().changePassphrase(PASSPHRASE.toCharArray(), "another staple entirely".toCharArray());
        gate.lock();
        assertThat(wrong(PASSPHRASE).field()).isEqualTo("passphrase");
        clock.pass(Duration.ofSeconds(1));
        assertThat(gate.unlock("another staple entirely".toCharArray())).isNotNull();
    }

    @Test
    void writesNothingOverADamagedVault() throws Exception {
        create();
        gate.close();
        Path vault = temp.resolve("desk").resolve("vault.json");
        Files.writeString(vault, "not a vault");
        Files.deleteIfExists(vault.resolveSibling("vault.json.bak"));
        gate = gate(Map.of());
        assertThat(gate.state()).isEqualTo(State.LOCKED);
        assertThat(wrong(PASSPHRASE).kind()).isEqualTo(Problem.Kind.FAILED);
        assertThat(gate.state()).isEqualTo(State.DAMAGED);
        assertThat(gate.problem().remedy()).contains("backup");
        assertThat(Files.readString(vault)).isEqualTo("not a vault");
    }

    @Test
    void refusesASecondDeskInTheSameFolder() {
        create();
        try (LiveDeskGate second = gate(Map.of())) {
            assertThat(second.state()).isEqualTo(State.DAMAGED);
            assertThat(second.problem().title()).isEqualTo("Ads Desk is already open");
        }
    }

    @Test
    void gradesPassphrases() {
        assertThat(gate.strength("short".toCharArray()).score()).isZero();
        assertThat(gate.strength("vellum otter crank sixteen".toCharArray()).score()).isGreaterThan(2);
    }

    @Test
    void showsWhatComesFromOutsideAndKeepsItOutOfTheStore() {
        gate.close();
        gate = gate(Map.of("apiVersion", "v25.0", "scopes", "ads_read, pages_show_list"));
        DeskServices desk = create();
        DeskSettings now = desk.settings().settings();
        assertThat(now.apiVersion()).isEqualTo("v25.0");
        assertThat(now.scopes()).containsExactly("ads_read", "pages_show_list");
        assertThat(desk.settings().fixedFromOutside()).isEqualTo(Set.of("apiVersion", "scopes"));
        DeskSettings other = now.withAppId("123").withApiVersion("v24.0");
        assertThatThrownBy(() -> desk.settings().save(other)).isInstanceOfSatisfying(DeskException.class,
                e -> assertThat(e.problem().field()).isEqualTo("apiVersion"));
        desk.settings().save(now.withAppId("123").withPolling(false));
        assertThat(desk.audit().entries(null, "settings.save", 5)).singleElement().satisfies(entry -> {
            assertThat(entry.before()).isEqualTo("{\"appId\":\"\",\"polling\":true}");
            assertThat(entry.after()).isEqualTo("{\"appId\":\"123\",\"polling\":false}");
        });
        gate.close();
        gate = gate(Map.of());
        DeskSettings later = gate.unlock(PASSPHRASE.toCharArray()).settings().settings();
        assertThat(later.apiVersion()).isEqualTo("v26.0");
        assertThat(later.scopes()).isEqualTo(List.of("ads_management", "ads_read", "business_management"));
        assertThat(later.appId()).isEqualTo("123");
    }

    @Test
    void namesTenantsOnce() {
        DeskServices desk = create();
        desk.tenants().create("Zebra GmbH");
        desk.tenants().create("äpfel & Birnen");
        assertThat(desk.tenants().tenants()).extracting(tenant -> tenant.name()).containsExactly("äpfel & Birnen",
                "Zebra GmbH");
        assertThat(desk.tenants().tenants()).extracting(tenant -> tenant.colour()).doesNotHaveDuplicates();
        assertThatThrownBy(() -> desk.tenants().create("zebra gmbh")).isInstanceOfSatisfying(DeskException.class,
                e -> assertThat(e.problem().field()).isEqualTo("name"));
    }

    @Test
    void asksForAppIdAndSecretBeforeASignIn() {
        DeskServices desk = create();
        var tenant = desk.tenants().create("Nordlicht");
        assertThatThrownBy(() -> desk.connections().begin(tenant.id(), false)).isInstanceOfSatisfying(
                DeskException.class, e -> assertThat(e.problem().field()).isEqualTo("appId"));
        DeskSettings now = desk.settings().settings();
        desk.settings().save(now.withAppId("123"));
        assertThatThrownBy(() -> desk.connections().begin(tenant.id(), false)).isInstanceOfSatisfying(
                DeskException.class, e -> assertThat(e.problem().field()).isEqualTo("appSecret"));
        char[] secret = " 0123456789abcdef ".toCharArray();
        desk.settings().setAppSecret(secret);
        assertThat(secret).containsOnly('\0');
        assertThat(desk.settings().hasAppSecret()).isTrue();
        try (LoginAttempt attempt = desk.connections().begin(tenant.id(), true)) {
            assertThat(attempt.dialog().toString()).startsWith("http://127.0.0.1:9/v26.0/dialog/oauth?")
                    .contains("client_id=123").contains("auth_type=rerequest").doesNotContain("0123456789abcdef");
        }
    }
}
