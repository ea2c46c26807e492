package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.grid.Grid;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The tab of campaigns with Nordlys' ads, its dialogs over it, as large as the window's usual content. FX thread only.
final class TabOnStage {

    private static final double WIDTH = 1384;
    private static final double HEIGHT = 776;

    final FakeServices fakes;
    final OverlayDialogs dialogs = new OverlayDialogs();
    final CampaignsTab tab;
    final StackPane root;
    final Scene scene;
    final Grid<CampaignRow> grid;

    @SuppressWarnings("unchecked")
    TabOnStage(Stage stage, FakeServices fakes) {
        this.fakes = fakes;
        Nordlys.into(fakes);
        tab = new CampaignsTab(new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier,
                dialogs, fakes.opened::add, Samples.CLOCK));
        root = new StackPane(tab.view(), dialogs.layer());
        scene = Snapshots.scene(root, WIDTH, HEIGHT, Theme.LIGHT);
        Snapshots.show(stage, scene);
        tab.activate();
        layout();
        grid = (Grid<CampaignRow>) root.lookup("#campaigns-grid");
    }

    CampaignRow row(String name) {
        return tab.model().contentProperty().get().rows().stream().filter(row -> row.name().startsWith(name))
                .findFirst().orElseThrow();
    }

    void press(Node target, KeyCode code, boolean shift, boolean control) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        layout();
    }

    void layout() {
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
    }
}
