package com.bizosaas.adsdesk.ui.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.time.Duration;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TargetingDialogTest {

    private static final DraftKey AD_SET = new DraftKey(Samples.WEBSHOP.id(), Level.AD_SET, "801");
    private static final DraftKey CAMPAIGN = new DraftKey(Samples.WEBSHOP.id(), Level.CAMPAIGN, "900");
    private static final String GERMANY = "{\"geo_locations\":{\"countries\":[\"DE\"]},\"age_min\":25,\"age_max\":54,"
            + "\"wireless_carrier\":[\"Wifi\"],\"targeting_automation\":{\"advantage_audience\":0}}";

    private final FakeServices desk = new FakeServices();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        desk.drafts.values.put(AD_SET, Map.of(Fields.TARGETING, GERMANY, Fields.CAMPAIGN, "900", "optimization_goal",
                "OFFSITE_CONVERSIONS"));
        desk.drafts.values.put(CAMPAIGN, Map.of(Fields.DAILY, "15000", "special_ad_categories", "[]"));
    }

    private void open(FxRobot robot) {
        robot.interact(() -> TargetingDialog.open(desk.context(), Samples.NORDLYS, Samples.WEBSHOP, AD_SET,
                "Hikers 25–54"));
    }

    private static Node part(DialogForm form, Class<?> type) {
        return form.body().lookupAll("*").stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    @Test
    void draftsWhatWasChangedAndLeavesTheRest(FxRobot robot) {
        open(robot);
        DialogForm form = desk.dialogs.lastForm();
        robot.interact(() -> {
            Snapshots.show(stage, Snapshots.scene(new StackPane(form.body()), 960, 560, Theme.LIGHT));
            ((TextField) form.body().lookup("#targeting-age-min")).setText("30");
            form.submit();
        });
        String drafted = desk.drafts.book.find(AD_SET).orElseThrow().mine(Fields.TARGETING);
        assertThat(TargetingSpec.of(drafted).ageMin()).isEqualTo(30);
        assertThat(drafted).contains("wireless_carrier");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> desk.targeting.calls.stream()
                .anyMatch(call -> call.startsWith("estimate OFFSITE_CONVERSIONS") && call.contains("\"age_min\":30")));
    }

    @Test
    void tellsWhatStandsAgainstItBeforeItDrafts(FxRobot robot) {
        desk.drafts.values.put(CAMPAIGN, Map.of("special_ad_categories", "[\"HOUSING\"]"));
        open(robot);
        DialogForm form = desk.dialogs.lastForm();
        robot.interact(() -> {
            Snapshots.show(stage, Snapshots.scene(new StackPane(form.body()), 960, 560, Theme.LIGHT));
            TargetingEditor editor = (TargetingEditor) part(form, TargetingEditor.class);
            editor.show(GERMANY.replace("25", "30"), java.util.List.of("HOUSING"));
            form.submit();
        });
        assertThat(form.problemProperty().get().remedy()).contains("no age, gender or postcode");
        assertThat(form.actionProperty().get()).isEqualTo("Add nevertheless");
        assertThat(desk.drafts.book.find(AD_SET)).isEmpty();
        robot.interact(form::submit);
        assertThat(desk.drafts.book.find(AD_SET)).isPresent();
    }

    @Test
    void offlineItStartsFromWhatWasReadBefore(FxRobot robot) {
        desk.drafts.refusal = Problem.of(Problem.Kind.OFFLINE, "Facebook cannot be reached", "Check the network.");
        open(robot);
        DialogForm form = desk.dialogs.lastForm();
        robot.interact(() -> Snapshots.show(stage, Snapshots.scene(new StackPane(form.body()), 960, 560, Theme.LIGHT)));
        assertThat(robot.lookup((Node node) -> node instanceof Labeled label && label.getText() != null
                && label.getText().startsWith("People 25–54")).tryQuery()).isPresent();
        desk.drafts.values.remove(AD_SET);
        open(robot);
        assertThat(desk.dialogs.forms).hasSize(1);
        assertThat(desk.notifier.failures).singleElement().satisfies(problem -> assertThat(problem.kind())
                .isEqualTo(Problem.Kind.OFFLINE));
    }

    @Test
    void fitsTheSmallestWindowAndStartsAtThePlaces(FxRobot robot) {
        OverlayDialogs dialogs = new OverlayDialogs();
        DeskContext context = new DeskContext(desk.services(), new DirectTasks(), desk.scope, desk.notifier, dialogs,
                desk.opened::add, Samples.CLOCK);
        robot.interact(() -> {
            Snapshots.show(stage, Snapshots.scene(new StackPane(dialogs.layer()), 1024, 700, Theme.DARK));
            TargetingDialog.open(context, Samples.NORDLYS, Samples.WEBSHOP, AD_SET, "Hikers 25–54");
        });
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> robot.lookup("#targeting-places").queryAs(TextField.class).isFocused());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> desk.targeting.calls.stream()
                .anyMatch(call -> call.startsWith("estimate")));
        robot.interact(() -> Snapshots.write(stage.getScene(), "targeting-dialog-1024"));
        assertThat(robot.lookup("#dialog-primary").query().localToScene(0, 0).getY()).isLessThan(680);
    }

    @Test
    void escapeClosesTheSuggestionsFirstAndOnlyThenTheDialog(FxRobot robot) {
        OverlayDialogs dialogs = new OverlayDialogs();
        DeskContext context = new DeskContext(desk.services(), new DirectTasks(), desk.scope, desk.notifier, dialogs,
                desk.opened::add, Samples.CLOCK);
        robot.interact(() -> {
            Snapshots.show(stage, Snapshots.scene(new StackPane(dialogs.layer()), 1024, 700, Theme.LIGHT));
            TargetingDialog.open(context, Samples.NORDLYS, Samples.WEBSHOP, AD_SET, "Hikers 25–54");
        });
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> robot.lookup("#targeting-places").queryAs(TextField.class).isFocused());
        robot.write("zzz", 0);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(TargetingDialogTest::suggests);
        robot.type(KeyCode.ESCAPE);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !suggests());
        assertThat(dialogs.isOpen()).as("the dialog stays").isTrue();
        assertThat(robot.lookup("#targeting-places").queryAs(TextField.class).getText()).isEqualTo("zzz");
        robot.type(KeyCode.ESCAPE);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !dialogs.isOpen());
    }

    private static boolean suggests() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof Popup popup && popup.isShowing()
                && popup.getContent().stream().anyMatch(node -> node.getStyleClass().contains("suggestions-box")));
    }
}
