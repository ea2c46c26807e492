package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The ad sets of the tree, above the rows that speak of one of them. FX thread only.
final class AdSetBar extends VBox {

    private final Plan plan;
    private final PartBar bar;
    private final Label title = Labels.of("", "section-title");

    AdSetBar(Plan plan) {
        super(8);
        this.plan = plan;
        getStyleClass().add("ad-set-bar");
        bar = new PartBar("ad set", plan::choose, this::add, this::duplicate, plan::remove, name -> {
            Part set = plan.adSet();
            if (set != null && set.fresh()) {
                plan.set(set, Fields.NAME, name);
            }
        });
        getChildren().addAll(title, bar);
        plan.shapeProperty().addListener((_, _, _) -> show());
        plan.adSetProperty().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        Part now = plan.adSet();
        int count = plan.adSets().size();
        title.setText(now == null || count < 2
                ? "Ad set"
                : "Ad set " + (plan.adSets().indexOf(now) + 1) + " of " + count);
        bar.show(plan.adSets(), now);
    }

    private void add() {
        Part like = plan.adSet();
        if (like != null && like.level() == Level.AD_SET) {
            plan.add("New ad set", Trees.like(like, nextName(like)));
        }
    }

    private void duplicate() {
        Part like = plan.adSet();
        if (like != null) {
            plan.add("Duplicate an ad set", Trees.copy(like, plan.ads(like), nextName(like)));
        }
    }

    private String nextName(Part like) {
        Set<String> taken = plan.adSets().stream().map(Part::name).collect(Collectors.toSet());
        return Trees.next(like.name().isBlank() ? "Ad set" : like.name(), taken);
    }
}
