package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Pacing;
import com.bizosaas.adsdesk.ui.common.Formats;
import javafx.css.PseudoClass;

/// How fast the budget is spent, in percent of what was to be spent; the tooltip shows both, and why a day above the
/// budget is no overspending.
final class PacingCell extends RowCell {

    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Formats formats;

    PacingCell(Formats formats) {
        this.formats = formats;
        getStyleClass().add("figures");
    }

    @Override
    protected void show(CampaignRow row) {
        boolean read = row.known() && row.settled();
        Pacing pacing = row.pace().pacing();
        setText(!read ? BEING_READ : formats.decimal(pacing == null ? null : pacing.percent(), 0));
        pseudoClassStateChanged(NONE, pacing == null);
    }

    @Override
    protected String explanation(CampaignRow row) {
        return row.known() && row.settled() ? words(row.pace(), row.currency()) : BEING_READ_WORDS;
    }

    private String words(Pace pace, AdCurrency currency) {
        Pacing pacing = pace.pacing();
        if (pacing == null) {
            return pace.why().words();
        }
        String told = told(formats, pacing, currency);
        Budget budget = pace.budget();
        if (budget == null || pace.days() == null) {
            return told + "\nIts ad sets that deliver now, each by its own budget and days.\n" + FLEXIBLE;
        }
        String amount = formats.money(budget.amount());
        String days = formats.day(pace.days().since()) + " – " + formats.day(pace.days().until());
        return told + (budget.kind() == Budget.Kind.DAILY
                ? "\n" + amount + " a day, as the budget is now, on " + days + ". A day it was paused counts too.\n"
                        + FLEXIBLE
                : "\n" + amount + " in total, by the share of its schedule that was over after " + days + ".");
    }

    /// "Spent €90.00 ÷ €100.00 expected".
    static String told(Formats formats, Pacing pacing, AdCurrency currency) {
        return "Spent " + formats.money(new Money(pacing.spent(), currency)) + " ÷ "
                + formats.money(new Money(pacing.expected(), currency)) + " expected";
    }

    private static final String FLEXIBLE = "Meta may spend up to 75 % more than a daily budget on one day, and no more "
            + "than seven times the budget in a week.";

    @Override
    protected void clear() {
        setText(null);
        pseudoClassStateChanged(NONE, false);
    }
}
