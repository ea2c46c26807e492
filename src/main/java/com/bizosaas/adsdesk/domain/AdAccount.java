package com.bizosaas.adsdesk.domain;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An ad account with its health.
///
/// @param disableReason Meta's number, 0 for none
/// @param zone the zone of all its days; it never changes during an account's life
/// @param spendCap null where there is no cap
/// @param minDailyBudget the lowest daily budget Facebook accepts, null where it was not told
/// @param businessId the owning business, null for a personal account
/// @param tasks what the token's user may do, as in `user_tasks`
/// @param fundingSource how it pays, in Meta's words, null where the user may not see it
public record AdAccount(AdAccountId id, String name, AccountStatus status, int disableReason, AdCurrency currency,
        ZoneId zone, Money amountSpent, Money balance, @Nullable Money spendCap, @Nullable Money minDailyBudget,
        @Nullable String businessId, @Nullable String businessName, Set<String> tasks, @Nullable String fundingSource) {

    public AdAccount {
        tasks = Set.copyOf(tasks);
    }

    /// The same account with another word on how it pays.
    public AdAccount withFundingSource(@Nullable String source) {
        return new AdAccount(id, name, status, disableReason, currency, zone, amountSpent, balance, spendCap,
                minDailyBudget, businessId, businessName, tasks, source);
    }

    public boolean canManage() {
        return tasks.contains("MANAGE");
    }

    /// Whether this sign-in may create and change ads here.
    public boolean canAdvertise() {
        return tasks.contains("ADVERTISE") || canManage();
    }
}
