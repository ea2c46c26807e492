package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.Switch;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.grid.Grid;
import com.bizosaas.adsdesk.ui.grid.GridRow;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CampaignsTabTest {

    private static final Problem REFUSAL = Problem.of(Problem.Kind.REFUSED, "Meta refused it",
            "The account has unpaid bills.");

    private final FakeServices fakes = new FakeServices();
    private OverlayDialogs dialogs;
    private CampaignsTab tab;
    private StackPane root;
    private Grid<CampaignRow> table;

    @Start
    @SuppressWarnings("unchecked")
    void start(Stage stage) {
        Nordlys.into(fakes);
        dialogs = new OverlayDialogs();
        tab = new CampaignsTab(
                new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier, dialogs,
                        fakes.opened::add, Samples.CLOCK));
        root = new StackPane(tab.view(), dialogs.layer());
        Scene scene = Snapshots.scene(root, 1384, 776, Theme.LIGHT);
        Snapshots.show(stage, scene);
        tab.activate();
        layout();
        table = (Grid<CampaignRow>) root.lookup("#campaigns-grid");
    }

    @Test
    void whatIsPreparedIsSeenByNobodyAndChangesNothing(FxRobot robot) {
        robot.interact(() -> {
            CampaignsTab fresh = new CampaignsTab(fakes.context());
            AtomicBoolean done = new AtomicBoolean();
            fresh.prepare(() -> done.set(true));
            assertThat(done).isTrue();
            assertThat(fresh.model().contentProperty().get()).isNull();
            assertThat(fresh.view().getScene()).isNull();
            assertThat(fakes.campaigns.calls).isEmpty();
            assertThat(fakes.notifier.failures).isEmpty();
        });
    }

    @Test
    void nothingIsPreparedOnceTheTableIsLookedAt(FxRobot robot) {
        robot.interact(() -> {
            AtomicBoolean done = new AtomicBoolean();
            tab.prepare(() -> done.set(true));
            assertThat(done).isFalse();
        });
    }

    @Test
    void theSwitchOfARowPausesItAndUndoBringsItBack(FxRobot robot) {
        robot.interact(() -> {
            switchOf("Catalogue").fire();
            assertThat(fakes.campaigns.calls).containsExactly("status CAMPAIGN 120218843307512002 PAUSED");
            assertThat(fakes.notifier.done).singleElement().asString().endsWith("paused");
            fakes.notifier.lastUndo.run();
            assertThat(fakes.campaigns.calls).last().isEqualTo("status CAMPAIGN 120218843307512002 ACTIVE");
        });
    }

    @Test
    void aRefusedSwitchGoesBackAndTheRowSaysSo(FxRobot robot) {
        robot.interact(() -> {
            fakes.campaigns.refusal = REFUSAL;
            switchOf("Catalogue").fire();
            layout();
            assertThat(switchOf("Catalogue").isSelected()).isTrue();
            assertThat(shownTexts(rowNode("Catalogue"))).contains("refused");
            assertThat(fakes.notifier.failures).hasSize(1);
            Snapshots.write(root.getScene(), "campaigns-refused");
        });
    }

    @Test
    void spaceSwitchesAllSelectedRowsOnAllLevels(FxRobot robot) {
        robot.interact(() -> {
            focus(0);
            press(KeyCode.RIGHT, false);
            press(KeyCode.X, false);
            focus(1);
            press(KeyCode.X, false);
            focus(0);
            press(KeyCode.SPACE, false);
            assertThat(fakes.campaigns.calls).containsExactlyInAnyOrder("status CAMPAIGN 120218843307512001 PAUSED",
                    "status AD_SET 220000000000000001 PAUSED");
            assertThat(fakes.notifier.done).containsExactly("1 campaign and 1 ad set paused");
        });
    }

    @Test
    void searchNarrowsTheTableAndSaysHowManyOfHowMany(FxRobot robot) {
        robot.interact(() -> {
            TextField search = (TextField) root.lookup("#campaign-search").lookup(".text-field");
            search.setText("retarget");
            layout();
            assertThat(table.rows().size()).isEqualTo(1);
            assertThat(texts()).contains("1 of 11 shown", "1 campaign");
            search.setText("nothing like it");
            layout();
            assertThat(texts()).contains("Nothing here matches the search and filter.");
            button("Show all campaigns").fire();
            layout();
            assertThat(table.rows().size()).isEqualTo(11);
            assertThat(search.getText()).isEmpty();
        });
    }

    @Test
    void selectionFocusAndOpenBranchesSurviveSortAndRefresh(FxRobot robot) {
        robot.interact(() -> {
            focus(0);
            press(KeyCode.RIGHT, false);
            focus(1);
            press(KeyCode.X, false);
            String selected = focusedRow().name();
            sort("roas");
            assertThat(first().name()).doesNotStartWith("Earth Day");
            assertThat(focusedRow().name()).isEqualTo(selected);
            assertThat(table.rows().size()).isEqualTo(14);
            fakes.campaigns.structure = new com.bizosaas.adsdesk.domain.Stamped<>(
                    new com.bizosaas.adsdesk.domain.AdStructure(
                            fakes.campaigns.structure.value().campaigns().reversed(),
                            fakes.campaigns.structure.value().adSets(), fakes.campaigns.structure.value().ads()),
                    Samples.NOW, false);
            fakes.events.publish(
                    new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.CAMPAIGNS));
            assertThat(focusedRow().name()).isEqualTo(selected);
            assertThat(table.rows().size()).isEqualTo(14);
            int[] ticked = table.selection().ticked();
            assertThat(ticked).hasSize(1);
            assertThat(table.rows().row(table.rows().line(ticked[0])).name()).isEqualTo(selected);
        });
    }

    @Test
    void theFirstClickOnAFigureSortsTheLargestFirst(FxRobot robot) {
        robot.interact(() -> {
            sort("results");
            assertThat(first().name()).startsWith("Newsletter");
            sort("name");
            assertThat(first().name()).startsWith("App installs");
        });
    }

    @Test
    void theSidePanelFollowsTheFocusedRowAndItsKeyHidesIt(FxRobot robot) {
        robot.interact(() -> {
            focus(1);
            layout();
            Node inspector = root.lookup("#inspector");
            assertThat(shownTexts(inspector)).anyMatch(text -> text.contains("Catalogue Sales"))
                    .contains("120218843307512002", "Daily budget", "€340.00");
            press(KeyCode.I, true);
            assertThat(inspector.isVisible()).isFalse();
            press(KeyCode.I, true);
            assertThat(inspector.isVisible()).isTrue();
        });
    }

    @Test
    void aBudgetIsTypedInTheTableAndBecomesADraft(FxRobot robot) {
        robot.interact(() -> {
            focus(0);
            table.currentColumn("budget");
            press(KeyCode.F2, false);
            layout();
            TextField editor = field("grid-editor");
            assertThat(editor.getText()).isEqualTo("480.00");
            editor.setText("3");
            enter(editor);
            layout();
            assertThat(((Label) root.lookup("#grid-error")).getText())
                    .isEqualTo("Daily budget is below this account's minimum. Type €5.00 or more.");
            assertThat(fakes.drafts.book.isEmpty()).isTrue();
            editor.setText("+10%");
            enter(editor);
            assertThat(fakes.campaigns.calls).isEmpty();
            assertThat(drafted(Nordlys.SPRING, "daily_budget")).isEqualTo("52800");
            fakes.events.publish(new DeskEvent.DraftsChanged(Samples.NORDLYS.id()));
            layout();
            assertThat(shownTexts(rowNode("Spring"))).contains("∆", "480.00", "528.00");
            Snapshots.write(root.getScene(), "campaigns-drafted");
        });
    }

    @Test
    void aFormulaInABudgetCellIsWorkedOutAndABadOneStaysWithTheReason(FxRobot robot) {
        robot.interact(() -> {
            focus(0);
            table.currentColumn("budget");
            press(KeyCode.F2, false);
            layout();
            TextField editor = field("grid-editor");
            editor.setText("*1.2 rund 5");
            enter(editor);
            layout();
            assertThat(((Label) root.lookup("#grid-error")).getText()).startsWith("“rund 5” cannot be read.");
            assertThat(fakes.drafts.book.isEmpty()).isTrue();
            editor.setText("*1.2 round 50");
            enter(editor);
            assertThat(drafted(Nordlys.SPRING, "daily_budget")).isEqualTo("60000");
        });
    }

    @Test
    void typingOverABudgetReplacesItAndEscapeLeavesItAlone(FxRobot robot) {
        robot.interact(() -> {
            focus(0);
            table.currentColumn("budget");
            Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_TYPED, "5", "5", KeyCode.UNDEFINED, false, false, false,
                    false));
            TextField editor = field("grid-editor");
            assertThat(editor.getText()).isEqualTo("5");
            Event.fireEvent(editor, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false,
                    false));
            assertThat(editor.isVisible()).isFalse();
            assertThat(fakes.drafts.book.isEmpty()).isTrue();
        });
    }

    @Test
    void budgetsOfTickedRowsAreSeenOldAndNewBeforeTheyAreDrafted(FxRobot robot) {
        robot.interact(() -> {
            focus(0);
            press(KeyCode.X, false);
            focus(1);
            press(KeyCode.X, false);
            layout();
            assertThat(texts()).anyMatch(text -> text.startsWith("2 of 11 ticked"));
            DraftKey key = DraftKey.of(Samples.WEBSHOP.id(), com.bizosaas.adsdesk.domain.Level.CAMPAIGN,
                    Nordlys.SPRING);
            fakes.drafts.previews = List.of(new com.bizosaas.adsdesk.service.DraftService.Preview(key,
                    "Spring Layers — Prospecting EU", "daily_budget", "48000", "55200", "Rounded"));
            ((Button) root.lookup("#bulk-budget")).fire();
            layout();
            assertThat(texts()).contains("€480.00 → €552.00", "Rounded", "1 of 1 change, 1 with a note");
            Snapshots.write(root.getScene(), "campaigns-bulk-budget");
            field("bulk-by").setText("much");
            layout();
            assertThat(primary().isDisabled()).isTrue();
            assertThat(texts()).contains("By or to is not a number. Type one such as 15 or -20.");
            field("bulk-by").setText("15");
            layout();
            primary().fire();
            assertThat(fakes.drafts.applied).hasSize(1);
            assertThat(dialogs.isOpen()).isFalse();
            press(KeyCode.ESCAPE, false);
            layout();
            assertThat(root.lookup("#bulk-bar")).isNull();
        });
    }

    @Test
    void theFormOfACampaignDraftsWhatItChanges(FxRobot robot) {
        robot.interact(() -> {
            focus(0);
            layout();
            button("Edit…").fire();
            layout();
            field("campaign-name").setText("Spring 2");
            field("campaign-amount").setText("+10%");
            primary().fire();
            layout();
            assertThat(texts()).contains("€480.00", "€528.00", "+10.0%");
            Snapshots.write(root.getScene(), "campaign-review");
            primary().fire();
            assertThat(drafted(Nordlys.SPRING, "daily_budget")).isEqualTo("52800");
            assertThat(drafted(Nordlys.SPRING, "name")).isEqualTo("Spring 2");
            assertThat(fakes.campaigns.calls).isEmpty();
            assertThat(dialogs.isOpen()).isFalse();
        });
    }

    @Test
    void theKeyOpensTheWizardAndWhatIsNotTouchedLeavesNothing(FxRobot robot) {
        robot.interact(() -> {
            press(KeyCode.N, true);
            layout();
            assertThat(root.lookup("#create-wizard")).isNotNull();
            assertThat(fakes.drafts.book.drafts()).hasSize(3)
                    .allMatch(draft -> "PAUSED".equals(draft.mine("status")));
            dialogs.closeAll();
            assertThat(fakes.drafts.calls).contains("discard");
            assertThat(fakes.campaigns.calls).isEmpty();
        });
    }

    @Test
    void deletingWantsTheNameTypedAndSaysWhatGoesWithIt(FxRobot robot) {
        robot.interact(() -> {
            focus(0);
            layout();
            menuItem("change", "Delete…").fire();
            layout();
            assertThat(texts()).anyMatch(text -> text.contains("Its 3 ad sets and 5 ads go with it."));
            assertThat(primary().isDisabled()).isTrue();
            field("typed-confirmation").setText("Spring Layers — Prospecting EU");
            layout();
            Snapshots.write(root.getScene(), "campaign-delete");
            assertThat(primary().isDisabled()).isFalse();
            primary().fire();
            assertThat(fakes.campaigns.calls).isEmpty();
            assertThat(fakes.drafts.removed).extracting(DraftKey::object).containsExactly("120218843307512001");
        });
    }

    @Test
    void archivingIsAQuestionOfItsOwn(FxRobot robot) {
        robot.interact(() -> {
            focus(0);
            press(KeyCode.DELETE, false);
            layout();
            assertThat(primary().getText()).isEqualTo("Add to pending changes");
            assertThat(fakes.drafts.book.isEmpty()).isTrue();
            primary().fire();
            assertThat(drafted(Nordlys.SPRING, "status")).isEqualTo("ARCHIVED");
            assertThat(fakes.campaigns.calls).isEmpty();
        });
    }

    @Test
    void withoutTheAdvertiseTaskNothingCanBeChangedAndTheReasonIsTold(FxRobot robot) {
        robot.interact(() -> {
            var readOnly = Samples.account("102938475610", "EU Webshop", AccountStatus.ACTIVE, "EUR", "Europe/Oslo",
                    "0",
                    "0", null, "Nordlys Outdoor AS", "ANALYZE");
            Scope scope = Samples.scope();
            fakes.scope.show(new Scope(scope.tenant(), readOnly, scope.preset(), scope.range(), null));
            layout();
            assertThat(root.lookup("#new-campaign").isDisabled()).isTrue();
            assertThat(((Button) root.lookup("#new-campaign")).getAccessibleHelp()).contains("Advertise");
            assertThat(switchOf("Catalogue").isDisabled()).isTrue();
            focus(0);
            press(KeyCode.ENTER, false);
            press(KeyCode.SPACE, false);
            press(KeyCode.N, true);
            assertThat(dialogs.isOpen()).isFalse();
            assertThat(fakes.campaigns.calls).isEmpty();
        });
    }

    private String drafted(com.bizosaas.adsdesk.domain.GraphId campaign, String field) {
        return fakes.drafts.book
                .find(DraftKey.of(Samples.WEBSHOP.id(), com.bizosaas.adsdesk.domain.Level.CAMPAIGN, campaign))
                .map(draft -> draft.mine(field)).orElse(null);
    }

    private static void enter(TextField editor) {
        Event.fireEvent(editor,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    private CampaignRow first() {
        return table.rows().row(0);
    }

    private CampaignRow focusedRow() {
        return table.rows().row(table.rows().line(table.selection().focused()));
    }

    private void focus(int line) {
        table.selection().focus(table.rows().number(line));
    }

    /// As a click on the head of the column does.
    private void sort(String column) {
        Node head = root.lookup("#column-" + column);
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Event.fireEvent(head, new MouseEvent(type, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false, false, false, false,
                    true, false, false, true, false, true, null));
        }
        layout();
    }

    private void layout() {
        root.applyCss();
        root.layout();
        root.applyCss();
        root.layout();
    }

    private void press(KeyCode code, boolean control) {
        Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private Button primary() {
        return (Button) root.lookup("#dialog-primary");
    }

    private TextField field(String id) {
        return (TextField) root.lookup("#" + id);
    }

    private MenuItem menuItem(String button, String text) {
        ((Button) root.lookup("#" + button)).fire();
        ContextMenu menu = Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast).findFirst().orElseThrow();
        menu.hide();
        return menu.getItems().stream().filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
    }

    private Button button(String words) {
        return root.lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(each -> words.equals(each.getText())).findFirst().orElseThrow();
    }

    private Node rowNode(String start) {
        return root.lookupAll(".grid-row").stream()
                .filter(node -> node instanceof GridRow<?> row && row.item() instanceof CampaignRow item
                        && item.name().startsWith(start))
                .findFirst().orElseThrow();
    }

    private Switch switchOf(String start) {
        return (Switch) rowNode(start).lookup(".desk-switch");
    }

    private List<String> texts() {
        return shownTexts(root);
    }

    private static List<String> shownTexts(Node root) {
        return java.util.stream.Stream.of(".label", ".button").flatMap(css -> root.lookupAll(css).stream())
                .filter(Node::isVisible).map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> text != null && !text.isEmpty()).toList();
    }
}
