package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The smallest budgets by account and by what is billed (graph-api chapter 04, "Budgets").
final class BudgetCheck {

    private static final Set<String> HIGH_FREQUENCY = Set.of("CLICKS", "LINK_CLICKS", "POST_ENGAGEMENT", "PAGE_LIKES",
            "LISTING_INTERACTION");
    private static final Set<String> LOW_FREQUENCY = Set.of("APP_INSTALLS", "OFFER_CLAIMS", "PURCHASE");

    /// A tenth.
    private static final long RESERVE = 10;

    private BudgetCheck() {
    }

    /// @param billing the ad set's `billing_event`, empty for a campaign
    /// @param bid its bid or cap in minor units, 0 for none
    /// @return null where Facebook did not tell
    static @Nullable Money leastDaily(AdAccount account, String billing, long bid) {
        Money least = account.minDailyBudget();
        if (least == null) {
            return null;
        }
        long base = least.minorUnits();
        long minor = HIGH_FREQUENCY.contains(billing)
                ? Math.max(5 * base, 5 * bid)
                : LOW_FREQUENCY.contains(billing) ? Math.max(40 * base, 5 * bid) : Math.max(base, bid);
        return Money.ofMinor(minor, account.currency());
    }

    static void amounts(AdAccount account, Draft draft, Map<String, String> after, String billing, Instant now,
            List<Finding> findings) {
        DraftKey key = draft.key();
        boolean daily = !FieldValues.isAbsent(after.get(Fields.DAILY));
        boolean lifetime = !FieldValues.isAbsent(after.get(Fields.LIFETIME));
        if (daily && lifetime) {
            findings.add(Finding.red(key, Fields.LIFETIME, "budget.two", "It has a daily and a lifetime budget",
                    "Take one of them out.").repairedBy(Fields.LIFETIME, ""));
            return;
        }
        long bid = FieldValues.amount(after.getOrDefault("bid_amount", "")).orElse(0L);
        Money least = leastDaily(account, billing, bid);
        if (least == null) {
            return;
        }
        if (daily && draft.cells().containsKey(Fields.DAILY)) {
            below(key, Fields.DAILY, after, least.minorUnits(), "a day", account, findings);
        }
        if (lifetime && draft.cells().containsKey(Fields.LIFETIME)) {
            below(key, Fields.LIFETIME, after, least.minorUnits() * days(after, now), "for its schedule", account,
                    findings);
        }
    }

    /// A running lifetime budget cannot go below what was spent, plus a reserve (1885650), whose size Facebook does not tell.
    ///
    /// @param spent at least, in minor units
    static void spent(AdAccount account, Draft draft, long spent, List<Finding> findings) {
        String mine = draft.mine(Fields.LIFETIME);
        long wanted = mine == null ? 0 : FieldValues.amount(mine).orElse(0L);
        long least = spent + (spent + RESERVE - 1) / RESERVE;
        if (wanted <= 0 || wanted >= least) {
            return;
        }
        String known = Checks.money(spent, account.currency())
                + " were spent so far. Facebook wants some more than that: "
                + "take " + Checks.money(least, account.currency()) + " or more.";
        findings.add((wanted < spent
                ? Finding.red(draft.key(), Fields.LIFETIME, "budget.spent",
                        "The budget is below what was spent already",
                        known)
                : Finding.yellow(draft.key(), Fields.LIFETIME, "budget.reserve",
                        "The budget is hardly above what was spent already", known))
                .repairedBy(Fields.LIFETIME, Long.toString(least)));
    }

    private static long days(Map<String, String> after, Instant now) {
        Instant start = FieldValues.instant(after.getOrDefault("start_time", "")).orElse(now);
        Instant end = FieldValues.instant(after.getOrDefault("end_time", "")).orElse(start);
        return Math.max(1, (Duration.between(start, end).toHours() + 23) / 24);
    }

    private static void below(DraftKey key, String field, Map<String, String> after, long least, String per,
            AdAccount account, List<Finding> findings) {
        long minor = FieldValues.amount(after.getOrDefault(field, "")).orElse(0L);
        if (minor < least) {
            findings.add(Finding.red(key, field, "budget.minimum", "The budget is below what Facebook accepts",
                    "The least is " + Checks.money(least, account.currency()) + " " + per + ".")
                    .repairedBy(field, Long.toString(least)));
        }
    }
}
