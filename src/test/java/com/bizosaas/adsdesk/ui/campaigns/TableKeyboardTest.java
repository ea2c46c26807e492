package com.bizosaas.adsdesk.ui.campaigns;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The keys of the table as they come from the keyboard, through window, scene and focus.
@ExtendWith(ApplicationExtension.class)
class TableKeyboardTest {

    private TabOnStage shown;

    @Start
    void start(Stage stage) {
        shown = new TabOnStage(stage, new FakeServices());
    }

    @AfterEach
    void release(FxRobot robot) {
        robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
    }

    private void focused(FxRobot robot, String row) {
        robot.interact(() -> {
            shown.grid.selection().focus(shown.row(row).number());
            shown.grid.requestFocus();
        });
        until(robot, () -> shown.grid.isFocused());
    }

    private static <T> T on(FxRobot robot, Callable<T> asked) {
        AtomicReference<T> answer = new AtomicReference<>();
        robot.interact(() -> {
            try {
                answer.set(asked.call());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return answer.get();
    }

    private static void until(FxRobot robot, Callable<Boolean> condition) {
        await().atMost(30, SECONDS).until(() -> on(robot, condition));
    }

    private String title() {
        Node title = shown.root.lookup(".dialog-title");
        return title instanceof Labeled label ? label.getText() : "";
    }

    private void put(FxRobot robot, String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @Test
    void theKeysOfEditingOpenReplaceUndoAndRedo(FxRobot robot) {
        focused(robot, "Spring");
        robot.push(KeyCode.CONTROL, KeyCode.H);
        until(robot, () -> title().startsWith("Find and replace"));
        robot.push(KeyCode.ESCAPE);
        until(robot, () -> !shown.dialogs.isOpen());
        focused(robot, "Spring");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(robot, () -> shown.fakes.drafts.calls.contains("undo"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(robot, () -> shown.fakes.drafts.calls.contains("redo"));
        assertThat(on(robot, () -> shown.fakes.drafts.calls.stream().filter("undo"::equals).count()))
                .as("Shift makes it another key").isEqualTo(1);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        until(robot, () -> shown.fakes.drafts.calls.stream().filter("redo"::equals).count() == 2);
        focused(robot, "Spring");
        robot.push(KeyCode.ENTER);
        until(robot, () -> shown.scene.getFocusOwner() instanceof TextField);
        robot.push(KeyCode.ESCAPE);
        until(robot, () -> shown.grid.isFocused());
        assertThat(shown.fakes.drafts.calls).as("left as it was").doesNotContain("edit");
    }

    @Test
    void copiedRowsComeBackToTheirOwnRows(FxRobot robot) {
        put(robot, "");
        focused(robot, "Spring");
        robot.interact(() -> shown.grid.selection().tick(shown.row("Spring").number(), true));
        robot.push(KeyCode.CONTROL, KeyCode.C);
        until(robot, () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("Account ID"));
        String text = on(robot, () -> Clipboard.getSystemClipboard().getString());
        assertThat(text.lines()).hasSize(2).last().asString().contains("Spring Layers", "480", "'120218843307512001",
                Samples.WEBSHOP.id().value(), "EUR");
        put(robot, text.replace("480", "500"));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(robot, () -> title().startsWith("Paste from a spreadsheet"));
        assertThat(on(robot, () -> ((TextArea) shown.root.lookup("#paste-cells")).getText())).contains("500");
    }

    @Test
    void cellsThatMeanNewRowsGoToTheImportPane(FxRobot robot) {
        focused(robot, "Spring");
        put(robot, "Level\tID\tName\tObjective\ncampaign\tnew\tAutumn\tSales\n");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(robot, () -> title().startsWith("Import changes"));
        assertThat(shown.fakes.sheets.calls).contains("readCells");
        assertThat(shown.fakes.drafts.applied).isEmpty();
    }

    @Test
    void rowsOfAnotherClientGoToTheMappingAndAreNotWritten(FxRobot robot) {
        focused(robot, "Spring");
        robot.interact(() -> shown.grid.selection().tick(shown.row("Spring").number(), true));
        put(robot, "");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        until(robot, () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("Spring Layers"));
        robot.interact(() -> {
            shown.fakes.tenants.list.add(Samples.SUGARLOAF);
            shown.fakes.connections.chosen.put(Samples.SUGARLOAF.id(), List.of(Samples.NETTBUTIKK));
            Scope there = java.util.Objects.requireNonNull(shown.fakes.scope.scope());
            shown.fakes.scope.show(new Scope(Samples.SUGARLOAF, Samples.NETTBUTIKK, there.preset(), there.comparison(),
                    there.range()));
            shown.layout();
        });
        focused(robot, "Spring");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(robot, () -> title().startsWith("Copy to another account"));
        until(robot, () -> shown.root.lookup("#copy-account") instanceof ComboBox<?> box
                && Samples.NETTBUTIKK.equals(box.getValue()));
        assertThat(on(robot, () -> shown.root.lookupAll(".check-yellow").stream().map(Labeled.class::cast)
                .map(Labeled::getText).toList())).anyMatch(text -> text.contains("Nothing of one account is written to "
                        + "another as it stands"));
        robot.interact(() -> Snapshots.write(shown.scene, "paste-of-another-client"));
        assertThat(shown.fakes.drafts.applied).isEmpty();
        assertThat(shown.fakes.drafts.calls).doesNotContain("edit", "copy", "create");
    }
}
