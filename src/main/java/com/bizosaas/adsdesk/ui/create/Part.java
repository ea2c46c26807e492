package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/// One object of the tree that is made: its drafted values as they are on the screen, which may be ahead of the store by
/// what is being stored. FX thread only.
///
/// An object that exists at Facebook is part of the tree as the parent of what is made, and is not changed here.
final class Part {

    private final DraftKey key;
    private final boolean fresh;
    private final Map<String, String> values;

    Part(DraftKey key, boolean fresh, Map<String, String> values) {
        this.key = key;
        this.fresh = fresh;
        this.values = new LinkedHashMap<>(values);
    }

    DraftKey key() {
        return key;
    }

    Level level() {
        return key.level();
    }

    /// Whether it is being made, rather than there already.
    boolean fresh() {
        return fresh;
    }

    /// The value of a field, empty for none.
    String get(String field) {
        return values.getOrDefault(field, "");
    }

    /// Whether a field has a value that means something: an amount above zero, a list that is not empty.
    boolean has(String field) {
        return !FieldValues.isAbsent(get(field));
    }

    boolean answers(String field) {
        return !get(field).isEmpty();
    }

    String name() {
        return get(Fields.NAME);
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /// Takes a value in; the tree stores it.
    ///
    /// @return whether it differs from before
    boolean put(String field, String value) {
        String before = value.isEmpty() ? values.remove(field) : values.put(field, value);
        return !value.equals(before == null ? "" : before);
    }
}
