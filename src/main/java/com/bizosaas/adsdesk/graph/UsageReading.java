package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one reply's headers say about one scope (graph-api chapter 12). Every value may be missing.
///
/// @param calls, cpu, time percentages of the allowance, zero where absent
/// @param regain until access comes back; told in minutes, zero while free
/// @param reset until the score is empty again; told in seconds, of use only once it is full
/// @param tier of the app, null where the header does not name it
record UsageReading(LimitScope scope, double calls, double cpu, double time, Duration regain, Duration reset,
        @Nullable Tier tier) {

    /// Access tiers by what they mean here: how many points an ad account has in 300 seconds, and for how long it is closed
    /// once they are used up.
    enum Tier {
        LIMITED(60, Duration.ofSeconds(300)), FULL(9000, Duration.ofSeconds(60));

        private final int points;
        private final Duration block;

        Tier(int points, Duration block) {
            this.points = points;
            this.block = block;
        }

        int points() {
            return points;
        }

        Duration block() {
            return block;
        }
    }

    private static final Duration LONGEST = Duration.ofDays(1);

    /// What a start finds of the time before it.
    static UsageReading remembered(LimitScope scope, double share) {
        return new UsageReading(scope, share, 0, 0, Duration.ZERO, Duration.ZERO, null);
    }

    /// The highest of the three.
    double share() {
        return Math.max(calls, Math.max(cpu, time));
    }

    /// How long the server wants to be left alone once this is full, zero where it does not say.
    Duration heldUp() {
        return longer(regain, reset);
    }

    /// The worse of two, value by value.
    UsageReading fuller(UsageReading other) {
        return new UsageReading(scope, Math.max(calls, other.calls), Math.max(cpu, other.cpu),
                Math.max(time, other.time), longer(regain, other.regain), longer(reset, other.reset),
                tier == null ? other.tier : tier);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// Whether this scope takes nothing more at the moment.
    boolean isFull() {
        return share() >= 100 || regain.isPositive();
    }

    static List<UsageReading> of(Map<String, String> headers, @Nullable AdAccountId account) {
        List<UsageReading> readings = new ArrayList<>();
        WireObject app = json(headers, "x-app-usage");
        if (app != WireObject.EMPTY) {
            readings.add(counts(LimitScope.APP, app));
        }
        WireObject score = json(headers, "x-ad-account-usage");
        if (score != WireObject.EMPTY && account != null) {
            readings.add(new UsageReading(LimitScope.account(account.number(), ""), percent(score, "acc_id_util_pct"),
                    0, 0, Duration.ZERO, duration(score, "reset_time_duration", Duration.ofSeconds(1)), tier(score)));
        }
        useCases(json(headers, "x-business-use-case-usage"), account, readings);
        WireObject insights = json(headers, "x-fb-ads-insights-throttle");
        if (insights != WireObject.EMPTY) {
            readings.add(share(LimitScope.APP_INSIGHTS, insights, "app_id_util_pct"));
            if (account != null) {
                readings.add(share(LimitScope.account(account.number(), UseCase.ADS_INSIGHTS.type()), insights,
                        "acc_id_util_pct"));
            }
        }
        return readings;
    }

    private static void useCases(WireObject header, @Nullable AdAccountId account, List<UsageReading> readings) {
        boolean named = account != null && header.has(account.number());
        for (Map.Entry<String, JsonNode> entry : header.json().properties()) {
            for (WireObject useCase : header.list(entry.getKey())) {
                LimitScope scope = LimitScope.account(entry.getKey(), useCase.text("type"));
                readings.add(counts(scope, useCase));
                // Told for the owning business only: the account of the call is held back by it all the same.
                if (account != null && !named) {
                    readings.add(counts(LimitScope.account(account.number(), scope.type()), useCase));
                }
            }
        }
    }

    private static UsageReading counts(LimitScope scope, WireObject wire) {
        return new UsageReading(scope, percent(wire, "call_count"), percent(wire, "total_cputime"),
                percent(wire, "total_time"), duration(wire, "estimated_time_to_regain_access", Duration.ofMinutes(1)),
                Duration.ZERO, tier(wire));
    }

    private static UsageReading share(LimitScope scope, WireObject wire, String name) {
        return new UsageReading(scope, percent(wire, name), 0, 0, Duration.ZERO, Duration.ZERO, tier(wire));
    }

    private static @Nullable Tier tier(WireObject wire) {
        return switch (wire.text("ads_api_access_tier")) {
            case "" -> null;
            case "development_access" -> Tier.LIMITED;
            default -> Tier.FULL;
        };
    }

    private static double percent(WireObject wire, String name) {
        BigDecimal value = wire.decimal(name);
        return value == null ? 0 : Math.clamp(value.doubleValue(), 0, 10_000);
    }

    private static Duration duration(WireObject wire, String name, Duration unit) {
        BigDecimal value = wire.decimal(name);
        if (value == null || value.signum() <= 0) {
            return Duration.ZERO;
        }
        double seconds = Math.min(value.doubleValue() * unit.toSeconds(), LONGEST.toSeconds());
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static WireObject json(Map<String, String> headers, String name) {
        String text = headers.getOrDefault(name, "");
        if (text.isEmpty()) {
            return WireObject.EMPTY;
        }
        return StrictJson.parse(text).filter(JsonNode::isObject).map(WireObject::new).orElse(WireObject.EMPTY);
    }
}
