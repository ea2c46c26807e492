package com.bizosaas.adsdesk.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// The names of a sheet's columns and where they stand. Case, blanks and underscores do not matter: `Daily budget` and
/// `daily_budget` are one column.
final class SheetCells {

    private final List<String> titles;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> twice = new ArrayList<>();

    private SheetCells(List<String> titles) {
        this.titles = titles;
    }

    static SheetCells of(List<String> head) {
        SheetCells cells = new SheetCells(head.stream().map(String::strip).toList());
        for (int i = 0; i < head.size(); i++) {
            String column = plain(head.get(i));
            if (!column.isEmpty() && cells.places.putIfAbsent(column, i) != null) {
                cells.twice.add(cells.titles.get(i));
            }
        }
        return cells;
    }

    static String plain(String title) {
        String plain = title.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
        return ObjectSheet.ALIASES.getOrDefault(plain, plain);
    }

    boolean has(String column) {
        return places.containsKey(column);
    }

    /// Empty where the sheet has no such column, or the row ends before it.
    String of(List<String> row, String column) {
        Integer at = places.get(column);
        return at == null || at >= row.size() ? "" : row.get(at).strip();
    }

    /// As it stands in the sheet.
    String title(String column) {
        Integer at = places.get(column);
        return at == null ? column : titles.get(at);
    }

    /// Titles of columns that are not used, for the operator.
    List<String> unused(Predicate<String> used) {
        List<String> unused = new ArrayList<>(titles.stream()
                .filter(title -> !title.isEmpty() && !used.test(plain(title))).distinct().toList());
        twice.forEach(title -> unused.add("the second “" + title + "”"));
        return unused;
    }
}
