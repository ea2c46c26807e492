package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Plain objects for tests.
final class Desk {

    static final AdCurrency EUR = AdCurrency.of("EUR");
    static final AdCurrency JPY = AdCurrency.of("JPY");

    private Desk() {
    }

    static AdAccount account(String number, AdCurrency currency) {
        return new AdAccount(AdAccountId.of(number), "Shop " + number, AccountStatus.ACTIVE, 0, currency,
                ZoneId.of("Europe/Berlin"), Money.zero(currency), Money.zero(currency), null,
                Money.ofMinor(100, currency), "301", "Falk Media", Set.of("ADVERTISE", "ANALYZE", "MANAGE"), null);
    }

    static Campaign campaign(String id, @Nullable Budget budget, Status status) {
        return new Campaign(new GraphId(id), "Campaign " + id, Objective.SALES, status,
                new EffectiveStatus(status.value()), budget,
                budget == null ? null : BidStrategy.LOWEST_COST_WITHOUT_CAP, List.of(), null, null, null, null,
                List.of());
    }

    static AdSet adSet(String id, String campaign, @Nullable Budget budget, String goal) {
        return new AdSet(new GraphId(id), new GraphId(campaign), "Ad set " + id, Status.ACTIVE, EffectiveStatus.ACTIVE,
                budget, null, null, goal, "IMPRESSIONS", null, null, null, null, null, List.of());
    }

    static Budget daily(String amount, AdCurrency currency) {
        return new Budget(Budget.Kind.DAILY, Money.of(amount, currency));
    }
}
