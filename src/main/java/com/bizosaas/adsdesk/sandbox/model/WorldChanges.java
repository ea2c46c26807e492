package com.bizosaas.adsdesk.sandbox.model;

import java.util.List;
import java.util.Map;

/// What was written to a world after its fleet was made: whole nodes, and ids (with their accounts) that are gone.
///
/// @param serial how many ids were given out
/// @param nodes created and changed nodes, parents before children
/// @param removed id of a removed node to the id of its account
public record WorldChanges(long serial, List<Node> nodes, Map<String, String> removed) {

    public static final WorldChanges NONE = new WorldChanges(0, List.of(), Map.of());

    public WorldChanges {
        nodes = List.copyOf(nodes);
        removed = Map.copyOf(removed);
    }
}
