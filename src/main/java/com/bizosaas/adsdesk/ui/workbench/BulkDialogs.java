package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.FindReplace;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Changes many rows of one tenant at once: budgets by amount, by percent or to a value, and names by find and replace.
/// Every row is seen old and new before anything is drafted, with what was rounded or stopped. FX thread only.
public final class BulkDialogs {

    private final DraftService drafts;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Formats formats;

    public BulkDialogs(DraftService drafts, TaskRunner tasks, Dialogs dialogs, Formats formats) {
        this.drafts = drafts;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.formats = formats;
    }

    /// @param currencies of the rows' accounts, by key, to write amounts in
    public void budgets(Tenant tenant, Map<DraftKey, com.bizosaas.adsdesk.domain.AdCurrency> currencies) {
        SegmentedControl<BudgetChange.Kind> kind = new SegmentedControl<>(kinds(), BudgetChange.Kind.PERCENT);
        TextField by = field("bulk-by", "15");
        TextField step = field("bulk-step", "");
        HBox row = new HBox(12, labelled("Change", kind), labelled("By or to", by), labelled("Round to", step));
        row.setAlignment(Pos.BOTTOM_LEFT);
        new Previewing(tenant, "Budgets", "Budgets of ", row, () -> {
            BudgetChange change = new BudgetChange(kind.getValue(), number(by.getText(), "By or to"),
                    step.getText().isBlank() ? null : number(step.getText(), "Round to"), null, null);
            return drafts.budgets(tenant.id(), currencies.keySet(), change);
        }, preview -> amount(preview.before(), currencies.get(preview.key())) + " → "
                + amount(preview.after(), currencies.get(preview.key()))).open(by, kind.valueProperty(),
                        by.textProperty(), step.textProperty());
    }

    public void replace(Tenant tenant, Collection<DraftKey> keys) {
        TextField find = field("bulk-find", "");
        TextField with = field("bulk-with", "");
        CheckBox regex = new CheckBox("Regular expression");
        regex.setId("bulk-regex");
        CheckBox exact = new CheckBox("Match case");
        HBox row = new HBox(12, labelled("Find in names", find), labelled("Replace with", with),
                new VBox(6, regex, exact));
        row.setAlignment(Pos.BOTTOM_LEFT);
        new Previewing(tenant, "Find and replace", "Names of ", row,
                () -> drafts.replace(tenant.id(), keys, Fields.NAME,
                        FindReplace.of(find.getText(), with.getText(), regex.isSelected(), exact.isSelected())),
                preview -> preview.before() + " → " + preview.after()).open(find, find.textProperty(),
                        with.textProperty(), regex.selectedProperty(), exact.selectedProperty());
    }

    private static Map<BudgetChange.Kind, String> kinds() {
        Map<BudgetChange.Kind, String> kinds = new LinkedHashMap<>();
        kinds.put(BudgetChange.Kind.PERCENT, "Percent");
        kinds.put(BudgetChange.Kind.AMOUNT, "Amount");
        kinds.put(BudgetChange.Kind.TO_VALUE, "To a value");
        return kinds;
    }

    private String amount(String minor, com.bizosaas.adsdesk.domain.@Nullable AdCurrency currency) {
        return currency == null || minor.isEmpty() ? minor : formats.money(Money.ofMinor(minor, currency));
    }

    private static BigDecimal number(String text, String field) {
        try {
            return new BigDecimal(text.strip().replace(',', '.').replace("+", "").replace("%", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + " is not a number. Type one such as 15 or -20.", e);
        }
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setPrefColumnCount(12);
        return field;
    }

    private static VBox labelled(String label, Node field) {
        return new VBox(4, Labels.of(label, "field-label"), field);
    }

    /// A form above its preview: the last input that came wins.
    private final class Previewing {

        private final String steps;
        private final Callable<List<Preview>> source;
        private final ListView<Preview> list = new ListView<>();
        private final Label told = Labels.wrapped("", "caption");
        private final DialogForm form;
        private List<Preview> previews = List.of();
        private int turn;

        Previewing(Tenant tenant, String title, String steps, Node input, Callable<List<Preview>> source,
                Function<Preview, String> words) {
            this.steps = steps;
            this.source = source;
            list.setCellFactory(_ -> new PreviewCell(words));
            list.setPrefHeight(320);
            list.setId("bulk-preview");
            list.getStyleClass().add("review-items");
            VBox.setVgrow(list, Priority.ALWAYS);
            told.setId("bulk-told");
            form = new DialogForm(title, tenant, new VBox(12, input, told, list), "Add to pending changes").width(720);
            form.onSubmit(() -> apply(tenant));
        }

        void open(TextField first, javafx.beans.value.ObservableValue<?>... inputs) {
            for (javafx.beans.value.ObservableValue<?> input : inputs) {
                input.addListener((_, _, _) -> look());
            }
            form.initialFocus(first);
            dialogs.show(form);
            look();
        }

        private void look() {
            int mine = ++turn;
            tasks.call(source).onSuccess(found -> {
                if (mine == turn) {
                    show(found);
                }
            }).onError(thrown -> {
                if (mine == turn) {
                    show(List.of());
                    String reason = thrown instanceof IllegalArgumentException && thrown.getMessage() != null
                            ? thrown.getMessage()
                            : Problems.of(thrown).title();
                    told.setText(reason);
                    form.obstacleProperty().set(reason);
                }
            }).start();
        }

        private void show(List<Preview> found) {
            previews = found.stream().filter(Preview::changes).toList();
            list.getItems().setAll(found);
            long stopped = found.stream().filter(preview -> !preview.note().isEmpty()).count();
            told.setText(previews.size() + " of " + found.size() + " change"
                    + (stopped == 0 ? "" : ", " + stopped + " with a note"));
            form.obstacleProperty().set(previews.isEmpty() ? "Nothing changes like this." : "");
        }

        private void apply(Tenant tenant) {
            form.busyProperty().set(true);
            List<Preview> chosen = previews;
            tasks.run(() -> drafts.apply(tenant.id(), steps + chosen.size() + " rows", chosen))
                    .onSuccess(_ -> form.close()).onError(thrown -> {
                        form.busyProperty().set(false);
                        form.problemProperty().set(Problems.of(thrown));
                    }).start();
        }
    }

    private static final class PreviewCell extends ListCell<Preview> {

        private final Function<Preview, String> words;

        PreviewCell(Function<Preview, String> words) {
            this.words = words;
            getStyleClass().add("review-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Preview preview, boolean empty) {
            super.updateItem(preview, empty);
            setText(null);
            if (empty || preview == null) {
                setGraphic(null);
                return;
            }
            Label name = Labels.of(Labels.isolated(preview.name()), "item-name");
            name.setMinWidth(0);
            name.setPrefWidth(280);
            Label values = Labels.of(words.apply(preview), preview.changes() ? "review-new" : "caption");
            values.setMinWidth(0);
            HBox.setHgrow(values, Priority.ALWAYS);
            Label note = Labels.of(preview.note(), "check-yellow");
            HBox line = new HBox(12, name, values, note);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
        }
    }
}
