package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.BrandMark;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Explains that the stored files cannot be used. Nothing was written to them; what is offered is to put a backup in their
/// place, which keeps them.
final class DamagedFace extends VBox implements LockScreen.Face {

    static final String RESTORE = "Restore from a backup…";

    private final Button quit;

    DamagedFace(Problem problem, Runnable restoreAction, Runnable quitAction) {
        getStyleClass().addAll("lock-face", "wide");
        Button restore = Buttons.primary(RESTORE, restoreAction);
        restore.getStyleClass().add("large");
        restore.setId("open-restore");
        quit = Buttons.secondary("Quit Ads Desk", quitAction);
        quit.getStyleClass().add("large");
        quit.setId("quit");
        getChildren().addAll(new BrandMark(36), Labels.of("The desk cannot be opened", "t16", "weight-semibold"),
                Banner.of(problem, null),
                Labels.wrapped(
                        "Nothing was changed. The files are as they were found, so that a backup can be put back "
                                + "in their place.",
                        "t12", "muted"),
                new HBox(8, restore, quit));
    }

    @Override
    public void focusFirst() {
        quit.requestFocus();
    }
}
