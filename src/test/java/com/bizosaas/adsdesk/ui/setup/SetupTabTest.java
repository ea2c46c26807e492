package com.bizosaas.adsdesk.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeDialogs;
import com.bizosaas.adsdesk.ui.fakes.FakeNotifier;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.login.ConsentPrompt.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SetupTabTest {

    private static final URI BACK = URI.create(
            "http://localhost:3002/api/brain/integrations/facebook-ads/oauth?action=callback&code=c&state=s");

    private final FakeServices fakes = new FakeServices();
    private final FakePrompt prompt = new FakePrompt();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeNotifier notifier = new FakeNotifier();
    private final List<URI> opened = new ArrayList<>();
    private final List<TabId> tabs = new ArrayList<>();
    private SetupTab tab;
    private Scene scene;

    @Start
    void start(Stage stage) {
        show(null);
        tab = new SetupTab(
                new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, notifier, dialogs, tabs::add,
                        Samples.CLOCK),
                prompt, opened::add);
        scene = Snapshots.scene((Parent) tab.view(), 1280, 720, Theme.LIGHT);
        Snapshots.show(stage, scene);
        tab.activate();
    }

    private void show(Tenant tenant) {
        Scope now = Samples.scope();
        fakes.scope.show(tenant == null
                ? null
                : new Scope(tenant, null, now.preset(), now.range(), now.comparison()));
    }

    private void open(FxRobot robot, Tenant tenant) {
        robot.interact(() -> show(tenant));
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private String words(FxRobot robot) {
        return scene.getRoot().lookupAll("*").stream().filter(SetupTabTest::seen).map(node -> {
            if (node instanceof Labeled labeled) {
                return labeled.getText();
            }
            return node instanceof Text text ? text.getText() : "";
        }).filter(Objects::nonNull).collect(Collectors.joining(" | "));
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<CheckBox> boxes(FxRobot robot) {
        return robot.lookup("#accounts-table .check-box").<CheckBox>queryAll().stream().filter(SetupTabTest::seen)
                .toList();
    }

    @Test
    void aNewTenantSignsInChoosesAccountsAndIsConnected(FxRobot robot) {
        open(robot, Samples.SUGARLOAF);
        robot.interact(() -> Snapshots.write(scene, "setup-authenticate"));
        press(robot, "#sign-in");
        assertThat(prompt.isOpen()).isTrue();
        assertThat(words(robot)).contains("Waiting for consent");
        robot.interact(() -> prompt.end(new Outcome.CameBack(BACK)));
        assertThat(fakes.connections.cameBack).isEqualTo(BACK);
        assertThat(boxes(robot)).isNotEmpty().noneMatch(CheckBox::isSelected);
        assertThat(robot.lookup("#connect").queryAs(Button.class).isDisabled()).isTrue();
        robot.interact(() -> boxes(robot).stream().limit(2).forEach(box -> box.setSelected(true)));
        assertThat(robot.lookup("#connect").queryAs(Button.class).getText()).contains("Connect 2 accounts");
        robot.interact(() -> Snapshots.write(scene, "setup-accounts"));
        press(robot, "#connect");
        assertThat(fakes.connections.calls).contains("confirm sugarloaf 2");
        robot.interact(() -> Snapshots.write(scene, "setup-complete"));
        press(robot, "#go-to-campaigns");
        assertThat(tabs).containsExactly(TabId.CAMPAIGNS);
    }

    @Test
    void aDisabledAccountCannotBeTicked(FxRobot robot) {
        fakes.connections.chosen.clear();
        open(robot, Samples.NORDLYS);
        long blocked = boxes(robot).stream().filter(CheckBox::isDisabled).count();
        assertThat(blocked).isEqualTo(1);
        assertThat(words(robot)).contains("Disabled").contains("98%").contains("No cap");
    }

    @Test
    void aBrokenListSaysHowFarItCameAndTriesAgain(FxRobot robot) {
        fakes.connections.chosen.clear();
        fakes.connections.listProblem = Problem.of(Problem.Kind.FAILED, "Facebook did not answer", "Try again.");
        open(robot, Samples.NORDLYS);
        assertThat(words(robot)).contains("8 of ?");
        fakes.connections.listProblem = null;
        robot.interact(() -> tab.refresh());
        assertThat(words(robot)).doesNotContain("of ?");
    }

    @Test
    void closingTheWindowEndsInItsOwnSentence(FxRobot robot) {
        open(robot, Samples.SUGARLOAF);
        press(robot, "#sign-in");
        robot.interact(() -> prompt.end(new Outcome.Closed()));
        assertThat(words(robot)).contains("Sign-in was cancelled");
        assertThat(fakes.connections.lastAttempt.closed).isTrue();
        press(robot, "#sign-in");
        assertThat(words(robot)).doesNotContain("Sign-in was cancelled");
    }

    @Test
    void aRefusedSignInShowsItsReasonAndStoresNothing(FxRobot robot) {
        fakes.connections.completeProblem = Problem.of(Problem.Kind.REFUSED, "This sign-in was already used",
                "Start again.");
        open(robot, Samples.SUGARLOAF);
        press(robot, "#sign-in");
        robot.interact(() -> prompt.end(new Outcome.CameBack(BACK)));
        assertThat(words(robot)).contains("already used");
        assertThat(fakes.connections.stored).doesNotContainKey(Samples.SUGARLOAF.id());
    }

    @Test
    void theSystemBrowserComesBackThroughTheLoopbackListener(FxRobot robot) {
        open(robot, Samples.SUGARLOAF);
        press(robot, "#sign-in-browser");
        assertThat(opened).containsExactly(fakes.connections.lastAttempt.dialog);
        assertThat(prompt.isOpen()).isFalse();
        robot.interact(() -> fakes.connections.lastAttempt.loopback.complete(BACK));
        assertThat(fakes.connections.cameBack).isEqualTo(BACK);
        assertThat(boxes(robot)).isNotEmpty();
    }

    @Test
    void theFirstAnswerOfAnAttemptCounts(FxRobot robot) {
        open(robot, Samples.SUGARLOAF);
        press(robot, "#sign-in");
        var attempt = fakes.connections.lastAttempt;
        robot.interact(() -> prompt.end(new Outcome.CameBack(BACK)));
        fakes.connections.cameBack = null;
        robot.interact(() -> attempt.loopback.complete(BACK));
        assertThat(fakes.connections.cameBack).isNull();
    }

    @Test
    void reconnectingKeepsTheChosenAccounts(FxRobot robot) {
        fakes.connections.stored.put(Samples.NORDLYS.id(),
                Samples.connection(Samples.NOW.plusSeconds(86_400), Connection.Broken.PASSWORD_CHANGED));
        open(robot, Samples.NORDLYS);
        assertThat(words(robot)).contains("Refused").contains("Password changed");
        robot.interact(() -> Snapshots.write(scene, "setup-refused"));
        press(robot, "#reconnect");
        robot.interact(() -> prompt.end(new Outcome.CameBack(BACK)));
        assertThat(boxes(robot).stream().filter(CheckBox::isSelected)).hasSize(1);
    }

    @Test
    void askingAgainForADeclinedPermissionSaysSoToFacebook(FxRobot robot) {
        open(robot, Samples.NORDLYS);
        robot.interact(() -> robot.lookup(".button").<Button>queryAll().stream()
                .filter(button -> "Ask again".equals(button.getText())).findFirst().orElseThrow().fire());
        assertThat(fakes.connections.lastAskedAgain).isTrue();
        assertThat(prompt.isOpen()).isTrue();
    }

    @Test
    void disconnectingAsksFirstAndTellsWhatIsLeftToDo(FxRobot robot) {
        fakes.connections.revokeProblem = Problem.of(Problem.Kind.OFFLINE, "Facebook could not be reached",
                "Remove Ads Desk in the person's Facebook settings.");
        open(robot, Samples.NORDLYS);
        dialogs.yes = false;
        press(robot, "#disconnect");
        assertThat(dialogs.lastQuestion().danger()).isTrue();
        assertThat(dialogs.lastQuestion().tenant()).isEqualTo(Samples.NORDLYS);
        assertThat(dialogs.lastQuestion().places()).anyMatch(place -> place.contains(Samples.WEBSHOP.id().value()));
        assertThat(fakes.connections.calls).noneMatch(call -> call.startsWith("disconnect"));
        dialogs.yes = true;
        press(robot, "#disconnect");
        assertThat(fakes.connections.calls).contains("disconnect nordlys");
        assertThat(notifier.failures).extracting(Problem::title).contains("Facebook could not be reached");
        assertThat(words(robot)).contains("Not signed in");
    }

    @Test
    void renewingAnswersWithTheNewEnd(FxRobot robot) {
        open(robot, Samples.NORDLYS);
        assertThat(words(robot)).contains("51 days left");
        press(robot, "#renew");
        assertThat(words(robot)).contains("60 days left");
    }

    @Test
    void warnsWhenTheEndIsNear(FxRobot robot) {
        fakes.connections.stored.put(Samples.NORDLYS.id(),
                Samples.connection(Samples.NOW.plusSeconds(3 * 86_400 + 60), null));
        open(robot, Samples.NORDLYS);
        assertThat(words(robot)).contains("3 days left").contains("Ends soon");
    }

    @Test
    void aLateAnswerForTheTenantBeforeIsDropped(FxRobot robot) {
        open(robot, Samples.SUGARLOAF);
        press(robot, "#sign-in");
        var attempt = fakes.connections.lastAttempt;
        open(robot, Samples.NORDLYS);
        assertThat(attempt.closed).isTrue();
        robot.interact(() -> attempt.loopback.complete(BACK));
        assertThat(fakes.connections.cameBack).isNull();
    }

    @Test
    void itIsReadableInTheDark(FxRobot robot) {
        fakes.connections.chosen.clear();
        robot.interact(() -> new Themes(Theme.DARK).dress(scene));
        open(robot, Samples.NORDLYS);
        robot.interact(() -> Snapshots.write(scene, "setup-accounts-dark"));
        assertThat(Optional.ofNullable(words(robot))).hasValueSatisfying(
                text -> assertThat(text).contains("Ad accounts you can reach"));
    }
}
