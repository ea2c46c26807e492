package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.targeting.Outlook;
import com.bizosaas.adsdesk.domain.targeting.Outlook.Span;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.TargetingService;
import com.bizosaas.adsdesk.service.TargetingService.Estimate;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// How many people a targeting reaches in Facebook's word, and what its budget has bought in this account lately. It asks
/// once the operator pauses, and takes its question back when there is a newer one. FX thread only.
public final class ReachPanel extends VBox {

    private static final Duration QUIET = Duration.millis(600);
    private static final Duration TICK = Duration.seconds(5);

    private final TargetingService targeting;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final Formats formats = new Formats(Locale.getDefault(Locale.Category.FORMAT));
    private final Sizes sizes = new Sizes(formats);
    private final PauseTransition pause = new PauseTransition(QUIET);
    private final Timeline ticker = new Timeline(new KeyFrame(TICK, _ -> age()));
    private final Label age = Labels.whole("", "t11", "muted");
    private final ReachDial dial = new ReachDial();
    private final Label verdict = Labels.wrapped("", "t12");
    private final VBox outlook = new VBox(10);
    private final VBox notices = new VBox(8);
    private @Nullable Asked asked;
    private @Nullable Instant asOf;
    private TaskRunner.@Nullable Running asking;

    private record Asked(TenantId tenant, AdAccountId account, String targeting, String goal, long budget) {
    }

    private record Answer(Estimate estimate, @Nullable Outlook outlook) {
    }

    public ReachPanel(DeskContext desk) {
        targeting = desk.services().workbench().targeting();
        tasks = desk.tasks();
        clock = desk.clock();
        getStyleClass().add("reach-panel");
        getStylesheets().add(Objects.requireNonNull(ReachPanel.class.getResource("targeting.css")).toExternalForm());
        HBox head = new HBox(8, Labels.whole("Reach estimate", "t13", "weight-semibold"), Labels.gap(), age);
        head.setAlignment(Pos.CENTER_LEFT);
        verdict.setId("reach-verdict");
        age.setId("reach-age");
        HBox middle = new HBox(dial);
        middle.setAlignment(Pos.CENTER);
        outlook.getStyleClass().add("reach-outlook");
        getChildren().addAll(head, middle, verdict, outlook, notices);
        pause.setOnFinished(_ -> send());
        ticker.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((_, _, now) -> {
            if (now == null) {
                ticker.stop();
                withdraw();
            } else {
                ticker.play();
            }
        });
    }

    /// Asks anew; what was asked before and not answered yet is withdrawn.
    ///
    /// @param targetingJson as it is written to an ad set
    /// @param optimizationGoal empty while none is chosen: then nothing is asked
    /// @param dailyBudgetMinor in minor units of the account's currency, 0 where none is known
    public void ask(TenantId tenant, AdAccountId account, String targetingJson, String optimizationGoal,
            long dailyBudgetMinor) {
        Asked next = new Asked(tenant, account, targetingJson, optimizationGoal, dailyBudgetMinor);
        if (next.equals(asked)) {
            return;
        }
        withdraw();
        asked = next;
        if (optimizationGoal.isEmpty()) {
            empty("Choose a performance goal to see an estimate");
        } else if (Targeting.of(targetingJson).aimsAtNobody()) {
            empty("Choose a place or an audience to see an estimate");
        } else {
            pause.playFromStart();
        }
    }

    private void withdraw() {
        pause.stop();
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    private void send() {
        Asked now = asked;
        if (now == null) {
            return;
        }
        verdict.setText("Asking Facebook…");
        verdict.setGraphic(null);
        if (asOf == null) {
            outlook.getChildren().setAll(greyLine(190), greyLine(150), greyLine(170));
        }
        asking = tasks.call(() -> new Answer(
                targeting.estimate(now.tenant(), now.account(), now.targeting(), now.goal()),
                targeting.outlook(now.tenant(), now.account(), now.goal(), now.budget()).orElse(null)))
                .onSuccess(this::show).onError(thrown -> failed(Problems.of(thrown)))
                .andFinally(() -> asking = null).start();
    }

    private static Region greyLine(double width) {
        Region line = new Region();
        line.getStyleClass().add("skeleton-bar");
        line.setMaxWidth(width);
        return line;
    }

    private void empty(String words) {
        asOf = null;
        age();
        dial.show("", null);
        verdict.setText(words);
        verdict.setGraphic(null);
        outlook.getChildren().clear();
        notices.getChildren().clear();
    }

    private void failed(Problem problem) {
        empty("No estimate");
        notices.getChildren().setAll(Banner.of(problem, this::send));
    }

    private void show(Answer answer) {
        ReachVerdict found = ReachVerdict.of(answer.estimate().people(), answer.outlook(), formats);
        asOf = answer.estimate().asOf();
        age();
        dial.show(sizes.range(answer.estimate().people()),
                found.fit() == ReachVerdict.Fit.UNKNOWN ? null : found.needle());
        verdict.setText(found.words());
        verdict.getStyleClass().removeAll("good-text", "warning-text", "muted");
        verdict.getStyleClass().add(switch (found.fit()) {
            case BALANCED -> "good-text";
            case NARROW, BROAD -> "warning-text";
            case UNKNOWN -> "muted";
        });
        verdict.setGraphic(switch (found.fit()) {
            case BALANCED -> Icons.DONE.node("good");
            case NARROW, BROAD -> Icons.WARNING.node("warning");
            case UNKNOWN -> Icons.INFO.node();
        });
        notices.getChildren().clear();
        outlook.getChildren().clear();
        if (answer.outlook() != null) {
            show(answer.outlook());
        }
    }

    private void show(Outlook found) {
        add("Impressions per day", found.impressions());
        add("Link clicks per day", found.linkClicks());
        if (!found.resultName().isEmpty() && found.results().any()) {
            add(found.resultName() + " per day", found.results());
            if (found.staysLearning()) {
                outlook.getChildren().add(new Banner(Banner.Tone.WARNING, "It may stay in learning.",
                        "An ad set needs about 50 " + found.resultName().toLowerCase(Locale.ROOT)
                                + " a week; this budget has bought fewer."));
            } else if (found.learning().any()) {
                add("Days to leave learning", found.learning());
            }
        }
        outlook.getChildren().add(Labels.wrapped("What this budget bought here on the last " + found.days()
                + " days with delivery, the middle half of them. Facebook gives no forecast of its own.", "hint"));
    }

    private void add(String name, Span span) {
        String low = sizes.rough(span.low());
        String high = sizes.rough(span.high());
        HBox line = new HBox(8, Labels.of(name, "t12", "muted"), Labels.gap(),
                Labels.whole(low.equals(high) ? low : low + "–" + high, "t12", "weight-semibold"));
        line.setAlignment(Pos.CENTER_LEFT);
        Node bar = new SpanBar(span.low(), span.high());
        VBox both = new VBox(5, line, bar);
        VBox.setVgrow(both, Priority.NEVER);
        outlook.getChildren().add(both);
    }

    private void age() {
        Instant at = asOf;
        if (at == null) {
            age.setText("");
            return;
        }
        long seconds = java.time.Duration.between(at, clock.instant()).toSeconds();
        age.setText("Meta, " + (seconds < 60 ? Math.max(0, seconds) + " s ago" : formats.ago(at, clock.instant())));
    }
}
