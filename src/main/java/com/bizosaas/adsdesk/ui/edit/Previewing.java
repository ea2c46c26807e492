package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.TaskRunner.Running;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
    /// @param where the tenant's name, empty where there is only one
    /// @param values old → new
    /// @param note why it is refused, or what was rounded; empty for nothing
    record Line(String name, String where, String values, String note, boolean changes, boolean refused) {

        Line(String name, String values, String note, boolean changes, boolean refused) {
            this(name, "", values, note, changes, refused);
        }

        Line in(String tenant) {
            return new Line(name, tenant, values, note, changes, refused);
        }
    }

    /// What the input makes of the rows.
    ///
    /// @param previews what is drafted
    /// @param lines what is shown of it
    /// @param sums what it comes to, a sentence for each currency; empty where nothing is added up
    record Found(List<Preview> previews, List<Line> lines, List<String> sums) {

        Found(List<Preview> previews, List<Line> lines) {
            this(previews, lines, List.of());
        }

        Found with(List<String> words) {
            return new Found(previews, lines, words);
        }

        static Found of(List<Preview> previews, Function<Preview, String> values) {
            return new Found(previews, previews.stream().map(preview -> new Line(preview.name(), values.apply(preview),
                    preview.note(), preview.changes(), preview.refused())).toList());
        }
    }

    private static final double HEIGHT = 300;

    private final List<Chosen> parts;
    private final String steps;
    private final DraftService drafts;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Supplier<Function<Chosen, Found>> source;
    private final ListView<Line> list = new ListView<>();
    private final Label told = Labels.wrapped("", "caption");
    private final Label sums = Labels.wrapped("", "review-new");
    private final DialogForm form;
    private Map<TenantId, List<Preview>> previews = Map.of();
    private @Nullable Running looking;

    /// @param parts rows by tenant
    /// @param steps for “Undo …”, such as `Budgets of `
    /// @param source reads the input at once and answers what works it out for one tenant's rows, off the FX thread; either
    ///        may throw IllegalArgumentException with a sentence for the operator
    Previewing(List<Chosen> parts, String title, String steps, Node input, DraftService drafts, TaskRunner tasks,
            Dialogs dialogs, Supplier<Function<Chosen, Found>> source) {
        this.parts = parts;
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
        sums.setId("bulk-sums");
        sums.managedProperty().bind(sums.textProperty().isNotEmpty());
        VBox body = new VBox(12, input, told, sums, list);
        Tenant only = parts.size() == 1 ? parts.getFirst().tenant() : null;
        if (only == null) {
            body.getChildren().addFirst(whose(parts));
        }
        form = new DialogForm(title, only, body, "Add to pending changes").width(760);
        form.onSubmit(this::apply);
    }

    /// Whose rows are changed, where it is more than one tenant's.
    static Label whose(List<Chosen> parts) {
        int rows = parts.stream().mapToInt(part -> part.rows().size()).sum();
        return Labels.wrapped(rows + " rows of " + parts.size() + " tenants: " + parts.stream()
                .map(part -> Labels.isolated(part.tenant().name())).collect(Collectors.joining(", "))
                + ". Each is reviewed and published by itself.", "caption");
    }

    void open(Node first, ObservableValue<?>... inputs) {
        for (ObservableValue<?> input : inputs) {
            input.addListener((_, _, _) -> look());
        }
        form.initialFocus(first);
        form.onClosed(this::cancel);
        dialogs.show(form);
        look();
        if (looking == null) {
            prepare();
        }
    }

    void close() {
        form.close();
    }

    /// Looks again, as when more is known of the rows. What was asked before is not waited for any more.
    void look() {
        cancel();
        Function<Chosen, Found> asked;
        try {
            asked = source.get();
        } catch (IllegalArgumentException e) {
            stopped(e);
            return;
        }
        looking = tasks.call(() -> {
            Map<Chosen, Found> all = new LinkedHashMap<>();
            parts.forEach(part -> all.put(part, asked.apply(part)));
            return all;
        }).onSuccess(this::show).onError(this::stopped).start();
    }

    private void cancel() {
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
    }

    /// While the operator types, a row of each account is looked at: the account is in memory then, and the preview comes at
    /// once.
    private void prepare() {
        tasks.run(() -> parts.forEach(part -> {
            Map<AdAccountId, DraftKey> one = new LinkedHashMap<>();
            part.keys().forEach(key -> one.putIfAbsent(key.account(), key));
            drafts.preview(part.tenant().id(),
                    one.values().stream().collect(Collectors.toMap(key -> key, _ -> Map.<String, String>of())));
        })).onError(_ -> {
            // The preview itself tells what is wrong.
        }).start();
    }

    private void stopped(Throwable thrown) {
        show(Map.of());
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

    private void show(Map<Chosen, Found> found) {
        Map<TenantId, List<Preview>> changing = new LinkedHashMap<>();
        List<Line> all = new ArrayList<>();
        found.forEach((part, its) -> {
            List<Preview> own = its.previews().stream().filter(Preview::changes).toList();
            if (!own.isEmpty()) {
                changing.put(part.tenant().id(), own);
            }
            its.lines().forEach(line -> all.add(parts.size() == 1 ? line : line.in(part.tenant().name())));
        });
        previews = changing;
        List<Line> lines = new ArrayList<>(all.stream().filter(Line::refused).toList());
        int refused = lines.size();
        all.stream().filter(line -> !line.refused()).forEach(lines::add);
        list.getItems().setAll(lines);
        long noted = all.stream().filter(line -> line.changes() && !line.note().isEmpty()).count();
        told.setText(count() + " of " + lines.size() + " change" + (noted == 0 ? "" : ", " + noted + " with a note")
                + (refused == 0 ? "" : ", " + refused + " refused"));
        sums.setText(found.values().stream().flatMap(its -> its.sums().stream()).collect(Collectors.joining("\n")));
        form.obstacleProperty().set(previews.isEmpty() ? "Nothing changes like this." : "");
    }

    private int count() {
        return previews.values().stream().mapToInt(List::size).sum();
    }

    private void apply() {
        form.busyProperty().set(true);
        Map<TenantId, List<Preview>> chosen = previews;
        String step = steps + count() + (count() == 1 ? " row" : " rows");
        tasks.run(() -> drafts.apply(step, chosen)).onSuccess(_ -> form.close()).onError(thrown -> {
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
            Label where = Labels.of(Labels.isolated(line.where()), "caption");
            where.setMinWidth(90);
            where.setPrefWidth(110);
            where.setVisible(!line.where().isEmpty());
            where.setManaged(where.isVisible());
            HBox box = new HBox(12, where, name, values, note);
            box.setAlignment(Pos.CENTER_LEFT);
            return box;
        }
    }
}
