package com.bizosaas.adsdesk.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Enhancement;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.Operation;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The client's profile, and the writes whose answer was lost above the audit log.
@ExtendWith(ApplicationExtension.class)
class ProfileViewTest {

    private final FakeServices desk = new FakeServices();
    private Stage stage;
    private SettingsTab tab;

    @Start
    void start(Stage shown) {
        stage = shown;
        LogSample.fill(desk);
        desk.profiles.profiles.put(Samples.NORDLYS.id(),
                new TenantProfile("Ines Moreau", new Targets(List.of(Money.of("8000", Samples.WEBSHOP.currency())),
                        List.of(Money.of("18", Samples.WEBSHOP.currency())), new BigDecimal("2.5")),
                        new Guardrails(List.of(Money.of("500", Samples.WEBSHOP.currency())), new BigDecimal("20"),
                                List.of(),
                                Set.of(Operation.DELETE)),
                        List.of("purchase"), new Naming("/NO \\|.*/", "{campaign} {age}", ""), "utm_source=facebook",
                        Set.of(Enhancement.MUSIC_GENERATION), "Never switch on before nine."));
    }

    private Scene open(FxRobot robot, Section section, Theme theme, double width, double height) {
        Scene[] made = new Scene[1];
        robot.interact(() -> {
            tab = new SettingsTab(desk.context(), () -> {
            });
            made[0] = Snapshots.scene((Parent) tab.view(), width, height, theme);
            Snapshots.show(stage, made[0]);
            tab.activate();
            ((ToggleButton) find("#section-" + section.name())).fire();
            tab.view().applyCss();
            ((Parent) tab.view()).layout();
        });
        return made[0];
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T find(String selector) {
        return (T) tab.view().lookup(selector);
    }

    @Test
    void savesWhatWasAgreed(FxRobot robot) {
        Scene scene = open(robot, Section.PROFILE, Theme.LIGHT, 1280, 760);
        Button save = find("#save-profile");
        assertThat(save.isDisabled()).as("nothing was changed").isTrue();
        TextField most = find("#profile-maxDailyBudget");
        String point = String.valueOf(java.text.DecimalFormatSymbols.getInstance(Locale.getDefault(
                Locale.Category.FORMAT)).getDecimalSeparator());
        robot.interact(() -> {
            most.setText("40" + point + "50");
            ((CheckBox) find("#block-ACTIVATE")).fire();
            assertThat(this.<CheckBox>find("#enhance-MUSIC_GENERATION").isSelected()).isTrue();
            ((CheckBox) find("#enhance-IMAGE_UNCROP")).fire();
            save.fire();
        });
        assertThat(desk.profiles.profiles.get(Samples.NORDLYS.id()).enhancements())
                .containsExactlyInAnyOrder(Enhancement.IMAGE_UNCROP, Enhancement.MUSIC_GENERATION);
        Guardrails rails = desk.profiles.profiles.get(Samples.NORDLYS.id()).guardrails();
        assertThat(rails.maxDailyBudget()).containsExactly(Money.of("40.50", Samples.WEBSHOP.currency()));
        assertThat(rails.blocked()).containsExactlyInAnyOrder(Operation.DELETE, Operation.ACTIVATE);
        robot.interact(() -> {
            most.setText("much");
            save.fire();
        });
        Label message = find("#message-profile-maxDailyBudget");
        assertThat(message.isVisible()).isTrue();
        assertThat(most.getText()).isEqualTo("much");
        robot.interact(() -> Snapshots.write(scene, "settings-profile"));
    }

    @Test
    void agreesOnAmountsForEachCurrency(FxRobot robot) {
        AdCurrency krone = AdCurrency.of("NOK");
        desk.connections.chosen.put(Samples.NORDLYS.id(), List.of(Samples.WEBSHOP, Samples.NETTBUTIKK));
        open(robot, Section.PROFILE, Theme.LIGHT, 1280, 760);
        ComboBox<String> currency = find("#profile-currency");
        TextField most = find("#profile-maxDailyBudget");
        Button save = find("#save-profile");
        assertThat(currency.getItems()).containsExactly("EUR", "NOK");
        robot.interact(() -> {
            currency.setValue("NOK");
            assertThat(most.getText()).isEmpty();
            assertThat(save.isDisabled()).as("looking is no change").isTrue();
            most.setText("much");
            currency.setValue("EUR");
            save.fire();
        });
        assertThat(currency.getValue()).as("shows the one that is wrong").isEqualTo("NOK");
        assertThat(this.<Label>find("#message-profile-maxDailyBudget").getText()).contains("NOK");
        robot.interact(() -> {
            most.setText("6000");
            save.fire();
        });
        Guardrails rails = desk.profiles.profiles.get(Samples.NORDLYS.id()).guardrails();
        assertThat(rails.maxDailyBudget(krone)).isEqualByComparingTo(Money.of("6000", krone));
        assertThat(rails.maxDailyBudget(Samples.EUR)).isEqualByComparingTo(Money.of("500", Samples.EUR));
    }

    @Test
    void tellsAViewerWhyItCannotBeSaved(FxRobot robot) {
        desk.persons.current = new Person("li", "Li", Role.VIEWER);
        Scene scene = open(robot, Section.PROFILE, Theme.DARK, 1024, 700);
        Button save = find("#save-profile");
        assertThat(save.isDisabled()).isTrue();
        assertThat(save.getAccessibleHelp()).contains("Administrator").contains("Viewer");
        robot.interact(() -> Snapshots.write(scene, "settings-profile-dark-small"));
    }

    @Test
    void aPersonSaysHowALostWriteEnded(FxRobot robot) {
        desk.journal.writes.add(new WriteEntry("w1", "b1", 0,
                PlannedWrite.create(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), "campaigns", "Autumn sale",
                        "campaign.create", new Before.Nothing(Set.of()), Map.of("name", "Autumn sale")),
                WriteState.UNKNOWN, "Ines Moreau", Samples.CLOCK.instant(), Samples.CLOCK.instant(), null, "",
                "There are several new ones of this name"));
        Scene scene = open(robot, Section.AUDIT, Theme.LIGHT, 1280, 760);
        Node lost = find("#lost-writes");
        assertThat(lost.isVisible()).isTrue();
        robot.interact(() -> Snapshots.write(scene, "settings-lost-write"));
        robot.interact(() -> this.<Button>find("#look-w1").fire());
        assertThat(desk.journal.said).containsExactly("look");
        robot.interact(() -> this.<ButtonBase>find("#happened-w1").fire());
        var form = desk.dialogs.lastForm();
        robot.interact(() -> {
            ((TextField) form.body().lookup("#happened-id")).setText("120210000000000777");
            form.submit();
        });
        assertThat(desk.journal.said).containsExactly("look", "done " + new GraphId("120210000000000777"));
        assertThat(lost.isVisible()).isFalse();
    }
}
