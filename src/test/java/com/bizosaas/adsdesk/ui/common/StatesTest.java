package com.bizosaas.adsdesk.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.SettableClock;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The shared states of mock-up 10, dialogs and toasts.
@ExtendWith(ApplicationExtension.class)
class StatesTest {

    private static final Problem LIMIT = new Problem(Problem.Kind.RATE_LIMITED, "API budget used up for EU Webshop",
            "Syncing goes on by itself.", "", Samples.NOW.plusSeconds(90), "code 17");

    private final SettableClock clock = new SettableClock();
    private final List<String> calls = new ArrayList<>();
    private Stage stage;
    private StackPane root;
    private StatePane pane;
    private OverlayDialogs dialogs;
    private ToastNotifier toasts;
    private Button behind;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        Themes themes = new Themes(Theme.LIGHT);
        pane = new StatePane(content(), clock);
        dialogs = new OverlayDialogs();
        toasts = new ToastNotifier();
        behind = new Button("Behind");
        Pane other = new Pane(behind);
        other.setPickOnBounds(false);
        root = new StackPane(pane, other, dialogs.layer(), toasts.layer());
        Scene scene = new Scene(root, 700, 500);
        themes.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static Node content() {
        return Labels.of("Spring Layers — Prospecting EU", "t12");
    }

    private boolean says(String words) {
        return root.lookupAll("*").stream().anyMatch(node -> words(node).contains(words));
    }

    private static String words(Node node) {
        String words = node instanceof Labeled labeled
                ? labeled.getText()
                : node instanceof Text text ? text.getText() : "";
        return words == null ? "" : words;
    }

    @Test
    void oldContentStaysUnderAProblemAndTheAgeIsSaid(FxRobot robot) {
        robot.interact(() -> pane.showProblem(Problem.of(Problem.Kind.FAILED, "Meta did not answer", "Trying again."),
                Samples.NOW.minusSeconds(3600), () -> calls.add("retry")));
        assertThat(says("Spring Layers")).isTrue();
        assertThat(says("Meta did not answer.")).isTrue();
        assertThat(says("Figures below are from ")).isTrue();
        robot.clickOn("Try now");
        assertThat(calls).containsExactly("retry");
        robot.interact(pane::showContent);
        assertThat(says("Meta did not answer.")).isFalse();
    }

    @Test
    void aClosedLimitCountsDownAndThenGoesOnByItself(FxRobot robot) {
        robot.interact(() -> pane.showProblem(LIMIT, Samples.NOW, () -> calls.add("retry")));
        assertThat(says("1:30")).isTrue();
        clock.advance(Duration.ofSeconds(80));
        await().until(() -> says("0:10"));
        clock.advance(Duration.ofSeconds(11));
        await().until(() -> calls.contains("retry"));
        assertThat(says("API budget")).isFalse();
    }

    @Test
    void whatWasNeverReadShowsNoFigures(FxRobot robot) {
        robot.interact(() -> pane.showLoading("Reading campaigns"));
        assertThat(says("Spring Layers")).isFalse();
        robot.interact(() -> pane.showBlocked(
                Problem.of(Problem.Kind.SIGN_IN_NEEDED, "Sugarloaf needs a new sign-in", "Ads keep running."),
                "Reconnect",
                () -> calls.add("reconnect")));
        assertThat(says("Spring Layers")).isFalse();
        robot.clickOn("Reconnect");
        robot.interact(() -> pane.showEmpty("No campaigns yet", "They appear here.", "New campaign",
                () -> calls.add("new")));
        robot.clickOn("New campaign");
        assertThat(calls).containsExactly("reconnect", "new");
    }

    @Test
    void escIsTheSafeWayOutAndCtrlEnterGoesOn(FxRobot robot) {
        Dialogs.Question question = Dialogs.Question.plain(Samples.NORDLYS, "Pause 3 campaigns?", "They stop at once.",
                "Pause 3 campaigns");
        robot.interact(() -> dialogs.ask(question, () -> calls.add("paused")));
        assertThat(says("Nordlys Outdoor AS")).as("whose money it is").isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(calls).isEmpty();
        assertThat(dialogs.isOpen()).isFalse();
        robot.interact(() -> dialogs.ask(question, () -> calls.add("paused")));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(calls).containsExactly("paused");
    }

    @Test
    void whatIsFinalMustBeTyped(FxRobot robot) {
        robot.interact(() -> dialogs.ask(
                Dialogs.Question.danger(Samples.NORDLYS, "Delete?", "Final.", "Delete").typed("Spring Layers"),
                () -> calls.add("deleted")));
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(calls).isEmpty();
        robot.interact(() -> ((TextField) root.lookup("#typed-confirmation")).setText("Spring Layers"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(calls).containsExactly("deleted");
    }

    @Test
    void tabDoesNotLeadOutOfADialogAndFocusComesBack(FxRobot robot) {
        robot.interact(() -> behind.requestFocus());
        robot.interact(() -> dialogs.ask(Dialogs.Question.plain(null, "Go on?", "", "Go on"), () -> calls.add("on")));
        for (int i = 0; i < 6; i++) {
            robot.push(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            Node owner = stage.getScene().getFocusOwner();
            assertThat(owner).isNotSameAs(behind);
        }
        robot.push(KeyCode.ESCAPE);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(behind);
    }

    @Test
    void aSecondDialogIsAnsweredFirst(FxRobot robot) {
        robot.interact(() -> {
            dialogs.show(new DialogForm("Edit campaign", Samples.NORDLYS, new Label("form"), "Save"));
            dialogs.ask(Dialogs.Question.plain(null, "Discard changes?", "", "Discard"), () -> calls.add("discarded"));
        });
        assertThat(says("Discard changes?")).isTrue();
        assertThat(says("Edit campaign")).isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(says("Edit campaign")).isTrue();
        assertThat(calls).isEmpty();
    }

    @Test
    void threeToastsAtMostAndUndoIsPressedOnce(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 1; i <= 4; i++) {
                toasts.done("Change " + i, null);
            }
        });
        assertThat(says("Change 1")).isFalse();
        assertThat(says("Change 4")).isTrue();
        robot.interact(() -> toasts.done("Paused", () -> calls.add("undone")));
        robot.clickOn("Undo");
        assertThat(calls).containsExactly("undone");
        assertThat(says("Paused")).isFalse();
        robot.interact(
                () -> toasts.failed(Problem.of(Problem.Kind.FAILED, "Export failed", "The folder is read-only.")));
        robot.clickOn("Close");
        assertThat(says("Export failed")).isFalse();
    }

    @Test
    void looksLikeTheMockUp(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(() -> {
                GridPane grid = new GridPane();
                grid.getStyleClass().add("state-pane");
                List<Consumer<StatePane>> states = List.of(state -> state.showLoading("Reading 77 items from Meta"),
                        state -> state.showEmpty("No campaigns in Norge Nettbutikk yet",
                                "Campaigns made here or in Ads Manager appear within 5 minutes.", "New campaign",
                                () -> {
                                }),
                        state -> state.showProblem(
                                new Problem(Problem.Kind.FAILED, "Meta did not answer", "Trying again in a minute.", "",
                                        null,
                                        "code 2, trace AbC"),
                                Samples.NOW, () -> {
                                }),
                        state -> state.showProblem(LIMIT, Samples.NOW, null),
                        state -> state.showProblem(
                                Problem.of(Problem.Kind.OFFLINE, "You are offline", "Edits wait until then."),
                                Samples.NOW,
                                null),
                        state -> state.showBlocked(
                                Problem.of(Problem.Kind.SIGN_IN_NEEDED, "Sugarloaf Pet Supply needs a new sign-in",
                                        "Dana Whitlock's password changed. Ads keep running on Meta, but nothing can be read "
                                                + "or edited here."),
                                "Reconnect", () -> {
                                }),
                        state -> state.showBlocked(LIMIT, "", () -> {
                        }), state -> state.showBlocked(
                                Problem.of(Problem.Kind.NO_PERMISSION, "You may not see this account's audiences",
                                        "Ask its owner for the task Advertise."),
                                "", () -> {
                                }));
                for (int i = 0; i < states.size(); i++) {
                    StatePane state = new StatePane(content(), clock);
                    states.get(i).accept(state);
                    state.setPrefSize(450, 240);
                    grid.add(state, i % 2, i / 2);
                }
                Scene scene = Snapshots.scene(grid, 900, 960, theme);
                Snapshots.write(scene, "states-" + theme.name().toLowerCase(java.util.Locale.ROOT));
                assertThat(grid.lookupAll(".banner")).hasSize(3);
            });
        }
    }
}
