package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ad accounts that a sign-in reaches.
///
/// @param problem why the list broke off, null when it is whole; a broken list is never shown as if it were complete
public record ReachableAccounts(List<AdAccount> accounts, @Nullable Problem problem) {

    public ReachableAccounts {
        accounts = List.copyOf(accounts);
    }

    public boolean complete() {
        return problem == null;
    }
}
