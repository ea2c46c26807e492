package com.bizosaas.adsdesk.sandbox.graph;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where a test has asked for a reply other than the true one.
public interface FaultPlan {

    /// The reply to give instead of running the request; null to run it.
    @Nullable
    GraphReply planned(GraphRequest request);

    /// Fields that the object of a write that went well is to have instead of what was asked for; null for none.
    @Nullable
    JsonNode altered(GraphRequest request);

    /// How the next insights run on this path is to end: `Job Failed`, `Job Skipped`, or null for well.
    @Nullable
    String runOutcome(String path);
}
