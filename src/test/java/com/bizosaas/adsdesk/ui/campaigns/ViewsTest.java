package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.draft.SheetImport;
import com.bizosaas.adsdesk.draft.Rules;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.SavedView;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.grid.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ViewsTest {

    private final FakeServices fakes = new FakeServices();
    private CampaignsTab tab;
    private StackPane root;

    @Start
    void start(Stage stage) {
        Nordlys.into(fakes);
        OverlayDialogs dialogs = new OverlayDialogs();
        tab = new CampaignsTab(new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier,
                dialogs, fakes.opened::add, Samples.CLOCK));
        root = new StackPane(tab.view(), dialogs.layer());
        Snapshots.show(stage, Snapshots.scene(root, 1384, 776, Theme.LIGHT));
        tab.activate();
        layout();
    }

    @Test
    @SuppressWarnings("unchecked")
    void chipsNarrowTheTableWithAndOrAndNot(FxRobot robot) {
        robot.interact(() -> {
            ((Button) root.lookup("#add-filter")).fire();
            layout();
            assertThat(primary().isDisabled()).as("a value is missing").isTrue();
            ((ComboBox<Column>) root.lookup("#filter-field")).setValue(Column.ROAS);
            field("filter-value").setText("nonsense");
            assertThat(primary().isDisabled()).isTrue();
            field("filter-value").setText("3");
            primary().fire();
            layout();
            assertThat(texts()).contains("ROAS over 3");
            int over = content().top().length;
            assertThat(content().rows()).hasSizeLessThan(11).isNotEmpty();
            button("or…").fire();
            layout();
            ((ComboBox<Column>) root.lookup("#filter-field")).setValue(Column.OBJECTIVE);
            ((ComboBox<Condition.Test>) root.lookup("#filter-test")).setValue(Condition.Test.IS);
            field("filter-value").setText("leads");
            primary().fire();
            layout();
            assertThat(content().top().length).isGreaterThan(over);
            assertThat(content().rows()).extracting(CampaignRow::objective).contains("Leads");
            ((Button) root.lookup("#add-filter")).fire();
            layout();
            ((ComboBox<Column>) root.lookup("#filter-field")).setValue(Column.NAME);
            field("filter-value").setText("newsletter");
            ((CheckBox) root.lookup("#filter-not")).setSelected(true);
            primary().fire();
            layout();
            assertThat(content().rows()).extracting(CampaignRow::objective).doesNotContain("Leads");
            assertThat(texts()).contains("Name does not contain newsletter");
            Snapshots.write(root.getScene(), "campaigns-chips");
            tab.model().show(tab.model().viewProperty().get().filtered(Filter.NONE));
            assertThat(content().rows()).hasSize(11);
        });
    }

    @Test
    void columnsAreChosenMovedAndPinned(FxRobot robot) {
        robot.interact(() -> {
            MenuButton chooser = (MenuButton) root.lookup("#column-chooser");
            Node panel = ((javafx.scene.control.CustomMenuItem) chooser.getItems().getFirst()).getContent();
            StackPane popup = new StackPane(panel);
            javafx.scene.Scene scene = Snapshots.scene(popup, 360, 560, Theme.LIGHT);
            popup.getStylesheets().add(CampaignsPane.SHEET);
            for (int i = 0; i < 2; i++) {
                popup.applyCss();
                popup.layout();
            }
            Snapshots.write(scene, "column-chooser");
            ((CheckBox) panel.lookup("#show-reactions")).fire();
            layout();
            Grid<?> grid = (Grid<?>) root.lookup("#campaigns-grid");
            assertThat(ids(grid)).contains("reactions").doesNotContain("clicks");
            Layout layout = tab.model().viewProperty().get().layout();
            tab.model().show(tab.model().viewProperty().get().laidOut(layout.move(Column.SPEND, 2).pin(Column.SPEND,
                    true)));
            layout();
            assertThat(ids(grid).subList(0, 4)).containsExactly("tick", "on", "name", "spend");
            assertThat(grid.pinned()).isEqualTo(4);
            tab.model().show(tab.model().viewProperty().get().laidOut(Layout.Preset.ENGAGEMENT.layout()));
            layout();
            assertThat(ids(grid)).contains("link_clicks").doesNotContain("roas");
            assertThat(tab.model().viewProperty().get().layout().columns()).startsWith(Column.ON, Column.NAME);
        });
    }

    @Test
    void aViewIsSavedForATenantOrForAllAndFoundAgain(FxRobot robot) {
        robot.interact(() -> {
            View view = View.FIRST.shaped(View.Shape.AD_SETS).sorted(Column.NAME, false).text("broad")
                    .filtered(Filter.NONE.and(new Condition(Column.SPEND, Condition.Test.OVER, "10", true)))
                    .laidOut(Layout.FIRST.with(Column.ID, true));
            tab.model().show(view);
            save("Morning check", false);
            save("Everyone's", true);
            assertThat(fakes.settings.views.get("nordlys")).extracting(SavedView::name)
                    .containsExactly("Morning check");
            assertThat(fakes.settings.views.get("")).extracting(SavedView::name).containsExactly("Everyone's");
            tab.model().show(View.FIRST);
            menuItem("Morning check").fire();
            assertThat(tab.model().viewProperty().get()).isEqualTo(view);
        });
    }

    @Test
    void wordsThatThisReleaseDoesNotKnowArePassedOver() {
        SavedView newer = new SavedView("Newer", "GRAPH", "WEEKEND", "", "MOOD", true, "MOOD", true,
                List.of(List.of(new SavedView.Condition("MOOD", "IS", "good", false),
                        new SavedView.Condition("SPEND", "OVER", "10", false),
                        new SavedView.Condition("SPEND", "OVER", "ten", false))),
                List.of("MOOD", "SPEND"), 9, true, Map.of("MOOD", 9, "SPEND", 9), "2026-02-30/2026-03-01");
        View view = ViewWords.view(newer);
        assertThat(view.shape()).isEqualTo(View.Shape.TREE);
        assertThat(view.sort()).isEqualTo(Column.SPEND);
        assertThat(view.filter().groups()).containsExactly(
                List.of(new Condition(Column.SPEND, Condition.Test.OVER, "10", false)));
        assertThat(view.layout().columns()).containsExactly(Column.ON, Column.NAME, Column.SPEND);
    }

    @Test
    void rowsAreCopiedAsASpreadsheetTakesThemAndFormulasAsText() {
        assertThat(SheetText.words("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
        assertThat(SheetText.words("a\tb\nc")).isEqualTo("a b c");
        String text = new SheetText(new Formats(Locale.GERMANY), false).of(content().rows(), View.FIRST);
        String[] lines = text.split("\n");
        assertThat(lines).hasSize(12);
        assertThat(lines[0]).startsWith("On\tName\tDelivery").endsWith("ID\tAccount ID\tCurrency");
        assertThat(lines[1].split("\t")).contains("on", "480,00", "EUR").hasSameSizeAs(lines[0].split("\t"));
    }

    @Test
    void whatIsCopiedWithAllColumnsComesBackAsItIs(FxRobot robot) {
        for (View.Shape shape : View.Shape.values()) {
            robot.interact(() -> {
                View all = View.FIRST.shaped(shape).laidOut(new Layout(List.of(Column.values()), 2, true, Map.of()));
                tab.model().show(all);
                layout();
                List<List<String>> cells = new SheetText(new Formats(Locale.UK), false).of(content().rows(), all)
                        .lines().map(line -> Arrays.stream(line.split("\t", -1))
                                .map(cell -> cell.startsWith("'") ? cell.substring(1) : cell).toList())
                        .toList();
                SheetImport.Sheet sheet = SheetImport.read(new SheetImport.Desk(new Projection(Samples.WEBSHOP,
                        Nordlys.structure(), List.of(), _ -> Map.of(), Map.of()), Samples.NORDLYS.name(), Rules.NONE,
                        Map.of(), Samples.NOW), cells);
                assertThat(sheet.proposals()).as("%s", shape).hasSizeGreaterThan(5).allSatisfy(
                        one -> assertThat(one.standing()).as("%s", one).isEqualTo(Proposal.Standing.SAME));
                assertThat(sheet.notes()).singleElement().asString().contains("Spend", "CTR %");
            });
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theBarCountsAndSumsWhatIsTickedAndSaysWhatIsLeftOut(FxRobot robot) {
        robot.interact(() -> {
            Grid<CampaignRow> grid = (Grid<CampaignRow>) root.lookup("#campaigns-grid");
            tab.model().show(View.FIRST.text("o"));
            layout();
            int found = content().top().length;
            assertThat(found).isBetween(2, 10);
            javafx.event.Event.fireEvent(grid, new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", javafx.scene.input.KeyCode.A, false, true, false,
                    false));
            layout();
            assertThat(grid.selection().count()).as("all that are filtered, and no others").isEqualTo(found);
            java.math.BigDecimal spent = content().rows().stream().filter(row -> row.totals() != null)
                    .map(row -> row.totals().spend()).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
            assertThat(((javafx.scene.control.Label) root.lookup("#bulk-count")).getText()).isEqualTo(found
                    + " of " + content().all() + " ticked · €"
                    + new Formats(Locale.getDefault(Locale.Category.FORMAT)).decimal(spent, 0)
                    + " spent");
            tab.model().show(View.FIRST.quick(View.Quick.ARCHIVED));
            grid.selection().tick(grid.rows().number(0), true);
            layout();
            javafx.scene.control.Label words = (javafx.scene.control.Label) root.lookup("#bulk-count");
            assertThat(words.getText()).contains(" · 1 cannot be changed").contains(" · " + found + " not shown");
            assertThat(words.getTooltip().getText()).contains("1 row is left out: Archived");
        });
    }

    private void save(String name, boolean all) {
        menuItem("Save this view…").fire();
        layout();
        field("view-name").setText(name);
        ((CheckBox) root.lookup("#view-for-all")).setSelected(all);
        primary().fire();
        layout();
    }

    private MenuItem menuItem(String text) {
        return ((MenuButton) root.lookup("#saved-views")).getItems().stream()
                .filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
    }

    private TableContent content() {
        return tab.model().contentProperty().get();
    }

    private static List<String> ids(Grid<?> grid) {
        return grid.columns().stream().map(placed -> placed.column().id()).toList();
    }

    private void layout() {
        for (int i = 0; i < 2; i++) {
            root.applyCss();
            root.layout();
        }
    }

    private Button primary() {
        return (Button) root.lookup("#dialog-primary");
    }

    private TextField field(String id) {
        return (TextField) root.lookup("#" + id);
    }

    private Button button(String words) {
        return root.lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(each -> words.equals(each.getText())).findFirst().orElseThrow();
    }

    private List<String> texts() {
        return java.util.stream.Stream.of(".label", ".button", ".chip-words")
                .flatMap(css -> root.lookupAll(css).stream())
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> text != null && !text.isEmpty()).toList();
    }
}
