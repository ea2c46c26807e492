package com.bizosaas.adsdesk.sandbox.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// How people and placements divide the delivery of an average ad set, as far as its targeting admits them.
final class Shares {

    private record AgeBand(int from, int to, Cell cell) {
    }

    private static final List<AgeBand> AGES = List.of(new AgeBand(13, 17, cell("13-17", 0.01, 0.8, 0.9, 0.3, 0.05)),
            new AgeBand(18, 24, cell("18-24", 0.15, 0.85, 0.9, 0.55, 0.15)),
            new AgeBand(25, 34, cell("25-34", 0.29, 1.0, 1.05, 1.1, 0.24)),
            new AgeBand(35, 44, cell("35-44", 0.25, 1.08, 1.1, 1.35, 0.21)),
            new AgeBand(45, 54, cell("45-54", 0.16, 1.1, 1.0, 1.15, 0.15)),
            new AgeBand(55, 64, cell("55-64", 0.09, 1.05, 0.95, 0.9, 0.11)),
            new AgeBand(65, 99, cell("65+", 0.05, 0.95, 0.9, 0.7, 0.09)));
    private static final List<Cell> GENDERS = List.of(cell("female", 0.56, 1.04, 1.06, 1.2, 0.52),
            cell("male", 0.42, 0.96, 0.94, 0.8, 0.46), cell("unknown", 0.02, 0.9, 0.9, 0.7, 0.02));
    private static final List<Cell> PLATFORMS = List.of(cell("facebook", 0.52, 0.95, 1.1, 1.05, 0.7),
            cell("instagram", 0.43, 1.1, 0.92, 1.0, 0.62), cell("audience_network", 0.04, 0.5, 0.9, 0.3, 0.16),
            cell("messenger", 0.01, 0.8, 0.6, 0.7, 0.08));
    private static final List<Cell> FACEBOOK = List.of(cell("feed", 0.66, 1.05, 1.1, 1.1, 0.75),
            cell("facebook_reels", 0.16, 0.8, 0.7, 0.8, 0.4), cell("facebook_stories", 0.08, 0.85, 0.8, 0.8, 0.3),
            cell("marketplace", 0.06, 0.8, 0.9, 1.0, 0.2), cell("right_hand_column", 0.04, 0.5, 0.3, 0.7, 0.15));
    private static final List<Cell> INSTAGRAM = List.of(cell("feed", 0.41, 1.1, 1.1, 1.15, 0.6),
            cell("instagram_reels", 0.32, 0.9, 0.85, 0.9, 0.5), cell("instagram_stories", 0.27, 0.95, 1.0, 0.95, 0.5));
    private static final List<Cell> NETWORK = List.of(cell("an_classic", 0.7, 1, 1, 1, 0.7),
            cell("rewarded_video", 0.3, 1.1, 0.6, 0.5, 0.4));
    private static final List<Cell> MESSENGER = List.of(cell("messenger_inbox", 1, 1, 1, 1, 1));

    static final List<Cell> DEVICE_PLATFORMS = List.of(cell("mobile_app", 0.86, 1, 1, 0.97, 0.88),
            cell("mobile_web", 0.04, 0.85, 0.9, 0.9, 0.1), cell("desktop", 0.1, 1.1, 0.95, 1.3, 0.2));
    static final List<Cell> IMPRESSION_DEVICES = List.of(cell("iphone", 0.47, 1.15, 1.0, 1.15, 0.45),
            cell("android_smartphone", 0.4, 0.85, 1.0, 0.85, 0.45), cell("desktop", 0.08, 1.1, 0.95, 1.3, 0.18),
            cell("ipad", 0.03, 1.1, 1.0, 1.1, 0.06), cell("android_tablet", 0.02, 0.8, 0.9, 0.8, 0.05));

    private Shares() {
    }

    static List<Cell> ages(JsonNode targeting) {
        int least = targeting.path("age_min").asInt(18);
        int most = targeting.path("age_max").asInt(65);
        int top = most >= 65 ? 99 : most;
        return AGES.stream().filter(band -> band.to() >= least && band.from() <= top).map(AgeBand::cell).toList();
    }

    static List<Cell> genders(JsonNode targeting) {
        JsonNode wanted = targeting.path("genders");
        if (wanted.size() == 1) {
            return List.of(GENDERS.get(wanted.get(0).asInt() == 2 ? 0 : 1));
        }
        return GENDERS;
    }

    static List<Cell> countries(JsonNode targeting) {
        JsonNode wanted = targeting.path("geo_locations").path("countries");
        List<Cell> cells = new ArrayList<>();
        double share = 1;
        for (int i = 0; i < wanted.size(); i++) {
            boolean last = i == wanted.size() - 1;
            double own = last ? share : share * 0.6;
            share -= own;
            double mood = (wanted.get(i).asString().hashCode() & 0xff) / 255.0;
            cells.add(cell(wanted.get(i).asString(), own, 0.85 + 0.3 * mood, 1.1 - 0.2 * mood, 0.8 + 0.4 * mood, own));
        }
        return cells.isEmpty() ? List.of(cell("unknown", 1, 1, 1, 1, 1)) : cells;
    }

    static List<Cell> platforms(JsonNode targeting) {
        JsonNode wanted = targeting.path("publisher_platforms");
        if (wanted.isEmpty()) {
            return PLATFORMS;
        }
        Set<String> names = Set.copyOf(wanted.valueStream().map(JsonNode::asString).toList());
        List<Cell> cells = PLATFORMS.stream().filter(cell -> names.contains(cell.values().getFirst())).toList();
        return cells.isEmpty() ? PLATFORMS : cells;
    }

    static List<Cell> positions(String platform) {
        return switch (platform) {
            case "facebook" -> FACEBOOK;
            case "instagram" -> INSTAGRAM;
            case "audience_network" -> NETWORK;
            default -> MESSENGER;
        };
    }

    private static Cell cell(String value, double share, double cost, double click, double convert, double people) {
        return new Cell(List.of(value), share, cost, click, convert, people);
    }
}
