package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Answers the insights edge of an account, campaign, ad set or ad. Paging and asynchronous runs are the caller's.
public interface InsightsSource {

    /// The rows of one query, in the API's shapes: numbers as strings, absent where there is no value, no row without
    /// delivery. Call it while holding the world's lock.
    ///
    /// @param parameters decoded request parameters as sent (`level`, `fields`, `time_range`, `breakdowns`, …)
    /// @throws GraphError for a parameter or combination that Facebook refuses
    List<ObjectNode> rows(World world, Node scope, Map<String, String> parameters);

    /// The totals object asked for by `summary` or `default_summary`.
    ObjectNode summary(World world, Node scope, Map<String, String> parameters);
}
