package com.bizosaas.adsdesk.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class OverlayDialogsTest {

    private final List<TextField> opened = new ArrayList<>();
    private OverlayDialogs dialogs;
    private Button button;
    private Scene scene;

    @Start
    void start(Stage stage) {
        dialogs = new OverlayDialogs();
        button = new Button("Add tenant");
        button.setOnAction(_ -> open());
        scene = new Scene(new StackPane(button, dialogs.layer()), 800, 600);
        Snapshots.show(stage, scene);
    }

    private void open() {
        TextField name = new TextField();
        opened.add(name);
        dialogs.show(new DialogForm("Add tenant", null, new VBox(name), "Add").initialFocus(name));
    }

    /// A quick operator types before the dialog was ever painted.
    @Test
    void whatIsTypedBeforeTheDialogIsPaintedGoesIntoIt(FxRobot robot) {
        robot.interact(() -> {
            button.requestFocus();
            button.fire();
            press(KeyCode.SPACE);
            assertThat(opened).as("the space did not press the button behind once more").hasSize(1);
            assertThat(scene.getFocusOwner()).isSameAs(opened.getFirst());
        });
    }

    @Test
    void theFocusGoesBackToTheDialogBelowAndThenToTheWindow(FxRobot robot) {
        robot.interact(() -> {
            button.requestFocus();
            open();
            open();
            press(KeyCode.ESCAPE);
            assertThat(scene.getFocusOwner()).isSameAs(opened.getFirst());
            press(KeyCode.ESCAPE);
            assertThat(scene.getFocusOwner()).isSameAs(button);
        });
        assertThat(dialogs.isOpen()).isFalse();
    }

    @Test
    void escLeavesWhatIsOnlyLookedAtButNotWhatIsShownOnce(FxRobot robot) {
        robot.interact(() -> {
            dialogs.show(new DialogForm("Keys", null, new VBox(), "Close").onlyClosing());
            press(KeyCode.ESCAPE);
            assertThat(dialogs.isOpen()).isFalse();
            dialogs.show(new DialogForm("Your recovery code", null, new VBox(), "I wrote it down").dismissal(""));
            press(KeyCode.ESCAPE);
            assertThat(dialogs.isOpen()).isTrue();
        });
    }

    @Test
    void aDialogIsNeverWiderThanTheWindowAndANarrowOneShowsItsTitleWhole(FxRobot robot) {
        robot.interact(() -> {
            Region wide = shown(new DialogForm("Review changes", Samples.NORDLYS, new VBox(), "Publish").width(1040));
            assertThat(wide.getWidth()).isLessThan(scene.getWidth());
            dialogs.closeAll();
            Region narrow = shown(new DialogForm("Write to " + Samples.NORDLYS.name() + "?", Samples.NORDLYS,
                    new VBox(), "Yes, this client").in(Samples.WEBSHOP).width(440));
            for (String style : List.of(".dialog-title", ".tenant-plate .caption")) {
                Label whole = (Label) narrow.lookup(style);
                assertThat(whole.getWidth()).as(style).isGreaterThanOrEqualTo(Math.floor(whole.prefWidth(-1)));
            }
        });
    }

    private Region shown(DialogForm form) {
        dialogs.show(form);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return (Region) dialogs.layer().lookup(".desk-dialog");
    }

    private void press(KeyCode key) {
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(scene.getFocusOwner(), new KeyEvent(type, "", "", key, false, false, false, false));
        }
    }
}
