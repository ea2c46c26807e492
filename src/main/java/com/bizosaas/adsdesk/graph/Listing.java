package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.wire.RowReader;
import java.util.function.Function;

/// A list to be read to its end.
///
/// @param limit rows of a full page
/// @param read turns a row into what it means
/// @param key tells rows apart ([Seen]): lists change while they are paged, and rows come twice
record Listing<T>(GraphRequest request, int limit, RowReader<T> read, Function<T, Object> key) {

    boolean isInsights() {
        return request.useCase() == UseCase.ADS_INSIGHTS;
    }
}
