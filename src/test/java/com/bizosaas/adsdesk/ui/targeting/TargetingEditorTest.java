package com.bizosaas.adsdesk.ui.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.TargetingService.Saved;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TargetingEditorTest {

    private static final String MOCKUP = """
            {"geo_locations":{"countries":["DE","AT"],"cities":[{"key":"297657","name":"Zürich","country":"CH","radius":40,
            "distance_unit":"kilometer"}],"regions":[{"key":"1763","name":"Südtirol / Alto Adige","country":"IT"}]},
            "excluded_geo_locations":{"cities":[{"key":"565500","name":"Berlin Mitte","country":"DE","radius":10,
            "distance_unit":"mile"}]},
            "age_min":25,"age_max":54,"locales":[5,10],
            "flexible_spec":[{"interests":[{"id":"6001","name":"Hiking"},{"id":"6002","name":"Trail running"},
            {"id":"6003","name":"Bouldering"},{"id":"6004","name":"Ski touring"}]},
            {"behaviors":[{"id":"6005","name":"Engaged shoppers"}],"interests":[{"id":"6006","name":"Outdoor clothing"}]}],
            "custom_audiences":[{"id":"701","name":"Lookalike 2%"}],
            "excluded_custom_audiences":[{"id":"702","name":"Purchasers 180 d"},{"id":"703","name":"Staff & agencies"}],
            "publisher_platforms":["facebook","instagram"],
            "facebook_positions":["feed","story","facebook_reels"],"instagram_positions":["stream","story","reels","ig_search"],
            "targeting_automation":{"advantage_audience":0}}""";

    private final FakeServices desk = new FakeServices();
    private Stage stage;
    private TargetingEditor editor;
    private ReachPanel reach;

    @Start
    void start(Stage shown) {
        stage = shown;
        desk.audiences.audiences = new Stamped<>(List.of(audience("701", "Lookalike 2% — LTV top 25%", 1_900_000, 200),
                audience("702", "Purchasers 180 d", 41_000, 200), audience("703", "Staff & agencies", 310, 200),
                audience("704", "Newsletter", 12_000, 200), audience("705", "Flagged list", 9_000, 471)), Samples.NOW,
                false);
    }

    private static CustomAudience audience(String id, String name, long size, int operation) {
        return new CustomAudience(new GraphId(id), name, "CUSTOM", "", size, size * 118 / 100, operation, "Normal", 200,
                "Normal", null, null, null, null, null, null);
    }

    private void open(FxRobot robot, String targeting, List<String> categories, double width, double height,
            Theme theme) {
        robot.interact(() -> {
            editor = new TargetingEditor(desk.context(), Samples.NORDLYS.id(), Samples.WEBSHOP.id());
            reach = new ReachPanel(desk.context());
            reach.setPrefWidth(270);
            reach.setMinWidth(270);
            editor.show(targeting, categories);
            ScrollPane scroll = new ScrollPane(editor);
            scroll.setFitToWidth(true);
            HBox.setHgrow(scroll, Priority.ALWAYS);
            Scene scene = Snapshots.scene(new HBox(scroll, reach), width, height, theme);
            Snapshots.show(stage, scene);
            reach.ask(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), editor.specProperty().get(), "OFFSITE_CONVERSIONS",
                    15_000);
        });
    }

    private void open(FxRobot robot, String targeting) {
        open(robot, targeting, List.of(), 960, 900, Theme.LIGHT);
    }

    private TargetingSpec spec() {
        return TargetingSpec.of(editor.specProperty().get());
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    private static ListView<?> suggestions(FxRobot robot) {
        return robot.listTargetWindows().stream().map(window -> window.getScene().getRoot().lookup("#suggestions"))
                .filter(ListView.class::isInstance).map(ListView.class::cast).findFirst().orElse(null);
    }

    /// Types into a field, waits for the list under it, and presses keys in the same pulse in which the list is there.
    private void choose(FxRobot robot, String field, String text, KeyEvent... keys) {
        TextField input = robot.lookup(field).queryAs(TextField.class);
        robot.interact(() -> {
            input.requestFocus();
            input.setText(text);
        });
        boolean[] taken = new boolean[1];
        long[] typedAt = {System.nanoTime()};
        await(() -> {
            robot.interact(() -> {
                ListView<?> list = suggestions(robot);
                if (list == null || list.getItems().isEmpty()) {
                    if (System.nanoTime() - typedAt[0] > 3_000_000_000L) {
                        // The window lost the focus, and with it the list.
                        typedAt[0] = System.nanoTime();
                        input.requestFocus();
                        input.setText("");
                        input.setText(text);
                    }
                    return;
                }
                for (KeyEvent key : keys) {
                    input.fireEvent(key);
                }
                taken[0] = true;
            });
            return taken[0];
        });
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }

    private static final KeyEvent ENTER = key(KeyCode.ENTER, false);

    private List<String> chips(FxRobot robot, String field) {
        Parent box = robot.lookup(field).query().getParent();
        return box.getChildrenUnmodifiable().stream().filter(node -> node.getStyleClass().contains("target-chip"))
                .map(Node::getAccessibleText).toList();
    }

    private void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    private static void press(ToggleButton button) {
        button.fire();
    }

    @Test
    void showsATargetingInAllItsParts(FxRobot robot) {
        open(robot, MOCKUP);
        assertThat(chips(robot, "#targeting-places")).containsExactly("Germany, whole country",
                "Austria, whole country",
                "Südtirol / Alto Adige, region", "Zürich, +40 km", "Not Berlin Mitte, +10 mi");
        assertThat(chips(robot, "#targeting-details-0")).containsExactly("Hiking, 18.2 M", "Trail running, 4.6 M",
                "Bouldering, 2.1 M", "Ski touring, 1.9 M");
        assertThat(chips(robot, "#targeting-details-1")).containsExactly("Engaged shoppers, 31 M",
                "Outdoor clothing, 9.4 M");
        assertThat(chips(robot, "#targeting-languages")).containsExactly("German", "Italian");
        assertThat(chips(robot, "#targeting-audiences")).containsExactly("Lookalike 2% — LTV top 25%, 1.9 M");
        assertThat(chips(robot, "#targeting-excluded")).containsExactly("Not Purchasers 180 d, 41 k",
                "Not Staff & agencies, 310");
        assertThat(robot.lookup("#placement-instagram-ig_search").queryAs(CheckBox.class).isSelected()).isTrue();
        assertThat(robot.lookup("#placement-facebook-marketplace").queryAs(CheckBox.class).isSelected()).isFalse();
        assertThat(robot.lookup("#targeting-sentence").queryAs(Labeled.class).getText()).contains("25–54", "Zürich");
        assertThat(editor.gaps()).isEmpty();
        assertThat(editor.reachesEuProperty().get()).isTrue();
        await(() -> robot.lookup("#reach-verdict").queryAs(Label.class).getText().contains("€150 a day"));
        robot.interact(() -> Snapshots.write(stage.getScene(), "targeting-light"));
        open(robot, MOCKUP, List.of(), 960, 1160, Theme.DARK);
        await(() -> robot.lookup("#reach-verdict").queryAs(Label.class).getText().contains("€150 a day"));
        robot.interact(() -> Snapshots.write(stage.getScene(), "targeting-dark"));
    }

    @Test
    void findsPlacesByTypingAndTakesThemByKeys(FxRobot robot) {
        open(robot, "");
        assertThat(editor.gaps()).containsExactly("The targeting names no place. Add a country, or a custom audience.");
        choose(robot, "#targeting-places", "ger", ENTER);
        choose(robot, "#targeting-places", "r", key(KeyCode.DOWN, false), key(KeyCode.DOWN, false),
                key(KeyCode.ENTER, true));
        assertThat(spec().places(false)).extracting(TargetingSpec.Spot::key).containsExactly("DE");
        assertThat(spec().places(true)).hasSize(1);
        assertThat(editor.gaps()).isEmpty();
    }

    @Test
    void takesChipsAwayByBackspaceAndWalksThemByArrows(FxRobot robot) {
        open(robot, MOCKUP);
        robot.interact(() -> robot.lookup("#targeting-places").queryAs(TextField.class).requestFocus());
        robot.type(KeyCode.BACK_SPACE);
        assertThat(spec().places(true)).isEmpty();
        robot.type(KeyCode.LEFT, KeyCode.LEFT, KeyCode.DELETE);
        assertThat(spec().places(false)).extracting(TargetingSpec.Spot::name).containsExactly("Germany", "Austria",
                "Zürich");
        robot.type(KeyCode.ENTER);
        DialogForm radius = desk.dialogs.lastForm();
        assertThat(radius.title()).isEqualTo("Zürich");
        robot.interact(() -> {
            ((TextField) radius.body().lookup("#spot-radius")).setText("90");
            assertThat(radius.obstacleProperty().get()).contains("17 to 80 kilometres");
            ((TextField) radius.body().lookup("#spot-radius")).setText("60");
            radius.submit();
        });
        assertThat(chips(robot, "#targeting-places")).contains("Zürich, +60 km");
    }

    @Test
    void aPastedListIsLookedUpAndWhatIsUnknownStaysInSight(FxRobot robot) {
        open(robot, "");
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("Germany\nAustria\nAtlantis\n52.52, 13.405 +10 km\n");
            Clipboard.getSystemClipboard().setContent(content);
            TextField field = robot.lookup("#targeting-places").queryAs(TextField.class);
            field.requestFocus();
            field.paste();
        });
        await(() -> chips(robot, "#targeting-places").size() == 4);
        assertThat(chips(robot, "#targeting-places")).containsExactly("Germany, whole country",
                "Austria, whole country",
                "52.52, 13.405, +10 km", "Atlantis, Facebook knows no such place, not found");
        assertThat(editor.gaps()).singleElement().asString()
                .startsWith("The place “Atlantis” was not found. Facebook knows no such place");
        robot.interact(() -> robot.lookup("#targeting-places").queryAs(TextField.class).requestFocus());
        robot.type(KeyCode.BACK_SPACE);
        assertThat(editor.gaps()).isEmpty();
        assertThat(ChipField.lines("20095, 20097, 20099")).containsExactly("20095", "20097", "20099");
        assertThat(ChipField.lines("Hamburg, DE")).containsExactly("Hamburg, DE");
    }

    @Test
    void narrowsFurtherAndMarksWhatFacebookTookAway(FxRobot robot) {
        open(robot, MOCKUP.replace("\"6004\"", "\"6999\""));
        assertThat(chips(robot, "#targeting-details-0")).contains("Ski touring, Facebook has taken this away");
        assertThat(editor.gaps()).singleElement().asString().startsWith("Facebook has taken “Ski touring” away");
        robot.interact(() -> robot.lookup("#targeting-details-0").queryAs(TextField.class).requestFocus());
        robot.type(KeyCode.BACK_SPACE);
        assertThat(editor.gaps()).isEmpty();
        press(robot, "#targeting-narrow");
        choose(robot, "#targeting-details-2", "Hik", ENTER);
        assertThat(spec().groups()).hasSize(3);
        assertThat(spec().groups().get(2)).extracting(TargetingSpec.Entry::name).containsExactly("Hiking");
        robot.type(KeyCode.BACK_SPACE);
        assertThat(spec().groups()).hasSize(2);
    }

    @Test
    void agesGenderAndAdvantageAreSaid(FxRobot robot) {
        open(robot, MOCKUP);
        robot.interact(() -> {
            robot.lookup("#targeting-age-min").queryAs(TextField.class).requestFocus();
            robot.lookup("#targeting-age-min").queryAs(TextField.class).setText("60");
        });
        assertThat(words(robot)).contains("The youngest age is above the oldest.");
        assertThat(spec().ageMin()).isEqualTo(25);
        robot.interact(() -> robot.lookup("#targeting-age-min").queryAs(TextField.class).setText("30"));
        assertThat(spec().ageMin()).isEqualTo(30);
        robot.interact(() -> {
            press(robot.from(robot.lookup("#targeting-gender").queryAll()).lookup("Women").queryAs(ToggleButton.class));
            press(robot.from(robot.lookup("#targeting-advantage").queryAll()).lookup("On").queryAs(ToggleButton.class));
        });
        assertThat(spec().gender()).isEqualTo(TargetingSpec.Gender.WOMEN);
        assertThat(editor.specProperty().get()).contains("\"advantage_audience\":1", "\"age_range\":[30,54]");
        assertThat(editor.gaps()).isEmpty();
        open(robot, "{\"geo_locations\":{\"countries\":[\"US\"]}}");
        assertThat(editor.gaps()).singleElement().asString().startsWith("Advantage+ audience is neither on nor off");
    }

    @Test
    void placementsAreChosenByHandAndGivenBack(FxRobot robot) {
        open(robot, "{\"geo_locations\":{\"countries\":[\"US\"]},\"targeting_automation\":{\"advantage_audience\":0}}");
        robot.interact(() -> press(robot.from(robot.lookup("#targeting-placements").queryAll()).lookup("Choose myself")
                .queryAs(ToggleButton.class)));
        assertThat(words(robot)).anyMatch(text -> text.endsWith(" placements"));
        robot.interact(() -> robot.lookup("#placement-instagram-stream").queryAs(CheckBox.class).setSelected(false));
        assertThat(words(robot)).anyMatch(text -> text.startsWith("Threads does not stand alone"));
        robot.interact(() -> robot.lookup("#placement-threads-threads_stream").queryAs(CheckBox.class)
                .setSelected(false));
        assertThat(editor.gaps()).isEmpty();
        robot.interact(() -> {
            robot.lookup("#targeting-desktop").queryAs(CheckBox.class).setSelected(false);
            robot.lookup("#targeting-mobile").queryAs(CheckBox.class).setSelected(false);
        });
        assertThat(spec().devices()).containsExactly("mobile");
        robot.interact(() -> press(robot.from(robot.lookup("#targeting-placements").queryAll()).lookup("Advantage+")
                .queryAs(ToggleButton.class)));
        assertThat(editor.specProperty().get()).doesNotContain("positions", "publisher_platforms");
    }

    @Test
    void aSpecialAdCategoryLimitsAndOffersToWiden(FxRobot robot) {
        open(robot, MOCKUP, List.of("HOUSING"), 960, 900, Theme.LIGHT);
        assertThat(editor.gaps()).hasSize(2);
        assertThat(robot.lookup("#targeting-age-min").query().isDisabled()).isTrue();
        robot.interact(() -> Snapshots.write(stage.getScene(), "targeting-special"));
        press(robot, "Widen the targeting");
        assertThat(editor.gaps()).isEmpty();
        assertThat(spec().places(true)).extracting(TargetingSpec.Spot::words).containsExactly("+15 mi");
        assertThat(words(robot)).contains("The special ad category reaches everybody from 18 on.");
    }

    @Test
    void savesATargetingAndUsesItAgain(FxRobot robot) {
        open(robot, MOCKUP);
        press(robot, "#targeting-save");
        robot.interact(() -> {
            DialogForm form = desk.dialogs.lastForm();
            assertThat(form.obstacleProperty().get()).isEqualTo("Type a name first");
            ((TextField) form.body().lookup("#targeting-name")).setText("Alpine hikers");
            form.submit();
        });
        assertThat(desk.targeting.saved).extracting(Saved::name).containsExactly("Alpine hikers");
        robot.interact(() -> editor.show("", List.of()));
        press(robot, "#targeting-use");
        robot.interact(() -> desk.dialogs.lastForm().submit());
        assertThat(spec().groups()).hasSize(2);
    }

    @Test
    void saysWhyNothingCanBeLookedUp(FxRobot robot) {
        open(robot, MOCKUP);
        desk.targeting.refusal = Problem.of(Problem.Kind.OFFLINE, "Facebook cannot be reached", "Check the network.");
        robot.interact(() -> robot.lookup("#targeting-places").queryAs(TextField.class).requestFocus());
        robot.interact(() -> robot.lookup("#targeting-places").queryAs(TextField.class).setText("fra"));
        await(() -> words(robot).contains("Facebook cannot be reached. Check the network."));
        assertThat(spec().places(false)).hasSize(4);
    }

    @Test
    void asksForFacebooksOwnWords(FxRobot robot) {
        open(robot, MOCKUP);
        press(robot, "#targeting-ask-words");
        assertThat(words(robot)).contains("Location: Germany");
    }

    @Test
    void offersOnlyAudiencesThatCanBeUsed(FxRobot robot) {
        open(robot, "");
        choose(robot, "#targeting-audiences", "l", ENTER);
        assertThat(spec().audiences(false)).extracting(TargetingSpec.Entry::id).containsExactly("701");
        assertThat(editor.gaps()).isEmpty();
        robot.interact(() -> {
            TextField field = robot.lookup("#targeting-audiences").queryAs(TextField.class);
            field.setText("Flagged list");
            field.fireEvent(ENTER);
        });
        assertThat(editor.gaps()).singleElement().asString().contains("Facebook does not let this audience be used");
    }

    @Test
    void fitsTheSmallestAndALargeWindow(FxRobot robot) {
        open(robot, MOCKUP, List.of(), 760, 560, Theme.LIGHT);
        robot.interact(() -> Snapshots.write(stage.getScene(), "targeting-small"));
        Node grid = robot.lookup(".placement-grid").query();
        assertThat(grid.getBoundsInParent().getMaxX())
                .isLessThanOrEqualTo(grid.getParent().getLayoutBounds().getWidth());
        open(robot, MOCKUP, List.of(), 1700, 1300, Theme.LIGHT);
        robot.interact(() -> Snapshots.write(stage.getScene(), "targeting-large"));
    }

    private List<String> words(FxRobot robot) {
        return robot.lookup(node -> node instanceof Labeled && shown(node)).queryAll().stream()
                .map(node -> ((Labeled) node).getText()).toList();
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
