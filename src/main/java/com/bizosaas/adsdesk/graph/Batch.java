package com.bizosaas.adsdesk.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Keeps the rows of the pages that it is given, for lists that are short. Not thread-safe.
final class Batch<T> implements Consumer<List<T>> {

    private final List<T> rows = new ArrayList<>();

    @Override
    public void accept(List<T> page) {
        rows.addAll(page);
    }

    List<T> rows() {
        return rows;
    }
}
