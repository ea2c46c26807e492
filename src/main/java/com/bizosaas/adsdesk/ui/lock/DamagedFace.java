package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.BrandMark;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Explains that the stored files cannot be used. Nothing was written to them, and nothing is offered that would.
final class DamagedFace extends VBox implements LockScreen.Face {

    private final Button quit;

    DamagedFace(Problem problem, Runnable quitAction) {
        getStyleClass().addAll("lock-face", "wide");
        quit = Buttons.secondary("Quit Ads Desk", quitAction);
        quit.getStyleClass().add("large");
        quit.setId("quit");
        getChildren().addAll(new BrandMark(36), Labels.of("The desk cannot be opened", "t16", "weight-semibold"),
                Banner.of(problem, null),
                Labels.wrapped(
                        "Nothing was changed. The files are as they were found, so that a backup can be put back "
                                + "in their place.",
                        "t12", "muted"),
                quit);
    }

    @Override
    public void focusFirst() {
        quit.requestFocus();
    }
}
