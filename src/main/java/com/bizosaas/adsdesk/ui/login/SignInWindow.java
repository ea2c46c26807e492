package com.bizosaas.adsdesk.ui.login;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.LoginAttempt;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.login.ConsentPrompt.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Facebook's login dialog in a window of its own: the host is always in sight and cannot be edited, and the state check
/// and its validity stand below. The page is Facebook's; the desk draws nothing into it. FX thread only.
final class SignInWindow {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 664;

    private final LoginAttempt attempt;
    private final InstantSource clock;
    private final Stage stage = new Stage();
    private final LoginBrowser browser;
    private final Label host = Labels.of("", "host");
    private final Label path = Labels.of("", "caption");
    private final Label validity = Labels.of("", "caption");
    private final VBox messages = new VBox();
    private final Timeline second;
    private @Nullable Consumer<Outcome> ended;

    SignInWindow(@Nullable Window owner, Themes themes, Tenant tenant, LoginAttempt attempt, InstantSource clock,
            Consumer<Outcome> ended) {
        this.attempt = attempt;
        this.clock = clock;
        this.ended = ended;
        this.second = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
        second.setCycleCount(javafx.animation.Animation.INDEFINITE);
        browser = new LoginBrowser(attempt, new LoginBrowser.Listener(
                address -> end(new Outcome.CameBack(address)), this::foreign, this::unreachable));
        stage.initOwner(owner);
        stage.setTitle("Sign in to Meta for " + tenant.name());
        Scene scene = new Scene(createView(), WIDTH, HEIGHT);
        themes.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(420);
        stage.setMinHeight(480);
        stage.setOnCloseRequest(_ -> end(new Outcome.Closed()));
        showAddress(attempt.dialog().toString());
        browser.view().getEngine().locationProperty().addListener((_, _, address) -> showAddress(address));
    }

    private BorderPane createView() {
        boolean encrypted = "https".equalsIgnoreCase(attempt.dialog().getScheme());
        HBox address = new HBox(6, encrypted ? Icons.LOCKED.node("i12", "good") : Icons.GLOBE.node("i12"), host, path,
                Labels.gap());
        host.setMinWidth(Region.USE_PREF_SIZE);
        address.getStyleClass().add("address");
        address.setAccessibleText("Address of the page, read-only");
        HBox.setHgrow(address, Priority.ALWAYS);
        HBox bar = new HBox(Buttons.icon(Icons.BACK, "Back", browser::back),
                Buttons.icon(Icons.RELOAD, "Load again", browser::reload), address,
                Buttons.flat("Use my browser", Icons.EXTERNAL, () -> end(new Outcome.UseBrowser())));
        bar.getStyleClass().add("sign-in-bar");
        ProgressBar progress = new ProgressBar();
        progress.getStyleClass().add("sign-in-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(browser.view().getEngine().getLoadWorker().progressProperty());
        progress.visibleProperty().bind(browser.view().getEngine().getLoadWorker().runningProperty());
        messages.getStyleClass().add("sign-in-messages");
        Label check = Labels.of("State check " + attempt.stateHint() + " · returns to "
                + attempt.redirect().getRawAuthority(), "caption");
        validity.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(6, Icons.SHIELD.node("i12", "good"), check, Labels.gap(), validity);
        foot.getStyleClass().add("sign-in-foot");
        BorderPane root = new BorderPane(browser.view());
        root.getStyleClass().add("sign-in");
        root.getStylesheets()
                .add(Objects.requireNonNull(SignInWindow.class.getResource("login.css")).toExternalForm());
        root.setTop(new VBox(bar, progress, messages));
        root.setBottom(foot);
        return root;
    }

    void open() {
        tick();
        second.play();
        stage.show();
        browser.load();
    }

    void toFront() {
        stage.toFront();
        stage.requestFocus();
    }

    /// Ends without telling.
    void close() {
        ended = null;
        second.stop();
        browser.close();
        stage.close();
    }

    private void end(Outcome outcome) {
        Consumer<Outcome> told = ended;
        if (told != null) {
            close();
            told.accept(outcome);
        }
    }

    private void tick() {
        Duration left = Duration.between(clock.instant(), attempt.expiresAt());
        if (left.isNegative() || left.isZero()) {
            end(new Outcome.Failed(Problem.of(Problem.Kind.CANCELLED, "The sign-in took longer than ten minutes",
                    "Its security check is no longer valid. Start the sign-in again.")));
        } else {
            validity.setText("Valid for %d:%02d".formatted(left.toMinutes(), left.toSecondsPart()));
        }
    }

    private void showAddress(@Nullable String address) {
        if (address == null || address.isEmpty() || address.equals("about:blank")) {
            return;
        }
        URI uri = URI.create(address.split("[?#]", 2)[0]);
        host.setText(Objects.requireNonNullElse(uri.getRawAuthority(), ""));
        path.setText(Objects.requireNonNullElse(uri.getPath(), "") + " · read-only");
    }

    private void foreign(String name) {
        say(new Banner(Banner.Tone.WARNING, "Facebook's page wanted to open " + name + ", which is not Facebook.",
                "This window opens Facebook's own pages only. Sign in with your browser if you trust that page.",
                Buttons.secondary("Start again", this::again)));
    }

    private void unreachable(String name) {
        say(new Banner(Banner.Tone.DANGER, name + " did not answer, or its certificate is not valid.",
                "Check the network and try again, or sign in with your browser.",
                Buttons.secondary("Try again", this::again)));
    }

    private void again() {
        messages.getChildren().clear();
        browser.load();
    }

    private void say(Banner banner) {
        messages.getChildren().setAll(banner);
    }
}
