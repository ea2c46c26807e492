package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.List;
import java.util.Set;

/// Which version serves a request (graph-api chapter 02, "Dates" and "When a version dies").
final class Versions {

    private static final List<String> SERVED = List.of("v25.0", "v26.0");
    private static final Set<String> GRAPH_EDGES = Set.of("", "permissions", "accounts");

    private Versions() {
    }

    /// @throws GraphError 2635 for a marketing call in a version that is over or without one, 2500 for one not out yet
    static String serving(GraphRequest request) {
        String asked = request.askedVersion();
        if (SERVED.contains(asked)) {
            return asked;
        }
        if (asked.isEmpty() || number(asked) < number(SERVED.getFirst())) {
            if (isMarketing(request)) {
                throw GraphError.of(400, 2635,
                        "(#2635) You are calling a deprecated version of the Ads API. Please update"
                                + " to the latest version: " + SERVED.getLast() + ".");
            }
            return SERVED.getFirst();
        }
        throw GraphError.of(400, 2500, "Unknown path components: /" + asked);
    }

    private static double number(String version) {
        return Double.parseDouble(version.substring(1));
    }

    private static boolean isMarketing(GraphRequest request) {
        if (request.segments().isEmpty()) {
            return false;
        }
        return switch (request.first()) {
            case "oauth", "debug_token" -> false;
            case "me" -> request.segments().size() > 1 && !GRAPH_EDGES.contains(request.segments().get(1));
            default -> !(request.segments().size() > 1 && "permissions".equals(request.segments().get(1)));
        };
    }
}
