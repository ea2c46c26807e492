package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A list to be read to its end.
///
/// @param limit rows of a full page
/// @param read turns a row into what it means, null for a row that says nothing usable
/// @param key tells rows apart: lists change while they are paged, and rows come twice
record Listing<T>(GraphRequest request, int limit, Function<WireObject, @Nullable T> read, Function<T, Object> key) {

    boolean isInsights() {
        return request.useCase() == UseCase.ADS_INSIGHTS;
    }
}
