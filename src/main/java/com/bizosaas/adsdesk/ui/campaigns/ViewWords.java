package com.bizosaas.adsdesk.ui.campaigns;

import java.time.LocalDate;
import java.time.DateTimeException;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.DatePreset;
import org.jspecify.annotations.Nullable;
import com.bizosaas.adsdesk.service.SavedView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A view in the words it is saved in, and back. A word that this release does not know is passed over.
final class ViewWords {

    private static final int LEAST = 36;
    private static final int MOST = 900;

    private ViewWords() {
    }

    static SavedView saved(String name, View view, String days) {
        return new SavedView(name, view.shape().name(), view.quick().name(), view.text(), view.sort().name(),
                view.descending(), view.then() == null ? "" : view.then().column().name(),
                view.then() != null && view.then().descending(),
                view.filter().groups().stream()
                        .map(group -> group.stream()
                                .map(each -> new SavedView.Condition(each.field().name(), each.test().name(),
                                        each.value(), each.not()))
                                .toList())
                        .toList(),
                view.layout().columns().stream().map(Column::name).toList(), view.layout().pinned(),
                view.layout().fitted(), widths(view.layout()), days);
    }

    static View view(SavedView saved) {
        List<List<Condition>> groups = new ArrayList<>();
        for (List<SavedView.Condition> group : saved.filter()) {
            groups.add(group.stream().map(ViewWords::condition).filter(Objects::nonNull).toList());
        }
        List<Column> columns = saved.columns().stream().map(word -> word(Column.class, word)).filter(Objects::nonNull)
                .toList();
        Column sort = word(Column.class, saved.sort());
        View.Shape shape = word(View.Shape.class, saved.level());
        View.Quick quick = word(View.Quick.class, saved.quick());
        Column then = word(Column.class, saved.then());
        return new View(shape == null ? View.FIRST.shape() : shape, quick == null ? View.FIRST.quick() : quick,
                saved.text(), sort == null || !sort.sortable() ? View.FIRST.sort() : sort, saved.descending(),
                then == null || !then.sortable() ? null : new View.Then(then, saved.thenDescending()),
                new Filter(groups),
                columns.isEmpty()
                        ? Layout.FIRST
                        : new Layout(columns, saved.pinned(), saved.fitted(), widths(saved.widths())));
    }

    /// A named range by its name, days of one's own by the first and the last.
    static String days(@Nullable DatePreset preset, @Nullable DateRange custom) {
        return preset != null ? preset.name() : custom == null ? "" : custom.since() + "/" + custom.until();
    }

    /// The days of one's own that were saved, null where it were none.
    static @Nullable DateRange days(String saved) {
        int slash = saved.indexOf('/');
        try {
            return slash < 0
                    ? null
                    : new DateRange(LocalDate.parse(saved.substring(0, slash)),
                            LocalDate.parse(saved.substring(slash + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            // Of another release, or written by hand.
            return null;
        }
    }

    private static Map<String, Integer> widths(Layout layout) {
        Map<String, Integer> widths = new TreeMap<>();
        layout.widths().forEach((column, width) -> widths.put(column.name(), width));
        return widths;
    }

    private static Map<Column, Integer> widths(Map<String, Integer> saved) {
        Map<Column, Integer> widths = new EnumMap<>(Column.class);
        saved.forEach((word, width) -> {
            Column column = word(Column.class, word);
            if (column != null) {
                widths.put(column, Math.clamp(width, LEAST, MOST));
            }
        });
        return widths;
    }

    private static @Nullable Condition condition(SavedView.Condition saved) {
        Column field = word(Column.class, saved.field());
        Condition.Test test = word(Condition.Test.class, saved.test());
        if (field == null || test == null || !Condition.tests(field).contains(test)
                || !Condition.problem(field, test, saved.value()).isEmpty()) {
            return null;
        }
        return new Condition(field, test, saved.value(), saved.not());
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> of, String word) {
        for (E each : of.getEnumConstants()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
