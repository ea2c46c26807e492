package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.FigureSink;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.domain.metrics.Reconciliation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures of an account, from the store. Days are days of the account.
@Needs(Role.VIEWER)
public interface InsightService {

    /// Daily facts of every object of a level with delivery in the range.
    Stamped<List<DailyFact>> daily(TenantId tenant, AdAccountId account, Level level, DateRange range);

    /// The figures of those facts one by one, for tables that add up very many of them.
    ///
    /// @param results what counts beside purchases
    /// @return when the oldest of the days was read, null if none was
    @Nullable
    Instant figures(TenantId tenant, AdAccountId account, Level level, DateRange range, Conversion results,
            FigureSink sink);

    /// How the figures that are stored of the last four weeks' closed days add up to the account's own, for each level of
    /// which there are any.
    List<Reconciliation> reconciliations(TenantId tenant, AdAccountId account);

    /// Facts for the whole range, with the reach that Facebook returned for it.
    Stamped<List<RangeFact>> range(TenantId tenant, AdAccountId account, Level level, DateRange range);

    /// Reach and video plays of each object for exactly this range; never read until [#loadViewing] was asked for it.
    Stamped<List<ViewingFact>> viewing(TenantId tenant, AdAccountId account, Level level, DateRange range);

    /// The account's figures of a range, split.
    Stamped<List<BreakdownRow>> breakdown(TenantId tenant, AdAccountId account, DateRange range, Breakdown breakdown);

    /// Reads what is missing or stale for these from Facebook and stores it. Blocks; the panes show the store meanwhile.
    ///
    /// @param level the deepest level of daily facts wanted
    void load(TenantId tenant, AdAccountId account, Level level, DateRange range, boolean force);

    /// Reads reach and video plays of a level from Facebook where they are missing or stale: one question for each level
    /// and range, so it is asked only for what somebody looks at. Blocks.
    void loadViewing(TenantId tenant, AdAccountId account, Level level, DateRange range, boolean force);

    /// The same for one breakdown.
    void load(TenantId tenant, AdAccountId account, DateRange range, Breakdown breakdown, boolean force);
}
