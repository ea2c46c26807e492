package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import java.util.Locale;
import java.util.Map;

/// Meta's breakdown values in the words people use. A value that is not known is shown as it came, readably.
final class BreakdownNames {

    private static final Map<String, String> PLATFORMS = Map.of("facebook", "Facebook", "instagram", "Instagram",
            "messenger", "Messenger", "audience_network", "Audience Network", "threads", "Threads", "whatsapp",
            "WhatsApp");
    private static final Map<String, String> POSITIONS = Map.ofEntries(Map.entry("feed", "feed"),
            Map.entry("stream", "feed"), Map.entry("instagram_stories", "stories"),
            Map.entry("facebook_stories", "stories"), Map.entry("story", "stories"),
            Map.entry("messenger_stories", "stories"), Map.entry("instagram_reels", "Reels"),
            Map.entry("facebook_reels", "Reels"), Map.entry("reels", "Reels"),
            Map.entry("facebook_reels_overlay", "Reels overlay"), Map.entry("instagram_explore", "Explore"),
            Map.entry("instagram_explore_grid_home", "Explore home"), Map.entry("instagram_search", "search"),
            Map.entry("instagram_profile_feed", "profile feed"), Map.entry("right_hand_column", "right column"),
            Map.entry("marketplace", "Marketplace"), Map.entry("search", "search"),
            Map.entry("video_feeds", "video feeds"), Map.entry("instream_video", "in-stream video"),
            Map.entry("messenger_inbox", "inbox"), Map.entry("facebook_notification", "notifications"));
    private static final Map<String, String> DEVICES = Map.of("android_smartphone", "Android phone", "android_tablet",
            "Android tablet", "iphone", "iPhone", "ipad", "iPad", "ipod", "iPod", "desktop", "Desktop", "other",
            "Other devices");

    private BreakdownNames() {
    }

    static String name(BreakdownRow row, Locale locale) {
        String first = row.values().getFirst();
        return switch (row.breakdown()) {
            case AGE_GENDER -> first + ", " + gender(row.values().get(1));
            case COUNTRY -> country(first, locale);
            case PLATFORM -> platform(first);
            case PLACEMENT -> placement(first, row.values().get(1));
            case DEVICE -> DEVICES.getOrDefault(row.values().get(1), readable(row.values().get(1)));
        };
    }

    static String gender(String value) {
        return switch (value) {
            case "female" -> "Women";
            case "male" -> "Men";
            case "unknown" -> "Unknown";
            default -> readable(value);
        };
    }

    static String title(Breakdown breakdown) {
        return switch (breakdown) {
            case AGE_GENDER -> "Age and gender";
            case COUNTRY -> "Country";
            case PLATFORM -> "Platform";
            case PLACEMENT -> "Placement";
            case DEVICE -> "Device";
        };
    }

    private static String platform(String value) {
        return PLATFORMS.getOrDefault(value, readable(value));
    }

    private static String placement(String platform, String position) {
        if (platform.equals("audience_network") && (position.equals("classic") || position.isEmpty())) {
            return platform(platform);
        }
        String known = POSITIONS.get(position);
        return platform(platform) + (known == null ? ": " + readable(position) : " " + known);
    }

    private static String country(String code, Locale locale) {
        if (!code.matches("[A-Z]{2}")) {
            return readable(code);
        }
        return Locale.of("", code).getDisplayCountry(locale);
    }

    private static String readable(String value) {
        String words = value.replace('_', ' ').strip();
        return words.isEmpty()
                ? "Unknown"
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
