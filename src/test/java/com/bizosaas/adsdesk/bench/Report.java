package com.bizosaas.adsdesk.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The ratios that the targets speak of.
final class Report {

    /// @param objects campaigns, ad sets, ads and insight rows; 0 where they were thrown away
    /// @param liveKib of a run of its own
    record Line(long requests, long bytes, long millis, long cpuMillis, long peakKib, long liveKib, long objects) {
    }

    private Report() {
    }

    static void ratios(Map<String, Line> lines) {
        Line sdk = lines.get("SDK");
        Line sdk8 = lines.get("SDK8");
        Line desk = lines.get("DESK");
        Line again = lines.get("AGAIN");
        Line floor = lines.get("FLOOR");
        System.out.println("Ratios of the middle runs (target):");
        if (desk == null) {
            return;
        }
        if (floor != null) {
            print("wall of (c) to the floor", desk.millis, floor.millis, "at most 1.5");
            print("requests of (c) to the floor", desk.requests, floor.requests, "at most 1.1");
        }
        if (sdk != null) {
            print("wall of (a) to (c)", sdk.millis, desk.millis, "at least 6");
            print("bytes of (a) to (c)", sdk.bytes, desk.bytes, "at least 7");
            print("CPU of (c) to (a)", desk.cpuMillis, sdk.cpuMillis, "at most 1");
        }
        if (sdk8 != null) {
            print("wall of (b) to (c)", sdk8.millis, desk.millis, "at least 1.5");
            print("peak memory of (c) to (b)", desk.peakKib, sdk8.peakKib, "at most 0.25");
            print("live heap of (c) to (b)", desk.liveKib, sdk8.liveKib, "at most 0.25");
        }
        if (again != null) {
            print("requests of (d) to (c)", again.requests, desk.requests, "at most 0.05");
        }
    }

    private static void print(String what, long of, long to, String target) {
        System.out.printf(Locale.ROOT, "  %-32s %8.3f   %s%n", what, (double) of / Math.max(1, to),
                target.isEmpty() ? "" : "(" + target + ")");
    }

    /// How what (c) costs grows from the first size to each other one.
    ///
    /// @param sizes the lines of each size, the smallest first
    static void growth(Map<String, Map<String, Line>> sizes) {
        List<Map.Entry<String, Map<String, Line>>> all = sizes.entrySet().stream()
                .filter(size -> size.getValue().containsKey("DESK")).toList();
        if (all.size() < 2) {
            return;
        }
        Line first = Objects.requireNonNull(all.getFirst().getValue().get("DESK"));
        System.out.println("Growth of (c) from " + all.getFirst().getKey() + " (target):");
        for (Map.Entry<String, Map<String, Line>> size : all.subList(1, all.size())) {
            Line more = Objects.requireNonNull(size.getValue().get("DESK"));
            String to = " to " + size.getKey();
            print("rows" + to, more.objects, first.objects, "");
            print("requests per row" + to, more.requests * first.objects, first.requests * more.objects, "at most 1");
            print("wall per row" + to, more.millis * first.objects, first.millis * more.objects, "at most 1");
            print("CPU per row" + to, more.cpuMillis * first.objects, first.cpuMillis * more.objects, "at most 1");
            print("peak memory" + to, more.peakKib, first.peakKib, "at most 1.15 to large");
            print("live heap" + to, more.liveKib, first.liveKib, "at most 1.15 to large");
        }
    }
}
