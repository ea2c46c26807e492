package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The budget, with small words that say on which level or over which time it counts.
final class BudgetCell extends RowCell {

    private static final PseudoClass REPLACED = PseudoClass.getPseudoClass("replaced");
    private static final PseudoClass DRAFTED = PseudoClass.getPseudoClass("drafted");

    private final Formats formats;
    private final Supplier<FigureFormat> format;
    private final Label note = Labels.of("", "budget-note");
    private final Label amount = Labels.of("");
    private final Label drafted = Labels.of("", "draft-value");
    private final HBox box = new HBox(5, note, amount, drafted);

    BudgetCell(Formats formats, Supplier<FigureFormat> format) {
        this.formats = formats;
        this.format = format;
        getStyleClass().add("figures");
        box.setAlignment(Pos.CENTER_RIGHT);
        amount.setMinWidth(0);
        drafted.setMinWidth(USE_PREF_SIZE);
        drafted.managedProperty().bind(drafted.textProperty().isNotEmpty());
        note.setMinWidth(0);
        amount.managedProperty().bind(amount.textProperty().isNotEmpty());
        note.managedProperty().bind(note.textProperty().isNotEmpty());
    }

    @Override
    protected void show(CampaignRow row) {
        BudgetView budget = row.budget();
        note.setText(isBeingRead(row) ? BEING_READ : budget.note());
        amount.setText(budget.amount() == null
                ? ""
                : format.get().signed() ? formats.money(budget.amount()) : formats.amount(budget.amount()));
        Money changed = DraftWords.budget(row);
        drafted.setText(changed == null ? "" : formats.amount(changed));
        amount.pseudoClassStateChanged(REPLACED, changed != null);
        pseudoClassStateChanged(DRAFTED, row.isNew());
        setGraphic(box);
    }

    private static boolean isBeingRead(CampaignRow row) {
        return !row.settled() && row.budget().amount() == null;
    }

    @Override
    protected String explanation(CampaignRow row) {
        Money changed = DraftWords.budget(row);
        return (isBeingRead(row) ? BEING_READ_WORDS : words(row.budget()))
                + (changed == null ? "" : "\nDrafted: " + formats.money(changed));
    }

    private String words(BudgetView budget) {
        if (budget.note().equals("campaign")) {
            return "The budget is the campaign's.";
        }
        if (budget.amount() == null) {
            return budget.note().isEmpty() ? "" : "Its ad sets have daily and lifetime budgets, which do not add up.";
        }
        String where = budget.note().contains("set") ? ", set by its ad sets" : "";
        return formats.money(budget.amount()) + (budget.note().contains("total") ? " in total" : " a day") + where;
    }

    @Override
    protected void clear() {
        setGraphic(null);
    }
}
