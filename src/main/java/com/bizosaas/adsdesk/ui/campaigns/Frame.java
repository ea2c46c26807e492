package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.Permit;
import com.bizosaas.adsdesk.ui.common.Scope;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A scope that has an account: what rows are made for.
///
/// @param role of the person at the desk
record Frame(Tenant tenant, AdAccount account, DateRange range, @Nullable DateRange comparison, Role role) {

    Frame(Tenant tenant, AdAccount account, DateRange range, @Nullable DateRange comparison) {
        this(tenant, account, range, comparison, Role.ADMINISTRATOR);
    }

    Frame as(Role somebody) {
        return new Frame(tenant, account, range, comparison, somebody);
    }

    /// Whose account it is; no account is looked at without its tenant.
    record Place(TenantId tenant, AdAccountId account) {
    }

    Place place() {
        return new Place(tenant.id(), account.id());
    }

    /// Days of the bars in the last column.
    static final int BARS = 14;

    static @Nullable Frame of(@Nullable Scope scope) {
        return scope == null || scope.account() == null
                ? null
                : new Frame(scope.tenant(), scope.account(), scope.range(), scope.comparison());
    }

    /// The fourteen days that end with the range, so that the bars and the figures tell of the same time.
    DateRange bars() {
        return new DateRange(range.until().minusDays(BARS - 1L), range.until());
    }

    /// All days that are needed: range, comparison and bars.
    DateRange days() {
        LocalDate since = bars().since().isBefore(range.since()) ? bars().since() : range.since();
        LocalDate until = range.until();
        if (comparison != null) {
            since = comparison.since().isBefore(since) ? comparison.since() : since;
            until = comparison.until().isAfter(until) ? comparison.until() : until;
        }
        return new DateRange(since, until);
    }

    /// Why nothing can be switched here: that is a write to Facebook, and no draft.
    String switchLocked() {
        return Permit.reason(this.role, Role.PUBLISHER).orElseGet(this::locked);
    }

    /// Why nothing can be changed here, empty where person and sign-in may.
    String locked() {
        Optional<String> role = Permit.reason(this.role, Role.EDITOR);
        if (role.isPresent()) {
            return role.get();
        }
        if (!account.canAdvertise()) {
            return "This sign-in may only look at " + account.name()
                    + ". Ask the account's admin for the Advertise task.";
        }
        return account.status().connectable() ? "" : account.name() + " is disabled at Meta; nothing can be changed.";
    }
}
