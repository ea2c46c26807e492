package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.TargetingService;
import com.bizosaas.adsdesk.service.TargetingService.Estimate;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// How many people a targeting reaches, asked for once the operator pauses. FX thread only.
public final class ReachPanel extends VBox {

    private static final Duration QUIET = Duration.millis(600);

    private final TargetingService targeting;
    private final TaskRunner tasks;
    private final PauseTransition pause = new PauseTransition(QUIET);
    private final Label people = Labels.wrapped("", "t13");
    private TaskRunner.@Nullable Running asking;

    public ReachPanel(DeskContext desk) {
        targeting = desk.services().workbench().targeting();
        tasks = desk.tasks();
        getStyleClass().add("reach-panel");
        getChildren().addAll(Labels.of("Reach estimate", "weight-semibold"), people);
    }

    /// Asks anew; what was asked before and not answered yet is withdrawn.
    ///
    /// @param dailyBudgetMinor in minor units of the account's currency, 0 where none is known
    public void ask(TenantId tenant, AdAccountId account, String targetingJson, String optimizationGoal,
            long dailyBudgetMinor) {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
        pause.setOnFinished(_ -> asking = tasks
                .call(() -> targeting.estimate(tenant, account, targetingJson, optimizationGoal))
                .onSuccess(this::show).onError(thrown -> people.setText(Problems.of(thrown).title())).start());
        pause.playFromStart();
    }

    private void show(Estimate estimate) {
        people.setText(estimate.people().known()
                ? estimate.people().low() + "–" + estimate.people().high() + " people"
                : "Facebook has no estimate for so few people");
    }
}
