package com.bizosaas.adsdesk.draft;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Where an ad can stand: one position of one platform, as the placement lists of a targeting have it (graph-api chapter 07).
/// Positions that Facebook took away are not among them.
///
/// @param row what the position is on every platform that has it, such as “Feed”
/// @param value Facebook's word in the platform's list
public record Placement(String row, Platform platform, String value) {

    /// An app or a network that shows ads.
    public enum Platform {
        FACEBOOK("facebook", "Facebook"),
        INSTAGRAM("instagram", "Instagram"),
        NETWORK("audience_network",
                "Network"),
        MESSENGER("messenger", "Messenger"),
        THREADS("threads", "Threads");

        private final String value;
        private final String title;

        Platform(String value, String title) {
            this.value = value;
            this.title = title;
        }

        public String value() {
            return value;
        }

        public String title() {
            return title;
        }

        /// The key of its list of positions.
        public String positions() {
            return value + "_positions";
        }
    }

    /// All of them, in the order in which they are shown.
    public static final List<Placement> ALL = Stream.of(row("Feed", "feed", "stream", "", "", "threads_stream"),
            row("Stories", "story", "story", "", "", ""), row("Reels", "facebook_reels", "reels", "", "", ""),
            row("Ads on Reels", "facebook_reels_overlay", "", "", "", ""),
            row("Profile feed", "profile_feed", "profile_feed", "", "", ""),
            row("Profile Reels", "", "profile_reels", "", "", ""), row("Explore home", "", "explore_home", "", "", ""),
            row("Search", "search", "ig_search", "", "", ""), row("Marketplace", "marketplace", "", "", "", ""),
            row("Video feeds", "video_feeds", "", "", "", ""), row("In-stream video", "instream_video", "", "", "", ""),
            row("Right column", "right_hand_column", "", "", "", ""),
            row("Notifications", "notification", "", "", "", ""),
            row("Sponsored messages", "", "", "", "sponsored_messages", ""),
            row("Apps and sites", "", "", "classic", "", ""),
            row("Rewarded video", "", "", "rewarded_video", "", "")).flatMap(List::stream).toList();

    private static List<Placement> row(String name, String... values) {
        return Arrays.stream(Platform.values()).filter(platform -> !values[platform.ordinal()].isEmpty())
                .map(platform -> new Placement(name, platform, values[platform.ordinal()])).toList();
    }

    public static List<String> rows() {
        return ALL.stream().map(Placement::row).distinct().toList();
    }

    static List<Placement> of(Platform platform) {
        return ALL.stream().filter(one -> one.platform == platform).toList();
    }
}
