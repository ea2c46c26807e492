package com.bizosaas.adsdesk.sync;

/// A read under way.
///
/// @param done items read so far
/// @param total items expected, 0 while unknown
public record RunningRead(SyncKey key, int done, int total) {
}
