package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// What people did with a post, by the action types that the Graph API counts it under (graph-api chapter 05). The types
/// overlap: a reaction is an engagement too, so they stand beside each other and are never added up.
///
/// @param engagements `post_engagement`
/// @param reactions `post_reaction`
/// @param comments `comment`
/// @param shares `post`
/// @param saves `onsite_conversion.post_save`
/// @param views `video_view`: plays of three seconds, or to the end where a video is shorter
public record Engagement(long engagements, long reactions, long comments, long shares, long saves, long views) {

    public static final Engagement NONE = new Engagement(0, 0, 0, 0, 0, 0);

    /// In the order of the components.
    public static final List<String> TYPES = List.of("post_engagement", "post_reaction", "comment", "post",
            "onsite_conversion.post_save", "video_view");

    /// @param counts in the order of the types
    public static Engagement of(long[] counts) {
        for (long count : counts) {
            if (count != 0) {
                return new Engagement(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
            }
        }
        return NONE;
    }

    public static Engagement of(Map<String, BigDecimal> actions) {
        long[] counts = new long[TYPES.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = actions.getOrDefault(TYPES.get(i), BigDecimal.ZERO).longValue();
        }
        return of(counts);
    }

    public Engagement plus(Engagement other) {
        return new Engagement(engagements + other.engagements, reactions + other.reactions, comments + other.comments,
                shares + other.shares, saves + other.saves, views + other.views);
    }
}
