package com.bizosaas.adsdesk.domain.profile;

import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What the client wants to reach. Null where nothing was agreed.
///
/// @param monthlyBudget to be spent in a calendar month
/// @param cpa cost per conversion, at most
/// @param roas value per spend, at least
public record Targets(@Nullable Money monthlyBudget, @Nullable Money cpa, @Nullable BigDecimal roas) {

    public static final Targets NONE = new Targets(null, null, null);
}
