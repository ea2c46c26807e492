package com.bizosaas.adsdesk.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.service.AuditChanges;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.AuditService.Verification;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsModelsTest {

    private final FakeServices desk = new FakeServices();
    private final SettingsViewModel settings = new SettingsViewModel(desk.settings, new DirectTasks(), desk.notifier);
    private final AuditViewModel audit = new AuditViewModel(desk.audit, desk.tenants, new DirectTasks(),
            Samples.CLOCK);

    @Test
    void savesOneSettingAtOnceAndPutsItBackOnUndo() {
        settings.saveTyped(TypedSetting.minutes(Topic.CAMPAIGNS), " 7 ");
        assertThat(desk.settings.current.lifetimes()).containsEntry(Topic.CAMPAIGNS, Duration.ofMinutes(7))
                .containsEntry(Topic.INSIGHTS, Duration.ofMinutes(15));
        desk.notifier.lastUndo.run();
        assertThat(desk.settings.current).isEqualTo(Samples.settings());
    }

    @Test
    void keepsARefusalUnderItsFieldUntilTheFieldIsSaved() {
        settings.saveTyped(TypedSetting.minutes(Topic.CAMPAIGNS), "soon");
        assertThat(settings.refusals()).containsOnlyKeys("lifetimes.CAMPAIGNS");
        desk.settings.refusal = Problem.invalid("appId", "An app id is digits only", "Copy it.");
        settings.saveTyped(TypedSetting.text(Setting.APP_ID), "abc");
        assertThat(settings.refusals().get("appId").title()).isEqualTo("An app id is digits only");
        desk.settings.refusal = null;
        settings.saveTyped(TypedSetting.text(Setting.APP_ID), "42");
        assertThat(settings.refusals()).containsOnlyKeys("lifetimes.CAMPAIGNS");
        assertThat(settings.facts().settings().appId()).isEqualTo("42");
    }

    @Test
    void wipesPassphrasesAndNamesTheFieldAtFault() {
        PassphraseChange change = new PassphraseChange(desk.settings, new DirectTasks());
        List<String> refused = new ArrayList<>();
        char[] old = "wrong".toCharArray();
        change.change("".toCharArray(), "a".toCharArray(), "a".toCharArray(), () -> refused.add("done"),
                problem -> refused.add(problem.field()));
        change.change(desk.settings.passphrase.toCharArray(), "new one".toCharArray(), "new".toCharArray(),
                () -> refused.add("done"), problem -> refused.add(problem.field()));
        change.change(old, "new one".toCharArray(), "new one".toCharArray(), () -> refused.add("done"),
                problem -> refused.add(problem.field()));
        assertThat(refused).containsExactly("old", "again", "old");
        assertThat(old).containsOnly('\0');
        change.change(desk.settings.passphrase.toCharArray(), "new one".toCharArray(), "new one".toCharArray(),
                () -> refused.add("done"), problem -> refused.add(problem.field()));
        assertThat(refused).endsWith("done");
        assertThat(desk.settings.passphrase).isEqualTo("new one");
    }

    @Test
    void findsEntriesByReadableWordsAndByTenant() {
        LogSample.fill(desk);
        audit.search("pause campaign");
        assertThat(audit.log().entries()).extracting(AuditEntry::number).containsExactly(3L);
        audit.search("");
        audit.showTenant(Samples.SUGARLOAF.id());
        assertThat(audit.log().entries()).extracting(AuditEntry::number).containsExactly(4L);
    }

    @Test
    void filtersByAction() {
        LogSample.fill(desk);
        audit.showAction("campaign.pause");
        assertThat(audit.filtered()).isTrue();
        assertThat(audit.log().entries()).extracting(AuditEntry::number).containsExactly(3L);
        audit.search("sign");
        assertThat(audit.log().entries()).as("both filters hold").isEmpty();
        audit.showAction("connection.sign-in");
        assertThat(audit.log().entries()).extracting(AuditEntry::action).containsOnly("connection.sign-in");
        audit.showAction("");
        audit.search("");
        assertThat(audit.filtered()).isFalse();
    }

    @Test
    void readsFieldsOldToNewAndWritesAnEntryAsJson() {
        LogSample.fill(desk);
        AuditEntry pause = desk.audit.entries.get(2);
        assertThat(AuditChanges.of(pause)).containsExactly(new AuditChanges.Change("status", "ACTIVE", "PAUSED"));
        assertThat(AuditChanges.json(pause)).contains("\"traceId\" : \"AbC9\"", "\"status\" : \"PAUSED\"");
        assertThat(AuditWords.action("some.future-word")).isEqualTo("some.future-word");
    }

    @Test
    void remembersHowTheCheckOfTheLogEnded() {
        desk.audit.verification = new Verification(12, 7, "The link does not hold.");
        audit.verify();
        assertThat(audit.checkProperty().get().result().brokenAt()).isEqualTo(7);
        assertThat(audit.checkingProperty().get()).isFalse();
    }
}
