package com.bizosaas.adsdesk.domain.profile;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One limit or target in several currencies: a client's accounts may spend in more than one, and a cent is not compared
/// with a yen.
public final class Amounts {

    private Amounts() {
    }

    /// The amount in this currency, null where none was agreed in it.
    public static @Nullable Money in(AdCurrency currency, List<Money> amounts) {
        return amounts.stream().filter(amount -> amount.currency().equals(currency)).findFirst().orElse(null);
    }

    /// Whether something was agreed, but not in this currency: then nothing can be compared.
    public static boolean lack(AdCurrency currency, List<Money> amounts) {
        return !amounts.isEmpty() && in(currency, amounts) == null;
    }

    /// The currencies as words: `EUR and USD`.
    public static String currencies(List<Money> amounts) {
        return amounts.stream().map(amount -> amount.currency().code()).sorted().collect(Collectors.joining(" and "));
    }

    /// @throws IllegalArgumentException if one is not above zero, or two are of one currency
    static List<Money> checked(List<Money> amounts, String what) {
        if (amounts.stream().anyMatch(amount -> amount.amount().signum() <= 0)) {
            throw new IllegalArgumentException(what + " is more than zero");
        }
        if (amounts.stream().map(Money::currency).distinct().count() < amounts.size()) {
            throw new IllegalArgumentException(what + " is given twice in one currency");
        }
        return List.copyOf(amounts);
    }
}
