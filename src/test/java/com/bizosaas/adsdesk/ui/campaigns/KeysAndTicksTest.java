package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.ui.edit.BulkEdit;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is ticked stays to be seen, and each key does what the menus say of it, wherever the focus is in the tab.
@ExtendWith(ApplicationExtension.class)
class KeysAndTicksTest {

    private TabOnStage shown;

    @Start
    void start(Stage stage) {
        shown = new TabOnStage(stage, new FakeServices());
    }

    @Test
    void ticksAreStillSeenAfterTheColumnsChanged(FxRobot robot) {
        robot.interact(() -> {
            shown.grid.selection().tick(shown.row("Spring").number(), true);
            shown.layout();
            assertThat(boxes()).filteredOn(CheckBox::isSelected).hasSize(1);
            shown.tab.model().show(View.FIRST.laidOut(Layout.Preset.BUDGETS.layout()));
            shown.layout();
            assertThat(boxes()).filteredOn(CheckBox::isSelected).singleElement()
                    .extracting(CheckBox::getAccessibleText).asString().startsWith("Tick Spring");
        });
    }

    @Test
    void theKeyOfAMenuOpensWhatTheMenuSays(FxRobot robot) {
        robot.interact(() -> {
            shown.grid.selection().tick(shown.row("Spring").number(), true);
            for (BulkEdit edit : BulkEdit.values()) {
                if (edit == BulkEdit.PASTE) {
                    continue;
                }
                shown.press(shown.tab.view(), KeyCode.getKeyCode(edit.key().getCode().getName()),
                        edit.key().getShift() == ModifierValue.DOWN, true);
                assertThat(shown.dialogs.isOpen()).as(edit.label()).isTrue();
                assertThat(title()).as(edit.label()).startsWith(edit.label().replace("…", "").substring(0, 4));
                shown.press(shown.root.lookup(".desk-dialog"), KeyCode.ESCAPE, false, false);
                assertThat(shown.dialogs.isOpen()).as(edit.label()).isFalse();
            }
        });
    }

    private String title() {
        return ((Labeled) shown.root.lookup(".dialog-title")).getText();
    }

    private List<CheckBox> boxes() {
        return shown.grid.lookupAll(".tick-cell").stream().filter(javafx.scene.Node::isVisible)
                .map(cell -> ((Labeled) cell).getGraphic()).filter(CheckBox.class::isInstance)
                .map(CheckBox.class::cast).toList();
    }
}
