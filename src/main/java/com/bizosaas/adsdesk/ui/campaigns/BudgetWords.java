package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The sentences beside a budget field: which field it is, what is wrong, and what to type instead.
final class BudgetWords {

    private final Formats formats;

    BudgetWords(Formats formats) {
        this.formats = formats;
    }

    static String label(Budget.Kind kind) {
        return kind == Budget.Kind.DAILY ? "Daily budget" : "Lifetime budget";
    }

    String refusal(Budget.Kind kind, MoneyEntry entry, String typed, MoneyEntry.Reason reason) {
        return refusal(label(kind), entry, typed, reason);
    }

    /// @param field as the sentence names it
    String refusal(String field, MoneyEntry entry, String typed, MoneyEntry.Reason reason) {
        String code = entry.currency().code();
        return switch (reason) {
            case EMPTY -> field + " is missing. Type an amount in " + code + ".";
            case NOT_A_NUMBER -> field + " is not an amount. Type a number such as " + formats.decimal(
                    BigDecimal.valueOf(480), entry.currency().decimals())
                    + (entry.previous() == null ? "." : ", +10%, -20 or =previous.");
            case AMBIGUOUS -> field + ": “" + typed.strip() + "” could mean two amounts. Type it without a "
                    + "thousands sign.";
            case TOO_MANY_DECIMALS -> entry.currency().decimals() == 0
                    ? field + ": " + code + " has no decimals. Type a whole amount."
                    : field + ": " + code + " has two decimals. Type no more than two.";
            case NO_PREVIOUS -> field + " has nothing to change from. Type the amount itself.";
            case NOT_POSITIVE -> field + " must be above zero. To spend nothing, pause the campaign.";
            case BELOW_MINIMUM -> field + " is below this account's minimum. Type "
                    + formats.money(entry.minimum()) + " or more.";
            case TOO_LARGE -> field + " is larger than Meta can hold. Check the number of digits.";
        };
    }

    String amount(@Nullable Budget budget) {
        if (budget == null) {
            return Formats.NONE;
        }
        return formats.money(budget.amount()) + (budget.kind() == Budget.Kind.DAILY ? " a day" : " in total");
    }

    /// What a daily step means: its size, and that more than a fifth may start the learning phase again.
    String step(Money before, Money after) {
        if (before.isZero()) {
            return "";
        }
        BigDecimal share = after.amount().subtract(before.amount()).divide(before.amount(), MathContext.DECIMAL64);
        BigDecimal percent = share.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        String signed = (percent.signum() > 0 ? "+" : "") + formats.decimal(percent, 1) + "%";
        boolean large = percent.abs().compareTo(BigDecimal.valueOf(20)) > 0;
        return signed + (large ? ": learning may restart" : "");
    }
}
