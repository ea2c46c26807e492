package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Tenant;
import org.jspecify.annotations.Nullable;

/// What the operator looks at: one tenant, one of its chosen ad accounts, the days, and whether they are compared.
///
/// Immutable; a change of any part is a new scope, and late results of a former scope are dropped.
///
/// @param account null while the tenant has no account to look at
/// @param preset the named range that was picked, null for a custom one
/// @param range days of the account's time zone
/// @param comparison the days compared with, null when comparison is off
public record Scope(Tenant tenant, @Nullable AdAccount account, @Nullable DatePreset preset, DateRange range,
        @Nullable DateRange comparison) {
}
