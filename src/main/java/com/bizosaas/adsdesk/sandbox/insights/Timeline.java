package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.History;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// When an ad delivered, up to now: stretches of time, in unix seconds, in which it, its ad set, its campaign and its
/// account were all switched on, allowed and within their schedules.
final class Timeline {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[xxx][xx]");
    private static final long OPEN = Long.MAX_VALUE;

    private final long[] from;
    private final long[] to;

    private Timeline(long[] from, long[] to) {
        this.from = from;
        this.to = to;
    }

    static Timeline of(Node account, Node campaign, Node adSet, Node ad, long now) {
        long start = latest(second(ad, "created_time", 0), second(adSet, "start_time", 0),
                second(campaign, "start_time", 0), number(ad, "_review_until"));
        long stop = Math.min(now, Math.min(second(adSet, "end_time", OPEN), second(campaign, "stop_time", OPEN)));
        if (start >= stop) {
            return new Timeline(new long[0], new long[0]);
        }
        TreeSet<Long> moments = new TreeSet<>();
        moments.add(start);
        for (Node node : List.of(account, campaign, adSet, ad)) {
            for (JsonNode change : node.fields().path(History.FIELD)) {
                long until = change.get("until").asLong();
                if (until > start && until < stop) {
                    moments.add(until);
                }
            }
        }
        List<long[]> stretches = new ArrayList<>();
        for (long moment : moments) {
            Long next = moments.higher(moment);
            if (isOn(account, campaign, adSet, ad, Instant.ofEpochSecond(moment))) {
                stretches.add(new long[]{moment, next == null ? stop : next});
            }
        }
        return new Timeline(stretches.stream().mapToLong(s -> s[0]).toArray(),
                stretches.stream().mapToLong(s -> s[1]).toArray());
    }

    private static boolean isOn(Node account, Node campaign, Node adSet, Node ad, Instant at) {
        String health = History.textAt(account, "account_status", at);
        return (health.equals("1") || health.equals("9")) && isActive(campaign, at) && isActive(adSet, at)
                && isActive(ad, at) && History.textAt(ad, "_review", at).isEmpty();
    }

    private static boolean isActive(Node node, Instant at) {
        return History.textAt(node, "status", at).equals("ACTIVE") && History.textAt(node, "_blocked", at).isEmpty();
    }

    boolean isEmpty() {
        return from.length == 0;
    }

    /// The share of a day's delivery that fell into the stretches; 1 for a day that was on throughout.
    double share(Day day) {
        return share(day, 0, 1);
    }

    /// The same for a part of the day, given as places in it.
    double share(Day day, double least, double most) {
        double share = 0;
        for (int i = 0; i < from.length; i++) {
            if (from[i] < day.ends() && to[i] > day.starts()) {
                double begin = Math.max(least, day.place(from[i]));
                double end = Math.min(most, day.place(to[i]));
                if (end > begin) {
                    share += DayCurve.until(end) - DayCurve.until(begin);
                }
            }
        }
        return share;
    }

    private static long latest(long... moments) {
        long latest = 0;
        for (long moment : moments) {
            latest = Math.max(latest, moment);
        }
        return latest;
    }

    private static long number(Node node, String field) {
        JsonNode value = node.fields().get(field);
        return value == null ? 0 : value.asLong();
    }

    /// A time of an object in unix seconds; the API takes ISO text and unix seconds alike.
    static long second(Node node, String field, long absent) {
        String text = node.text(field);
        if (text.isEmpty() || text.equals("0")) {
            return absent;
        }
        return text.chars().allMatch(Character::isDigit)
                ? Long.parseLong(text)
                : OffsetDateTime.parse(text, TIME).toEpochSecond();
    }
}
