package com.bizosaas.adsdesk.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.draft.Drift.Words;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DriftPaneTest {

    private static final Drift BUDGET = drift("120218843307512001", "Spring Layers — Prospecting EU", Level.CAMPAIGN,
            Fields.DAILY, "48000", "60000", new Words("", "480.00 EUR", "600.00 EUR"), "Kari Nygård");
    private static final Drift TARGETING = drift("120218843307512011", "Broad 25–54", Level.AD_SET, Fields.TARGETING,
            "{}", "{\"age_min\":18}", new Words("Spring Layers — Prospecting EU", "People of 25 to 54 in Germany",
                    "People of 18 to 65 in Germany and Austria, on all placements"),
            "Meta");
    private static final Drift GONE = drift("120218843307512012", "Interests", Level.AD_SET, Fields.STATUS, "",
            "DELETED", new Words("Spring Layers — Prospecting EU", "—", "Deleted"), "");

    private final FakeServices fakes = new FakeServices();
    private OverlayDialogs dialogs;
    private PendingModel pending;
    private StackPane root;
    private Stage stage;

    private static Drift drift(String id, String name, Level level, String field, String published, String now,
            Words shown, String actor) {
        return new Drift(new DraftKey(Samples.WEBSHOP.id(), level, id), name, Fields.of(level, field), published,
                Samples.NOW.minusSeconds(90_000), now, shown, actor,
                actor.isEmpty() ? null : Samples.NOW.minusSeconds(3_600));
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        fakes.drift.drifts = List.of(BUDGET, TARGETING, GONE);
        build(Theme.LIGHT, 1240, 760);
    }

    private void build(Theme theme, double width, double height) {
        dialogs = new OverlayDialogs();
        DeskContext context = new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier,
                dialogs, fakes.opened::add, Samples.CLOCK);
        pending = new PendingModel(context.services(), context.tasks(), context.scope());
        WorkbenchDialogs workbench = new WorkbenchDialogs(context, pending,
                new Drafting(context.services().workbench().drafts(), context.tasks(), context.notifier()),
                new Formats(Locale.UK));
        BorderPane pane = new BorderPane();
        pane.setBottom(workbench.bar());
        root = new StackPane(pane, dialogs.layer());
        if (width == 1240) {
            Snapshots.show(stage, Snapshots.scene(root, width, height, theme));
        } else {
            Snapshots.scene(root, width, height, theme);
        }
        pending.activate();
        layout();
    }

    private void look() {
        ((Button) root.lookup("#drift-open")).fire();
        layout();
    }

    @Test
    void theBarTellsHowManyAndByWhomAndThePaneShowsBothValues(FxRobot robot) {
        robot.interact(() -> {
            assertThat(texts()).contains("3 changes from outside")
                    .anyMatch(text -> text.contains("by Kari Nygård, Meta"));
            look();
            assertThat(texts()).contains("480.00 EUR", "600.00 EUR", "Kari Nygård", "Not told who",
                    "People of 25 to 54 in Germany", "Ad set in Spring Layers — Prospecting EU", "0 of 3 ticked");
        });
    }

    @Test
    void oneIsRevertedAsADraftAndLeadsToTheReview(FxRobot robot) {
        robot.interact(() -> {
            look();
            assertThat(primary().isDisabled()).as("nothing was reverted yet").isTrue();
            fakes.drift.drifts = List.of(TARGETING, GONE);
            buttons("Revert").getFirst().fire();
            layout();
            assertThat(fakes.drift.reverted).containsExactly(BUDGET);
            assertThat(texts()).doesNotContain("600.00 EUR").contains("0 of 2 ticked");
            assertThat(primary().isDisabled()).isFalse();
        });
    }

    @Test
    void manyAreAcceptedAndWhatWasDeletedCannotBeReverted(FxRobot robot) {
        robot.interact(() -> {
            look();
            ((CheckBox) root.lookup(".review-bar").lookup(".check-box")).fire();
            layout();
            assertThat(buttons("Revert ticked").getFirst().isDisabled()).isTrue();
            assertThat(buttons("Accept ticked").getFirst().isDisabled()).isFalse();
            fakes.drift.drifts = List.of();
            buttons("Accept ticked").getFirst().fire();
            layout();
            assertThat(fakes.drift.accepted).containsExactly(BUDGET, TARGETING, GONE);
            assertThat(texts()).contains("Nothing was changed from outside");
        });
    }

    @Test
    void newsComeIntoTheOpenPaneAndFailuresStayTellingWithARetry(FxRobot robot) {
        robot.interact(() -> {
            look();
            fakes.drift.drifts = List.of(GONE);
            fakes.events.publish(new DeskEvent.DriftChanged(Samples.NORDLYS.id()));
            layout();
            assertThat(texts()).contains("0 of 1 ticked", "1 change from outside");
            fakes.drift.failure = new DeskException(Problem.of(Problem.Kind.FAILED, "The store cannot be read",
                    "Look at the disk."));
            fakes.events.publish(new DeskEvent.DriftChanged(Samples.NORDLYS.id()));
            layout();
            assertThat(texts()).as("the banner offers it again").contains("Try now");
        });
    }

    @Test
    void aViewerSeesThemAndIsToldWhyNothingCanBeDecided(FxRobot robot) {
        fakes.persons.current = new Person("p", "Vik", Role.VIEWER);
        robot.interact(() -> {
            build(Theme.LIGHT, 1240, 760);
            look();
            assertThat(buttons("Accept")).isNotEmpty().allMatch(Button::isDisabled);
            assertThat(buttons("Revert")).allMatch(Button::isDisabled);
            assertThat(buttons("Accept").getFirst().getAccessibleHelp()).contains("Editor");
        });
    }

    @Test
    void fitsEveryWindowLightAndDark(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int[] size : new int[][]{{1440, 900}, {1024, 700}, {2560, 1440}}) {
                robot.interact(() -> {
                    build(theme, size[0], size[1]);
                    look();
                    Snapshots.write(root.getScene(), "drift-" + size[0] + "x" + size[1] + "-"
                            + theme.name().toLowerCase(Locale.ROOT));
                    assertThat(root.lookup("#drift-list").getLayoutBounds().getWidth()).isGreaterThan(800);
                });
            }
        }
    }

    private void layout() {
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
    }

    private Button primary() {
        return (Button) root.lookup("#dialog-primary");
    }

    private List<Button> buttons(String words) {
        return root.lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(each -> words.equals(each.getText())).toList();
    }

    private List<String> texts() {
        return Stream.of(".label", ".button").flatMap(css -> root.lookupAll(css).stream())
                .filter(Node::isVisible).map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> text != null && !text.isEmpty()).toList();
    }
}
