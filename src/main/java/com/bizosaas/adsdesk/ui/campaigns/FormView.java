package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The inputs of a [CampaignForm], each with its error below it: while typing for what was touched, and for all after a
/// first try. What Facebook refuses about a field stands there too, until the field changes.
final class FormView extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final CampaignForm form;
    private final Formats formats;
    private final Map<FormField, Label> errors = new EnumMap<>(FormField.class);
    private final Map<FormField, Node> inputs = new EnumMap<>(FormField.class);
    private final Map<FormField, String> refused = new EnumMap<>(FormField.class);
    private final Set<FormField> touched = EnumSet.noneOf(FormField.class);
    private final TextField name = new TextField();
    private final Label amountHint = Labels.of("", "hint");

    FormView(CampaignForm form, Formats formats) {
        super(14);
        this.form = form;
        this.formats = formats;
        getStyleClass().add("campaign-form");
        getStylesheets().add(CampaignsPane.SHEET);
        Budget before = form.before().budget();
        String account = form.frame().account().name() + " · " + form.frame().account().currency().code();
        getChildren().add(Labels.of("In " + Labels.isolated(account), "caption"));
        name.setText(form.nameProperty().get());
        form.nameProperty().bind(name.textProperty());
        name.setId("campaign-name");
        name.textProperty().addListener((_, _, _) -> changed(FormField.NAME));
        getChildren().add(field(FormField.NAME, "Name", name));
        if (before == null) {
            getChildren().add(Labels.wrapped("Budget and bid strategy are set by its ad sets.", "hint"));
        } else {
            getChildren().addAll(budget(before.kind()), field(FormField.STRATEGY, "Bid strategy", strategy()));
        }
        check();
    }

    Node firstInput() {
        return name;
    }

    /// Shows the errors of every field, and goes to the first.
    void showAll() {
        touched.addAll(EnumSet.allOf(FormField.class));
        check();
        for (FormField field : FormField.values()) {
            Node input = inputs.get(field);
            if (!form.error(field).isEmpty() && input != null) {
                input.requestFocus();
                return;
            }
        }
    }

    /// @return whether there is a field of this name to show it at
    boolean refuse(String blamed, String words) {
        for (FormField field : FormField.values()) {
            if (!blamed.isEmpty() && field.blamedAs(blamed) && errors.containsKey(field)) {
                refused.put(field, words);
                check();
                Node input = inputs.get(field);
                if (input != null) {
                    input.requestFocus();
                }
                return true;
            }
        }
        return false;
    }

    private void changed(FormField field) {
        touched.add(field);
        refused.remove(field);
        check();
    }

    private void check() {
        errors.forEach((field, label) -> {
            String own = touched.contains(field) ? form.error(field) : "";
            String words = refused.getOrDefault(field, own);
            label.setText(words);
            Node input = inputs.get(field);
            if (input != null) {
                input.pseudoClassStateChanged(DANGER, !words.isEmpty());
            }
        });
        Budget read = form.budget();
        amountHint.setText(read == null || !form.error(FormField.BUDGET).isEmpty()
                ? least()
                : "= " + new BudgetWords(formats).amount(read));
        Label error = errors.get(FormField.BUDGET);
        boolean wrong = error != null && !error.getText().isEmpty();
        amountHint.setVisible(!wrong && !amountHint.getText().isEmpty());
        amountHint.setManaged(amountHint.isVisible());
    }

    private String least() {
        var least = form.frame().account().minDailyBudget();
        Budget before = form.before().budget();
        return least == null || before == null
                ? ""
                : "At least " + formats.money(least) + (before.kind() == Budget.Kind.DAILY ? " a day" : "");
    }

    private Node budget(Budget.Kind kind) {
        TextField amount = new TextField(form.amountProperty().get());
        amount.setId("campaign-amount");
        amount.setPrefWidth(140);
        amount.getStyleClass().add("amount-field");
        form.amountProperty().bind(amount.textProperty());
        amount.textProperty().addListener((_, _, _) -> changed(FormField.BUDGET));
        HBox line = new HBox(8, amount, Labels.of(form.frame().account().currency().code(), "currency-tag"));
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = field(FormField.BUDGET, BudgetWords.label(kind), line);
        inputs.put(FormField.BUDGET, amount);
        box.getChildren().addAll(Labels.of("An amount, or a change such as +10%, -20 or =previous", "hint"),
                amountHint);
        return box;
    }

    private Node strategy() {
        ComboBox<BidStrategy> choice = choice(Words.STRATEGIES, Words::strategy);
        choice.setId("campaign-strategy");
        choice.setValue(form.strategyProperty().get());
        Label hint = Labels.wrapped("", "hint");
        choice.valueProperty().addListener((_, _, now) -> {
            form.strategyProperty().set(now);
            hint.setText(hint(now));
            changed(FormField.STRATEGY);
        });
        hint.setText(hint(form.strategyProperty().get()));
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        return new VBox(4, choice, hint);
    }

    private static String hint(BidStrategy strategy) {
        return strategy.equals(BidStrategy.LOWEST_COST_WITHOUT_CAP)
                ? ""
                : "Its amount is set on each ad set, which cannot run without one.";
    }

    private static <T> ComboBox<T> choice(Iterable<T> values, Function<T, String> words) {
        ComboBox<T> choice = new ComboBox<>();
        values.forEach(choice.getItems()::add);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        return choice;
    }

    private VBox field(FormField field, String label, Node input) {
        Label error = Labels.wrapped("", "error-hint");
        error.setId("error-" + field.name().toLowerCase(java.util.Locale.ROOT));
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        errors.put(field, error);
        inputs.putIfAbsent(field, input);
        VBox box = labelled(label, input);
        box.getChildren().add(error);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static VBox labelled(String label, Node input) {
        return new VBox(4, Labels.of(label, "field-label"), input);
    }
}
