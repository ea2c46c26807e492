package com.bizosaas.adsdesk.graph.wire;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A reply whose list was read row by row.
///
/// @param rest everything but the rows; an object's `data` is empty in it
/// @param rows what the rows mean, without those that say nothing usable
/// @param seen how many there were
public record ListBody(JsonNode rest, List<?> rows, int seen) {

    /// An object that says nothing.
    public static final ListBody NOTHING = new ListBody(WireObject.EMPTY.json(), List.of(), 0);

    public ListBody {
        rows = List.copyOf(rows);
    }
}
