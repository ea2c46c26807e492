package com.bizosaas.adsdesk.bench;

import java.util.Locale;
import java.util.Map;

/// The ratios that the targets speak of.
final class Report {

    record Line(long requests, long bytes, long millis, long cpuMillis, long peakKib) {
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
        }
        if (again != null) {
            print("requests of (d) to (c)", again.requests, desk.requests, "at most 0.05");
        }
    }

    private static void print(String what, long of, long to, String target) {
        System.out.printf(Locale.ROOT, "  %-32s %8.3f   (%s)%n", what, (double) of / Math.max(1, to), target);
    }
}
