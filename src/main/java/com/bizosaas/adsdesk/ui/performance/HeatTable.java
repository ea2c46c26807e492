package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Age by gender, one metric a cell, with a heat from 1 (least) to 5 (most) and 0 without a value.
///
/// @param genders Meta's words, `female` and `male` first; `unknown` only where Meta reported it
public record HeatTable(Metric metric, List<String> genders, List<Row> rows, Figures total) {

    /// Results below which a ratio of results says little (design, screen 08).
    static final BigDecimal ENOUGH = BigDecimal.valueOf(30);

    public record Row(String age, List<Cell> cells, Figures all) {
    }

    /// @param thin whether too few results stand behind the value to judge it
    public record Cell(Figures figures, @Nullable BigDecimal value, int heat, boolean thin) {
    }

    public static HeatTable of(Collection<BreakdownRow> rows, Metric metric, Conversion family) {
        List<String> genders = new ArrayList<>(List.of("female", "male"));
        Map<String, Map<String, List<Facts>>> ages = new TreeMap<>();
        for (BreakdownRow row : rows) {
            String gender = row.values().get(1);
            if (!genders.contains(gender)) {
                genders.add(gender);
            }
            ages.computeIfAbsent(row.values().get(0), _ -> new TreeMap<>())
                    .computeIfAbsent(gender, _ -> new ArrayList<>()).add(row.facts());
        }
        List<BigDecimal> values = ages.values().stream().flatMap(cells -> cells.values().stream())
                .map(facts -> Figures.of(facts, family).value(metric)).filter(java.util.Objects::nonNull).sorted()
                .toList();
        List<Row> table = new ArrayList<>();
        ages.forEach((age, byGender) -> {
            List<Cell> cells = genders.stream()
                    .map(gender -> cell(byGender.getOrDefault(gender, List.of()), metric, family, values)).toList();
            List<Facts> all = byGender.values().stream().flatMap(List::stream).toList();
            table.add(new Row(age, cells, Figures.of(all, family)));
        });
        return new HeatTable(metric, List.copyOf(genders), List.copyOf(table),
                Figures.of(rows.stream().map(BreakdownRow::facts).toList(), family));
    }

    private static Cell cell(List<Facts> facts, Metric metric, Conversion family, List<BigDecimal> values) {
        Figures figures = Figures.of(facts, family);
        BigDecimal value = figures.value(metric);
        if (facts.isEmpty() || value == null) {
            return new Cell(figures, null, 0, false);
        }
        return new Cell(figures, value, heat(value, values), thin(metric, figures));
    }

    /// Even steps between the smallest and the largest value, so that equal values have equal heat.
    private static int heat(BigDecimal value, List<BigDecimal> sorted) {
        double low = sorted.getFirst().doubleValue();
        double high = sorted.getLast().doubleValue();
        return high <= low ? 3 : 1 + (int) Math.min(4, Math.floor(5 * (value.doubleValue() - low) / (high - low)));
    }

    private static boolean thin(Metric metric, Figures figures) {
        BigDecimal results = switch (metric) {
            case ROAS -> figures.purchases().conversions();
            case CPA -> figures.chosen().conversions();
            default -> ENOUGH;
        };
        return results.compareTo(ENOUGH) < 0;
    }
}
