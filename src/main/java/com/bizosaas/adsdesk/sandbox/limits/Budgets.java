package com.bizosaas.adsdesk.sandbox.limits;

import java.time.Duration;

/// What an app, or one ad account of it, may use.
///
/// @param tier as the headers spell it: `development_access` (Limited) or `standard_access` (Full)
/// @param appCalls calls an hour that count for the app alone, such as `/me`
/// @param score points per [#WINDOW]: a read costs 1, a write 3
/// @param block how long an account stays closed after its score was reached
/// @param perActiveAd calls an hour added to ads management for each active ad; ten times as many to insights
public record Budgets(String tier, long appCalls, double score, Duration block, long management, long insights,
        long audiences, long perActiveAd) {

    public static final Duration WINDOW = Duration.ofSeconds(300);
    public static final Budgets FULL = new Budgets("standard_access", 5_000, 9_000, Duration.ofSeconds(60), 100_000,
            190_000, 190_000, 40);
    public static final Budgets LIMITED = new Budgets("development_access", 200, 60, Duration.ofSeconds(300), 300, 600,
            5_000, 40);

    public Budgets {
        if (appCalls < 1 || score < 1 || management < 1 || insights < 1 || audiences < 1 || perActiveAd < 0
                || block.isNegative()) {
            throw new IllegalArgumentException("A budget is at least 1");
        }
    }

    /// @param name `limited` or `full`
    public static Budgets ofTier(String name) {
        return switch (name) {
            case "limited" -> LIMITED;
            case "full" -> FULL;
            default -> throw new IllegalArgumentException("No such tier: " + name);
        };
    }
}
