package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Joins the structure of an account with its facts into rows, campaigns on top. Runs off the FX thread.
final class RowBuilder {

    private static final String ARCHIVED = "Archived: it cannot be switched on again.";

    private final Frame frame;
    private final FactIndex facts;
    private final Switches switches;
    private final Instant now;
    private final Formats formats;

    RowBuilder(Frame frame, FactIndex facts, Switches switches, Instant now, Formats formats) {
        this.frame = frame;
        this.facts = facts;
        this.switches = switches;
        this.now = now;
        this.formats = formats;
    }

    /// What counts as a result of a campaign with this objective.
    static ConversionFamily family(Objective objective) {
        return objective.modern().equals(Objective.LEADS) ? ConversionFamily.LEAD : ConversionFamily.PURCHASE;
    }

    List<CampaignRow> rows(AdStructure stored) {
        AdStructure structure = switches.over(stored);
        Map<GraphId, List<AdSet>> adSets = structure.adSets().stream()
                .collect(Collectors.groupingBy(AdSet::campaignId));
        Map<GraphId, List<Ad>> ads = structure.ads().stream().collect(Collectors.groupingBy(Ad::adSetId));
        List<CampaignRow> rows = new ArrayList<>(structure.campaigns().size());
        for (Campaign campaign : structure.campaigns()) {
            rows.add(row(campaign, adSets.getOrDefault(campaign.id(), List.of()), ads));
        }
        return rows;
    }

    private CampaignRow row(Campaign campaign, List<AdSet> adSets, Map<GraphId, List<Ad>> ads) {
        RowKey key = new RowKey(Level.CAMPAIGN, campaign.id());
        ConversionFamily family = family(campaign.objective());
        List<AdSet> current = adSets.stream().filter(adSet -> adSet.status().canSwitch()).toList();
        List<CampaignRow> children = new ArrayList<>(adSets.size());
        for (AdSet adSet : adSets) {
            children.add(row(key, adSet, family, ads.getOrDefault(adSet.id(), List.of())));
        }
        return row(new Subject.OfCampaign(campaign), key, Delivery.of(campaign, adSets, now),
                Words.objective(campaign.objective()), BudgetView.of(campaign, current), bid(campaign, current), family,
                children);
    }

    private CampaignRow row(RowKey campaign, AdSet adSet, ConversionFamily family, List<Ad> ads) {
        List<CampaignRow> children = new ArrayList<>(ads.size());
        for (Ad ad : ads) {
            children.add(row(new Subject.OfAd(ad), campaign, Delivery.of(ad, adSet, now), "", BudgetView.NONE, "",
                    family, List.of()));
        }
        return row(new Subject.OfAdSet(adSet), campaign, Delivery.of(adSet, now), "", BudgetView.of(adSet),
                bid(adSet.bidStrategy(), adSet.bidAmount()), family, children);
    }

    private CampaignRow row(Subject subject, RowKey campaign, Delivery delivery, String objective, BudgetView budget,
            String bid, ConversionFamily family, List<CampaignRow> children) {
        RowKey key = subject.key();
        List<Facts> inRange = facts.in(key, frame.range());
        Totals totals = inRange.isEmpty() ? null : Totals.of(inRange, family);
        Totals purchases = inRange.isEmpty() || family == ConversionFamily.PURCHASE
                ? totals
                : Totals.of(inRange, ConversionFamily.PURCHASE);
        return new CampaignRow(subject, campaign, delivery, objective, budget, bid, family, frame.account().currency(),
                totals, purchases, facts.spend(key, frame.bars()), locked(subject.status()),
                switches.asked().containsKey(key), switches.refused().get(key), children);
    }

    private String locked(Status status) {
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
        if (strategy == null) {
            return "";
        }
        if (amount == null) {
            return Words.strategy(strategy);
        }
        return switch (strategy.value()) {
            case "COST_CAP" -> "Goal " + formats.money(amount);
            case "LOWEST_COST_WITH_BID_CAP" -> "Bid cap " + formats.money(amount);
            default -> Words.strategy(strategy);
        };
    }
}
