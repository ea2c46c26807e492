package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything the tab shows of one scope under one choice of campaign, conversion and grain. Immutable, so that it can be
/// made off the FX thread and shown whole.
record PerformanceFigures(PerformanceFacts facts, Choice choice, List<Campaign> campaigns,
        List<Conversion> families, Figures now, @Nullable Figures before, Map<Metric, Kpi> kpis, Trend trend,
        Ranking ranking, List<Finding> findings) {

    /// What the operator picked.
    ///
    /// @param campaign null for the whole account
    /// @param family null for the first family that the account reports
    record Choice(@Nullable GraphId campaign, @Nullable Conversion family, Grain grain) {
    }

    private static final int RANKED = 4;

    /// Whether the range has any delivery at all.
    boolean delivered() {
        return now.chosen().rows() > 0;
    }

    /// The family that counts as the conversion.
    Conversion family() {
        return choice.family() == null ? families.getFirst() : choice.family();
    }

    /// What was agreed with the client for a metric of the whole account, null where nothing was. A campaign has no budget
    /// for the month of its own.
    @Nullable
    BigDecimal target(Metric metric) {
        return switch (metric) {
            case CPA -> facts.costTarget(family());
            case ROAS -> facts.targets().roas();
            case SPEND -> choice.campaign() == null ? facts.plan() : null;
            default -> null;
        };
    }

    static PerformanceFigures of(PerformanceFacts facts, Choice choice) {
        List<Conversion> families = families(facts);
        Conversion family = choice.family() == null ? families.getFirst() : choice.family();
        List<DailyFact> days = facts.accountDays();
        List<DailyFact> past = facts.accountBefore();
        GraphId campaign = choice.campaign();
        if (campaign != null) {
            days = only(campaign, facts.campaignDays());
            past = only(campaign, facts.campaignsBefore());
        }
        DateRange range = facts.scope().range();
        DateRange comparison = facts.scope().comparison();
        Figures now = Kpi.sum(days, family);
        Figures before = comparison == null ? null : Kpi.sum(past, family);
        Trend byDay = Trend.of(Grain.DAY, range, comparison, days, past, family, facts.today());
        Trend trend = choice.grain() == Grain.DAY
                ? byDay
                : Trend.of(choice.grain(), range, comparison, days, past, family, facts.today());
        Map<Metric, Kpi> kpis = new EnumMap<>(Metric.class);
        Kpi.SHOWN.forEach(metric -> kpis.put(metric, Kpi.of(metric, now, before, byDay)));
        Map<GraphId, String> names = facts.structure().campaigns().stream()
                .collect(Collectors.toMap(Campaign::id, Campaign::name, (first, _) -> first));
        Ranking ranking = Ranking.of(facts.campaignDays(), comparison == null ? null : facts.campaignsBefore(), names,
                family, RANKED);
        List<Finding> findings = Detectors.find(facts.structure(), facts.judgedDay(), facts.recent(),
                facts.campaignDays(), family, facts.costTarget(family));
        return new PerformanceFigures(facts, new Choice(campaign, family, choice.grain()), delivering(facts), families,
                now, before, kpis, trend, ranking, findings);
    }

    private static List<DailyFact> only(GraphId campaign, Collection<DailyFact> facts) {
        return facts.stream().filter(fact -> fact.objectId().equals(campaign.value())).toList();
    }

    /// Campaigns with figures in the range, by falling spend: the others have nothing to show.
    private static List<Campaign> delivering(PerformanceFacts facts) {
        Map<GraphId, Campaign> known = facts.structure().campaigns().stream()
                .collect(Collectors.toMap(Campaign::id, Function.identity(), (first, _) -> first));
        Map<String, List<DailyFact>> byId = facts.campaignDays().stream()
                .collect(Collectors.groupingBy(DailyFact::objectId));
        return byId.entrySet().stream()
                .sorted((one, other) -> spend(other.getValue()).compareTo(spend(one.getValue())))
                .map(entry -> known.get(new GraphId(entry.getKey()))).filter(java.util.Objects::nonNull).toList();
    }

    private static BigDecimal spend(List<DailyFact> facts) {
        return facts.stream().map(fact -> fact.facts().spend()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What was agreed with the client first, then what the account reports in the range; purchases where there is neither.
    private static List<Conversion> families(PerformanceFacts facts) {
        List<Conversion> reported = Arrays.stream(ConversionFamily.values())
                .filter(family -> facts.accountDays().stream().anyMatch(
                        fact -> family.in(fact.facts().actions()).tier() != Conversion.Tier.NONE))
                .<Conversion>map(family -> family).toList();
        Conversion counted = facts.counted();
        if (counted != null) {
            return Stream.concat(Stream.of(counted), reported.stream().filter(family -> !family.equals(counted)))
                    .toList();
        }
        return reported.isEmpty() ? List.of(ConversionFamily.PURCHASE) : reported;
    }
}
