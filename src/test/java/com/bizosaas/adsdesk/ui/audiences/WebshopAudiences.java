package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.time.Instant;
import java.util.List;

/// The audiences of "EU Webshop" as the mock-up has them.
public final class WebshopAudiences {

    private static final String PURCHASE = """
            {"inclusions":{"operator":"or","rules":[{"event_sources":[{"id":"5","type":"pixel"}],
            "retention_seconds":15552000,"filter":{"operator":"and","filters":[{"field":"event","operator":"eq",
            "value":"Purchase"}]}}]}}""";

    private WebshopAudiences() {
    }

    public static void fill(FakeServices desk) {
        desk.audiences.audiences = new Stamped<>(List.of(
                audience("501", "Purchasers 180 d", "WEBSITE", 41_200L, 48_500L, 200, 200, 180, 38, null, PURCHASE),
                audience("502", "Lookalike 1% — purchasers 180 d · DE AT NL", "LOOKALIKE", 1_020_000L, 1_110_000L, 200,
                        200, null, 38,
                        new CustomAudience.Lookalike(new GraphId("501"), 0.01, List.of("DE", "AT", "NL")),
                        null),
                audience("503", "Lookalike 3% — purchasers 180 d · DE", "LOOKALIKE", -1L, -1L, 441, 300, null, 12,
                        new CustomAudience.Lookalike(new GraphId("501"), 0.03, List.of("DE")), null),
                audience("504", "Purchasers 2026 Q1 (CSV from shop)", "CUSTOM", null, null, 411, 300, null, 0, null,
                        null),
                audience("505", "VIP — lifetime value top 25%", "CUSTOM", 8_900L, 10_400L, 200, 200, null, 2880, null,
                        null),
                audience("506", "Lookalike 2% — LTV top 25% · DE AT CH", "LOOKALIKE", 1_860_000L, 1_980_000L, 200, 200,
                        null, 2880, new CustomAudience.Lookalike(new GraphId("505"), 0.02, List.of("DE", "AT", "CH")),
                        null),
                audience("507", "Viewed product 30 d, no purchase", "WEBSITE", 96_000L, 113_000L, 200, 200, 30, 38,
                        null, null),
                audience("508", "Lookalike 5% — a seed that is gone", "LOOKALIKE", 1_900_000L, 2_200_000L, 200, 200,
                        null, 7200, new CustomAudience.Lookalike(null, 0.05, List.of("SE")), null),
                audience("509", "Watched 50% of “Stillhet”", "VIDEO", 58_000L, 68_000L, 200, 200, 365, 51, null, null),
                audience("510", "Instagram profile visitors 90 d", "ENGAGEMENT", 33_400L, 39_000L, 200, 200, 90, 51,
                        null, null),
                audience("511", "Πελάτες Αθήνα — κατάστημα Κολωνάκι", "CUSTOM", 0L, 1000L, 200, 300, null, 8640, null,
                        null),
                audience("512", "Trail Log — opened app 14 d", "APP", 4_100L, 4_900L, 100, 200, 14, 51, null, null),
                audience("513", "Newsletter, opted in before 2024 (do not use without consent check)", "CUSTOM",
                        21_600L, 25_200L, 100, 200, 30, 41_760, null, null),
                audience("514", "Flagged list", "CUSTOM", 21_600L, 25_200L, 471, 200, null, 41_760, null, null)),
                Samples.NOW.minusSeconds(1500), false);
    }

    private static CustomAudience audience(String id, String name, String subtype, Long lower, Long upper,
            int operation, int delivery, Integer days, long minutesAgo, CustomAudience.Lookalike lookalike,
            String rule) {
        Instant changed = Samples.NOW.minusSeconds(minutesAgo * 60);
        return new CustomAudience(new GraphId(id), name, subtype, "", lower, upper, operation,
                operation == 200
                        ? "Normal"
                        : operation == 100
                                ? "Unused for two years; it will be deleted."
                                : "Being updated.",
                delivery,
                delivery == 200 ? "This audience is ready for use." : "This audience is too small or not ready.", days,
                Instant.parse("2025-11-03T09:00:00Z"), changed, changed, lookalike, rule);
    }
}
