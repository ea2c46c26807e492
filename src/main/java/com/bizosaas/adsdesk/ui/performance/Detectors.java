package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds what is worth a look, campaign by campaign, because account totals hide moves that cancel out
/// (product metrics 6.8).
///
/// A day is judged against the seven before it only where there is enough to compare: 1,000 impressions that day, and
/// three days with as many before.
final class Detectors {

    private static final BigDecimal CTR_FALL = new BigDecimal("-0.20");
    private static final BigDecimal CPM_RISE = new BigDecimal("0.30");
    private static final BigDecimal TWICE = BigDecimal.TWO;
    private static final BigDecimal ABOVE = new BigDecimal("1.30");
    private static final BigDecimal ENOUGH = BigDecimal.TEN;
    private static final long SAMPLE = 1000;
    private static final int BASE_DAYS = 3;
    private static final Set<Objective> SELLS = Set.of(Objective.SALES, Objective.LEADS);

    private Detectors() {
    }

    /// The days that [#find] needs facts of.
    static DateRange needed(LocalDate day) {
        return new DateRange(day.minusDays(7), day);
    }

    /// @param day the last whole day of the range
    /// @param recent campaign facts of [#needed]
    /// @param range campaign facts of the range shown
    /// @param target what was agreed to pay for a conversion, null where nothing was
    static List<Finding> find(AdStructure structure, LocalDate day, Collection<DailyFact> recent,
            Collection<DailyFact> range, Conversion family, @Nullable BigDecimal target) {
        List<Finding> findings = new ArrayList<>();
        structure.ads().stream().filter(Detectors::rejected).map(Detectors::rejection).forEach(findings::add);
        Map<String, List<DailyFact>> recently = recent.stream().collect(Collectors.groupingBy(DailyFact::objectId));
        Map<String, List<DailyFact>> inRange = range.stream().collect(Collectors.groupingBy(DailyFact::objectId));
        BigDecimal usual = Kpi.sum(range, family).value(Metric.CPA);
        for (Campaign campaign : structure.campaigns()) {
            if (!campaign.effectiveStatus().equals(EffectiveStatus.ACTIVE)) {
                continue;
            }
            String id = campaign.id().value();
            Figures figures = Kpi.sum(inRange.getOrDefault(id, List.of()), family);
            add(findings, noResult(campaign, figures, target == null ? usual : target, target != null));
            add(findings, tooDear(campaign, figures, target));
            List<DailyFact> facts = recently.getOrDefault(id, List.of());
            add(findings, moved(campaign, facts, day, Metric.CTR_LINK, family));
            add(findings, moved(campaign, facts, day, Metric.CPM, family));
        }
        findings.sort(Comparator.comparingInt(Detectors::urgency));
        return List.copyOf(findings);
    }

    private static int urgency(Finding finding) {
        return switch (finding) {
            case Finding.Rejected _ -> 0;
            case Finding.NoResult _ -> 1;
            case Finding.TooDear _ -> 2;
            case Finding.Moved _ -> 3;
        };
    }

    private static void add(List<Finding> findings, @Nullable Finding finding) {
        if (finding != null) {
            findings.add(finding);
        }
    }

    private static boolean rejected(Ad ad) {
        return ad.status().equals(Status.ACTIVE) && ad.effectiveStatus().equals(EffectiveStatus.DISAPPROVED);
    }

    private static Finding rejection(Ad ad) {
        String reason = ad.issues().stream().map(issue -> issue.message().isEmpty() ? issue.summary() : issue.message())
                .filter(text -> !text.isBlank()).findFirst().orElse("");
        return new Finding.Rejected(ad.campaignId(), ad.name(), reason);
    }

    private static @Nullable Finding noResult(Campaign campaign, Figures figures, @Nullable BigDecimal usual,
            boolean agreed) {
        if (usual == null || !SELLS.contains(campaign.objective().modern())
                || figures.chosen().conversions().signum() > 0
                || figures.chosen().spend().compareTo(usual.multiply(TWICE)) < 0) {
            return null;
        }
        return new Finding.NoResult(campaign.id(), campaign.name(), figures.chosen().spend(), usual, agreed);
    }

    /// Judged only where there are results enough to tell.
    private static @Nullable Finding tooDear(Campaign campaign, Figures figures, @Nullable BigDecimal target) {
        BigDecimal cost = figures.value(Metric.CPA);
        return target != null && cost != null && figures.chosen().conversions().compareTo(ENOUGH) >= 0
                && cost.compareTo(target.multiply(ABOVE)) > 0
                        ? new Finding.TooDear(campaign.id(), campaign.name(), cost, target)
                        : null;
    }

    private static @Nullable Finding moved(Campaign campaign, List<DailyFact> facts, LocalDate day, Metric metric,
            Conversion family) {
        List<DailyFact> then = facts.stream()
                .filter(fact -> fact.date().isBefore(day) && fact.facts().impressions() >= SAMPLE).toList();
        Figures present = Kpi.sum(facts.stream().filter(fact -> fact.date().equals(day)).toList(), family);
        if (present.chosen().impressions() < SAMPLE || then.size() < BASE_DAYS) {
            return null;
        }
        BigDecimal value = present.value(metric);
        BigDecimal base = Kpi.sum(then, family).value(metric);
        if (value == null || base == null || base.signum() == 0) {
            return null;
        }
        BigDecimal change = value.subtract(base).divide(base, MathContext.DECIMAL64);
        boolean worth = metric == Metric.CPM ? change.compareTo(CPM_RISE) >= 0 : change.compareTo(CTR_FALL) <= 0;
        return worth ? new Finding.Moved(campaign.id(), campaign.name(), metric, day, value, base, change) : null;
    }
}
