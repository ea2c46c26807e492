package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.HeldTasks;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.grid.Grid;
import com.bizosaas.adsdesk.ui.grid.GridCell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The tab beside mock-up 03, in both themes and at both ends of the window sizes.
@ExtendWith(ApplicationExtension.class)
class CampaignsLookTest {

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 100, 100));
        stage.show();
    }

    @Test
    void looksRightInTheWidestAndTheSmallestWindowLightAndDark(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
            robot.interact(() -> {
                Scene wide = scene(filled(), 1384, 776, theme);
                open(wide.getRoot());
                picture(wide, "campaigns-1440x900" + suffix);
                assertThat(texts(wide.getRoot())).contains("11 campaigns").anyMatch(text -> text.startsWith("Ελλάδα")
                        || text.contains("Ελλάδα"));
                Scene large = scene(filled(), 2296, 1316, theme);
                open(large.getRoot());
                picture(large, "campaigns-2560x1440" + suffix);
                Grid<?> grid = (Grid<?>) large.lookup("#campaigns-grid");
                assertThat(grid.columns()).filteredOn(placed -> placed.column().id().equals("name"))
                        .singleElement().satisfies(placed -> assertThat(placed.width()).isLessThanOrEqualTo(560));
                Scene small = scene(filled(), 968, 576, theme);
                open(small.getRoot());
                picture(small, "campaigns-1024x700" + suffix);
                assertThat(texts(small.getRoot())).doesNotContain("CPM", "CPC", "CTR %");
            });
        }
    }

    @Test
    void everySharedStateHasItsPicture(FxRobot robot) {
        robot.interact(() -> {
            FakeServices never = new FakeServices();
            never.insights.asOf = null;
            never.sync.everywhere = new SyncState(true, null, null, null);
            picture(scene(tab(never), 1000, 500, Theme.LIGHT), "campaigns-loading");
            Scene loading = scene(tab(never), 1384, 776, Theme.LIGHT);
            picture(loading, "campaigns-loading-wide");
            assertThat(loading.lookup("#quick-delivering").isDisabled()).as("there is nothing to filter yet").isTrue();
            FakeServices failed = filledServices();
            failed.sync.everywhere = new SyncState(false, null, new Problem(Problem.Kind.FAILED, "Meta did not answer",
                    "Trying again in a minute.", "", null, "HTTP 503, trace AbC"), null);
            Scene banner = scene(tab(failed), 1000, 500, Theme.LIGHT);
            picture(banner, "campaigns-error");
            assertThat(texts(banner.getRoot())).contains("11 campaigns");
            FakeServices signedOut = new FakeServices();
            signedOut.sync.everywhere = new SyncState(false, null, Problem.of(Problem.Kind.SIGN_IN_NEEDED,
                    "Nordlys Outdoor AS needs a new sign-in", "The password changed. Ads keep running."), null);
            Scene key = scene(tab(signedOut), 1000, 500, Theme.LIGHT);
            picture(key, "campaigns-sign-in");
            assertThat(texts(key.getRoot())).contains("Reconnect");
        });
    }

    @Test
    void aFirstLookAndEveryLevelHaveTheirPictures(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
            robot.interact(() -> {
                FakeServices fakes = filledServices();
                fakes.scope.showAll(new AllTenants(DatePreset.LAST_14_DAYS, null, false));
                HeldTasks held = new HeldTasks();
                CampaignsTab first = new CampaignsTab(
                        new DeskContext(fakes.services(), held, fakes.scope, fakes.notifier,
                                fakes.dialogs, fakes.opened::add, Samples.CLOCK));
                first.activate();
                while (first.model().contentProperty().get() == null) {
                    held.letGoOne();
                }
                Scene look = scene((Parent) first.view(), 1384, 776, theme);
                picture(look, "campaigns-first-look" + suffix);
                assertThat(texts(look.getRoot())).as("what ad sets decide over").contains("…").doesNotContain("Active");
                CampaignsTab tab = new CampaignsTab(filledServices().context());
                tab.activate();
                Scene scene = scene((Parent) tab.view(), 1384, 776, theme);
                for (View.Shape shape : List.of(View.Shape.CAMPAIGNS, View.Shape.AD_SETS, View.Shape.ADS)) {
                    View view = new LevelLayouts().shaped(View.FIRST, shape);
                    tab.model().show(view);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    picture(scene, "campaigns-flat-" + shape.name().toLowerCase(Locale.ROOT) + suffix);
                }
                assertThat(texts(scene.getRoot())).contains("Hook %").doesNotContain("Budget", "Objective");
            });
        }
    }

    @Test
    void aCellExplainsItselfToWhoeverPointsAtItAndToAReader(FxRobot robot) {
        robot.interact(() -> {
            Scene scene = scene(filled(), 1640, 776, Theme.LIGHT);
            Grid<?> grid = (Grid<?>) scene.lookup("#campaigns-grid");
            GridCell<?> pacing = grid.visible(grid.rows().number(0)).cell("pacing");
            GridCell<?> spend = grid.visible(grid.rows().number(0)).cell("spend");
            assertThat(pacing.getTooltip()).as("hundreds of tooltips cost more than the cells").isNull();
            assertThat(pacing.queryAccessibleAttribute(AccessibleAttribute.HELP).toString())
                    .contains("a day, as the budget is now", "up to 75 % more");
            point(pacing);
            assertThat(pacing.getTooltip().getText()).startsWith("Spent ").contains("÷", "expected");
            point(spend);
            assertThat(pacing.getTooltip()).isNull();
            assertThat(spend.getTooltip().getText()).contains("EUR");
        });
    }

    private static void point(Node node) {
        Event.fireEvent(node,
                new MouseEvent(MouseEvent.MOUSE_MOVED, 2, 2, 2, 2, MouseButton.NONE, 0, false, false, false,
                        false, false, false, false, false, false, false, null));
    }

    @Test
    void theFormAndItsReviewHaveTheirPictures(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(() -> {
                FakeServices fakes = filledServices();
                OverlayDialogs overlay = new OverlayDialogs();
                CampaignsTab tab = new CampaignsTab(new com.bizosaas.adsdesk.ui.common.DeskContext(fakes.services(),
                        new com.bizosaas.adsdesk.ui.fakes.DirectTasks(), fakes.scope, fakes.notifier, overlay,
                        fakes.opened::add, Samples.CLOCK));
                tab.activate();
                Scene scene = Snapshots.scene(new StackPane(tab.view(), overlay.layer()), 1384, 776, theme);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                ((javafx.scene.control.Button) scene.lookup("#new-campaign")).fire();
                picture(scene, "campaign-new-" + theme.name().toLowerCase(Locale.ROOT));
                assertThat(texts(scene.getRoot())).contains("Special ad category", "None applies");
                overlay.closeAll();
                Grid<?> table = (Grid<?>) scene.lookup("#campaigns-grid");
                table.selection().focus(table.rows().number(0));
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                fire(scene.getRoot(), "Edit…");
                picture(scene, "campaign-edit-" + theme.name().toLowerCase(Locale.ROOT));
            });
        }
    }

    private static void fire(Parent root, String words) {
        root.lookupAll(".button").stream().filter(node -> node instanceof Labeled label
                && words.equals(label.getText())).map(javafx.scene.control.Button.class::cast).findFirst()
                .ifPresent(javafx.scene.control.Button::fire);
    }

    static FakeServices filledServices() {
        FakeServices fakes = new FakeServices();
        Nordlys.into(fakes);
        return fakes;
    }

    private static Parent filled() {
        return tab(filledServices());
    }

    private static Parent tab(FakeServices fakes) {
        CampaignsTab tab = new CampaignsTab(fakes.context());
        tab.activate();
        return (Parent) tab.view();
    }

    private static Scene scene(Parent root, double width, double height, Theme theme) {
        Scene scene = Snapshots.scene(root, width, height, theme);
        root.applyCss();
        root.layout();
        root.applyCss();
        root.layout();
        return scene;
    }

    private static void open(Parent root) {
        Grid<?> table = (Grid<?>) root.lookup("#campaigns-grid");
        for (int line = 0; line < 2; line++) {
            table.selection().focus(table.rows().number(line));
            Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false,
                    false));
        }
        table.selection().focus(table.rows().number(0));
        root.applyCss();
        root.layout();
    }

    private static void picture(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Path file = Snapshots.write(scene, name);
        assertThat(Files.exists(file)).isTrue();
    }

    static List<String> texts(Parent root) {
        return java.util.stream.Stream.of(".text", ".label", ".button").flatMap(css -> root.lookupAll(css).stream())
                .map(node -> node instanceof Labeled labeled
                        ? labeled.getText()
                        : node instanceof javafx.scene.text.Text text ? text.getText() : "")
                .filter(text -> text != null && !text.isEmpty()).toList();
    }
}
