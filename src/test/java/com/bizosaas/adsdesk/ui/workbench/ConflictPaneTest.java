package com.bizosaas.adsdesk.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What somebody changed at Facebook since it was drafted: base, yours and theirs, decided one by one or all alike.
@ExtendWith(ApplicationExtension.class)
class ConflictPaneTest {

    private static final DraftKey AD = DraftKey.of(Samples.WEBSHOP.id(), Level.AD, new GraphId("320000000000000001"));
    private static final DraftKey AD_SET = DraftKey.of(Samples.WEBSHOP.id(), Level.AD_SET,
            new GraphId("220000000000000001"));
    private static final String BASE = "{\"geo_locations\":{\"countries\":[\"DE\"]},\"age_min\":25,\"age_max\":54}";

    private final FakeServices fakes = new FakeServices();
    private OverlayDialogs dialogs;
    private StackPane root;
    private Scene scene;
    private PendingModel pending;

    @Start
    void start(Stage stage) {
        fakes.drafts.book = fakes.drafts.book.with(Edits.set(fakes.drafts.book, AD, "Video", Map.of(),
                Map.of(Fields.URL_TAGS, "x=1")), Samples.NOW, "You");
        fakes.drafts.review = review(Samples.WEBSHOP);
        dialogs = new OverlayDialogs();
        DeskContext context = new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier,
                dialogs, fakes.opened::add, Samples.CLOCK);
        pending = new PendingModel(context.services(), context.tasks(), context.scope());
        WorkbenchDialogs workbench = new WorkbenchDialogs(context, pending,
                new Drafting(context.services().workbench().drafts(), context.tasks(), context.notifier()),
                new Formats(Locale.UK));
        BorderPane pane = new BorderPane();
        pane.setBottom(workbench.bar());
        root = new StackPane(pane, dialogs.layer());
        scene = Snapshots.scene(root, 1440, 900, Theme.LIGHT);
        Snapshots.show(stage, scene);
        pending.activate();
        layout();
    }

    private static Review review(AdAccount account) {
        String mine = BASE.replace("[\"DE\"]", "[\"DE\",\"CH\"]");
        String theirs = BASE.replace("54", "60");
        return new Review(Samples.NORDLYS.id(), List.of(new Review.AccountPart(account, List.of(
                item(AD, "Video 15 s — Fjord crossing", "Spring Layers — Prospecting EU › Broad 25–54",
                        new Review.Row(Fields.of(Level.AD, Fields.URL_TAGS), "utm_campaign=spring&utm_source=meta",
                                "utm_campaign=summer&utm_source=meta", "utm_campaign=spring26&utm_source=meta",
                                "utm_campaign=spring&utm_source=meta", "utm_campaign=summer&utm_source=meta",
                                "utm_campaign=spring26&utm_source=meta")),
                item(AD_SET, "Broad 25–54 · DE", "Spring Layers — Prospecting EU",
                        new Review.Row(Fields.of(Level.AD_SET, Fields.TARGETING), BASE, mine, theirs,
                                "People 25–54, in DE", "People 25–54, in DE, CH", "People 25–60, in DE"))))),
                List.of(), 0, Samples.NOW);
    }

    private static Review.Item item(DraftKey key, String name, String path, Review.Row row) {
        return new Review.Item(key, Draft.Action.CHANGE, name, path, List.of(row), Money.zero(Samples.EUR), List.of(),
                true, Samples.NOW, "You");
    }

    private void open() {
        ((Button) root.lookup("#pending-conflicts")).fire();
        layout();
    }

    @Test
    void eachFieldStandsWithItsThreeValues(FxRobot robot) {
        robot.interact(() -> {
            assertThat(texts()).contains("2 conflicts");
            open();
            assertThat(texts()).contains("2 fields", "URL parameters", "Targeting")
                    .containsSubsequence("Was", "utm_campaign=spring&utm_source=meta", "Yours",
                            "utm_campaign=summer&utm_source=meta", "Meta's now",
                            "utm_campaign=spring26&utm_source=meta")
                    .contains("in DE → in DE, CH", "People 25–54 → People 25–60")
                    .anyMatch(
                            text -> text.contains("Nordlys Outdoor AS") && text.contains(Samples.WEBSHOP.id().value()));
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                new Themes(theme).dress(scene);
                layout();
                Snapshots.write(scene, "conflicts-" + theme.name().toLowerCase(Locale.ROOT));
            }
            new Themes(Theme.LIGHT).dress(scene);
            for (int[] size : new int[][]{{1024, 700}, {2560, 1440}}) {
                root.resize(size[0], size[1]);
                layout();
                Snapshots.write(scene, "conflicts-" + size[0]);
            }
        });
    }

    @Test
    void oneIsKeptOneIsTakenAndAThirdIsTyped(FxRobot robot) {
        robot.interact(() -> {
            open();
            fire(".conflict-keep");
            assertThat(fakes.drafts.asked.get("decide").subList(1, 4)).containsExactly(AD, Fields.URL_TAGS,
                    com.bizosaas.adsdesk.draft.Conflict.Decision.KEEP);
            fire(".conflict-take");
            assertThat(fakes.drafts.asked.get("decide").get(3))
                    .isEqualTo(com.bizosaas.adsdesk.draft.Conflict.Decision.TAKE);
            fire(".conflict-edit");
            layout();
            ((javafx.scene.control.TextField) root.lookup(".conflict-value")).setText("utm_campaign=july");
            fire(".conflict-use");
            assertThat(fakes.drafts.asked.get("decide").get(3)).isEqualTo("utm_campaign=july");
        });
    }

    @Test
    void allAreDecidedAlikeAndFacebookIsAskedAgain(FxRobot robot) {
        robot.interact(() -> {
            open();
            fire("#conflicts-keep-all");
            assertThat(fakes.drafts.asked.get("decideAll")).containsExactly(Samples.NORDLYS.id(),
                    com.bizosaas.adsdesk.draft.Conflict.Decision.KEEP);
            fakes.drafts.review = ReviewSample.review(false);
            fakes.events.publish(new DeskEvent.DraftsChanged(Samples.NORDLYS.id()));
            layout();
            assertThat(texts()).contains("No conflicts");
            assertThat(((Button) root.lookup("#conflicts-take-all")).isDisabled()).isTrue();
            Snapshots.write(scene, "conflicts-none");
        });
    }

    private void fire(String css) {
        ((Button) root.lookup(css)).fire();
        layout();
    }

    private void layout() {
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
    }

    private List<String> texts() {
        return Stream.of(".label", ".button").flatMap(css -> root.lookupAll(css).stream())
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> text != null && !text.isEmpty()).map(text -> text.replaceAll("[\u2066-\u2069]", ""))
                .toList();
    }
}
