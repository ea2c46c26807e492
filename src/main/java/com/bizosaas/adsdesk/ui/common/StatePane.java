package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.service.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Puts a pane into one of the shared states: its content, loading, empty, blocked, or content under a banner that says
/// what is wrong with it. Old figures stay on screen; what was never read shows no figures at all. FX thread only.
public final class StatePane extends BorderPane {

    private static final javafx.util.Duration SECOND = javafx.util.Duration.seconds(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Node content;
    private final InstantSource clock;
    private final VBox banners = new VBox();
    private final StackPane body = new StackPane();
    private final Timeline ticker = new Timeline(new KeyFrame(SECOND, _ -> tick()));
    private @Nullable Instant countdownTo;
    private @Nullable Label countdown;
    private @Nullable Runnable whenOver;

    public StatePane(Node content) {
        this(content, InstantSource.system());
    }

    public StatePane(Node content, InstantSource clock) {
        this.content = content;
        this.clock = clock;
        getStyleClass().add("state-pane");
        banners.getStyleClass().add("state-banners");
        banners.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(banners.getChildren()));
        banners.managedProperty().bind(banners.visibleProperty());
        ticker.setCycleCount(Timeline.INDEFINITE);
        sceneProperty().addListener((_, _, now) -> {
            if (now == null) {
                ticker.stop();
            } else if (countdownTo != null) {
                ticker.play();
            }
        });
        setTop(banners);
        setCenter(body);
        showContent();
    }

    /// The content alone; a banner that was there goes.
    public void showContent() {
        reset();
        body.getChildren().setAll(content);
    }

    /// Grey rows in place of content that was never read.
    ///
    /// @param text what is being read, such as "Reading campaigns"
    public void showLoading(String text) {
        reset();
        body.getChildren().setAll(new Skeleton(text));
    }

    /// Nothing is there, and that is right: says what goes here and the one next step.
    public void showEmpty(String title, String text, String actionLabel, Runnable action) {
        showEmpty(Icons.CAMPAIGNS, title, text, Buttons.primary(actionLabel, action));
    }

    public void showEmpty(Icons icon, String title, String text, Node... actions) {
        reset();
        body.getChildren().setAll(box(icon, "neutral", title, text, actions));
    }

    /// Old content under a banner: what went wrong, how old the figures are, and a way to try again.
    ///
    /// @param asOf when the content was read, null if that is unknown
    /// @param retry null where trying again makes no sense
    public void showProblem(Problem problem, @Nullable Instant asOf, @Nullable Runnable retry) {
        reset();
        body.getChildren().setAll(content);
        boolean waits = problem.until() != null && problem.until().isAfter(clock.instant());
        Banner banner = Banner.of(problem, waits ? null : retry);
        banners.getChildren().setAll(banner);
        String age = asOf == null
                ? ""
                : problem.kind().isUnreachable()
                        ? "Showing what was saved at " + at(asOf)
                                + ". "
                        : "Figures below are from " + at(asOf) + ". ";
        banner.setText(age + problem.remedy());
        if (waits) {
            Label left = Labels.of("", "weight-semibold");
            banner.addAction(left);
            countDown(Objects.requireNonNull(problem.until()), left, retry);
        }
    }

    /// In place of all content: sign-in needed, no permission, rate-limited or failed with nothing to show meanwhile.
    ///
    /// @param actionLabel empty where there is nothing to do here
    public void showBlocked(Problem problem, String actionLabel, Runnable action) {
        reset();
        Icons icon = switch (problem.kind()) {
            case SIGN_IN_NEEDED -> Icons.KEY;
            case NO_PERMISSION -> Icons.LOCK;
            case RATE_LIMITED -> Icons.BUDGET;
            case OFFLINE -> Icons.OFFLINE;
            case NETWORK_SIGN_IN -> Icons.NETWORK;
            case INVALID_INPUT, REFUSED, CANCELLED, FAILED, UNCERTAIN -> Icons.ERROR;
        };
        boolean calm = problem.kind() == Problem.Kind.RATE_LIMITED || problem.kind().isUnreachable()
                || problem.kind() == Problem.Kind.CANCELLED;
        Button[] actions = actionLabel.isEmpty()
                ? new Button[0]
                : new Button[]{Buttons.primary(actionLabel, action)};
        VBox box = box(icon, calm ? "neutral" : "danger", problem.title(), problem.remedy(), actions);
        Instant until = problem.until();
        if (until != null && until.isAfter(clock.instant())) {
            Label left = Labels.of("", "state-countdown");
            box.getChildren().add(1, left);
            countDown(until, left, action);
        }
        if (!problem.details().isBlank()) {
            box.getChildren().add(Labels.wrapped(problem.details(), "mono", "subtle"));
        }
        body.getChildren().setAll(box);
    }

    private VBox box(Icons icon, String tone, String title, String text, Node... actions) {
        StackPane badge = new StackPane(icon.node("i16"));
        badge.getStyleClass().addAll("state-badge", tone);
        Label words = Labels.wrapped(text, "state-text");
        words.setMaxWidth(380);
        HBox buttons = new HBox(8, actions);
        buttons.setAlignment(javafx.geometry.Pos.CENTER);
        VBox box = new VBox(badge, Labels.of(title, "state-title"), words, buttons);
        box.getStyleClass().add("state-box");
        return box;
    }

    private void countDown(Instant until, Label label, @Nullable Runnable after) {
        countdownTo = until;
        countdown = label;
        whenOver = after;
        tick();
        if (getScene() != null) {
            ticker.play();
        }
    }

    private void tick() {
        Instant until = countdownTo;
        Label label = countdown;
        if (until == null || label == null) {
            return;
        }
        Duration left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero()) {
            Runnable next = whenOver;
            reset();
            if (next != null) {
                next.run();
            }
            return;
        }
        long seconds = left.plusMillis(999).toSeconds();
        label.setText(seconds / 60 + ":" + String.format("%02d", seconds % 60));
    }

    private void reset() {
        ticker.stop();
        countdownTo = null;
        countdown = null;
        whenOver = null;
        banners.getChildren().clear();
    }

    private String at(Instant instant) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = instant.atZone(zone).toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
        return (today ? TIME : DateTimeFormatter.ofPattern("d MMM HH:mm")).format(instant.atZone(zone));
    }
}
