package com.bizosaas.adsdesk.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.PublishService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ReviewPaneTest {

    private static final DraftKey CATALOGUE = ReviewSample.CATALOGUE;
    private static final DraftKey SPRING = ReviewSample.SPRING;
    private static final DraftKey RETARGETING = ReviewSample.RETARGETING;

    /// Of the smallest window, beside the folded rail.
    private static final double SMALLEST = 968;

    private final FakeServices fakes = new FakeServices();
    private OverlayDialogs dialogs;
    private PendingModel pending;
    private StackPane root;

    @Start
    void start(Stage stage) {
        fakes.drafts.book = fakes.drafts.book.with(com.bizosaas.adsdesk.draft.Edits.set(fakes.drafts.book, SPRING,
                "Spring", Map.of(), Map.of(Fields.DAILY, "48000")), Samples.NOW, "You");
        fakes.drafts.review = ReviewSample.review(true);
        dialogs = new OverlayDialogs();
        DeskContext context = new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier,
                dialogs, fakes.opened::add, Samples.CLOCK);
        Formats formats = new Formats(Locale.UK);
        pending = new PendingModel(context.services(), context.tasks(), context.scope());
        WorkbenchDialogs workbench = new WorkbenchDialogs(context, pending,
                new Drafting(context.services().workbench().drafts(), context.tasks(), context.notifier()), formats);
        BorderPane pane = new BorderPane();
        pane.setBottom(workbench.bar());
        root = new StackPane(pane, dialogs.layer());
        Snapshots.show(stage, Snapshots.scene(root, 1440, 900, Theme.LIGHT));
        pending.activate();
        layout();
    }

    @Test
    void theBarTellsWhatIsPendingAndWhatItCosts(FxRobot robot) {
        robot.interact(() -> {
            assertThat(texts(root)).contains("3 pending changes", "€1,235.00 →", "€1,385.00  +€150.00", "1 warning",
                    "1 conflict");
            Snapshots.write(root.getScene(), "pending-bar");
        });
    }

    @Test
    void inTheSmallestWindowTheBarKeepsItsButtonsInReach(FxRobot robot) {
        robot.interact(() -> {
            Region bar = (Region) root.lookup("#pending-bar");
            bar.setMaxWidth(SMALLEST);
            layout();
            layout();
            Node publish = root.lookup("#review-publish");
            assertThat(publish.getLayoutBounds().getWidth()).isGreaterThanOrEqualTo(publish.prefWidth(-1));
            assertThat(publish.localToScene(publish.getLayoutBounds()).getMaxX())
                    .isLessThanOrEqualTo(bar.localToScene(bar.getLayoutBounds()).getMaxX());
            assertThat(bar.minWidth(-1)).as("it never widens the window").isLessThan(SMALLEST);
            assertThat(texts(root)).contains("per day", "+€150.00", "1 warning", "1 conflict");
        });
    }

    @Test
    void aConflictMustBeDecidedBeforeAnythingIsPublished(FxRobot robot) {
        robot.interact(() -> {
            ((Button) root.lookup("#review-publish")).fire();
            layout();
            assertThat(primary().isDisabled()).isTrue();
            assertThat(texts(root)).containsSubsequence("Was", "€18.00", "Yours", "€16.50", "Meta's now", "€17.20");
            Snapshots.write(root.getScene(), "review-conflict");
            fakes.drafts.review = ReviewSample.review(false);
            button("Keep yours: €16.50").fire();
            layout();
            assertThat(fakes.drafts.calls).containsExactly("decide");
            assertThat(primary().isDisabled()).isFalse();
            assertThat(primary().getText()).isEqualTo("Publish 3 changes");
            assertThat(fakes.publishing.calls).doesNotContain("publish");
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                new com.bizosaas.adsdesk.ui.common.Themes(theme).dress(root.getScene());
                layout();
                Snapshots.write(root.getScene(), "review-" + theme.name().toLowerCase(Locale.ROOT));
            }
        });
    }

    @Test
    void onALimitedAppTheOperatorSaysWhetherFacebookIsAskedFirst(FxRobot robot) {
        fakes.publishing.estimate = new PublishService.Estimate(28, Duration.ofSeconds(92), Duration.ofSeconds(425));
        robot.interact(() -> {
            ((Button) root.lookup("#review-publish")).fire();
            layout();
            assertThat(texts(root)).contains("about 2 min", "Not asked yet.");
            assertThat(fakes.drafts.checks).as("it would use up what the writes need").isZero();
            Snapshots.write(root.getScene(), "review-limited");
            fakes.publishing.estimate = new PublishService.Estimate(28, Duration.ofSeconds(517), Duration.ZERO);
            button("Ask Facebook, 7 min more").fire();
            layout();
            assertThat(fakes.drafts.checks).isEqualTo(1);
            assertThat(texts(root)).contains("about 9 min", "Checked by Facebook.");
        });
    }

    @Test
    void aThirdValueIsTypedAndOneThatCannotBeReadIsTold(FxRobot robot) {
        robot.interact(() -> {
            ((Button) root.lookup("#review-publish")).fire();
            layout();
            button("Edit…").fire();
            layout();
            TextField field = (TextField) root.lookup(".conflict-value");
            assertThat(field.getText()).as("yours, in major units").isEqualTo("16.50");
            field.setText("much");
            button("Use this").fire();
            layout();
            assertThat(texts(root)).anyMatch(text -> text.startsWith("Bid or cost cap “much” is no amount in EUR"));
            assertThat(fakes.drafts.calls).isEmpty();
            field.setText("17.00");
            button("Use this").fire();
            assertThat(fakes.drafts.calls).containsExactly("decide");
            assertThat(fakes.drafts.asked.get("decide").get(3)).isEqualTo("1700");
        });
    }

    @Test
    void whatIsDoneAboutUndecidedConflictsIsSaidForTheWholeBatch(FxRobot robot) {
        robot.interact(() -> {
            fakes.publishing.batches = List.of(ReviewSample.batch(PublishBatch.Phase.OVER));
            ((Button) root.lookup("#review-publish")).fire();
            layout();
            assertThat(texts(root)).contains("Decide each", "Leave behind", "Keep yours", "Take Meta's");
            toggle("Leave behind").fire();
            layout();
            assertThat(primary().isDisabled()).isFalse();
            assertThat(primary().getText()).isEqualTo("Publish 2 changes");
            toggle("Take Meta's").fire();
            layout();
            assertThat(primary().getText()).isEqualTo("Publish 3 changes");
            ((TextField) root.lookup("#review-reason")).setText("Client asked for it");
            Snapshots.write(root.getScene(), "review-policy");
            primary().fire();
            layout();
            List<Object> asked = fakes.publishing.asked;
            assertThat(asked.get(2)).isEqualTo(Conflict.Policy.TAKE_THEIRS);
            assertThat(asked.get(4)).isEqualTo("Client asked for it");
        });
    }

    @Test
    void aCommentStandsBesideItsChange(FxRobot robot) {
        robot.interact(() -> {
            fakes.comments.write(Samples.NORDLYS.id(), List.of(CATALOGUE), "Ask Kari first");
            ((Button) root.lookup("#review-publish")).fire();
            layout();
            assertThat(texts(root)).anyMatch(text -> text.endsWith("Ask Kari first"));
            Snapshots.write(root.getScene(), "review-comment");
        });
    }

    @Test
    void theDaysFirstPublishAsksOnceWhetherThisIsTheClient(FxRobot robot) {
        robot.interact(() -> {
            fakes.profiles.unconfirmed.add(Samples.NORDLYS.id());
            fakes.drafts.review = ReviewSample.review(false);
            fakes.publishing.batches = List.of(ReviewSample.batch(PublishBatch.Phase.OVER));
            ((Button) root.lookup("#review-publish")).fire();
            layout();
            assertThat(texts(root)).as("the review names the account").contains("Nordlys Outdoor AS")
                    .anyMatch(text -> text.contains(Samples.WEBSHOP.id().value()));
            primary().fire();
            layout();
            assertThat(fakes.publishing.calls).doesNotContain("publish");
            assertThat(texts(root)).contains("Yes, this client")
                    .anyMatch(text -> text.contains("first change of today") && text.contains(Samples.WEBSHOP.name())
                            && text.contains(Samples.WEBSHOP.id().value()));
            Snapshots.write(root.getScene(), "review-first-write");
            primary().fire();
            layout();
            assertThat(fakes.publishing.calls).contains("publish");
            assertThat(fakes.profiles.unconfirmed).isEmpty();
        });
    }

    @Test
    void discardingNamesTheAccountToo(FxRobot robot) {
        robot.interact(() -> {
            button("Discard…").fire();
            layout();
            assertThat(texts(root)).contains("Discard all pending changes?", "Nordlys Outdoor AS")
                    .anyMatch(text -> text.contains(Samples.WEBSHOP.id().value()));
        });
    }

    @Test
    void whatIsUntickedStaysBehindAndOnlyPublishWrites(FxRobot robot) {
        robot.interact(() -> {
            fakes.drafts.review = ReviewSample.review(false);
            fakes.publishing.batches = List.of(ReviewSample.batch(PublishBatch.Phase.OVER));
            fakes.events.publish(new DeskEvent.DraftsChanged(Samples.NORDLYS.id()));
            ((Button) root.lookup("#review-publish")).fire();
            layout();
            CheckBox tick = (CheckBox) root.lookup("#review-items").lookup(".check-box");
            tick.fire();
            layout();
            assertThat(primary().getText()).isEqualTo("Publish 2 changes");
            assertThat(fakes.publishing.calls).doesNotContain("publish");
            primary().fire();
            layout();
            assertThat(fakes.publishing.calls).contains("publish");
            assertThat(dialogs.isOpen()).isFalse();
        });
    }

    @Test
    void aRunningBatchCanBePausedStoppedAndWhatFailedSentAgain(FxRobot robot) {
        robot.interact(() -> {
            fakes.publishing.batches = List.of(ReviewSample.batch(PublishBatch.Phase.RUNNING));
            fakes.events.publish(new DeskEvent.PublishChanged(Samples.NORDLYS.id(), "b1"));
            layout();
            assertThat(texts(root)).contains("Publishing: 1 of 2 done, 1 not");
            button("Pause").fire();
            button("Stop").fire();
            assertThat(fakes.publishing.calls).contains("pause", "stop");
            Snapshots.write(root.getScene(), "publish-dock");
            fakes.publishing.batches = List.of(ReviewSample.batch(PublishBatch.Phase.OVER));
            fakes.events.publish(new DeskEvent.PublishChanged(Samples.NORDLYS.id(), "b1"));
            layout();
            assertThat(texts(root)).contains("Partly published: 1 of 2 done, 1 not");
            Snapshots.write(root.getScene(), "publish-dock-partial");
            button("Show rows").fire();
            layout();
            assertThat(texts(root)).contains("∆ Failed", "The account has unpaid bills.");
            dialogs.closeAll();
            button("Undo what was done…").fire();
            layout();
            assertThat(fakes.publishing.calls).contains("undoPlan");
            dialogs.closeAll();
            button("Finish").fire();
            assertThat(fakes.publishing.calls).contains("retry");
            button("Dismiss").fire();
            layout();
            assertThat(root.lookup("#publish-dock")).isNull();
        });
    }

    private void layout() {
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
    }

    private Button primary() {
        return (Button) root.lookup("#dialog-primary");
    }

    private Button button(String words) {
        return root.lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(each -> words.equals(each.getText())).findFirst().orElseThrow();
    }

    private ToggleButton toggle(String words) {
        return root.lookupAll(".toggle-button").stream().filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast).filter(each -> words.equals(each.getText())).findFirst().orElseThrow();
    }

    private static List<String> texts(Node root) {
        return java.util.stream.Stream.of(".label", ".button", ".toggle-button")
                .flatMap(css -> root.lookupAll(css).stream())
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> text != null && !text.isEmpty()).toList();
    }
}
