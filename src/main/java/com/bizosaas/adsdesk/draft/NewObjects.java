package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Shows objects that are drafted and not at Facebook yet among those that are. In a table they go under a number that
/// begins with a zero, which no Graph id does.
public final class NewObjects {

    private final AdAccount account;
    private final List<Draft> drafts;
    private final Map<String, String> aliases;

    /// @param drafts those of the account; what is no new object is left aside
    /// @param aliases ids of objects that were new once, by the key they had
    public NewObjects(AdAccount account, List<Draft> drafts, Map<String, String> aliases) {
        this.account = account;
        this.drafts = drafts.stream().filter(draft -> draft.action() == Action.ADD).toList();
        this.aliases = aliases;
    }

    /// The number under which an object stands in a table.
    public static GraphId id(DraftKey key) {
        return new GraphId(key.isNew() ? "0" + key.number() : key.object());
    }

    public static boolean isNew(GraphId id) {
        return id.value().length() > 1 && id.value().charAt(0) == '0';
    }

    /// The way back from [#id(DraftKey)].
    public static DraftKey key(AdAccountId account, Level level, GraphId id) {
        return isNew(id)
                ? DraftKey.fresh(account, level, Long.parseLong(id.value()))
                : DraftKey.of(account, level, id);
    }

    /// @return the same structure where nothing new is drafted
    public AdStructure over(AdStructure read) {
        if (drafts.isEmpty()) {
            return read;
        }
        List<Campaign> campaigns = new ArrayList<>(read.campaigns());
        List<AdSet> adSets = new ArrayList<>(read.adSets());
        List<Ad> ads = new ArrayList<>(read.ads());
        of(Level.CAMPAIGN).forEach(draft -> campaigns.add(campaign(draft)));
        of(Level.AD_SET).forEach(draft -> {
            GraphId campaign = parent(draft, Fields.CAMPAIGN);
            if (campaign != null) {
                adSets.add(adSet(draft, campaign));
            }
        });
        Map<GraphId, GraphId> campaignOf = new HashMap<>();
        adSets.forEach(adSet -> campaignOf.put(adSet.id(), adSet.campaignId()));
        of(Level.AD).forEach(draft -> {
            GraphId adSet = parent(draft, Fields.AD_SET);
            GraphId campaign = adSet == null ? null : campaignOf.get(adSet);
            if (adSet != null && campaign != null) {
                ads.add(ad(draft, adSet, campaign));
            }
        });
        return new AdStructure(campaigns, adSets, ads);
    }

    private List<Draft> of(Level level) {
        return drafts.stream().filter(draft -> draft.key().level() == level).toList();
    }

    private @Nullable GraphId parent(Draft draft, String field) {
        String object = text(draft, field);
        Level level = field.equals(Fields.CAMPAIGN) ? Level.CAMPAIGN : Level.AD_SET;
        return object.isEmpty()
                ? null
                : id(new DraftKey(account.id(), level, aliases.getOrDefault(object, object)));
    }

    private Campaign campaign(Draft draft) {
        return new Campaign(id(draft.key()), draft.name(), new Objective(text(draft, "objective")), status(draft),
                EffectiveStatus.DRAFTED, budget(draft), strategy(draft), words(draft, "special_ad_categories"), null,
                null, null, null, List.of(), money(draft, Fields.SPEND_CAP));
    }

    private AdSet adSet(Draft draft, GraphId campaign) {
        return new AdSet(id(draft.key()), campaign, draft.name(), status(draft), EffectiveStatus.DRAFTED, budget(draft),
                strategy(draft), money(draft, "bid_amount"), text(draft, "optimization_goal"),
                text(draft, "billing_event"), time(draft, "start_time"), time(draft, "end_time"), null, null, null,
                List.of(), FieldValues.roasFloor(text(draft, Fields.BID_LIMITS)).orElse(null));
    }

    private static Ad ad(Draft draft, GraphId adSet, GraphId campaign) {
        String creative = FieldValues.creativeId(text(draft, Fields.CREATIVE));
        return new Ad(id(draft.key()), campaign, adSet, draft.name(), status(draft), EffectiveStatus.DRAFTED,
                creative.matches("[0-9]{1,40}") ? new GraphId(creative) : null, null, null, List.of());
    }

    private static String text(Draft draft, String field) {
        String mine = draft.mine(field);
        return mine == null ? "" : mine;
    }

    private static Status status(Draft draft) {
        String status = text(draft, Fields.STATUS);
        return status.isEmpty() ? Status.PAUSED : new Status(status);
    }

    private static @Nullable BidStrategy strategy(Draft draft) {
        String strategy = text(draft, "bid_strategy");
        return strategy.isEmpty() ? null : new BidStrategy(strategy);
    }

    private @Nullable Budget budget(Draft draft) {
        Money daily = money(draft, Fields.DAILY);
        Money lifetime = money(draft, Fields.LIFETIME);
        return daily != null
                ? new Budget(Budget.Kind.DAILY, daily)
                : lifetime == null ? null : new Budget(Budget.Kind.LIFETIME, lifetime);
    }

    private @Nullable Money money(Draft draft, String field) {
        return FieldValues.amount(text(draft, field)).filter(minor -> minor > 0)
                .map(minor -> Money.ofMinor(Long.toString(minor), account.currency())).orElse(null);
    }

    private static @Nullable Instant time(Draft draft, String field) {
        return FieldValues.instant(text(draft, field)).orElse(null);
    }

    private static List<String> words(Draft draft, String field) {
        JsonNode list = Trees.read(text(draft, field));
        return list.isArray() ? list.valueStream().map(word -> word.asString("")).toList() : List.of();
    }
}
