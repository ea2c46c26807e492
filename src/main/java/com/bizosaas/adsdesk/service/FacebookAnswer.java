package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.graph.GraphException;
import java.util.Optional;

/// What Facebook said about a failure in its own numbers (graph-api chapter 11), for those who quote them to Meta.
///
/// @param code 0 where it said none
/// @param subcode 0 where it said none
/// @param traceId `fbtrace_id`, empty where there was none
public record FacebookAnswer(int code, int subcode, String traceId) {

    /// What stands behind a failure; empty where Facebook said nothing.
    public static Optional<FacebookAnswer> behind(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof GraphException e && (e.code() != 0 || !e.traceId().isEmpty())) {
                return Optional.of(new FacebookAnswer(e.code(), e.subcode(), e.traceId()));
            }
        }
        return Optional.empty();
    }
}
