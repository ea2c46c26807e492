package com.bizosaas.adsdesk.domain.metrics;

/// The viewing of one object over the whole range that was asked for.
///
/// @param objectId the id as text
public record ViewingFact(String objectId, Viewing viewing) {
}
