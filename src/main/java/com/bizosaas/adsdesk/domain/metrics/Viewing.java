package com.bizosaas.adsdesk.domain.metrics;

import org.jspecify.annotations.Nullable;

/// How many people one object reached over exactly the days that were asked for, and how far its videos were watched. Reach
/// does not come of days, nor of the objects below, so each range and object has an answer of its own (product metrics 6.2).
///
/// @param reach people; null in a sum of several objects, for they may be the same people
/// @param thruplays `video_thruplay_watched_actions`
/// @param p25 `video_p25_watched_actions`, and so on
public record Viewing(long impressions, @Nullable Long reach, long thruplays, long p25, long p50, long p75, long p95,
        long p100) {

    /// Plays add up, people do not.
    public Viewing plus(Viewing other) {
        return new Viewing(impressions + other.impressions, null, thruplays + other.thruplays, p25 + other.p25,
                p50 + other.p50, p75 + other.p75, p95 + other.p95, p100 + other.p100);
    }
}
