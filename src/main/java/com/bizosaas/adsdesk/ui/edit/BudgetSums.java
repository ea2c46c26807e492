package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What changed budgets come to: a day and to the end of the account's month, currency by currency. The review says it
/// against the client's targets and limits.
final class BudgetSums {

    private final Formats formats;
    private final Instant now;

    BudgetSums(Formats formats, Instant now) {
        this.formats = formats;
        this.now = now;
    }

    private static final class Sum {

        private final AdCurrency currency;
        private Money perDay;
        private Money toMonthEnd;
        private Money lifetime;

        Sum(AdCurrency currency) {
            this.currency = currency;
            perDay = Money.zero(currency);
            toMonthEnd = perDay;
            lifetime = perDay;
        }
    }

    List<String> of(Chosen chosen, List<Preview> previews) {
        Map<AdAccountId, AdAccount> accounts = chosen.accountsById();
        Map<String, Sum> sums = new TreeMap<>();
        for (Preview preview : previews) {
            AdAccount account = accounts.get(preview.key().account());
            if (account == null || !preview.changes()) {
                continue;
            }
            Sum sum = sums.computeIfAbsent(account.currency().code(), _ -> new Sum(account.currency()));
            Money more = Money.ofMinor(FieldValues.amount(preview.after()).orElse(0L)
                    - FieldValues.amount(preview.before()).orElse(0L), account.currency());
            if (preview.field().equals(Fields.DAILY)) {
                sum.perDay = sum.perDay.plus(more);
                sum.toMonthEnd = sum.toMonthEnd.plus(new Money(more.amount().multiply(daysLeft(account)),
                        account.currency()));
            } else {
                sum.lifetime = sum.lifetime.plus(more);
            }
        }
        return sums.values().stream().map(this::words).filter(words -> !words.isEmpty()).toList();
    }

    /// Today counts.
    private BigDecimal daysLeft(AdAccount account) {
        LocalDate today = LocalDate.ofInstant(now, account.zone());
        return BigDecimal.valueOf(today.lengthOfMonth() - today.getDayOfMonth() + 1L);
    }

    private String words(Sum sum) {
        List<String> parts = new ArrayList<>();
        if (sum.perDay.amount().signum() != 0) {
            parts.add(signed(sum.perDay) + " a day, " + signed(sum.toMonthEnd)
                    + " to the end of the month if all of them deliver");
        }
        if (sum.lifetime.amount().signum() != 0) {
            parts.add(signed(sum.lifetime) + " over lifetime budgets");
        }
        return parts.isEmpty() ? "" : sum.currency.code() + ": " + String.join("; ", parts);
    }

    private String signed(Money money) {
        return (money.amount().signum() > 0 ? "+" : "") + formats.money(money);
    }
}
