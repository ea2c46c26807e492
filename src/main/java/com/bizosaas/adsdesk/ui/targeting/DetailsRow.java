package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.draft.TargetingSpec.Entry;
import com.bizosaas.adsdesk.service.TargetingService;
import com.bizosaas.adsdesk.service.TargetingService.Resolved;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.targeting.EditorModel.Lines;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Interests, behaviours, life events: one of each box must fit a person.
final class DetailsRow {

    private final EditorModel model;
    private final TargetingService targeting;
    private final TaskRunner tasks;
    private final Sizes sizes;
    private final List<ChipField<Detail>> fields = new ArrayList<>();
    private final VBox boxes = new VBox(6);
    private final Button narrow = Buttons.flat("and also…", Icons.ADD, this::narrow);
    private final ChipField<Detail> withdrawn;
    private final VBox withdrawnBox;
    private final Row row;
    /// Whether an empty box stands behind the last group.
    private boolean narrowing;

    DetailsRow(EditorModel model, TargetingService targeting, TaskRunner tasks, Sizes sizes) {
        this.model = model;
        this.targeting = targeting;
        this.tasks = tasks;
        this.sizes = sizes;
        narrow.setId("targeting-narrow");
        narrow.getStyleClass().add("small");
        withdrawn = new ChipField<>("targeting-withdrawn", "", tasks, _ -> List::of, this::words, false,
                new ChipField.Actions<>((_, _) -> {
                }, _ -> {
                }, key -> model.spec().exclusions().stream().filter(entry -> key(entry).equals(key)).findFirst()
                        .ifPresent(entry -> model.change(spec -> spec.withoutExclusion(entry)))));
        withdrawn.input().setVisible(false);
        withdrawn.input().setManaged(false);
        withdrawnBox = new VBox(4,
                Labels.wrapped("Kept out by an old ad set. Facebook takes this no more: take it out.",
                        "error-hint"),
                withdrawn);
        row = new Row("Detailed targeting", "Sizes are worldwide", boxes, narrow, withdrawnBox);
    }

    Row row() {
        return row;
    }

    private Suggestions.Words words(Detail detail) {
        List<String> path = detail.path();
        String where = String.join(" › ", path.subList(0, Math.max(0, path.size() - 1)));
        return new Suggestions.Words(detail.name(), where, sizes.of(detail.people()));
    }

    private void narrow() {
        narrowing = true;
        refresh();
        fields.getLast().input().requestFocus();
    }

    void refresh() {
        List<List<Entry>> groups = model.spec().groups();
        int wanted = Math.max(1, groups.size() + (narrowing && !groups.isEmpty() ? 1 : 0));
        while (fields.size() < wanted) {
            fields.add(field(fields.size()));
        }
        while (fields.size() > wanted) {
            fields.removeLast();
        }
        List<Node> nodes = new ArrayList<>();
        for (int group = 0; group < fields.size(); group++) {
            if (group > 0) {
                HBox also = new HBox(6, Icons.NEXT.node("i12"), Labels.of("and also", "t11", "weight-medium"));
                also.setAlignment(Pos.CENTER_LEFT);
                nodes.add(also);
            }
            nodes.add(fields.get(group));
            fields.get(group).show(chips(groups, group));
        }
        if (!boxes.getChildren().equals(nodes)) {
            boxes.getChildren().setAll(nodes);
        }
        boolean offered = !groups.isEmpty() && fields.size() == groups.size();
        narrow.setVisible(offered);
        narrow.setManaged(offered);
        withdrawn.show(model.spec().exclusions().stream().map(entry -> Chip.of(key(entry), entry.name(), "")
                .toned(Chip.Tone.PROBLEM).hinted("Facebook has withdrawn detailed exclusions")).toList());
        withdrawnBox.setVisible(!model.spec().exclusions().isEmpty());
        withdrawnBox.setManaged(withdrawnBox.isVisible());
    }

    private ChipField<Detail> field(int group) {
        return new ChipField<>("targeting-details-" + group, group == 0 ? "Any of these" : "Narrow further", tasks,
                text -> () -> targeting.details(model.tenant(), text), this::words, false,
                new ChipField.Actions<>((detail, _) -> add(detail, group), lines -> listed(lines, group),
                        key -> remove(key, group)));
    }

    private void add(Detail detail, int group) {
        narrowing = narrowing && group < model.spec().groups().size();
        model.noteSize(detail);
        model.change(spec -> spec.with(detail, group));
    }

    private void listed(List<String> lines, int group) {
        tasks.call(() -> targeting.resolveDetails(model.tenant(), lines)).onSuccess(found -> {
            narrowing = false;
            model.resolved(Lines.DETAILS, found, spec -> {
                TargetingSpec next = spec;
                for (Resolved<Detail> line : found) {
                    Detail detail = line.found();
                    if (detail != null) {
                        model.noteSize(detail);
                        next = next.with(detail, Math.min(group, next.groups().size()));
                    }
                }
                return next;
            });
        }).onError(thrown -> fields.get(Math.min(group, fields.size() - 1)).refuse(Problems.of(thrown))).start();
    }

    private void remove(String key, int group) {
        if (model.forget(Lines.DETAILS, key) || group >= model.spec().groups().size()) {
            return;
        }
        model.spec().groups().get(group).stream().filter(entry -> key(entry).equals(key)).findFirst()
                .ifPresent(entry -> model.change(spec -> spec.without(entry, group)));
    }

    private static String key(Entry entry) {
        return entry.kind() + "/" + entry.id();
    }

    private List<Chip> chips(List<List<Entry>> groups, int group) {
        List<Chip> chips = new ArrayList<>();
        if (group < groups.size()) {
            for (Entry entry : groups.get(group)) {
                Chip chip = Chip.of(key(entry), entry.name(), sizes.of(model.size(entry.id())));
                chips.add(model.isGone(entry.id())
                        ? chip.toned(Chip.Tone.PROBLEM).hinted("Facebook has taken this away")
                        : chip);
            }
        }
        if (group == 0) {
            chips.addAll(Chip.unresolved(model.unresolved(Lines.DETAILS)));
        }
        return chips;
    }
}
