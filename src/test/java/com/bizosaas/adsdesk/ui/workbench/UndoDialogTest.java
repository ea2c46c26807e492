package com.bizosaas.adsdesk.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.PublishService.UndoPlan;
import com.bizosaas.adsdesk.service.PublishService.UndoRow;
import com.bizosaas.adsdesk.service.PublishService.UndoWords;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The list of what was published, and what taking a batch back would do before anything is drafted.
@ExtendWith(ApplicationExtension.class)
class UndoDialogTest {

    private final FakeServices fakes = new FakeServices();
    private final List<String> reviewed = new ArrayList<>();
    private OverlayDialogs dialogs;
    private UndoDialog undo;
    private StackPane root;
    private Scene scene;

    @Start
    void start(Stage stage) {
        dialogs = new OverlayDialogs();
        undo = new UndoDialog(new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier, dialogs,
                fakes.opened::add, Samples.CLOCK), () -> reviewed.add("review"));
        root = new StackPane(new Region(), dialogs.layer());
        scene = Snapshots.scene(root, 1440, 900, Theme.LIGHT);
        Snapshots.show(stage, scene);
        fakes.publishing.batches = List.of(batch("b2", "Tomasz Król", "Too much, the client called", "b1", 3600),
                batch("b1", "Ines Moreau", "Budgets for the spring sale", "", 90_000),
                batch("b0", "Ines Moreau", "", "", 170_000));
        fakes.publishing.takenBackBy = Map.of("b1", "b2");
        List<UndoRow> revertible = IntStream.rangeClosed(1, 40).mapToObj(place -> row(place, "60000", "")).toList();
        List<UndoRow> conflicts = IntStream.rangeClosed(41, 45).mapToObj(place -> row(place, "75000", "")).toList();
        fakes.publishing.plan = new UndoPlan(revertible, conflicts, List.of(row(46, "",
                "It is archived, and there is no way back from that")), 24);
    }

    private static PublishBatch batch(String id, String who, String note, String undoes, long ago) {
        return new PublishBatch(Samples.NORDLYS.id(), id, who, Samples.NOW.minusSeconds(ago), PublishBatch.Phase.OVER,
                Conflict.Policy.ASK, undoes, note,
                List.of(new PublishRow(0, key(1), "Spring", Draft.Action.CHANGE, Map.of(), Map.of(),
                        PublishRow.State.DONE, null, key(1).id(), "", List.of())),
                null);
    }

    private static DraftKey key(int place) {
        return DraftKey.of(Samples.WEBSHOP.id(), Level.AD_SET, new GraphId("22000000000000" + (1000 + place)));
    }

    private static UndoRow row(int place, String now, String reason) {
        return reason.isEmpty()
                ? new UndoRow(key(place), "Broad 25–54 #" + place, Draft.Action.CHANGE, Fields.DAILY, "50000", "60000",
                        now, "", new UndoWords("Spring Layers — Prospecting EU", "500.00 EUR", "600.00 EUR",
                                now.equals("60000") ? "600.00 EUR" : "750.00 EUR"))
                : new UndoRow(key(place), "Broad 25–54 #" + place, Draft.Action.CHANGE, "", "", "", "", reason,
                        new UndoWords("Spring Layers — Prospecting EU", "", "", ""));
    }

    @Test
    void batchesStandWithAuthorTimeReasonAndWhatTookThemBack(FxRobot robot) {
        robot.interact(() -> {
            undo.list(Samples.NORDLYS);
            layout();
            assertThat(texts()).contains("“Budgets for the spring sale”", "“Too much, the client called”")
                    .anyMatch(text -> text.contains("Tomasz Król") && text.contains("14 Apr"))
                    .anyMatch(text -> text.startsWith("Takes back the changes of Ines Moreau"))
                    .anyMatch(text -> text.startsWith("Taken back by the changes of Tomasz Król"));
            pictures("published");
        });
    }

    @Test
    void thePreviewTellsOfFortyFiveAndOneWithThreeValuesAndTheReason(FxRobot robot) {
        robot.interact(() -> {
            undo.list(Samples.NORDLYS);
            layout();
            root.lookupAll(".undo-batch").stream().map(Button.class::cast).skip(1).findFirst().orElseThrow().fire();
            layout();
            assertThat(texts()).anyMatch(text -> text.startsWith("24 creatives that were made with it stay"));
            assertThat(texts()).contains("40 can be taken back", "5 changed since", "1 cannot be taken back",
                    "It is archived, and there is no way back from that", "in Spring Layers — Prospecting EU")
                    .containsSubsequence("Before", "500.00 EUR", "Published", "600.00 EUR", "Now", "750.00 EUR");
            ListView<?> rows = (ListView<?>) root.lookup("#undo-rows");
            assertThat(rows.getItems()).hasSize(46);
            assertThat(fakes.publishing.calls).as("nothing is drafted yet").doesNotContain("undo");
            pictures("undo-plan");
            primary().fire();
            layout();
            assertThat(fakes.publishing.calls).contains("undo");
            assertThat(reviewed).containsExactly("review");
            assertThat(dialogs.isOpen()).isFalse();
        });
    }

    @Test
    void whatCannotBeTakenBackAtAllIsNotDrafted(FxRobot robot) {
        robot.interact(() -> {
            fakes.publishing.plan = new UndoPlan(List.of(), List.of(),
                    List.of(row(1, "", "Facebook deletes for good")), 0);
            undo.plan(Samples.NORDLYS, "b1");
            layout();
            assertThat(primary().isDisabled()).isTrue();
            assertThat(texts()).contains("Facebook deletes for good");
        });
    }

    @Test
    void anEmptyListSaysWhatWillStandThere(FxRobot robot) {
        robot.interact(() -> {
            fakes.publishing.batches = List.of();
            undo.list(Samples.NORDLYS);
            layout();
            assertThat(texts()).contains("Nothing was published from this desk yet");
        });
    }

    private void pictures(String name) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            new Themes(theme).dress(scene);
            layout();
            Snapshots.write(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        new Themes(Theme.LIGHT).dress(scene);
        for (int[] size : new int[][]{{1024, 700}, {2560, 1440}}) {
            root.resize(size[0], size[1]);
            layout();
            Snapshots.write(scene, name + "-" + size[0]);
        }
        root.resize(1440, 900);
        layout();
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

    private List<String> texts() {
        return Stream.of(".label", ".button").flatMap(css -> root.lookupAll(css).stream())
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> text != null && !text.isEmpty()).map(text -> text.replaceAll("[\u2066-\u2069]", ""))
                .toList();
    }
}
