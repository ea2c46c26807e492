package com.bizosaas.adsdesk.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Reconciliation;
import com.bizosaas.adsdesk.service.AuditService.Verification;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.LocalApiService;
import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService.Usage;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.SecretField;
import com.bizosaas.adsdesk.ui.common.Switch;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SettingsTabTest {

    private final FakeServices desk = new FakeServices();
    private int locks;
    private Stage stage;
    private SettingsTab tab;

    @Start
    void start(Stage shown) {
        stage = shown;
        LogSample.fill(desk);
    }

    @Test
    void savesTheOperatorNameAndKeepsWhatIsRefused(FxRobot robot) {
        open(robot, Section.GENERAL);
        TextField name = find("#setting-operatorName");
        robot.interact(() -> type(name, "Tomasz Król"));
        assertThat(desk.settings.current.operatorName()).isEqualTo("Tomasz Król");
        desk.settings.refusal = Problem.invalid("operatorName", "The name is too long", "Shorten it.");
        robot.interact(() -> type(name, "x".repeat(90)));
        assertThat(name.getText()).hasSize(90);
        Label message = find("#message-setting-operatorName");
        assertThat(message.getText()).isEqualTo("The name is too long. Shorten it.");
        assertThat(message.isVisible()).isTrue();
    }

    @Test
    void locksWhatIsFixedFromOutsideAndNeverShowsTheSecret(FxRobot robot) {
        desk.settings.fixed = Set.of("apiVersion");
        open(robot, Section.APP);
        TextField version = find("#setting-apiVersion");
        assertThat(version.isEditable()).isFalse();
        assertThat(find("#lock-setting-apiVersion").isVisible()).isTrue();
        assertThat(find("#lock-setting-appId").isVisible()).isFalse();
        SecretField secret = find("#setting-appSecret");
        Button set = find("#set-secret");
        robot.interact(() -> {
            secret.insert("s3cret");
            set.fire();
        });
        assertThat(desk.settings.lastSecret).isEqualTo("s3cret");
        assertThat(secret.length()).isZero();
    }

    @Test
    void changesThePassphraseAndLocksTheVault(FxRobot robot) {
        open(robot, Section.SECURITY);
        Button change = find("#change-passphrase");
        robot.interact(change::fire);
        DialogForm form = desk.dialogs.lastForm();
        List<SecretField> fields = form.body().lookupAll(".password-field").stream()
                .map(SecretField.class::cast).toList();
        robot.interact(() -> {
            fields.get(0).insert("wrong");
            fields.get(1).insert("a new passphrase");
            fields.get(2).insert("a new passphrase");
            form.submit();
        });
        Label message = (Label) form.body().lookup("#message-passphrase-old");
        assertThat(message.getText()).startsWith("That is not the present passphrase");
        robot.interact(() -> {
            fields.get(0).clear();
            fields.get(0).insert("correct horse battery staple");
            form.submit();
        });
        assertThat(desk.settings.passphrase).isEqualTo("a new passphrase");
        Button lock = find("#lock-vault");
        robot.interact(lock::fire);
        assertThat(locks).isEqualTo(1);
    }

    @Test
    void theComputersKeyringIsUsedAfterThePassphraseAndLeftAgain(FxRobot robot) {
        open(robot, Section.SECURITY);
        Switch keyring = find("#use-keyring");
        assertThat(keyring.isSelected()).isFalse();
        robot.interact(keyring::fire);
        DialogForm form = desk.dialogs.lastForm();
        assertThat(keyring.isSelected()).as("until it is done").isFalse();
        robot.interact(() -> {
            ((SecretField) form.body().lookup("#keyring-passphrase")).insert("correct horse");
            form.submit();
        });
        assertThat(desk.persons.lastPassphrase).isEqualTo("correct horse");
        assertThat(keyring.isSelected()).isTrue();
        robot.interact(keyring::fire);
        assertThat(desk.persons.keyring.used()).isFalse();
        assertThat(keyring.isSelected()).isFalse();
    }

    @Test
    void theKeyringSaysWhyItCannotBeUsed(FxRobot robot) {
        desk.persons.keyring = new PersonService.KeyringUse(false, "No keyring runs on this computer.");
        open(robot, Section.SECURITY);
        assertThat(find("#use-keyring").isDisabled()).isTrue();
        assertThat(((Label) find("#keyring-obstacle")).getText()).isEqualTo("No keyring runs on this computer.");
    }

    @Test
    void followsUsageAsItMoves(FxRobot robot) {
        open(robot, Section.SYNC);
        Label calls = find("#usage-calls");
        assertThat(calls.getText()).isEqualTo("38%");
        desk.sync.usage = new Usage(97, 21, 17, Samples.NOW.plusSeconds(600));
        robot.interact(() -> desk.events.publish(new DeskEvent.UsageChanged()));
        assertThat(calls.getText()).isEqualTo("97%");
        Label blocked = find("#blocked-until");
        assertThat(blocked.getText()).startsWith("Facebook takes no more calls until");
    }

    @Test
    void showsWhatIsReadNextAndWhetherTheFiguresAddUp(FxRobot robot) {
        plan();
        open(robot, Section.SYNC);
        assertThat(words()).contains("Nordlys Outdoor AS · EU Webshop", "Adds up", "€3.50 missing");
    }

    private void plan() {
        desk.sync.upcoming = List.of(
                new SyncService.Next(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.CAMPAIGNS,
                        Samples.NOW.plusSeconds(60)),
                new SyncService.Next(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.INSIGHTS,
                        Samples.NOW.plusSeconds(240)));
        desk.insights.reconciliations = List.of(
                new Reconciliation(Level.CAMPAIGN, 28, 18_420, 18_420, new BigDecimal("1240.00"),
                        new BigDecimal("1240.00")),
                new Reconciliation(Level.AD, 28, 18_420, 18_301, new BigDecimal("1240.00"),
                        new BigDecimal("1236.50")));
    }

    @Test
    void showsWhatIsLeftWhatWasSentAndHowCachesServe(FxRobot robot) {
        desk.sync.requests = LogSample.requests();
        desk.sync.server = new SyncService.Server(Duration.ofMinutes(-8), "v26.0", List.of("old_score of ads"));
        desk.sync.states.put(Topic.CAMPAIGNS, new SyncService.SyncState(true, Samples.NOW.minusSeconds(120), null,
                Samples.NOW.plusSeconds(180), Duration.ofSeconds(340)));
        open(robot, Section.SYNC);
        Label next = find("#next-CAMPAIGNS");
        assertThat(next.getText()).isEqualTo("Reading now, about 6 min");
        TableView<?> log = find("#request-log");
        assertThat(log.getItems()).hasSize(12);
        Label left = find("#budget-left");
        assertThat(left.getText()).startsWith("2,987 writes left, full again at");
        Label server = find("#server-notes");
        assertThat(server.getText()).contains("8 min behind", "v26.0", "no longer knows old_score of ads");
        assertThat(words()).contains("93% of 443", "not asked yet");
        assertThat(log.lookupAll(".table-cell").stream().map(cell -> ((Labeled) cell).getText()))
                .contains("POST", "/act_1/campaigns", "OK", "Limit (80004)");
    }

    @Test
    void filtersTheLogShowsFieldsAndNamesWhereItIsBroken(FxRobot robot) {
        desk.audit.verification = new Verification(4, 3, "The link does not hold.");
        open(robot, Section.AUDIT);
        AuditTable table = (AuditTable) tab.view().lookup(".audit-table");
        assertThat(table.getItems()).hasSize(4);
        TextField search = find("#audit-search");
        robot.interact(() -> search.setText("pause campaign"));
        assertThat(table.getItems()).hasSize(1);
        robot.interact(() -> table.getSelectionModel().select(0));
        Button check = find("#check-log");
        robot.interact(check::fire);
        assertThat(words()).contains("status", "ACTIVE", "PAUSED", "Trace AbC9", "Log is broken at entry 3");
        robot.interact(() -> search.setText("no such thing"));
        assertThat(words()).contains("No entry matches");
    }

    @Test
    void anAdministratorManagesPersons(FxRobot robot) {
        open(robot, Section.SECURITY);
        ComboBox<Role> role = find("#role-tomasz");
        robot.interact(() -> role.setValue(Role.EDITOR));
        assertThat(desk.persons.listed.get(1).person().role()).isEqualTo(Role.EDITOR);
        Button add = find("#add-person");
        robot.interact(add::fire);
        DialogForm form = desk.dialogs.lastForm();
        robot.interact(() -> {
            Snapshots.write(Snapshots.scene((Parent) form.body(), 440, 420, Theme.LIGHT), "settings-add-person");
            ((TextField) form.body().lookup("#person-name")).setText("Dana");
            ((SecretField) form.body().lookup("#person-passphrase")).insert("four random words");
            form.submit();
        });
        Label message = (Label) form.body().lookup("#message-person-passphrase");
        assertThat(message.getText()).contains("differ");
        robot.interact(() -> {
            ((SecretField) form.body().lookup("#person-again")).insert("four random words");
            form.submit();
        });
        assertThat(desk.persons.lastPassphrase).isEqualTo("four random words");
        assertThat(desk.persons.listed).hasSize(4).last()
                .satisfies(each -> assertThat(each.person().role()).isEqualTo(Role.PUBLISHER));
    }

    @Test
    void whoIsNoAdministratorSeesWhyNothingCanBeChanged(FxRobot robot) {
        desk.persons.current = desk.persons.listed.get(1).person();
        open(robot, Section.SECURITY);
        assertThat(find("#add-person").isDisabled()).isTrue();
        assertThat(find("#role-li").isDisabled()).isTrue();
        assertThat(words()).contains("At the desk now", "Needs a new passphrase");
    }

    @Test
    void backsUpVerifiesAndLeadsToARestore(FxRobot robot) {
        open(robot, Section.SECURITY);
        Button now = find("#back-up");
        robot.interact(now::fire);
        assertThat(desk.backups.backups).hasSize(6);
        Button verify = (Button) tab.view().lookupAll(".link-button").stream()
                .filter(node -> node instanceof Button button && button.getText().equals("Verify")).findFirst()
                .orElseThrow();
        robot.interact(verify::fire);
        assertThat(desk.backups.verified).isEqualTo(desk.backups.backups.getFirst().file());
        desk.backups.failure = Problem.of(Problem.Kind.FAILED, "The daily backup could not be made",
                "Free some space.");
        robot.interact(() -> desk.events.publish(new DeskEvent.BackupsChanged()));
        assertThat(find("#backups").lookup(".banner")).isNotNull();
        Button restore = find("#restore-backup");
        robot.interact(restore::fire);
        assertThat(desk.dialogs.lastQuestion().title()).isEqualTo("Restore a backup?");
        assertThat(locks).isEqualTo(1);
    }

    @Test
    void looksAsDrawn(FxRobot robot) {
        plan();
        desk.sync.requests = LogSample.requests();
        desk.sync.server = new SyncService.Server(Duration.ZERO, "", List.of("old_score of ads"));
        desk.sync.states.put(Topic.CAMPAIGNS, new SyncService.SyncState(true, Samples.NOW.minusSeconds(120), null,
                Samples.NOW.plusSeconds(180), Duration.ofSeconds(340)));
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (Section section : Section.values()) {
                robot.interact(() -> {
                    SettingsTab drawn = new SettingsTab(desk.context(), () -> {
                    });
                    drawn.activate();
                    int height = section == Section.SYNC ? 1240 : section == Section.SECURITY ? 1000 : 776;
                    Scene scene = Snapshots.scene((Parent) drawn.view(), 1208, height,
                            theme);
                    ((ToggleButton) drawn.view().lookup("#section-" + section.name())).fire();
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    if (section == Section.AUDIT) {
                        ((AuditTable) drawn.view().lookup(".audit-table")).getSelectionModel().select(1);
                        ((Button) drawn.view().lookup("#check-log")).fire();
                    }
                    assertThat(Snapshots.write(scene, "settings-" + section.name().toLowerCase(Locale.ROOT) + "-"
                            + theme.name().toLowerCase(Locale.ROOT))).isNotEmptyFile();
                    drawn.deactivate();
                });
            }
        }
        assertThat(desk.events.listeners()).isZero();
    }

    @Test
    void switchesTheLocalApiOnAndShowsWhereItAnswersAndWhoHoldsAKey(FxRobot robot) {
        desk.localApi.issue("Weekly report", Role.VIEWER, List.of(Samples.NORDLYS.id()));
        open(robot, Section.API);
        Switch on = find("#api-on");
        assertThat(on.isSelected()).as("off until somebody wants it").isFalse();
        assertThat(words()).contains("Off", "Weekly report", "Viewer · 1 client");
        TextField port = find("#api-port");
        robot.interact(() -> type(port, "seventy"));
        assertThat(((Label) find("#message-api-port")).getText()).contains("This is no port");
        robot.interact(() -> type(port, "4080"));
        robot.interact(on::fire);
        assertThat(desk.localApi.wanted).isEqualTo(new LocalApiService.Wanted(true, 4080));
        desk.localApi.status = new LocalApiService.Status("http://127.0.0.1:4080", null);
        robot.interact(() -> desk.events.publish(new DeskEvent.SettingsChanged()));
        assertThat(words()).contains("On", "http://127.0.0.1:4080");
        robot.interact(((Button) find("#rotate-api-key"))::fire);
        assertThat(desk.localApi.calls).contains("rotate own");
        Button end = find("#end-k1");
        robot.interact(end::fire);
        assertThat(desk.localApi.list).hasSize(1);
        desk.localApi.status = new LocalApiService.Status(null,
                Problem.invalid("port", "The local API could not be started", "Choose another port."));
        robot.interact(() -> tab.refresh());
        assertThat(words()).contains("Not running");
    }

    @Test
    void issuesAKeyForChosenClientsAndShowsItOnce(FxRobot robot) {
        open(robot, Section.API);
        robot.interact(((Button) find("#issue-api-key"))::fire);
        DialogForm form = desk.dialogs.lastForm();
        String client = "#key-client-" + Samples.NORDLYS.id().value();
        robot.interact(() -> {
            ((TextField) form.body().lookup("#key-name")).setText("Weekly report");
            ((RadioButton) form.body().lookup("#key-some-clients")).fire();
            Snapshots.write(Snapshots.scene((Parent) form.body(), 480, 460, Theme.LIGHT), "settings-issue-key");
            form.submit();
        });
        assertThat(form.problemProperty().get()).extracting(Problem::field).isEqualTo("clients");
        robot.interact(() -> {
            ((CheckBox) form.body().lookup(client)).fire();
            form.submit();
        });
        assertThat(desk.localApi.list).last().satisfies(key -> {
            assertThat(key.role()).isEqualTo(Role.VIEWER);
            assertThat(key.tenants()).containsExactly(Samples.NORDLYS.id());
        });
        DialogForm shown = desk.dialogs.lastForm();
        Label secret = (Label) shown.body().lookup("#new-api-key");
        assertThat(secret.getText()).isEqualTo("secret of Weekly report");
        robot.interact(shown::submit);
        assertThat(secret.getText()).isEmpty();
    }

    private void open(FxRobot robot, Section section) {
        robot.interact(() -> {
            tab = new SettingsTab(desk.context(), () -> locks++);
            tab.activate();
            Snapshots.show(stage, Snapshots.scene((Parent) tab.view(), 1208, 776, Theme.LIGHT));
            ((ToggleButton) tab.view().lookup("#section-" + section.name())).fire();
            tab.view().applyCss();
            ((Parent) tab.view()).layout();
        });
    }

    private static void type(TextField field, String text) {
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    private List<String> words() {
        tab.view().applyCss();
        ((Parent) tab.view()).layout();
        return tab.view().lookupAll(".label").stream().filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText()).toList();
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T find(String selector) {
        Node found = tab.view().lookup(selector);
        assertThat(found).as(selector).isNotNull();
        return (T) found;
    }
}
