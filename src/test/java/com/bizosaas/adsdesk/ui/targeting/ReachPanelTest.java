package com.bizosaas.adsdesk.ui.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.targeting.Outlook;
import com.bizosaas.adsdesk.domain.targeting.Outlook.Span;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.HeldTasks;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ReachPanelTest {

    private static final String GERMANY = "{\"geo_locations\":{\"countries\":[\"DE\"]}}";

    private final FakeServices desk = new FakeServices();
    private final HeldTasks tasks = new HeldTasks();
    private final Formats formats = new Formats(Locale.UK);
    private Stage stage;
    private ReachPanel panel;

    @Start
    void start(Stage shown) {
        stage = shown;
        DeskContext context = desk.context(tasks);
        // Who is at the desk was asked meanwhile.
        tasks.letGo();
        panel = new ReachPanel(context);
        Scene scene = Snapshots.scene(panel, 270, 480, Theme.LIGHT);
        Snapshots.show(stage, scene);
    }

    private void ask(FxRobot robot, String targeting, String goal, long budget) {
        robot.interact(() -> panel.ask(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), targeting, goal, budget));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    private String verdict(FxRobot robot) {
        return robot.lookup("#reach-verdict").queryAs(Label.class).getText();
    }

    private List<String> words(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Labeled).queryAll().stream()
                .map(node -> ((Labeled) node).getText()).toList();
    }

    @Test
    void asksOnceTheOperatorPausesAndTakesTheFormerQuestionBack(FxRobot robot) {
        for (String country : List.of("DE", "AT", "CH")) {
            ask(robot, GERMANY.replace("DE", country), "REACH", 15_000);
        }
        await(() -> tasks.waiting() == 1);
        assertThat(verdict(robot)).isEqualTo("Asking Facebook…");
        ask(robot, GERMANY.replace("DE", "IT"), "REACH", 15_000);
        assertThat(tasks.waiting()).isZero();
        await(() -> tasks.waiting() == 1);
        robot.interact(tasks::letGo);
        assertThat(desk.targeting.calls).singleElement().asString().contains("IT");
        assertThat(words(robot)).contains("0.9–1.0 M", "Meta, 3 s ago", "6,400–14,000", "150–260",
                "Well balanced for €150 a day");
        ask(robot, GERMANY.replace("DE", "IT"), "REACH", 15_000);
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void saysWhatIsMissingInsteadOfAsking(FxRobot robot) {
        ask(robot, GERMANY, "", 15_000);
        assertThat(verdict(robot)).isEqualTo("Choose a performance goal to see an estimate");
        ask(robot, "{}", "REACH", 15_000);
        assertThat(verdict(robot)).isEqualTo("Choose a place or an audience to see an estimate");
        assertThat(desk.targeting.calls).isEmpty();
    }

    @Test
    void tellsThatItIsOfflineAndTriesAgain(FxRobot robot) {
        desk.targeting.refusal = Problem.of(Problem.Kind.OFFLINE, "Facebook cannot be reached", "Check the network.");
        ask(robot, GERMANY, "REACH", 15_000);
        await(() -> tasks.waiting() == 1);
        robot.interact(tasks::letGo);
        assertThat(verdict(robot)).isEqualTo("No estimate");
        robot.interact(() -> Snapshots.write(stage.getScene(), "reach-offline"));
        desk.targeting.refusal = null;
        robot.clickOn("Try now");
        robot.interact(tasks::letGo);
        assertThat(words(robot)).contains("0.9–1.0 M");
    }

    @Test
    void showsWhenFacebookHasNoFigureAndWhenLearningMayNotEnd(FxRobot robot) {
        desk.targeting.people = People.UNKNOWN;
        ask(robot, GERMANY, "OFFSITE_CONVERSIONS", 15_000);
        await(() -> tasks.waiting() == 1);
        robot.interact(tasks::letGo);
        assertThat(verdict(robot)).startsWith("Facebook has no estimate");
        assertThat(words(robot)).contains("—", "3–7");
        robot.interact(() -> Snapshots.write(stage.getScene(), "reach-unknown"));
    }

    @Test
    void judgesAnAudienceByWhatTheBudgetBuys() {
        Outlook outlook = desk.targeting.outlook.orElseThrow();
        assertThat(ReachVerdict.of(People.of(900_000, 1_000_000), outlook, formats).fit())
                .isEqualTo(ReachVerdict.Fit.BALANCED);
        ReachVerdict narrow = ReachVerdict.of(People.of(9_000, 10_000), outlook, formats);
        assertThat(narrow.words()).isEqualTo("Narrow for €150 a day: about 8 views a week for each person");
        assertThat(narrow.needle()).isLessThan(0.25);
        ReachVerdict broad = ReachVerdict.of(People.of(40_000_000, 50_000_000), outlook, formats);
        assertThat(broad.fit()).isEqualTo(ReachVerdict.Fit.BROAD);
        assertThat(broad.needle()).isGreaterThan(0.75);
        assertThat(ReachVerdict.of(People.of(900_000, 1_000_000), null, formats).words()).isEqualTo("A usual size");
        assertThat(ReachVerdict.of(People.of(9_000, 10_000), null, formats).fit())
                .isEqualTo(ReachVerdict.Fit.NARROW);
        assertThat(ReachVerdict.of(People.of(90_000_000, 100_000_000), null, formats).fit())
                .isEqualTo(ReachVerdict.Fit.BROAD);
    }

    @Test
    void countsTheDaysUntilLearningEnds() {
        Outlook good = new Outlook(Money.of("150", Samples.EUR), 14, Span.NONE, Span.NONE, new Span(8, 25), "Leads");
        assertThat(good.learning()).isEqualTo(new Span(2, 7));
        assertThat(good.staysLearning()).isFalse();
        Outlook none = new Outlook(Money.of("150", Samples.EUR), 14, Span.NONE, Span.NONE, Span.NONE, "Leads");
        assertThat(none.learning().any()).isFalse();
        assertThat(Optional.of(none).filter(Outlook::staysLearning)).isPresent();
    }

    @Test
    void writesNumbersOfPeopleInFewSigns() {
        Sizes sizes = new Sizes(formats);
        assertThat(List.of(310L, 9_400L, 41_000L, 1_900_000L, 31_000_000L, 2_500_000_000L)).map(sizes::of)
                .containsExactly("310", "9,400", "41 k", "1.9 M", "31 M", "2.5 B");
        assertThat(sizes.range(People.of(1_200, 1_400))).isEqualTo("1,200–1,400");
        assertThat(sizes.range(People.UNKNOWN)).isEqualTo(Formats.NONE);
        assertThat(sizes.rough(6423)).isEqualTo("6,400");
    }
}
