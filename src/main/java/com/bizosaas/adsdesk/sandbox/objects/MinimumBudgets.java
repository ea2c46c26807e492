package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The smallest budgets, by account currency and by what is billed (graph-api chapter 04, "Budgets"). All in minor units
/// of the account's currency.
final class MinimumBudgets {

    private static final Set<String> OFFSET_ONE = Set.of("CLP", "COP", "CRC", "HUF", "ISK", "IDR", "JPY", "KRW", "PYG",
            "TWD", "VND");
    private static final Set<String> HIGH_FREQUENCY = Set.of("CLICKS", "LINK_CLICKS", "POST_ENGAGEMENT", "PAGE_LIKES",
            "LISTING_INTERACTION");
    private static final Set<String> LOW_FREQUENCY = Set.of("APP_INSTALLS", "OFFER_CLAIMS", "PURCHASE");

    void register(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "GET minimum_budgets",
                (call, account) -> Lists.rows(call, List.of(row(account,
                        call.has("bid_amount") ? call.number("bid_amount") : 0))));
    }

    private static JsonNode row(Node account, long bid) {
        return Json.object().put("currency", account.text("currency"))
                .put("min_daily_budget_imp", Math.max(base(account),
                        bid))
                .put("min_daily_budget_high_freq", Math.max(5 * base(account), 5 * bid)).put(
                        "min_daily_budget_low_freq", Math.max(40 * base(account), 5 * bid))
                .put("min_daily_budget_video_views", Math.max(base(account), 5 * bid));
    }

    static long base(Node account) {
        JsonNode stored = account.fields().get("min_daily_budget");
        return stored == null ? 100 : stored.asLong();
    }

    static long offset(Node account) {
        return OFFSET_ONE.contains(account.text("currency").toUpperCase(Locale.ROOT)) ? 1 : 100;
    }

    /// Smallest daily budget for what is billed and bid.
    static long daily(Node account, String billingEvent, long bid) {
        if (HIGH_FREQUENCY.contains(billingEvent)) {
            return Math.max(5 * base(account), 5 * bid);
        }
        return LOW_FREQUENCY.contains(billingEvent)
                ? Math.max(40 * base(account), 5 * bid)
                : Math.max(base(account), bid);
    }

    /// @throws GraphError 1885272 where the budget is too small
    static void checkDaily(Call call, Node account, long smallest) {
        if (call.has("daily_budget") && call.number("daily_budget") < smallest) {
            throw tooLow("daily_budget", smallest, account);
        }
    }

    /// @param from start of the schedule
    /// @throws GraphError 1885272 where the budget is too small for its days
    static void checkLifetime(Call call, Node account, long smallest, Instant from, Instant until) {
        long days = Math.max(1, (Duration.between(from, until).toHours() + 23) / 24);
        if (call.has("lifetime_budget") && call.number("lifetime_budget") < smallest * days) {
            throw tooLow("lifetime_budget", smallest * days, account);
        }
    }

    static GraphError tooLow(String field, long smallest, Node account) {
        String amount = offset(account) == 1
                ? Long.toString(smallest)
                : String.format(Locale.ROOT, "%d.%02d", smallest
                        / 100, smallest % 100);
        return GraphError.refused(1_885_272, "Budget is too low",
                "Your budget must be at least " + amount + " " + account
                        .text("currency") + ".",
                field);
    }
}
