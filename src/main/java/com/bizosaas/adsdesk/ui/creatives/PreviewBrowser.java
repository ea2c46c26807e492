package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.ui.common.BrowserFolder;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.concurrent.Worker;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows one page of Facebook. Each page gets a browser of its own with an empty folder for what it stores, no bridge to
/// the desk, no pop-ups; it is stopped when it leaves the allowed hosts. FX thread only.
public final class PreviewBrowser extends StackPane {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewBrowser.class);

    private final TaskRunner tasks;
    private final Consumer<String> stopped;
    private @Nullable WebEngine engine;
    private @Nullable Path folder;
    private long turns;

    /// @param stopped told in words why a page is not shown
    public PreviewBrowser(TaskRunner tasks, Consumer<String> stopped) {
        this.tasks = tasks;
        this.stopped = stopped;
        getStyleClass().add("preview-browser");
    }

    public void open(PreviewPage page) {
        close();
        long turn = ++turns;
        tasks.call(BrowserFolder::create).onSuccess(fresh -> {
            if (turn == turns) {
                open(page, fresh);
            } else {
                remove(fresh);
            }
        }).onError(thrown -> {
            LOG.warn("No folder could be made for a preview", thrown);
            stopped.accept("No folder could be made for the preview.");
        }).start();
    }

    private void open(PreviewPage page, Path fresh) {
        folder = fresh;
        WebView view = new WebView();
        view.setContextMenuEnabled(false);
        double room = getWidth() > 0 ? getWidth() : 288;
        double zoom = page.width() <= 0 ? 1 : Math.min(1, room / page.width());
        view.setZoom(zoom);
        int height = page.height() <= 0 ? 450 : page.height();
        view.setMinSize(0, 0);
        view.setPrefSize(Math.min(room, page.width() <= 0 ? room : page.width() * zoom), height * zoom);
        // A web view does not know USE_PREF_SIZE and would take it for nothing at all.
        view.setMaxSize(view.getPrefWidth(), view.getPrefHeight());
        WebEngine opened = view.getEngine();
        engine = opened;
        opened.setUserDataDirectory(fresh.toFile());
        opened.setCreatePopupHandler(_ -> null);
        opened.setConfirmHandler(_ -> false);
        opened.setPromptHandler(_ -> "");
        opened.locationProperty().addListener((_, _, location) -> {
            if (opened == engine && location != null && !page.allows(location)) {
                close();
                stopped.accept("The preview wanted to leave Facebook and was stopped.");
            }
        });
        opened.getLoadWorker().stateProperty().addListener((_, _, state) -> {
            if (opened == engine && state == Worker.State.FAILED) {
                close();
                stopped.accept("The preview page could not be loaded.");
            }
        });
        getChildren().setAll(view);
        opened.load(page.address().toString());
    }

    /// Ends the page and removes what it stored.
    public void close() {
        turns++;
        WebEngine ended = engine;
        engine = null;
        getChildren().clear();
        if (ended != null) {
            ended.load("about:blank");
        }
        Path left = folder;
        folder = null;
        if (left != null) {
            remove(left);
        }
    }

    private void remove(Path left) {
        tasks.run(() -> BrowserFolder.remove(left))
                .onError(thrown -> LOG.warn("A preview's folder was not removed", thrown)).start();
    }
}
