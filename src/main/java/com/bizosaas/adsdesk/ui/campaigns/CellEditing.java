package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.draft.BudgetFormula;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.grid.Grid;
import com.bizosaas.adsdesk.ui.workbench.Drafting;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Edits names and budgets in the table. What is typed becomes a draft; what cannot be one stays in the cell with the
/// reason. FX thread only.
final class CellEditing {

    private static final int LONGEST_NAME = 400;
    private static final String STARTS_AMOUNT = "0123456789+-=.,*/";

    private final Grid<CampaignRow> grid;
    private final Drafting drafting;
    private final Formats formats;
    private final Locale locale;
    private final BudgetWords words;

    CellEditing(Grid<CampaignRow> grid, Drafting drafting, Formats formats, Locale locale) {
        this.grid = grid;
        this.drafting = drafting;
        this.formats = formats;
        this.locale = locale;
        this.words = new BudgetWords(formats);
    }

    /// Whether a cell of the column can be edited in that row.
    static boolean can(CampaignRow row, Column column) {
        return row.frame().locked().isEmpty() && !row.archived() && switch (column) {
            case NAME -> true;
            case BUDGET -> !row.budgetField().isEmpty();
            default -> false;
        };
    }

    /// Whether a character typed over a cell begins to edit it.
    static boolean begins(CampaignRow row, Column column, String typed) {
        return column == Column.BUDGET && can(row, column) && typed.length() == 1 && STARTS_AMOUNT.contains(typed);
    }

    /// @param typed the character that was typed over the cell, empty to edit what stands there
    void edit(CampaignRow row, Column column, String typed) {
        boolean name = column == Column.NAME;
        Money amount = amount(row);
        String drafted = row.drafted(Fields.NAME);
        String now = name
                ? drafted == null ? row.name() : drafted
                : amount == null ? "" : formats.amount(amount);
        grid.edit(row.number(), CampaignsTable.id(column), typed.isEmpty() ? now : typed, !typed.isEmpty(),
                text -> text.equals(now) ? "" : name ? saveName(row, text) : saveBudget(row, text),
                _ -> across(row, column));
    }

    private void across(CampaignRow row, Column column) {
        Column next = column == Column.NAME ? Column.BUDGET : Column.NAME;
        if (can(row, next)) {
            edit(row, next, "");
        }
    }

    private String saveName(CampaignRow row, String text) {
        String name = text.strip();
        if (name.isEmpty()) {
            return "Name is missing. Type what you will find it by.";
        }
        if (name.length() > LONGEST_NAME) {
            return "Name is too long. Use " + LONGEST_NAME + " characters or fewer.";
        }
        drafting.edit(row.key().place().tenant(), row.draftKey(), Map.of(Fields.NAME, name));
        return "";
    }

    private String saveBudget(CampaignRow row, String text) {
        String field = row.budgetField();
        Budget.Kind kind = field.equals(Fields.DAILY) ? Budget.Kind.DAILY : Budget.Kind.LIFETIME;
        Money before = amount(row);
        if (before != null && BudgetFormula.looksLike(text)) {
            return saveFormula(row, field, before, text);
        }
        MoneyEntry entry = new MoneyEntry(row.currency(), locale, amount(row), row.frame().account().minDailyBudget());
        return switch (entry.read(text)) {
            case MoneyEntry.Amount(Money money) -> {
                drafting.edit(row.key().place().tenant(), row.draftKey(),
                        Map.of(field, Long.toString(money.minorUnits())));
                yield "";
            }
            case MoneyEntry.Refused(var reason) -> words.refusal(kind, entry, text, reason);
        };
    }

    /// `*1.2`, `=25` or `+10% round 5`; the account's minimum holds as in the dialog for many rows.
    private String saveFormula(CampaignRow row, String field, Money before, String text) {
        Money after;
        try {
            after = BudgetFormula.of(text).of(before, row.frame().account().minDailyBudget()).after();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
        if (after.amount().signum() <= 0) {
            return "The budget must be above zero. To spend nothing, pause the campaign.";
        }
        drafting.edit(row.key().place().tenant(), row.draftKey(), Map.of(field, Long.toString(after.minorUnits())));
        return "";
    }

    /// The budget as it will be.
    private static @Nullable Money amount(CampaignRow row) {
        Money drafted = DraftWords.budget(row);
        return drafted == null ? row.budget().amount() : drafted;
    }
}
