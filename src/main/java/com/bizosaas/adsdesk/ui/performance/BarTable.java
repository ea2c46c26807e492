package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A breakdown as bars by spend, the smallest rows folded into one.
///
/// @param rows by falling spend; the folded rest comes last
/// @param total the sum of all rows of the breakdown
public record BarTable(List<Row> rows, Figures total) {

    /// @param share of the largest row's spend, 0 to 1
    /// @param folded number of values in a folded row, 0 for a single value
    public record Row(String name, Figures figures, double share, int folded) {
    }

    public BarTable {
        rows = List.copyOf(rows);
    }

    /// @param most rows at most, the folded one included
    /// @param name what a row is shown as; rows of one name are added up
    public static BarTable of(Collection<BreakdownRow> rows, Conversion family, int most,
            Function<BreakdownRow, String> name) {
        Map<String, List<Facts>> named = new LinkedHashMap<>();
        for (BreakdownRow row : rows) {
            named.computeIfAbsent(name.apply(row), _ -> new ArrayList<>()).add(row.facts());
        }
        List<Map.Entry<String, List<Facts>>> sorted = named.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Facts>> entry) -> spend(entry.getValue()))
                        .reversed())
                .toList();
        boolean folds = sorted.size() > most;
        List<Map.Entry<String, List<Facts>>> single = folds ? sorted.subList(0, most - 1) : sorted;
        List<Map.Entry<String, List<Facts>>> rest = sorted.subList(single.size(), sorted.size());
        BigDecimal widest = sorted.isEmpty() ? BigDecimal.ZERO : spend(sorted.getFirst().getValue());
        List<Row> shown = new ArrayList<>();
        single.forEach(entry -> shown.add(row(entry.getKey(), entry.getValue(), family, widest, 0)));
        if (folds) {
            List<Facts> facts = rest.stream().flatMap(entry -> entry.getValue().stream()).toList();
            shown.add(row("Other, " + rest.size(), facts, family, widest, rest.size()));
        }
        return new BarTable(shown, Figures.of(rows.stream().map(BreakdownRow::facts).toList(), family));
    }

    private static Row row(String name, List<Facts> facts, Conversion family, BigDecimal widest, int folded) {
        double share = widest.signum() == 0 ? 0 : spend(facts).divide(widest, MathContext.DECIMAL32).doubleValue();
        return new Row(name, Figures.of(facts, family), Math.min(1, share), folded);
    }

    private static BigDecimal spend(Collection<Facts> facts) {
        return facts.stream().map(Facts::spend).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
