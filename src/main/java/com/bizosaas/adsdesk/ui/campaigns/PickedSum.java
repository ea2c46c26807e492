package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the bar says of ticked rows: how many, what they spent, and which of them cannot be changed and why. Cheap enough for
/// every tick among very many rows: no row is made for it.
///
/// @param spent by currency, for money of several does not add up
/// @param obstacles how many rows cannot be changed, by the reason
/// @param hidden ticked rows that a filter or a closed branch hides
record PickedSum(int count, Map<AdCurrency, Money> spent, Map<String, Integer> obstacles, int hidden) {

    private static final int TOLD = 8;

    static PickedSum of(Sheet sheet, int[] numbers, Lines lines) {
        Map<AdCurrency, long[]> spent = new LinkedHashMap<>();
        Map<String, Integer> obstacles = new LinkedHashMap<>();
        Map<Part, String> locks = new LinkedHashMap<>();
        int hidden = 0;
        for (int number : numbers) {
            Part part = sheet.part(number);
            int local = sheet.local(number);
            spent.computeIfAbsent(part.frame().account().currency(), _ -> new long[1])[0] += part.figures().get(
                    FigureColumns.SPEND, local);
            String lock = locks.computeIfAbsent(part, each -> each.frame().locked());
            if (lock.isEmpty() && part.archived(local)) {
                lock = "Archived: it stays as it is.";
            }
            if (!lock.isEmpty()) {
                obstacles.merge(lock, 1, Integer::sum);
            }
            hidden += lines.line(number) < 0 ? 1 : 0;
        }
        Map<AdCurrency, Money> sums = new LinkedHashMap<>();
        spent.forEach((currency, sum) -> sums.put(currency, new Money(DayFigures.decimal(sum[0]), currency).rounded()));
        return new PickedSum(numbers.length, sums, obstacles, hidden);
    }

    /// "12 ticked · €1,204 spent · 3 cannot be changed · 2 not shown".
    /// @param all how many rows there are before search and filter
    String words(Formats formats, int all) {
        List<String> parts = new ArrayList<>();
        parts.add(counted(formats, count) + " of " + counted(formats, all) + " ticked");
        if (spent.size() == 1) {
            parts.add(formats.moneyWhole(spent.values().iterator().next()) + " spent");
        } else if (spent.size() > 1) {
            parts.add("spent in " + spent.size() + " currencies");
        }
        int locked = obstacles.values().stream().mapToInt(Integer::intValue).sum();
        if (locked > 0) {
            parts.add(counted(formats, locked) + " cannot be changed");
        }
        if (hidden > 0) {
            parts.add(counted(formats, hidden) + " not shown");
        }
        return String.join(" · ", parts);
    }

    /// Sums of several currencies and the reasons, for a tooltip; empty where there is nothing to tell.
    String told(Formats formats) {
        List<String> lines = new ArrayList<>();
        if (spent.size() > 1) {
            spent.values().stream().limit(TOLD).forEach(sum -> lines.add(formats.money(sum) + " spent"));
        }
        obstacles.entrySet().stream().limit(TOLD).forEach(each -> lines.add(
                (each.getValue() == 1 ? "1 row is" : counted(formats, each.getValue()) + " rows are")
                        + " left out: " + each.getKey()));
        if (hidden > 0) {
            lines.add("Rows that are not shown stay ticked, and what you do counts for them too.");
        }
        return String.join("\n", lines);
    }

    private static String counted(Formats formats, int count) {
        return formats.count(BigDecimal.valueOf(count));
    }
}
