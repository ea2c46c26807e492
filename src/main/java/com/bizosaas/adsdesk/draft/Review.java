package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that would be written, seen before the first write: each field old → new by account and object, what it costs,
/// and what the checks say. Always of one tenant.
///
/// @param accounts with drafts, in the order of their ids
/// @param impacts one for each currency; currencies are never added up
/// @param writes how many calls of Facebook the selected drafts need
/// @param at when it was worked out
public record Review(TenantId tenant, List<AccountPart> accounts, List<Impact> impacts, int writes, Instant at) {

    /// One account's part.
    public record AccountPart(AdAccount account, List<Item> items) {

        public AccountPart {
            items = List.copyOf(items);
        }
    }

    /// One object.
    ///
    /// @param name the name it has, or will have if it is new
    /// @param path names of its campaign and ad set, joined by ` › `; empty for a campaign
    /// @param perDay what publishing it alone would change in the account's daily budget
    /// @param selected whether it is part of what would be published
    public record Item(DraftKey key, Action action, String name, String path, List<Row> rows, Money perDay,
            List<Finding> findings, boolean selected, Instant since, String who) {

        public Item {
            rows = List.copyOf(rows);
            findings = List.copyOf(findings);
        }

        public Severity severity() {
            return findings.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.GREEN);
        }

        /// Whether it can be published as it is.
        public boolean publishable() {
            return severity() != Severity.RED;
        }

        public boolean conflicts() {
            return rows.stream().anyMatch(row -> row.theirs() != null);
        }
    }

    /// One field.
    ///
    /// @param old what Facebook had when it was drafted; null where it was never read
    /// @param theirs what Facebook has now, where it was changed since; null otherwise
    /// @param shownOld the same for people: amounts with their currency, times in the account's zone
    public record Row(FieldSpec field, @Nullable String old, String mine, @Nullable String theirs, String shownOld,
            String shownMine, String shownTheirs) {
    }

    /// What the selected drafts do to the daily budgets in one currency, against what the client wants.
    ///
    /// @param perDayBefore sum of what runs now
    /// @param perDayAfter the same after publishing
    /// @param toMonthEnd how much more is spent from today to the end of the month, if it is kept
    /// @param oneDay what a single day may cost: Facebook may spend 75% more than a daily budget on some days, and never
    ///        more than seven times it in a week
    /// @param spent what was spent this month so far, null where it is not known
    /// @param projected spent and planned to the end of the month, null where `spent` is
    /// @param target the client's monthly budget, null without one in this currency
    /// @param limit the client's largest sum of daily budgets, null without one in this currency
    public record Impact(AdCurrency currency, Money perDayBefore, Money perDayAfter, Money toMonthEnd, Money oneDay,
            @Nullable Money spent, @Nullable Money projected, @Nullable Money target, @Nullable Money limit) {

        public Money perDay() {
            return perDayAfter.minus(perDayBefore);
        }

        /// Whether the month would end above what the client wants.
        public boolean aboveTarget() {
            Money end = projected;
            Money wanted = target;
            return end != null && wanted != null && end.compareTo(wanted) > 0 && perDay().amount().signum() > 0;
        }
    }

    public Review {
        accounts = List.copyOf(accounts);
        impacts = List.copyOf(impacts);
    }

    public List<Item> items() {
        return accounts.stream().flatMap(part -> part.items().stream()).toList();
    }

    public List<Finding> findings() {
        return items().stream().flatMap(item -> item.findings().stream()).toList();
    }

    /// What *Publish* would send: selected, and in order.
    public Set<DraftKey> publishable() {
        return items().stream().filter(Item::selected).filter(Item::publishable).map(Item::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Selected drafts that stay behind, and why.
    public List<Finding> heldBack() {
        return items().stream().filter(Item::selected).flatMap(item -> item.findings().stream())
                .filter(finding -> finding.severity() == Severity.RED).toList();
    }
}
