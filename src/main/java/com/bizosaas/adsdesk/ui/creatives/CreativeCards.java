package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes cards of creatives: ad-level rows are disjoint, so the rows of all ads with one creative add up to its figures.
final class CreativeCards {

    private CreativeCards() {
    }

    /// @param before null without a comparison
    /// @param recent ad facts of `bars`
    /// @param bars the days of the small bar chart
    static List<CreativeCard> of(Collection<Creative> creatives, AdStructure structure, Collection<DailyFact> now,
            @Nullable Collection<DailyFact> before, Collection<DailyFact> recent, DateRange bars) {
        Map<GraphId, String> names = structure.campaigns().stream()
                .collect(Collectors.toMap(Campaign::id, Campaign::name, (first, _) -> first));
        Map<GraphId, List<Ad>> users = new HashMap<>();
        for (Ad ad : structure.ads()) {
            if (ad.creativeId() != null) {
                users.computeIfAbsent(ad.creativeId(), _ -> new ArrayList<>()).add(ad);
            }
        }
        Map<String, List<DailyFact>> current = byAd(now);
        Map<String, List<DailyFact>> past = before == null ? Map.of() : byAd(before);
        Map<String, List<DailyFact>> lately = byAd(recent);
        List<CreativeCard> cards = new ArrayList<>();
        for (Creative creative : creatives) {
            List<Ad> ads = users.getOrDefault(creative.id(), List.of());
            List<Ad> live = ads.stream().filter(CreativeCards::kept).toList();
            List<Facts> earlier = facts(ads, past);
            cards.add(new CreativeCard(creative, live.size(),
                    live.stream().map(ad -> names.getOrDefault(ad.campaignId(), ad.campaignId().value())).distinct()
                            .toList(),
                    live.stream().anyMatch(ad -> ad.effectiveStatus().equals(EffectiveStatus.DISAPPROVED)),
                    totals(facts(ads, current)), earlier.isEmpty() ? null : totals(earlier), before != null,
                    spend(ads, lately, bars)));
        }
        return List.copyOf(cards);
    }

    private static boolean kept(Ad ad) {
        return !ad.status().equals(Status.ARCHIVED) && !ad.status().equals(Status.DELETED);
    }

    private static Totals totals(List<Facts> facts) {
        return Totals.of(facts, ConversionFamily.PURCHASE);
    }

    private static Map<String, List<DailyFact>> byAd(Collection<DailyFact> facts) {
        return facts.stream().collect(Collectors.groupingBy(DailyFact::objectId));
    }

    private static List<Facts> facts(List<Ad> ads, Map<String, List<DailyFact>> byAd) {
        return ads.stream().flatMap(ad -> byAd.getOrDefault(ad.id().value(), List.of()).stream()).map(DailyFact::facts)
                .toList();
    }

    private static List<BigDecimal> spend(List<Ad> ads, Map<String, List<DailyFact>> byAd, DateRange days) {
        Map<LocalDate, BigDecimal> spend = ads.stream()
                .flatMap(ad -> byAd.getOrDefault(ad.id().value(), List.of()).stream())
                .collect(Collectors.toMap(DailyFact::date, fact -> fact.facts().spend(), BigDecimal::add));
        Function<LocalDate, BigDecimal> of = day -> spend.getOrDefault(day, BigDecimal.ZERO);
        return days.eachDay().stream().map(of).toList();
    }
}
