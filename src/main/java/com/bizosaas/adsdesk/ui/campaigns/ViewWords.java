package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.service.SavedView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A view in the words it is saved in, and back. A word that this release does not know is passed over.
final class ViewWords {

    private ViewWords() {
    }

    static SavedView saved(String name, View view, String days) {
        return new SavedView(name, view.shape().name(), view.quick().name(), view.text(), view.sort().name(),
                view.descending(),
                view.filter().groups().stream()
                        .map(group -> group.stream()
                                .map(each -> new SavedView.Condition(each.field().name(), each.test().name(),
                                        each.value(), each.not()))
                                .toList())
                        .toList(),
                view.layout().columns().stream().map(Column::name).toList(), view.layout().pinned(),
                view.layout().fitted(), days);
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
        return new View(shape == null ? View.FIRST.shape() : shape, quick == null ? View.FIRST.quick() : quick,
                saved.text(), sort == null || !sort.sortable() ? View.FIRST.sort() : sort, saved.descending(),
                new Filter(groups),
                columns.isEmpty() ? Layout.FIRST : new Layout(columns, saved.pinned(), saved.fitted()));
    }

    private static @org.jspecify.annotations.Nullable Condition condition(SavedView.Condition saved) {
        Column field = word(Column.class, saved.field());
        Condition.Test test = word(Condition.Test.class, saved.test());
        if (field == null || test == null || !Condition.tests(field).contains(test)
                || !Condition.problem(field, test, saved.value()).isEmpty()) {
            return null;
        }
        return new Condition(field, test, saved.value(), saved.not());
    }

    private static <E extends Enum<E>> @org.jspecify.annotations.Nullable E word(Class<E> of, String word) {
        for (E each : of.getEnumConstants()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
