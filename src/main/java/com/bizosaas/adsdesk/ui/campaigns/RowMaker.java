package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.NewObjects;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the row of a number for the few that are painted or acted upon. Any thread.
final class RowMaker {

    private static final String ARCHIVED = "Archived: it cannot be switched on again.";

    private final Sheet sheet;
    private final Switches switches;
    private final Map<TenantId, Drafted> drafted;
    private final Formats formats;

    /// @param drafted drafts and comments by tenant
    RowMaker(Sheet sheet, Switches switches, Map<TenantId, Drafted> drafted, Formats formats) {
        this.drafted = drafted;
        this.sheet = sheet;
        this.switches = switches;
        this.formats = formats;
    }

    /// What counts as a result of a campaign with this objective.
    static ConversionFamily family(Objective objective) {
        return objective.modern().equals(Objective.LEADS) ? ConversionFamily.LEAD : ConversionFamily.PURCHASE;
    }

    CampaignRow row(int row) {
        Part part = sheet.part(row);
        int local = sheet.local(row);
        Frame frame = part.frame();
        RowKey key = new RowKey(frame.place(), part.level(local), part.id(local));
        Subject subject = part.subject(local);
        Conversion family = part.family(local);
        boolean campaign = key.level() == Level.CAMPAIGN;
        Drafted its = drafted.getOrDefault(frame.tenant().id(), Drafted.NOTHING);
        DraftKey draftKey = NewObjects.key(frame.account().id(), key.level(), key.id());
        // Figures below campaigns come a moment after the first look; until then they are not known to be none.
        boolean known = campaign || part.whole();
        return new CampaignRow(row, key, frame, subject, above(part, local), part.campaign(local).id(),
                part.delivery(local), campaign ? Words.objective(part.campaign(local).objective()) : "",
                budget(part, local), bid(part, local), family, part.figures().totals(local, family),
                family == ConversionFamily.PURCHASE
                        ? part.figures().totals(local, family)
                        : part.figures().totals(local, ConversionFamily.PURCHASE),
                part.figures().bars(local), known, locked(frame, subject.status()),
                switches.asked().containsKey(key), switches.refused().get(key),
                its.book().find(draftKey).orElse(null), its.comments().get(draftKey));
    }

    /// Names of the campaign and ad set a row is in, for a list of one level.
    private static List<String> above(Part part, int local) {
        List<String> names = new ArrayList<>(2);
        for (int at = part.parent(local); at >= 0; at = part.parent(at)) {
            names.addFirst(part.name(at));
        }
        return names;
    }

    static BudgetView budget(Part part, int local) {
        return switch (part.level(local)) {
            case AD -> BudgetView.NONE;
            case AD_SET -> BudgetView.of(part.adSet(local));
            case CAMPAIGN, ACCOUNT, AUDIENCE -> BudgetView.of(part.campaign(local), current(part, local));
        };
    }

    private static List<AdSet> current(Part part, int campaign) {
        return part.adSetsOf(campaign).stream().filter(adSet -> adSet.status().canSwitch()).toList();
    }

    private String bid(Part part, int local) {
        return switch (part.level(local)) {
            case AD -> "";
            case AD_SET -> bid(part.adSet(local).bidStrategy(), part.adSet(local).bidAmount());
            case CAMPAIGN, ACCOUNT, AUDIENCE -> bid(part.campaign(local), current(part, local));
        };
    }

    String bidOf(int row) {
        return bid(sheet.part(row), sheet.local(row));
    }

    private static String locked(Frame frame, Status status) {
        return status.canSwitch() ? frame.locked() : ARCHIVED;
    }

    /// The campaign's strategy, or that of its ad sets where they all share one; amounts sit on the ad sets.
    private String bid(Campaign campaign, List<AdSet> adSets) {
        Set<Money> amounts = new HashSet<>();
        Set<BidStrategy> strategies = new HashSet<>();
        for (AdSet adSet : adSets) {
            if (adSet.bidAmount() != null) {
                amounts.add(adSet.bidAmount());
            }
            if (adSet.bidStrategy() != null) {
                strategies.add(adSet.bidStrategy());
            }
        }
        Money amount = amounts.size() == 1 ? amounts.iterator().next() : null;
        if (campaign.bidStrategy() != null) {
            return bid(campaign.bidStrategy(), amount);
        }
        return switch (strategies.size()) {
            case 0 -> "";
            case 1 -> bid(strategies.iterator().next(), amount);
            default -> "Mixed";
        };
    }

    private String bid(@Nullable BidStrategy strategy, @Nullable Money amount) {
        return strategy == null && amount == null ? "" : Words.bid(formats, strategy, amount);
    }
}
