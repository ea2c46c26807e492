package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.grid.Grid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Bids, caps and schedules are edited in their cells, on every level that has them.
@ExtendWith(ApplicationExtension.class)
class InlineEditTest {

    private static final GraphId VIEWERS = new GraphId("220000000000000004");
    private static final GraphId CART = new GraphId("220000000000000005");

    private final FakeServices fakes = new FakeServices();
    private CampaignsTab tab;
    private StackPane root;
    private Grid<CampaignRow> grid;
    private TabOnStage shown;

    @Start
    void start(Stage stage) {
        shown = new TabOnStage(stage, fakes);
        tab = shown.tab;
        root = shown.root;
        grid = shown.grid;
        tab.model().show(View.FIRST.laidOut(Layout.Preset.BUDGETS.layout()));
        layout();
    }

    @Test
    void aCostGoalOfACampaignIsThatOfItsAdSets(FxRobot robot) {
        robot.interact(() -> {
            edit("Retargeting", Column.BID);
            assertThat(editor().getText()).isEqualTo("16.50");
            assertThat(unit()).isEqualTo("€");
            type("none");
            assertThat(error()).startsWith("Bid or cost cap is not an amount.");
            type("+10%");
            assertThat(drafted(Level.AD_SET, VIEWERS, "bid_amount")).isEqualTo("1815");
            assertThat(drafted(Level.AD_SET, CART, "bid_amount")).isEqualTo("1815");
            redraw();
            CampaignRow row = row("Retargeting");
            assertThat(row.draftedBid()).isEqualTo("Goal €18.15");
            edit("Retargeting", Column.BID);
            assertThat(editor().getText()).as("it goes on from the draft").isEqualTo("18.15");
            layout();
            Snapshots.write(root.getScene(), "campaigns-bid-editor");
        });
    }

    @Test
    void aReturnFloorIsARatio(FxRobot robot) {
        robot.interact(() -> {
            withFloor();
            tab.model().show(tab.model().viewProperty().get().shaped(View.Shape.AD_SETS));
            layout();
            assertThat(row("Viewers 30 d").bid()).isEqualTo("ROAS goal 2.50");
            edit("Viewers 30 d", Column.BID);
            assertThat(unit()).isEqualTo("ROAS ×");
            type("0");
            assertThat(error()).isEqualTo("ROAS floor must be between 0.01 and 1000.");
            type("3,25");
            assertThat(FieldValues.roasFloor(drafted(Level.AD_SET, VIEWERS, "bid_constraints")).orElseThrow())
                    .isEqualByComparingTo("3.25");
        });
    }

    @Test
    void aSpendCapIsTheCampaignsAndCanBeTakenAway(FxRobot robot) {
        robot.interact(() -> {
            edit("Spring", Column.CAP);
            type("20");
            assertThat(error()).startsWith("Spend cap is below this account's minimum. Type €500.00");
            type("5000");
            assertThat(drafted(Level.CAMPAIGN, Nordlys.SPRING, "spend_cap")).isEqualTo("500000");
            redraw();
            edit("Spring", Column.CAP);
            assertThat(editor().getText()).isEqualTo("5,000.00");
            type("none");
            assertThat(drafted(Level.CAMPAIGN, Nordlys.SPRING, "spend_cap")).isEmpty();
        });
    }

    @Test
    void anEndIsTypedInTheAccountsZoneAndAStartThatIsPastStays(FxRobot robot) {
        robot.interact(() -> {
            edit("Retargeting", Column.START);
            assertThat(fakes.notifier.failures.getLast().remedy()).startsWith("It has begun");
            edit("Retargeting", Column.END);
            assertThat(unit()).isEqualTo("Europe/Oslo");
            type("soon");
            assertThat(error()).isEqualTo("End “soon” is no date. Write 2026-04-12 or 2026-04-12 08:30.");
            type("2026-01-05");
            assertThat(error()).startsWith("End must be after the start, 2026-03-02");
            type("2026-05-31 18:00");
            assertThat(drafted(Level.AD_SET, VIEWERS, "end_time")).isEqualTo("2026-05-31T18:00:00+02:00");
            assertThat(drafted(Level.AD_SET, CART, "end_time")).isEqualTo("2026-05-31T18:00:00+02:00");
            edit("Earth Day", Column.END);
            type("none");
            assertThat(error()).isEqualTo("A lifetime budget needs an end. Type a day.");
            layout();
            Snapshots.write(root.getScene(), "campaigns-end-editor");
        });
    }

    @Test
    void whatCannotBeEditedHereSaysWhereItCan(FxRobot robot) {
        robot.interact(() -> {
            tab.model().show(tab.model().viewProperty().get().shaped(View.Shape.ADS));
            layout();
            for (Column column : List.of(Column.BUDGET, Column.BID, Column.CAP, Column.START, Column.END)) {
                edit("Video 15 s — Fjord", column);
                assertThat(editor() == null || !editor().isVisible()).as(column.title()).isTrue();
                assertThat(fakes.notifier.failures.getLast().title()).isEqualTo(column.title()
                        + " cannot be edited here");
            }
            edit("Video 15 s — Fjord", Column.NAME);
            type("Video 15 s — Fjord, cut 2");
            assertThat(drafted(Level.AD, Nordlys.VIDEO, "name")).isEqualTo("Video 15 s — Fjord, cut 2");
        });
    }

    @Test
    void tabSavesAndGoesToTheNextCellThatCanBeEditedAndShiftTabBack(FxRobot robot) {
        robot.interact(() -> {
            edit("Spring", Column.NAME);
            editor().setText("Spring Layers II");
            tab(false);
            assertThat(drafted(Level.CAMPAIGN, Nordlys.SPRING, "name")).isEqualTo("Spring Layers II");
            assertThat(grid.currentColumn()).isEqualTo("budget");
            editor().setText("500");
            tab(false);
            assertThat(drafted(Level.CAMPAIGN, Nordlys.SPRING, "daily_budget")).isEqualTo("50000");
            assertThat(grid.currentColumn()).as("highest volume has no amount").isEqualTo("cap");
            tab(true);
            assertThat(grid.currentColumn()).isEqualTo("budget");
            tab(false);
            tab(false);
            assertThat(grid.currentColumn()).isEqualTo("end");
            int line = grid.rows().line(grid.selection().focused());
            tab(false);
            assertThat(grid.rows().line(grid.selection().focused())).as("on to the next line").isEqualTo(line + 1);
            assertThat(grid.currentColumn()).isEqualTo("name");
        });
    }

    private void withFloor() {
        AdStructure had = fakes.campaigns.structure.value();
        List<AdSet> adSets = new ArrayList<>();
        had.adSets().forEach(each -> adSets.add(each.id().equals(VIEWERS)
                ? new AdSet(each.id(), each.campaignId(), each.name(), each.status(), each.effectiveStatus(),
                        each.budget(), BidStrategy.LOWEST_COST_WITH_MIN_ROAS, null, "VALUE", each.billingEvent(),
                        each.startTime(), each.endTime(), each.createdAt(), each.updatedAt(), each.learning(),
                        each.issues(), new BigDecimal("2.5"))
                : each));
        fakes.campaigns.structure = new Stamped<>(new AdStructure(had.campaigns(), adSets, had.ads()), Samples.NOW,
                false);
        tab.model().load();
    }

    private void edit(String name, Column column) {
        grid.selection().focus(row(name).number());
        grid.currentColumn(CampaignsTable.id(column));
        shown.press(grid, KeyCode.F2, false, false);
    }

    private CampaignRow row(String name) {
        return shown.row(name);
    }

    private void type(String text) {
        editor().setText(text);
        shown.press(editor(), KeyCode.ENTER, false, false);
    }

    private void tab(boolean back) {
        shown.press(editor(), KeyCode.TAB, back, false);
    }

    private TextField editor() {
        return (TextField) root.lookup("#grid-editor");
    }

    private String unit() {
        return ((Label) root.lookup("#grid-unit")).getText();
    }

    private String error() {
        return ((Label) root.lookup("#grid-error")).getText();
    }

    private String drafted(Level level, GraphId id, String field) {
        return fakes.drafts.book.find(DraftKey.of(Samples.WEBSHOP.id(), level, id)).map(draft -> draft.mine(field))
                .orElse(null);
    }

    private void redraw() {
        fakes.events.publish(new DeskEvent.DraftsChanged(Samples.NORDLYS.id()));
        layout();
    }

    private void layout() {
        shown.layout();
    }
}
