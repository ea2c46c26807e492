package com.bizosaas.adsdesk.sandbox.limits;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Counts calls on the sandbox's clock, refuses those beyond the budgets, and writes the usage headers that every reply
/// carries, errors included. Thread-safe.
public final class UsageMeter {

    private static final double WRITE_POINTS = 3;

    private final InstantSource clock;
    private final ToIntFunction<String> activeAds;
    private final Map<String, AccountUsage> accounts = new HashMap<>();
    private final Map<String, Budgets> own = new HashMap<>();
    private final RollingHour app = new RollingHour();
    private Budgets budgets;

    /// @param activeAds counts an account's active ads; asked only where the tier makes them matter
    public UsageMeter(InstantSource clock, Budgets budgets, ToIntFunction<String> activeAds) {
        this.clock = clock;
        this.budgets = budgets;
        this.activeAds = activeAds;
    }

    /// Changes the budgets of all accounts that have none of their own.
    public synchronized void setBudgets(Budgets all) {
        budgets = all;
    }

    public synchronized void setBudgets(String accountId, Budgets one) {
        own.put(accountId, one);
    }

    /// Forgets all use, and every account's own budgets.
    public synchronized void reset() {
        accounts.clear();
        own.clear();
        app.add(clock.instant(), -app.total(clock.instant()));
    }

    /// Counts a call that belongs to no account.
    ///
    /// @throws GraphError 4 where the app's calls are used up
    public synchronized void admitApp() {
        Instant now = clock.instant();
        if (app.total(now) >= budgets.appCalls()) {
            throw GraphError.of(400, 4, "(#4) Application request limit reached").withTransient(true);
        }
        app.add(now, 1);
    }

    /// Counts a call on an account.
    ///
    /// @throws GraphError 17, 80000, 80003 or 80004 where nothing is left
    public synchronized void admit(String accountId, UseCase useCase, boolean write) {
        usage(accountId).admit(useCase, write ? WRITE_POINTS : 1, clock.instant(), of(accountId), limit(accountId,
                useCase));
    }

    /// Closes a use case of an account until then, as heavy use elsewhere in the app would.
    public synchronized void close(String accountId, UseCase useCase, Instant until) {
        usage(accountId).close(useCase, until);
    }

    /// Adds what an answer cost beyond the call itself.
    public synchronized void spend(String accountId, UseCase useCase, double cost) {
        usage(accountId).spend(useCase, cost, clock.instant());
    }

    private AccountUsage usage(String accountId) {
        return accounts.computeIfAbsent(accountId, _ -> new AccountUsage());
    }

    private Budgets of(String accountId) {
        return own.getOrDefault(accountId, budgets);
    }

    private double limit(String accountId, UseCase useCase) {
        Budgets mine = of(accountId);
        long ads = mine.tier().equals(Budgets.FULL.tier()) || mine.perActiveAd() == 0
                ? 0
                : mine.perActiveAd() * activeAds.applyAsInt(accountId);
        return switch (useCase) {
            case ADS_MANAGEMENT -> mine.management() + ads;
            case ADS_INSIGHTS -> mine.insights() + 10.0 * ads;
            case CUSTOM_AUDIENCE -> mine.audiences();
        };
    }

    /// Headers of a reply that concerns no account.
    public synchronized Map<String, String> headers() {
        double percent = 100 * app.total(clock.instant()) / budgets.appCalls();
        ObjectNode usage = Json.object().put("call_count", (long) percent).put("total_time", (long) (percent * 0.9))
                .put("total_cputime", (long) (percent * 0.8));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-app-usage", Json.text(usage));
        return headers;
    }

    /// Headers of a reply about an account.
    public synchronized Map<String, String> headers(String accountId, UseCase useCase) {
        Instant now = clock.instant();
        Budgets mine = of(accountId);
        AccountUsage usage = usage(accountId);
        Map<String, String> headers = headers();
        headers.put("x-ad-account-usage", Json.text(Json.object().put("acc_id_util_pct", rounded(usage.scorePercent(now,
                mine))).put("reset_time_duration", usage.secondsToReset(now, mine)).put("ads_api_access_tier", mine
                        .tier())));
        ArrayNode cases = Json.array();
        for (UseCase one : UseCase.values()) {
            if (one == useCase || usage.hasUsed(one, now)) {
                double limit = limit(accountId, one);
                long time = (long) usage.timePercent(one, now, limit);
                cases.addObject().put("type", one.type()).put("call_count", (long) usage.callPercent(one, now, limit))
                        .put("total_cputime", time * 9 / 10).put("total_time", time)
                        .put("estimated_time_to_regain_access", usage.minutesToRegain(one, now, limit))
                        .put("ads_api_access_tier", mine.tier());
            }
        }
        headers.put("x-business-use-case-usage", Json.text(Json.object().set(accountId.replace("act_", ""), cases)));
        if (useCase == UseCase.ADS_INSIGHTS) {
            double percent = usage.callPercent(useCase, now, limit(accountId, useCase));
            headers.put("x-fb-ads-insights-throttle",
                    Json.text(Json.object().put("app_id_util_pct", rounded(percent / 2))
                            .put("acc_id_util_pct", rounded(percent)).put("ads_api_access_tier", mine.tier())));
        }
        return headers;
    }

    private static double rounded(double percent) {
        return Math.round(percent * 100) / 100.0;
    }
}
