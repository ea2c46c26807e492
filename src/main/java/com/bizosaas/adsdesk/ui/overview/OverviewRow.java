package com.bizosaas.adsdesk.ui.overview;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.TenantHealth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One tenant in one currency. A tenant whose accounts have several has as many rows.
///
/// @param local the time in the first account's zone, empty without an account
/// @param today spent so far on each account's own day, null while nothing of today was read
/// @param plan for the whole day: the month's budget by its days, or else the running daily budgets; null without either
/// @param planned of it by this hour
/// @param yesterday on each account's own day, null while it was not read
/// @param judged ROAS, or the cost per conversion where the client has a target for that
/// @param counted what cost is told of
/// @param result of the last seven closed days
/// @param target of the client for it, null where none was agreed
/// @param days spend of fourteen days, oldest first
/// @param signInDays until the sign-in ends, null for one without an end
/// @param pending drafted changes of the tenant
record OverviewRow(Tenant tenant, TenantHealth health, String local, @Nullable Money today, @Nullable Money plan,
        @Nullable Money planned, @Nullable Money yesterday, Metric judged, Conversion counted,
        @Nullable BigDecimal result,
        @Nullable BigDecimal target, Delta change, List<Double> days, boolean signedIn, @Nullable Long signInDays,
        int pending) {

    private static final int SLOW = 80;
    private static final int FAST = 112;

    OverviewRow {
        days = List.copyOf(days);
    }

    /// Spent against what was planned by now, in per cent; null where either is not known.
    @Nullable
    Integer pace() {
        return percent(today, planned);
    }

    static @Nullable Integer percent(@Nullable Money spent, @Nullable Money planned) {
        return spent == null || planned == null || planned.amount().signum() <= 0
                ? null
                : spent.amount().multiply(BigDecimal.valueOf(100)).divide(planned.amount(), 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    /// Whether it spends far less or more than planned (design, 08b).
    boolean offPace() {
        Integer pace = pace();
        return pace != null && (pace < SLOW || pace > FAST);
    }

    /// Whether the client's target is missed.
    boolean missesTarget() {
        return result != null && target != null
                && (judged == Metric.ROAS ? result.compareTo(target) < 0 : result.compareTo(target) > 0);
    }

    boolean needsAttention() {
        return !health.alerts().isEmpty() || offPace() || missesTarget();
    }
}
