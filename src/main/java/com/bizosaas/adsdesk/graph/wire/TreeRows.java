package com.bizosaas.adsdesk.graph.wire;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads each row as a [WireObject]; rows that are no objects are passed over.
final class TreeRows<T> implements RowReader<T> {

    private final Object name;
    private final Function<WireObject, @Nullable T> read;

    TreeRows(Object name, Function<WireObject, @Nullable T> read) {
        this.name = name;
        this.read = read;
    }

    @Override
    public Rows<T> begin() {
        return this::row;
    }

    private @Nullable T row(JsonParser row) {
        if (row.currentToken() != JsonToken.START_OBJECT) {
            row.skipChildren();
            return null;
        }
        return read.apply(new WireObject(StrictJson.tree(row)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeRows<?> rows && rows.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
