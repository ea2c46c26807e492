package com.bizosaas.adsdesk.ui.login;

import com.bizosaas.adsdesk.service.LoginAttempt;
import com.bizosaas.adsdesk.ui.common.BrowserFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.concurrent.Worker;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;

/// The embedded browser of one sign-in: cookies and local storage of its own, thrown away at the end; only allowed hosts
/// in the main frame; no bridge into the desk; the redirect is caught before it is followed. FX thread only.
final class LoginBrowser {

    /// What the window is told.
    ///
    /// @param cameBack receives the redirect, once
    /// @param foreign receives the host of a page that was not opened
    /// @param failed receives the host that could not be reached
    record Listener(Consumer<URI> cameBack, Consumer<String> foreign, Consumer<String> failed) {
    }

    private final LoginAttempt attempt;
    private final HostPolicy policy;
    private final Listener listener;
    private final Path storage;
    private final WebView view;
    private boolean over;

    LoginBrowser(LoginAttempt attempt, Listener listener) {
        this.attempt = attempt;
        this.policy = new HostPolicy(attempt.dialog());
        this.listener = listener;
        try {
            storage = BrowserFolder.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LoginCookies.begin(page -> policy.allows(page.toString()) && !attempt.isRedirect(page));
        view = new WebView();
        view.setContextMenuEnabled(false);
        WebEngine engine = view.getEngine();
        engine.setUserDataDirectory(storage.toFile());
        engine.setCreatePopupHandler(_ -> engine);
        engine.locationProperty().addListener((_, _, address) -> onLocation(address));
        engine.getLoadWorker().stateProperty().addListener((_, _, state) -> onState(state));
    }

    WebView view() {
        return view;
    }

    void load() {
        view.getEngine().load(attempt.dialog().toString());
    }

    void back() {
        if (view.getEngine().getHistory().getCurrentIndex() > 0) {
            view.getEngine().getHistory().go(-1);
        }
    }

    void reload() {
        String address = view.getEngine().getLocation();
        if (address == null || address.isEmpty() || !policy.allows(address)) {
            load();
        } else {
            view.getEngine().reload();
        }
    }

    private void onLocation(String address) {
        if (over || address == null) {
            return;
        }
        if (redirect(address)) {
            over = true;
            view.getEngine().getLoadWorker().cancel();
            listener.cameBack().accept(URI.create(address));
        } else if (!policy.allows(address)) {
            // Cancelling inside the notification would leave the engine half-way; the page is taken off right after.
            view.getEngine().getLoadWorker().cancel();
            Platform.runLater(() -> view.getEngine().load("about:blank"));
            listener.foreign().accept(hostOf(address));
        }
    }

    private boolean redirect(String address) {
        try {
            return attempt.isRedirect(URI.create(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void onState(Worker.State state) {
        String address = view.getEngine().getLocation();
        // A page outside the fence fails as well; that was told when its address was seen.
        if (!over && policy.allows(address) && (state == Worker.State.FAILED || isEmptySuccess(state, address))) {
            listener.failed().accept(hostOf(address));
        }
    }

    /// Now and then the engine calls a refused connection a page that it loaded.
    private static boolean isEmptySuccess(Worker.State state, String address) {
        return state == Worker.State.SUCCEEDED && address.startsWith("http") && !LoginCookies.wasAnswered();
    }

    private static String hostOf(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? "an unknown address" : host;
        } catch (IllegalArgumentException e) {
            return "an unknown address";
        }
    }

    /// Stops the page and throws its cookies and storage away.
    void close() {
        over = true;
        view.getEngine().getLoadWorker().cancel();
        view.getEngine().load("about:blank");
        LoginCookies.end();
        Thread.ofVirtual().name("sign-in-cleanup").start(() -> BrowserFolder.remove(storage));
    }
}
