package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.DateRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the operator looks at when it is all tenants at once: days that every account takes in its own time zone.
///
/// @param preset the named range that was picked, null for a custom one
/// @param custom the days that were picked, null with a preset
/// @param compared whether they are compared with the days before
public record AllTenants(@Nullable DatePreset preset, @Nullable DateRange custom, boolean compared) {

    /// @param today the account's own day
    public DateRange range(LocalDate today) {
        if (custom != null) {
            return custom;
        }
        return (preset == null ? DatePreset.LAST_14_DAYS : preset).range(today);
    }

    public @Nullable DateRange comparison(LocalDate today) {
        return compared ? range(today).previous() : null;
    }
}
