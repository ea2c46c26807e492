package com.bizosaas.adsdesk.ui.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.AudienceValues;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.draft.Reviewer;
import com.bizosaas.adsdesk.draft.Rules;
import java.util.ArrayList;
import java.util.Map;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class AudiencesTabTest {

    private final FakeServices desk = new FakeServices();
    private Stage stage;
    private AudiencesTab tab;

    @Start
    void start(Stage shown) {
        stage = shown;
        WebshopAudiences.fill(desk);
    }

    @Test
    void showsLookalikesUnderTheirSourceWithStatesAndSizes(FxRobot robot) {
        open(robot);
        assertThat(names(robot)).containsSubsequence("Purchasers 180 d", "Lookalike 1% — purchasers 180 d · DE AT NL",
                "Lookalike 3% — purchasers 180 d · DE", "Trail Log — opened app 14 d");
        assertThat(words(robot)).contains("41,200–48,500", "1.02–1.11 M", "under 1,000", "38 min ago", "no limit",
                "Filling", "Too small", "Source lost", "Flagged", "14 audiences · all shown", "2 expiring",
                "1 without source", "All 14", "Lookalikes 4", "Next read " + local());
    }

    @Test
    void filtersByTypeAndNameAndKeepsTheSourceInSight(FxRobot robot) {
        open(robot);
        robot.clickOn("Lookalikes 4");
        assertThat(names(robot)).contains("Purchasers 180 d", "Lookalike 1% — purchasers 180 d · DE AT NL")
                .doesNotContain("Flagged list");
        robot.clickOn("All 14");
        robot.interact(() -> tab.focusSearch());
        robot.write("instagram");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(names(robot)).containsExactly("Instagram profile visitors 90 d");
        assertThat(words(robot)).contains("1 of 14 audiences shown");
        robot.write("zzz");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words(robot)).contains("Nothing matches");
    }

    @Test
    void tellsAllAboutTheSelectedAudience(FxRobot robot) {
        open(robot);
        robot.clickOn("Purchasers 180 d");
        assertThat(words(robot)).contains("Purchase event, last 180 days", "180 days", "501",
                "This audience is ready for use.", "3 Nov 2025");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".audience-detail").tryQuery()).isEmpty();
    }

    @Test
    void makesALookalikeAndRefusesOneThatExists(FxRobot robot) {
        open(robot);
        robot.clickOn("Purchasers 180 d");
        robot.clickOn("Create lookalike from this");
        DialogForm form = desk.dialogs.lastForm();
        assertThat(form.tenant()).isEqualTo(Samples.NORDLYS);
        ComboBox<String> country = find(form, "#lookalike-country");
        Slider share = find(form, "#lookalike-share");
        TextField name = find(form, "#lookalike-name");
        robot.interact(() -> {
            country.setValue("DE");
            share.setValue(3);
        });
        assertThat(name.getText()).isEqualTo("Lookalike 3% — Purchasers 180 d · DE");
        assertThat(form.obstacleProperty().get()).contains("Lookalike 3% — purchasers 180 d · DE");
        robot.interact(() -> share.setValue(2));
        assertThat(form.obstacleProperty().get()).isEmpty();
        robot.interact(form::submit);
        assertThat(desk.audiences.calls).as("nothing is written").isEmpty();
        assertThat(desk.drafts.created).containsExactly(AudienceValues.lookalike(
                "Lookalike 2% — Purchasers 180 d · DE", new GraphId("501"), "DE", 0, 0.02));
    }

    @Test
    void showsARefusalInTheForm(FxRobot robot) {
        desk.drafts.refusal = Problem.invalid("name", "The source is too small",
                "It needs 100 people of one country.");
        open(robot);
        robot.clickOn("Create lookalike");
        DialogForm form = desk.dialogs.lastForm();
        assertThat(form.obstacleProperty().get()).contains("Choose the audience");
        robot.interact(() -> {
            ComboBox<com.bizosaas.adsdesk.domain.CustomAudience> source = find(form, "#lookalike-source");
            source.getSelectionModel().selectFirst();
            form.submit();
        });
        assertThat(form.problemProperty().get().title()).isEqualTo("The source is too small");
        assertThat(form.busyProperty().get()).isFalse();
    }

    @Test
    void makesAWebsiteAudience(FxRobot robot) {
        open(robot);
        robot.clickOn("Website audience");
        DialogForm form = desk.dialogs.lastForm();
        robot.interact(() -> {
            ComboBox<String> event = find(form, "#website-event");
            event.setValue("AddToCart");
            TextField url = find(form, "#website-url");
            url.setText("/shop");
            TextField days = find(form, "#website-days");
            days.setText("200");
        });
        assertThat(form.obstacleProperty().get()).contains("1 to 180 days");
        robot.interact(() -> {
            TextField days = find(form, "#website-days");
            days.setText("14");
            form.submit();
        });
        assertThat(desk.audiences.calls).as("nothing is written").isEmpty();
        assertThat(desk.drafts.created).containsExactly(AudienceValues.website("AddToCart /shop 14 d",
                new GraphId("700001"), "AddToCart", "/shop", 14));
    }

    @Test
    void deletesOnlyAfterTheNameWasTyped(FxRobot robot) {
        desk.dialogs.yes = false;
        open(robot);
        robot.clickOn("Purchasers 180 d");
        robot.clickOn("Delete…");
        assertThat(desk.dialogs.lastQuestion().typed()).isEqualTo("Purchasers 180 d");
        assertThat(desk.dialogs.lastQuestion().text()).contains("lookalikes keep their people");
        assertThat(desk.drafts.removed).isEmpty();
        desk.dialogs.yes = true;
        robot.clickOn("Delete…");
        assertThat(desk.drafts.removed)
                .containsExactly(DraftKey.of(Samples.WEBSHOP.id(), Level.AUDIENCE, new GraphId("501")));
        assertThat(desk.audiences.calls).as("nothing is written").isEmpty();
    }

    @Test
    void showsWhatIsPendingAmongTheOthersAndTakesItBack(FxRobot robot) {
        pend();
        open(robot);
        assertThat(names(robot)).contains("Drafted lookalike");
        assertThat(words(robot)).contains("+ Drafted lookalike", "− VIP — lifetime value top 25%", "New", "To delete",
                "2 pending changes");
        robot.clickOn("+ Drafted lookalike");
        assertThat(words(robot)).contains("Discard draft");
        robot.clickOn("Discard draft");
        assertThat(desk.drafts.calls).contains("discard");
        assertThat(robot.lookup("Create lookalike from this").queryButton().isDisabled()).isTrue();
    }

    private void pend() {
        CustomAudience vip = desk.audiences.audiences.value().stream()
                .filter(one -> one.name().startsWith("VIP")).findFirst().orElseThrow();
        List<Change> changes = new ArrayList<>(Edits.add(DraftKey.fresh(Samples.WEBSHOP.id(), Level.AUDIENCE, 7),
                "Drafted lookalike",
                AudienceValues.lookalike("Drafted lookalike", new GraphId("501"), "NO", 0, 0.02)));
        changes.addAll(Edits.remove(DraftBook.EMPTY, DraftKey.of(Samples.WEBSHOP.id(), Level.AUDIENCE, vip.id()),
                vip.name()));
        desk.drafts.book = DraftBook.EMPTY.with(changes, Samples.NOW, "Ines");
        desk.drafts.review = new Reviewer(Samples.NORDLYS.id(), Rules.NONE, Samples.NOW).review(
                List.of(new Reviewer.Source(new Projection(Samples.WEBSHOP, AdStructure.EMPTY,
                        desk.audiences.audiences.value(), desk.drafts.book.drafts(), _ -> Map.of(), Map.of()),
                        _ -> List.of(), Map.of(), null)),
                _ -> true);
    }

    @Test
    void disablesWritingWithTheReasonWhereTheSignInMayOnlyRead(FxRobot robot) {
        Scope scope = Samples.scope();
        desk.scope.show(new Scope(scope.tenant(),
                Samples.account("1", "Read only", AccountStatus.ACTIVE, "EUR", "Europe/Oslo", "0", "0", null, "B",
                        "ANALYZE"),
                scope.preset(), scope.range(), scope.comparison()));
        open(robot);
        Button create = robot.lookup("Create lookalike").queryButton();
        assertThat(create.isDisabled()).isTrue();
        assertThat(create.getAccessibleHelp()).contains("may only look at");
    }

    @Test
    void keepsSelectionAndFoldedBranchesWhenNewsArrives(FxRobot robot) {
        open(robot);
        robot.clickOn("VIP — lifetime value top 25%");
        robot.interact(() -> {
            AudienceTable table = (AudienceTable) robot.lookup(".audience-table").query();
            table.getRoot().getChildren().stream()
                    .filter(item -> item.getValue().audience().id().equals(new GraphId("501"))).findFirst()
                    .orElseThrow().setExpanded(false);
            desk.events.publish(
                    new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.AUDIENCES));
        });
        assertThat(names(robot)).doesNotContain("Lookalike 1% — purchasers 180 d · DE AT NL");
        assertThat(robot.lookup(".audience-detail").tryQuery()).isPresent();
    }

    @Test
    void saysWhatComesHereWhenThereIsNothing(FxRobot robot) {
        desk.audiences.audiences = new Stamped<>(List.of(), Samples.NOW, false);
        open(robot);
        assertThat(words(robot)).contains("No audiences in this account yet", "Create website audience");
    }

    @Test
    void fitsEveryWindowLightAndDark(FxRobot robot) {
        pend();
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            String suffix = theme.name().toLowerCase(Locale.ROOT);
            picture(robot, 1384, 776, theme, "audiences-1440x900-" + suffix, "501");
            picture(robot, 968, 576, theme, "audiences-1024x700-" + suffix, "");
        }
        picture(robot, 2296, 1316, Theme.LIGHT, "audiences-2560x1440-light", "506");
    }

    @Test
    void showsTheFormsLightAndDark(FxRobot robot) {
        open(robot);
        robot.clickOn("Create lookalike");
        robot.clickOn("Website audience");
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (DialogForm form : desk.dialogs.forms) {
                String name = "audiences-form-" + desk.dialogs.forms.indexOf(form) + "-" + theme;
                robot.interact(() -> {
                    javafx.scene.layout.StackPane box = new javafx.scene.layout.StackPane(form.body());
                    box.setPadding(new javafx.geometry.Insets(20));
                    box.getStylesheets().add(
                            AudiencesTabTest.class.getResource("/com/bizosaas/adsdesk/ui/audiences.css")
                                    .toExternalForm());
                    box.getStyleClass().add("state-pane");
                    Scene scene = Snapshots.scene(box, 520, 420, theme);
                    Snapshots.write(scene, name.toLowerCase(Locale.ROOT).replace(' ', '-'));
                    assertThat(form.body().getLayoutBounds().getHeight()).isLessThan(421);
                    box.getChildren().clear();
                });
            }
        }
    }

    private void picture(FxRobot robot, double width, double height, Theme theme, String name, String selected) {
        robot.interact(() -> {
            tab = new AudiencesTab(desk.context());
            Scene scene = Snapshots.scene((Parent) tab.view(), width, height, theme);
            tab.activate();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            AudienceTable table = (AudienceTable) scene.getRoot().lookup(".audience-table");
            for (int row = 0; !selected.isEmpty() && row < table.getExpandedItemCount(); row++) {
                if (table.getTreeItem(row).getValue().audience().id().value().equals(selected)) {
                    table.getSelectionModel().select(row);
                }
            }
            Snapshots.write(scene, name);
            assertThat(table.getColumns().getFirst().getWidth()).isGreaterThan(179);
            tab.deactivate();
        });
    }

    private void open(FxRobot robot) {
        robot.interact(() -> {
            tab = new AudiencesTab(desk.context());
            Snapshots.show(stage, Snapshots.scene((Parent) tab.view(), 1384, 776, Theme.LIGHT));
            tab.activate();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String local() {
        return java.time.format.DateTimeFormatter.ofPattern("HH:mm")
                .format(Samples.NOW.plusSeconds(180).atZone(java.time.ZoneId.systemDefault()));
    }

    private static <T extends Node> T find(DialogForm form, String id) {
        @SuppressWarnings("unchecked")
        T found = (T) form.body().lookup(id);
        return found;
    }

    private static List<String> names(FxRobot robot) {
        AudienceTable table = (AudienceTable) robot.lookup(".audience-table").query();
        return java.util.stream.IntStream.range(0, table.getExpandedItemCount())
                .mapToObj(row -> table.getTreeItem(row).getValue().audience().name()).toList();
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup(node -> node instanceof Labeled labeled && labeled.getText() != null).queryAll().stream()
                .map(node -> ((Labeled) node).getText()).toList();
    }
}
