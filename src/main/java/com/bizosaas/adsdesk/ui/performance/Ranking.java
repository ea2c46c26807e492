package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The best and the worst campaigns of a range, among those that spent enough to be judged.
///
/// Campaigns are ranked by ROAS where the account reports purchase values, by cost per conversion otherwise.
///
/// @param threshold spend that a campaign needs, a round number near two per cent of all spend
/// @param judged how many campaigns spent that much
public record Ranking(Metric metric, BigDecimal threshold, int judged, List<Row> best, List<Row> worst) {

    /// @param name the campaign's name, its id where the structure does not hold it
    public record Row(String id, String name, Figures figures, @Nullable BigDecimal value, Delta delta) {
    }

    private static final BigDecimal SHARE = new BigDecimal("0.02");
    private static final List<BigDecimal> ROUND = List.of(BigDecimal.valueOf(5), BigDecimal.valueOf(3),
            BigDecimal.valueOf(2), BigDecimal.ONE);

    /// @param most rows on each side at most; no campaign is on both
    public static Ranking of(Collection<DailyFact> now, @Nullable Collection<DailyFact> before,
            Map<GraphId, String> names, Conversion family, int most) {
        Map<String, List<Facts>> current = byObject(now);
        Map<String, List<Facts>> past = before == null ? Map.of() : byObject(before);
        Figures all = Figures.of(now.stream().map(DailyFact::facts).toList(), family);
        Metric metric = all.purchases().value().signum() > 0 ? Metric.ROAS : Metric.CPA;
        BigDecimal threshold = roundDown(all.chosen().spend().multiply(SHARE));
        List<Row> rows = new ArrayList<>();
        current.forEach((id, facts) -> {
            Figures figures = Figures.of(facts, family);
            if (figures.chosen().spend().signum() > 0 && figures.chosen().spend().compareTo(threshold) >= 0) {
                rows.add(row(id, figures, past.get(id), before != null, names, family, metric));
            }
        });
        rows.sort(order(metric));
        int top = Math.min(most, (rows.size() + 1) / 2);
        int bottom = Math.min(most, rows.size() - top);
        return new Ranking(metric, threshold, rows.size(), List.copyOf(rows.subList(0, top)),
                List.copyOf(rows.subList(rows.size() - bottom, rows.size())));
    }

    private static Row row(String id, Figures figures, @Nullable List<Facts> before, boolean compared,
            Map<GraphId, String> names, Conversion family, Metric metric) {
        BigDecimal value = figures.value(metric);
        Delta delta;
        if (compared && before == null) {
            delta = new Delta(Delta.Kind.NEW, BigDecimal.ZERO, Delta.Verdict.NEUTRAL);
        } else {
            BigDecimal previous = before == null ? null : Figures.of(before, family).value(metric);
            delta = Delta.between(metric, previous, value);
        }
        return new Row(id, names.getOrDefault(new GraphId(id), id), figures, value, delta);
    }

    /// Best first; campaigns without a value (spend without a result) are the worst.
    private static Comparator<Row> order(Metric metric) {
        Comparator<BigDecimal> better = metric.polarity() == Metric.Polarity.LOWER_IS_BETTER
                ? Comparator.naturalOrder()
                : Comparator.reverseOrder();
        return Comparator.comparing(Row::value, Comparator.nullsLast(better))
                .thenComparing(row -> row.figures().chosen().spend(), Comparator.reverseOrder())
                .thenComparing(Row::id);
    }

    private static Map<String, List<Facts>> byObject(Collection<DailyFact> facts) {
        Map<String, List<Facts>> objects = new LinkedHashMap<>();
        for (DailyFact fact : facts) {
            objects.computeIfAbsent(fact.objectId(), _ -> new ArrayList<>()).add(fact.facts());
        }
        return objects;
    }

    static BigDecimal roundDown(BigDecimal value) {
        if (value.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        BigDecimal lead = value.divide(power, MathContext.DECIMAL32).setScale(0, RoundingMode.DOWN);
        for (BigDecimal candidate : ROUND) {
            if (lead.compareTo(candidate) >= 0) {
                return candidate.multiply(power);
            }
        }
        return power;
    }
}
