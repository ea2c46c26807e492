package com.bizosaas.adsdesk.domain.targeting;

import java.util.List;

/// An interest, a behaviour, a life event: one entry of the detailed targeting.
///
/// @param kind the list in `flexible_spec` that holds it, such as `interests` or `behaviors`
/// @param people worldwide, whatever else the targeting says
/// @param path where it stands in Facebook's tree, its own name last; empty where that is not known
public record Detail(String kind, String id, String name, People people, List<String> path) {

    public Detail {
        path = List.copyOf(path);
    }
}
