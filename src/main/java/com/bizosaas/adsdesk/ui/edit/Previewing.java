package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A form above the preview of what it would do: refused rows first with their reasons, then each row old → new. The last
/// input that came wins. FX thread only.
final class Previewing {

    /// One row of the preview.
    ///
    /// @param values old → new
    /// @param note why it is refused, or what was rounded; empty for nothing
    record Line(String name, String values, String note, boolean changes, boolean refused) {
    }

    /// What the input makes of the rows.
    ///
    /// @param previews what is drafted
    /// @param lines what is shown of it
    record Found(List<Preview> previews, List<Line> lines) {

        static Found of(List<Preview> previews, Function<Preview, String> values) {
            return new Found(previews, previews.stream().map(preview -> new Line(preview.name(), values.apply(preview),
                    preview.note(), preview.changes(), preview.refused())).toList());
        }
    }

    private static final double HEIGHT = 300;

    private final Tenant tenant;
    private final String steps;
    private final DraftService drafts;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Supplier<Callable<Found>> source;
    private final ListView<Line> list = new ListView<>();
    private final Label told = Labels.wrapped("", "caption");
    private final DialogForm form;
    private List<Preview> previews = List.of();
    private int turn;

    /// @param steps for “Undo …”, such as `Budgets of `
    /// @param source reads the input at once and answers what works it out, off the FX thread; either may throw
    ///        IllegalArgumentException with a sentence for the operator
    Previewing(Tenant tenant, String title, String steps, Node input, DraftService drafts, TaskRunner tasks,
            Dialogs dialogs, Supplier<Callable<Found>> source) {
        this.tenant = tenant;
        this.steps = steps;
        this.drafts = drafts;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.source = source;
        list.setCellFactory(_ -> new LineCell());
        list.setPrefHeight(HEIGHT);
        list.setMinHeight(120);
        list.setId("bulk-preview");
        list.getStyleClass().add("review-items");
        VBox.setVgrow(list, Priority.ALWAYS);
        told.setId("bulk-told");
        form = new DialogForm(title, tenant, new VBox(12, input, told, list), "Add to pending changes").width(760);
        form.onSubmit(this::apply);
    }

    void open(Node first, ObservableValue<?>... inputs) {
        for (ObservableValue<?> input : inputs) {
            input.addListener((_, _, _) -> look());
        }
        form.initialFocus(first);
        dialogs.show(form);
        look();
    }

    /// Looks again, as when more is known of the rows.
    void look() {
        int mine = ++turn;
        Callable<Found> asked;
        try {
            asked = source.get();
        } catch (IllegalArgumentException e) {
            stopped(e);
            return;
        }
        tasks.call(asked).onSuccess(found -> {
            if (mine == turn) {
                show(found);
            }
        }).onError(thrown -> {
            if (mine == turn) {
                stopped(thrown);
            }
        }).start();
    }

    private void stopped(Throwable thrown) {
        show(new Found(List.of(), List.of()));
        String reason = reason(thrown);
        told.setText(reason);
        form.obstacleProperty().set(reason);
    }

    static String reason(Throwable thrown) {
        if (thrown instanceof IllegalArgumentException && thrown.getMessage() != null) {
            return thrown.getMessage();
        }
        var problem = Problems.of(thrown);
        return problem.title() + ". " + problem.remedy();
    }

    private void show(Found found) {
        previews = found.previews().stream().filter(Preview::changes).toList();
        List<Line> lines = new ArrayList<>(found.lines().stream().filter(Line::refused).toList());
        int refused = lines.size();
        found.lines().stream().filter(line -> !line.refused()).forEach(lines::add);
        list.getItems().setAll(lines);
        long noted = found.lines().stream().filter(line -> line.changes() && !line.note().isEmpty()).count();
        told.setText(previews.size() + " of " + lines.size() + " change"
                + (noted == 0 ? "" : ", " + noted + " with a note")
                + (refused == 0 ? "" : ", " + refused + " refused"));
        form.obstacleProperty().set(previews.isEmpty() ? "Nothing changes like this." : "");
    }

    private void apply() {
        form.busyProperty().set(true);
        List<Preview> chosen = previews;
        tasks.run(() -> drafts.apply(tenant.id(), steps + chosen.size() + (chosen.size() == 1 ? " row" : " rows"),
                chosen)).onSuccess(_ -> form.close()).onError(thrown -> {
                    form.busyProperty().set(false);
                    form.problemProperty().set(Problems.of(thrown));
                }).start();
    }

    static final class LineCell extends ListCell<Line> {

        LineCell() {
            getStyleClass().add("review-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : node(line));
        }

        private static Node node(Line line) {
            Label name = Labels.of(Labels.isolated(line.name()), "item-name");
            name.setMinWidth(0);
            name.setPrefWidth(250);
            name.setMinWidth(180);
            Label values = Labels.of(line.values(), line.changes() ? "review-new" : "caption");
            values.setMinWidth(0);
            values.setMaxWidth(Double.MAX_VALUE);
            values.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
            com.bizosaas.adsdesk.ui.common.Tooltips.show(values, line.values());
            HBox.setHgrow(values, Priority.ALWAYS);
            Label note = Labels.whole(line.note(), line.refused() ? "check-red" : "check-yellow");
            if (line.refused()) {
                note.setGraphic(Icons.REFUSED.node());
            }
            HBox box = new HBox(12, name, values, note);
            box.setAlignment(Pos.CENTER_LEFT);
            return box;
        }
    }
}
