package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the checks say of each object, green, yellow or red, with the way to the field; and whether it starts paused.
///
/// The local rules speak at once; Facebook is asked for its word (`validate_only`) when the step comes on the screen. Of ad
/// sets and ads that go under a new parent it can only be asked once the parent exists, which is while publishing.
final class CheckStep extends Step {

    private final Keeper keeper;
    private final Consumer<Gap> lead;
    private final SegmentedControl<Boolean> start;
    private final Label asked = Labels.wrapped("", "hint");
    private final VBox banner = new VBox();
    private final VBox lines = new VBox();
    private long round;

    /// @param lead leads to where a gap is mended
    CheckStep(Plan plan, Keeper keeper, Consumer<Gap> lead) {
        super(StepId.CHECK, plan);
        this.keeper = keeper;
        this.lead = lead;
        Map<Boolean, String> words = new LinkedHashMap<>();
        words.put(false, "Paused");
        words.put(true, "Switched on");
        start = new SegmentedControl<>(words, false);
        start.setId("created-status");
        FieldRow status = row(Level.CAMPAIGN, "Created", "Paused: nothing is spent until it is switched on", start,
                start.button(false), Fields.STATUS);
        start.valueProperty().addListener((_, _, on) -> status(on));
        lines.getStyleClass().add("check-lines");
        lines.setId("check-lines");
        VBox body = new VBox(10, asked, banner, lines);
        body.getStyleClass().add("check-body");
        getChildren().addAll(status, body);
    }

    private void status(boolean on) {
        if (!isFilling()) {
            plan().fresh().forEach(part -> plan().set(part, Fields.STATUS, on ? "ACTIVE" : "PAUSED"));
            ask();
        }
    }

    @Override
    void load() {
        start.valueProperty().set(plan().fresh().stream().anyMatch(part -> part.get(Fields.STATUS).equals("ACTIVE")));
    }

    @Override
    void adapt() {
        List<Gap> gaps = plan().everyGap();
        lines.getChildren().setAll(plan().fresh().stream().map(part -> line(part, gaps)).toList());
    }

    @Override
    void shown() {
        super.shown();
        ask();
    }

    private void ask() {
        long mine = ++round;
        asked.setText("Asking Meta…");
        banner.getChildren().clear();
        keeper.check(review -> {
            if (mine == round) {
                answered(review);
            }
        }, problem -> {
            if (mine == round) {
                unanswered(problem);
            }
        });
    }

    private void answered(Review review) {
        boolean below = plan().fresh().stream().anyMatch(part -> part.level() != Level.CAMPAIGN)
                && plan().campaign().fresh();
        asked.setText(below
                ? "Meta was asked about the campaign. It checks ad sets and ads once their parents exist, while "
                        + "publishing; the rules that are known here were held against all of them."
                : "Meta was asked. Nothing is written yet.");
        plan().reviewed(review);
    }

    private void unanswered(Problem problem) {
        asked.setText("Checked on this computer only.");
        banner.getChildren().setAll(Banner.of(problem, this::ask));
    }

    private Node line(Part part, List<Gap> gaps) {
        List<Gap> mine = gaps.stream().filter(gap -> gap.key().equals(part.key())).toList();
        boolean red = mine.stream().anyMatch(Gap::stops);
        Icons icon = red ? Icons.REFUSED : mine.isEmpty() ? Icons.CHECKED : Icons.WARNING;
        String style = red ? "danger" : mine.isEmpty() ? "good" : "warning";
        String level = switch (part.level()) {
            case AD_SET -> "Ad set";
            case AD -> "Ad";
            default -> "Campaign";
        };
        Label name = Labels.of(part.name().isBlank() ? level + " without a name" : Labels.isolated(part.name()),
                "weight-medium", "t12");
        HBox head = new HBox(8, icon.node("i16", style), name, Labels.whole(level, "caption"));
        if (mine.isEmpty()) {
            head.getChildren().addAll(Labels.gap(), Labels.whole("Ready", "caption"));
        }
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, head);
        box.getStyleClass().addAll("check-line", "level-" + part.level().name().toLowerCase(java.util.Locale.ROOT));
        mine.forEach(gap -> box.getChildren().add(gap(part, gap)));
        return box;
    }

    private Node gap(Part part, Gap gap) {
        Button words = Buttons.link(gap.sentence(), () -> lead.accept(gap));
        words.getStyleClass().add(gap.stops() ? "gap-red" : "gap-yellow");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("check-gap");
        if (!gap.repair().isEmpty()) {
            line.getChildren().add(Buttons.link("Mend it", () -> {
                plan().set(part, gap.repair());
                load();
                ask();
            }));
        }
        return line;
    }

    @Override
    String summary() {
        return "Pending changes";
    }
}
