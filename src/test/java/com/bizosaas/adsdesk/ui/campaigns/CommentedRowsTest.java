package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.grid.Grid;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A comment stands beside its row and in the side panel, and the rows that have one are found.
@ExtendWith(ApplicationExtension.class)
class CommentedRowsTest {

    private final FakeServices fakes = new FakeServices();
    private CampaignsTab tab;
    private OverlayDialogs dialogs;
    private StackPane root;
    private Scene scene;
    private TabOnStage shown;

    @Start
    void start(Stage stage) {
        shown = new TabOnStage(stage, fakes);
        tab = shown.tab;
        dialogs = shown.dialogs;
        root = shown.root;
        scene = shown.scene;
    }

    @Test
    void isWrittenByKeyShownAndFoundAgain(FxRobot robot) {
        robot.interact(() -> {
            layout();
            Grid<?> table = (Grid<?>) root.lookup("#campaigns-grid");
            ToggleButton commented = (ToggleButton) root.lookup("#quick-commented");
            assertThat(commented.isVisible()).as("nobody looks for what is not there").isFalse();
            table.selection().focus(table.rows().number(1));
            layout();
            shown.press(table, KeyCode.C, true, true);
            layout();
            ((TextArea) root.lookup("#comment-text")).setText("Ask Kari before this goes live");
            Event.fireEvent(root.lookup("#comment-text"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER,
                    false, true, false, false));
            layout();
            assertThat(dialogs.isOpen()).isFalse();
            Comment written = fakes.comments.comments.values().iterator().next();
            fakes.events.publish(new DeskEvent.CommentsChanged(Samples.NORDLYS.id()));
            layout();
            CampaignRow row = tab.model().contentProperty().get().rows().stream()
                    .filter(each -> each.comment() != null).findFirst().orElseThrow();
            assertThat(row.draftKey()).isEqualTo(written.key());
            assertThat(CampaignsLookTest.texts(root)).contains("Ask Kari before this goes live");
            assertThat(commented.isVisible()).isTrue();
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                new Themes(theme).dress(scene);
                layout();
                Snapshots.write(scene, "commented-" + theme.name().toLowerCase(Locale.ROOT));
            }
            commented.fire();
            layout();
            assertThat(tab.model().contentProperty().get().shown()).isEqualTo(1);
        });
    }

    private void layout() {
        shown.layout();
    }
}
