package com.bizosaas.adsdesk.graph;

/// What all clients of the app share: its limits, the record of its requests, and what Facebook told of itself.
///
/// @param budget admits every call
/// @param log what was sent
/// @param gone fields that Facebook no longer knows
/// @param notes clock and version
record AppWide(UsageBudget budget, RequestLog log, GoneFields gone, ServerNotes notes) {

    static AppWide of(UsageBudget budget, GraphClock clock) {
        return new AppWide(budget, new RequestLog(clock), new GoneFields(clock), new ServerNotes(clock));
    }
}
