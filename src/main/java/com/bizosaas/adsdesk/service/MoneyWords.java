package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Money;
import org.jspecify.annotations.Nullable;

/// Money in sentences of the services: plain, with the currency's letters.
final class MoneyWords {

    private MoneyWords() {
    }

    static String of(@Nullable Money money) {
        return money == null ? "" : money.rounded().amount().toPlainString() + " " + money.currency().code();
    }
}
