package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.service.SavedView;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.grid.Grid;
import com.bizosaas.adsdesk.ui.workbench.FilePicker;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
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

/// What is done with the heads of columns, and what a saved view keeps of it.
@ExtendWith(ApplicationExtension.class)
class HeadsAndViewsTest {

    private final FakeServices fakes = new FakeServices();
    private CampaignsTab tab;
    private StackPane root;
    private Grid<CampaignRow> grid;

    @Start
    void start(Stage stage) {
        TabOnStage shown = new TabOnStage(stage, fakes);
        tab = shown.tab;
        root = shown.root;
        grid = shown.grid;
    }

    @Test
    void theEdgeOfAHeadIsDraggedAndADoubleClickThereFitsTheColumn(FxRobot robot) {
        robot.interact(() -> {
            double before = width("spend");
            drag(edge("spend"), 60);
            assertThat(width("spend")).isEqualTo(before + 60);
            assertThat(view().layout().widths()).containsEntry(Column.SPEND, (int) before + 60);
            assertThat(view().sort()).as("an edge does not sort").isEqualTo(Column.SPEND);
            assertThat(view().descending()).isTrue();
            drag(edge("spend"), -2000);
            assertThat(width("spend")).as("never out of reach").isEqualTo(36);
            doubleClick(edge("spend"));
            assertThat(width("spend")).isGreaterThan(40).isLessThan(before + 60);
            assertThat(root.lookup("#total-spend").getParent().getBoundsInParent().getWidth())
                    .as("the totals keep their column").isEqualTo(width("spend"));
            doubleClick(edge("name"));
            assertThat(width("name")).isGreaterThan(200);
            button("Fit widths").fire();
            layout();
            assertThat(view().layout().widths()).isEmpty();
        });
    }

    @Test
    void aHeadIsDraggedToAnotherPlace(FxRobot robot) {
        robot.interact(() -> {
            Node head = root.lookup("#column-spend");
            Point2D from = middle(head);
            Point2D to = middle(root.lookup("#column-delivery")).subtract(40, 0);
            fire(head, MouseEvent.MOUSE_PRESSED, from, 1, false);
            fire(head, MouseEvent.MOUSE_DRAGGED, to, 1, false);
            fire(head, MouseEvent.MOUSE_RELEASED, to, 1, false);
            layout();
            assertThat(view().layout().columns()).startsWith(Column.ON, Column.NAME, Column.SPEND, Column.DELIVERY);
        });
    }

    @Test
    void aClickWithShiftAddsASecondKey(FxRobot robot) {
        robot.interact(() -> {
            click("objective", false);
            click("budget", true);
            assertThat(view().sort()).isEqualTo(Column.OBJECTIVE);
            assertThat(view().then()).isEqualTo(new View.Then(Column.BUDGET, true));
            List<String> most = sales();
            assertThat(root.lookupAll(".sort-place")).hasSize(1);
            click("budget", true);
            assertThat(view().then()).isEqualTo(new View.Then(Column.BUDGET, false));
            List<String> least = sales();
            assertThat(least).hasSizeGreaterThan(2).isEqualTo(most.reversed());
            click("objective", true);
            assertThat(view().descending()).as("the first key turns round").isTrue();
            assertThat(view().then()).isNotNull();
            click("name", false);
            assertThat(view().then()).isNull();
        });
    }

    @Test
    void aViewKeepsWidthsBothKeysAndDaysOfOnesOwn(FxRobot robot) {
        List<DateRange> asked = new ArrayList<>();
        List<DatePreset> presets = new ArrayList<>();
        robot.interact(() -> {
            fakes.scope.onDays(presets::add, asked::add);
            drag(edge("spend"), 30);
            click("objective", false);
            click("spend", true);
            View view = view();
            menuItem("Save this view…").fire();
            layout();
            ((TextField) root.lookup("#view-name")).setText("Wide");
            ((CheckBox) root.lookup("#view-days")).setSelected(true);
            ((Button) root.lookup("#dialog-primary")).fire();
            tab.model().show(View.FIRST);
            press(KeyCode.DIGIT1, "1");
            assertThat(view()).isEqualTo(view);
            assertThat(presets).hasSize(1);
            assertThat(ViewWords.days(ViewWords.days(null, new DateRange(LocalDate.of(2026, 3, 1),
                    LocalDate.of(2026, 3, 9))))).isEqualTo(new DateRange(LocalDate.of(2026, 3, 1),
                            LocalDate.of(2026, 3, 9)));
            assertThat(ViewWords.days("2026-03-09/2026-03-01")).as("backwards").isNull();
            assertThat(ViewWords.days("yesterday/today")).isNull();
        });
    }

    @Test
    void viewsGoToAFileAndComeFromOne(FxRobot robot) {
        Path file = Path.of("views.json");
        robot.interact(() -> {
            tab.views().files(new FilePicker() {
                @Override
                public Optional<Path> save(String title, String name) {
                    return Optional.of(file);
                }

                @Override
                public Optional<Path> open(String title) {
                    return Optional.of(file);
                }
            });
            SavedView one = ViewWords.saved("One", View.FIRST.text("one"), "");
            SavedView two = ViewWords.saved("Two", View.FIRST.text("two"), "");
            fakes.settings.saveViews(null, List.of(one, two));
            tab.deactivate();
            tab.activate();
            menuItem("Save all views to a file…").fire();
            assertThat(fakes.settings.files.get(file)).containsExactly(one, two);
            fakes.settings.saveViews(null, List.of());
            menuItem("Add views from a file…").fire();
            assertThat(fakes.settings.views.get("nordlys")).containsExactly(one, two);
            tab.model().show(View.FIRST);
            press(KeyCode.DIGIT2, "2");
            assertThat(view().text()).isEqualTo("two");
            Event.fireEvent(root.lookup("#campaign-search"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                    KeyCode.DIGIT1, false, false, true, false));
            assertThat(view().text()).as("Alt with a digit goes everywhere in the tab").isEqualTo("one");
        });
    }

    @Test
    void digitsTypedOverABudgetEditItAndArrowsGoFromCellToCell(FxRobot robot) {
        robot.interact(() -> {
            fakes.settings.saveViews(null, List.of(ViewWords.saved("One", View.FIRST.text("one"), "")));
            tab.deactivate();
            tab.activate();
            layout();
            grid.selection().focus(grid.rows().number(0));
            grid.currentColumn("name");
            for (int i = 0; i < 3; i++) {
                Event.fireEvent(grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, true, false,
                        false));
            }
            assertThat(grid.currentColumn()).isEqualTo("budget");
            press(KeyCode.DIGIT1, "1");
            assertThat(view().text()).isEmpty();
            assertThat(((TextField) root.lookup("#grid-editor")).getText()).isEqualTo("1");
        });
    }

    private List<String> sales() {
        return tab.model().contentProperty().get().rows().stream().filter(row -> row.objective().equals("Sales"))
                .filter(row -> row.budget().amount() != null).map(CampaignRow::name).toList();
    }

    private View view() {
        return tab.model().viewProperty().get();
    }

    private double width(String id) {
        return grid.columns().stream().filter(placed -> placed.column().id().equals(id)).findFirst().orElseThrow()
                .width();
    }

    private Point2D edge(String id) {
        Bounds head = root.lookup("#column-" + id).localToScene(root.lookup("#column-" + id).getBoundsInLocal());
        return new Point2D(head.getMaxX() - 1, head.getCenterY());
    }

    private static Point2D middle(Node node) {
        Bounds at = node.localToScene(node.getBoundsInLocal());
        return new Point2D(at.getCenterX(), at.getCenterY());
    }

    private void drag(Point2D from, double by) {
        Node head = root.lookup(".grid-head");
        fire(head, MouseEvent.MOUSE_PRESSED, from, 1, false);
        fire(head, MouseEvent.MOUSE_DRAGGED, from.add(by / 2, 0), 1, false);
        fire(head, MouseEvent.MOUSE_DRAGGED, from.add(by, 0), 1, false);
        fire(head, MouseEvent.MOUSE_RELEASED, from.add(by, 0), 1, false);
        layout();
    }

    private void doubleClick(Point2D at) {
        Node head = root.lookup(".grid-head");
        fire(head, MouseEvent.MOUSE_PRESSED, at, 2, false);
        fire(head, MouseEvent.MOUSE_RELEASED, at, 2, false);
        layout();
    }

    private void click(String id, boolean shift) {
        Node head = root.lookup("#column-" + id);
        fire(head, MouseEvent.MOUSE_PRESSED, middle(head), 1, shift);
        fire(head, MouseEvent.MOUSE_RELEASED, middle(head), 1, shift);
        layout();
    }

    private static void fire(Node node, EventType<MouseEvent> type, Point2D scene, int clicks, boolean shift) {
        Event.fireEvent(node, new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(),
                MouseButton.PRIMARY, clicks, shift, false, false, false, true, false, false, true, false, true,
                new javafx.scene.input.PickResult(node, scene.getX(), scene.getY())));
    }

    private void press(KeyCode code, String typed) {
        Event.fireEvent(grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        Event.fireEvent(grid, new KeyEvent(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false,
                false));
    }

    private MenuItem menuItem(String text) {
        return ((MenuButton) root.lookup("#saved-views")).getItems().stream()
                .filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
    }

    private Button button(String words) {
        MenuButton chooser = (MenuButton) root.lookup("#column-chooser");
        Node panel = ((javafx.scene.control.CustomMenuItem) chooser.getItems().getFirst()).getContent();
        return panel.lookupAll(".button").stream().map(Button.class::cast)
                .filter(each -> words.equals(each.getText())).findFirst().orElseThrow();
    }

    private void layout() {
        for (int i = 0; i < 2; i++) {
            root.applyCss();
            root.layout();
        }
    }
}
