package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.grid.Grid;
import com.bizosaas.adsdesk.ui.grid.GridRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Drafts of objects that Meta does not have yet, in the table.
@ExtendWith(ApplicationExtension.class)
class NewRowsTest {

    private static final DraftKey CAMPAIGN = DraftKey.fresh(Samples.WEBSHOP.id(), Level.CAMPAIGN, 7);
    private static final DraftKey AD_SET = DraftKey.fresh(Samples.WEBSHOP.id(), Level.AD_SET, 8);
    private static final DraftKey AD = DraftKey.fresh(Samples.WEBSHOP.id(), Level.AD, 9);
    private static final DraftKey BESIDE = DraftKey.fresh(Samples.WEBSHOP.id(), Level.AD_SET, 10);

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
        tab = new CampaignsTab(new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier,
                dialogs, fakes.opened::add, Samples.CLOCK));
        root = new StackPane(tab.view(), dialogs.layer());
        Snapshots.show(stage, Snapshots.scene(root, 1384, 776, Theme.LIGHT));
        tab.activate();
        table = (Grid<CampaignRow>) root.lookup("#campaigns-grid");
        draft(CAMPAIGN, Map.of("name", "Midsummer — Prospecting", "objective", "OUTCOME_SALES", "daily_budget", "12000",
                "status", "PAUSED"));
        draft(AD_SET, Map.of("name", "Broad · NO SE", "campaign_id", CAMPAIGN.object(), "status", "PAUSED"));
        draft(AD, Map.of("name", "Carousel", "adset_id", AD_SET.object(), "status", "PAUSED"));
        draft(BESIDE, Map.of("name", "Lookalike 3%", "campaign_id", Nordlys.SPRING.value(), "status", "PAUSED"));
        publishDrafts();
    }

    @Test
    void theyStandAtTheirPlaceWithAPlusAndNoFigures(FxRobot robot) {
        robot.interact(() -> {
            assertThat(names()).first().isEqualTo("Midsummer — Prospecting");
            focus("Midsummer");
            press(KeyCode.RIGHT);
            focus("Broad · NO SE");
            press(KeyCode.RIGHT);
            assertThat(names()).startsWith("Midsummer — Prospecting", "Broad · NO SE", "Carousel");
            layout();
            assertThat(shownTexts(rowNode("Midsummer"))).contains("+", "120.00", "Not published", "—");
            focus("Spring");
            press(KeyCode.RIGHT);
            assertThat(names()).containsSubsequence("Spring Layers — Prospecting EU", "Lookalike 3%",
                    "Broad 25–54 · DE AT CH");
            layout();
            Snapshots.write(root.getScene(), "campaigns-new-rows");
        });
    }

    @Test
    void theyAreListedOnEachLevelAndAmongWhatWeChanged(FxRobot robot) {
        robot.interact(() -> {
            View view = tab.model().viewProperty().get();
            tab.model().show(view.shaped(View.Shape.AD_SETS));
            assertThat(names()).contains("Broad · NO SE", "Lookalike 3%");
            tab.model().show(view.shaped(View.Shape.ADS));
            assertThat(names()).contains("Carousel");
            tab.model().show(view.quick(View.Quick.CHANGED));
            assertThat(names()).containsExactly("Midsummer — Prospecting", "Spring Layers — Prospecting EU");
            tab.model().show(view.text("lookalike 3"));
            assertThat(names()).containsExactly("Spring Layers — Prospecting EU");
        });
    }

    @Test
    void figuresOfTheOtherRowsStayWithThem(FxRobot robot) {
        robot.interact(() -> {
            CampaignRow spring = row("Spring");
            fakes.drafts.book = com.bizosaas.adsdesk.draft.DraftBook.EMPTY;
            publishDrafts();
            CampaignRow without = row("Spring");
            assertThat(spring.number()).isNotEqualTo(-1);
            assertThat(spring.totals()).isNotNull().isEqualTo(without.totals());
            assertThat(spring.bars()).isNotEmpty().isEqualTo(without.bars());
            assertThat(names()).doesNotContain("Midsummer — Prospecting");
        });
    }

    @Test
    void spaceDraftsTheirStatusAndDeleteTakesThemAway(FxRobot robot) {
        robot.interact(() -> {
            focus("Midsummer");
            press(KeyCode.SPACE);
            assertThat(fakes.campaigns.calls).isEmpty();
            assertThat(fakes.drafts.book.find(CAMPAIGN).orElseThrow().mine("status")).isEqualTo("ACTIVE");
            publishDrafts();
            assertThat(row("Midsummer").isOn()).isTrue();
            assertThat(row("Midsummer").delivery().state()).isEqualTo(Delivery.State.DRAFTED);
            press(KeyCode.DELETE);
            assertThat(fakes.drafts.removed).containsExactly(CAMPAIGN);
        });
    }

    @Test
    void enterOpensANewCampaignAndItsEditsGoToTheSameDraft(FxRobot robot) {
        robot.interact(() -> {
            focus("Midsummer");
            press(KeyCode.F2);
            javafx.scene.control.TextField editor = (javafx.scene.control.TextField) root.lookup("#grid-editor");
            assertThat(editor.getText()).isEqualTo("Midsummer — Prospecting");
            editor.setText("Midsummer — Nordics");
            Event.fireEvent(editor, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false,
                    false));
            publishDrafts();
            assertThat(row("Midsummer").name()).isEqualTo("Midsummer — Nordics");
            focus("Midsummer");
            press(KeyCode.ENTER);
            assertThat(dialogs.isOpen()).isTrue();
        });
    }

    private void draft(DraftKey key, Map<String, String> values) {
        fakes.drafts.book = fakes.drafts.book.with(Edits.add(key, values.getOrDefault("name", ""), values),
                Instant.EPOCH, "Ines");
    }

    private void publishDrafts() {
        fakes.events.publish(new DeskEvent.DraftsChanged(Samples.NORDLYS.id()));
        layout();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int line = 0; line < table.rows().size(); line++) {
            names.add(table.rows().row(line).name());
        }
        return names;
    }

    private CampaignRow row(String name) {
        for (int line = 0; line < table.rows().size(); line++) {
            if (table.rows().row(line).name().startsWith(name)) {
                return table.rows().row(line);
            }
        }
        throw new AssertionError(name + " is not shown");
    }

    private void focus(String name) {
        table.selection().focus(row(name).number());
        table.requestFocus();
    }

    private Node rowNode(String name) {
        GridRow<CampaignRow> node = table.visible(row(name).number());
        assertThat(node).isNotNull();
        return node;
    }

    private static List<String> shownTexts(Node node) {
        return node.lookupAll("*").stream().filter(each -> each instanceof Labeled && each.isVisible())
                .map(each -> ((Labeled) each).getText()).filter(text -> text != null && !text.isEmpty())
                .map(text -> text.replaceAll("[\\u2066-\\u2069]", "")).toList();
    }

    private void press(KeyCode code) {
        Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        layout();
    }

    private void layout() {
        root.applyCss();
        root.layout();
    }
}
