package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.draft.BudgetFormula;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.campaigns.CellEditing.Cell;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cells in which amounts are typed: budgets, caps and goals of a bid, and the cap of a campaign's whole life. What can be
/// typed is an amount, a step such as `+10%`, or a formula such as `*1.2 round 5`.
final class AmountCells {

    private static final double WIDTH = 116;
    private static final BigDecimal LEAST_FLOOR = new BigDecimal("0.01");
    private static final BigDecimal MOST_FLOOR = BigDecimal.valueOf(1000);
    /// Facebook takes no spend cap of less than a hundred of the least daily budgets.
    private static final int DAYS_IN_A_CAP = 100;

    private final Formats formats;
    private final Locale locale;
    private final BudgetWords words;

    AmountCells(Formats formats, Locale locale) {
        this.formats = formats;
        this.locale = locale;
        this.words = new BudgetWords(formats);
    }

    Cell budget(CampaignRow row) {
        String field = row.budgetField();
        if (field.isEmpty()) {
            return Cell.not(switch (row.subject()) {
                case Subject.OfCampaign _ -> "Its ad sets have budgets of their own: edit theirs.";
                case Subject.OfAdSet _ -> "The budget is the campaign's: edit it there.";
                case Subject.OfAd _ -> "An ad has no budget: edit that of its ad set or campaign.";
            });
        }
        Money drafted = DraftWords.budget(row);
        Money before = drafted == null ? row.budget().amount() : drafted;
        Budget.Kind kind = field.equals(Fields.DAILY) ? Budget.Kind.DAILY : Budget.Kind.LIFETIME;
        String unit = formats.symbol(row.currency()) + (kind == Budget.Kind.DAILY ? " a day" : " total");
        return new Cell("", before == null ? "" : formats.amount(before), unit, WIDTH,
                text -> Map.of(field, minor(text, before, BudgetWords.label(kind), row,
                        row.frame().account().minDailyBudget())));
    }

    Cell bid(CampaignRow row, List<AdSet> adSets) {
        if (row.subject() instanceof Subject.OfAd || adSets.isEmpty()) {
            return Cell.not(row.subject() instanceof Subject.OfAd
                    ? "An ad does not bid: edit its ad set."
                    : "It has no ad set yet that could bid.");
        }
        Bid bid = row.bidding();
        if (bid.takesFloor()) {
            BigDecimal floor = bid.floor();
            return new Cell("", floor == null ? "" : formats.decimal(floor, 2), "ROAS ×", WIDTH,
                    text -> Map.of(Fields.BID_LIMITS, FieldValues.roasFloor(floor(text))));
        }
        if (!bid.takesAmount()) {
            return Cell.not(bid.mixed()
                    ? "Its ad sets have different strategies: edit them one by one."
                    : "This strategy has no amount. Choose one with a cap or goal in “Change” first.");
        }
        Money before = bid.amount();
        return new Cell("", before == null ? "" : formats.amount(before), formats.symbol(row.currency()), WIDTH,
                text -> Map.of(Fields.BID, minor(text, before, "Bid or cost cap", row, null)));
    }

    private static BigDecimal floor(String text) {
        BigDecimal floor;
        try {
            floor = new BigDecimal(text.replace(',', '.').replaceAll("[×x]$", "").strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("ROAS floor is not a number. Type one such as 2.5.", e);
        }
        if (floor.compareTo(LEAST_FLOOR) < 0 || floor.compareTo(MOST_FLOOR) > 0) {
            throw new IllegalArgumentException("ROAS floor must be between 0.01 and 1000.");
        }
        return floor;
    }

    Cell cap(CampaignRow row) {
        if (!(row.subject() instanceof Subject.OfCampaign)) {
            return Cell.not("A spend cap belongs to a campaign: edit it there.");
        }
        Money before = DraftWords.cap(row);
        Money least = row.frame().account().minDailyBudget();
        Money minimum = least == null
                ? null
                : Money.ofMinor(DAYS_IN_A_CAP * least.minorUnits(), row.currency());
        return new Cell("", before == null ? "" : formats.amount(before),
                formats.symbol(row.currency()) + " or none", WIDTH + 24,
                text -> text.isEmpty() || text.equalsIgnoreCase("none")
                        ? Map.of(Fields.SPEND_CAP, "")
                        : Map.of(Fields.SPEND_CAP, minor(text, before, "Spend cap", row, minimum)));
    }

    private String minor(String text, @Nullable Money before, String field, CampaignRow row, @Nullable Money minimum) {
        if (before != null && BudgetFormula.looksLike(text)) {
            Money after = BudgetFormula.of(text).of(before, minimum).after();
            if (after.amount().signum() <= 0) {
                throw new IllegalArgumentException(field + " must be above zero.");
            }
            return Long.toString(after.minorUnits());
        }
        MoneyEntry entry = new MoneyEntry(row.currency(), locale, before, minimum);
        return switch (entry.read(text)) {
            case MoneyEntry.Amount(Money money) -> Long.toString(money.minorUnits());
            case MoneyEntry.Refused(var reason) ->
                throw new IllegalArgumentException(words.refusal(field, entry, text, reason));
        };
    }
}
