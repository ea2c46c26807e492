package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.targeting.ReachPanel;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// At the right: how many people the ad set on the screen reaches, and the answer to the special ad category.
final class SidePanel extends VBox {

    private final Plan plan;
    private final ReachPanel reach;
    private final Label category = Labels.of("", "t11", "weight-medium");
    private final ScrollPane scroll;
    private @Nullable Asked asked;

    private record Asked(String targeting, String goal, long daily) {
    }

    SidePanel(DeskContext desk, Plan plan) {
        this.plan = plan;
        getStyleClass().add("wizard-side");
        reach = new ReachPanel(desk);
        scroll = new ScrollPane(reach);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox foot = new HBox(8, Labels.whole("Special ad category", "caption"), Labels.gap(), category);
        foot.getStyleClass().add("wizard-side-foot");
        getChildren().addAll(scroll, foot);
    }

    /// Shows something else in place of the estimate, null for the estimate.
    void instead(@Nullable Node other) {
        Node wanted = other == null ? reach : other;
        if (!wanted.equals(scroll.getContent())) {
            scroll.setContent(wanted);
        }
    }

    /// Asks anew only where the question is another one.
    void show() {
        category.setText(category(plan.campaign()));
        Part set = plan.adSet();
        Asked now = new Asked(set == null ? "" : set.get(Fields.TARGETING), set == null ? "" : set.get(Fields.GOAL),
                FieldValues.amount((plan.campaignBudget() || set == null ? plan.campaign() : set).get(Fields.DAILY))
                        .orElse(0L));
        if (!Objects.equals(asked, now)) {
            asked = now;
            reach.ask(plan.tenant().id(), plan.accountId(), now.targeting, now.goal, now.daily);
        }
    }

    private static String category(Part campaign) {
        List<String> codes = FieldValues.words(campaign.get(Fields.CATEGORIES));
        return !campaign.answers(Fields.CATEGORIES)
                ? "Not answered"
                : codes.isEmpty()
                        ? "None"
                        : codes.size() == 1
                                ? AdWords.CATEGORIES.getOrDefault(codes.getFirst(), AdWords.sentence(codes.getFirst()))
                                : codes.size() + " apply";
    }
}
