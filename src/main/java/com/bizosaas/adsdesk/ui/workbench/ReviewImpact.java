package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the changes cost in one currency: a day, and to the end of the month against the client's target and limit.
final class ReviewImpact extends HBox {

    /// The table adds daily budgets alone: here both kinds are one figure, so it says so.
    static final String MEANING = "Daily budgets of campaigns and ad sets that are on, and lifetime budgets shared evenly over "
            + "their days";

    ReviewImpact(Review.Impact impact, Formats formats) {
        setSpacing(24);
        Money perDay = impact.perDay();
        String sign = perDay.amount().signum() > 0 ? "+" : "";
        Label old = Labels.whole(formats.money(impact.perDayBefore()), "review-old");
        HBox days = new HBox(6, old, Labels.whole(formats.money(impact.perDayAfter()), "review-figure"),
                Labels.whole(sign + formats.money(perDay), "review-change"));
        days.setAlignment(Pos.BASELINE_LEFT);
        Money end = impact.toMonthEnd();
        Money target = impact.target();
        Money limit = impact.limit();
        String against = target != null
                ? (impact.aboveTarget() ? "ends above the target of " : "target ") + formats.moneyWhole(target)
                : limit != null ? "daily limit " + formats.moneyWhole(limit) : "no target set";
        VBox budgets = new VBox(Labels.of("Budget per day, lifetime ones shared", "caption"), days,
                Labels.of("one day may cost " + formats.moneyWhole(impact.oneDay()), "caption"));
        Tooltips.show(budgets, MEANING);
        getChildren().addAll(budgets,
                box("If kept to the month's end", (end.amount().signum() > 0 ? "+" : "") + formats.moneyWhole(end),
                        against));
    }

    static VBox box(String title, String figure, String note) {
        VBox box = new VBox(Labels.of(title, "caption"), Labels.whole(figure, "review-figure"),
                Labels.of(note, "caption"));
        box.getStyleClass().add("review-box");
        return box;
    }
}
