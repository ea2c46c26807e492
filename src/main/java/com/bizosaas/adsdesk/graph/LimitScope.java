package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphRequest.Effect;
import com.bizosaas.adsdesk.graph.wire.ErrorJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that Facebook limits as a whole (graph-api chapter 12). While it is closed, only calls that use it wait.
///
/// @param key tenant, account or object, empty for the app
/// @param type use case or kind of change, empty for all
public record LimitScope(Part part, String key, String type) {

    /// What is limited: the app, a tenant's token, an ad account, or one kind of change to one object.
    public enum Part {
        APP, TOKEN, ACCOUNT, OBJECT
    }

    private static final String BUDGET = "budget";
    private static final String NEW_ADS = "new_ads";

    static final LimitScope APP = new LimitScope(Part.APP, "", "");
    static final LimitScope APP_INSIGHTS = new LimitScope(Part.APP, "", UseCase.ADS_INSIGHTS.type());

    static LimitScope token(TenantId tenant) {
        return new LimitScope(Part.TOKEN, tenant.value(), "");
    }

    /// @param number the account's id without `act_`, or a business id, as the headers name it
    static LimitScope account(String number, String type) {
        return new LimitScope(Part.ACCOUNT, number, type);
    }

    /// The share of one tenant in a limit of the app.
    LimitScope of(TenantId tenant) {
        return new LimitScope(Part.TOKEN, tenant.value(), type);
    }

    /// Whether this is an ad account's score, whose allowance is known: points that come back within 300 seconds.
    boolean isScore() {
        return part == Part.ACCOUNT && type.isEmpty();
    }

    /// How long it takes until what was used has come back.
    Duration span() {
        return isScore() ? Duration.ofSeconds(300) : Duration.ofHours(1);
    }

    /// How long it stays closed where the server does not say.
    Duration block(UsageReading.Tier tier) {
        return part == Part.OBJECT ? Duration.ofHours(1) : tier.block();
    }

    /// Everything that a call uses and how many points of each: a read costs one, a write three, and the calls of a batch
    /// count one by one.
    static Map<LimitScope, Integer> charges(TenantId tenant, GraphRequest request) {
        Map<LimitScope, Integer> charges = new LinkedHashMap<>();
        for (GraphRequest call : request.counted()) {
            of(tenant, call).forEach(scope -> charges.merge(scope, call.cost(), Integer::sum));
        }
        return charges;
    }

    /// Everything that a single call uses.
    static List<LimitScope> of(TenantId tenant, GraphRequest request) {
        List<LimitScope> scopes = new ArrayList<>(6);
        scopes.add(APP);
        scopes.add(token(tenant));
        if (request.useCase() == UseCase.ADS_INSIGHTS) {
            scopes.add(APP_INSIGHTS);
            scopes.add(APP_INSIGHTS.of(tenant));
        }
        AdAccountId account = request.account();
        if (account != null) {
            scopes.add(account(account.number(), ""));
            if (request.useCase() != UseCase.PLATFORM) {
                scopes.add(account(account.number(), request.useCase().type()));
            }
            if (request.effect() == Effect.CREATE && request.path().endsWith("/ads")) {
                scopes.add(new LimitScope(Part.OBJECT, account.number(), NEW_ADS));
            }
        }
        if (changesBudget(request)) {
            scopes.add(budgetOf(request));
        }
        return scopes;
    }

    private static boolean changesBudget(GraphRequest request) {
        return request.effect() == Effect.UPDATE && (request.parameters().containsKey("daily_budget")
                || request.parameters().containsKey("lifetime_budget"));
    }

    /// Four changes an hour.
    private static LimitScope budgetOf(GraphRequest request) {
        return new LimitScope(Part.OBJECT, request.path(), BUDGET);
    }

    /// What a limit code closes.
    static LimitScope closedBy(@Nullable ErrorJson error, TenantId tenant, GraphRequest request) {
        AdAccountId account = request.account();
        int code = error == null ? 0 : error.code();
        int subcode = error == null ? 0 : error.subcode();
        return switch (code) {
            case 4 -> subcode == 1504022 || subcode == 1504039 ? APP_INSIGHTS : APP;
            case 17, 613 -> {
                if (subcode == 1487632) {
                    yield budgetOf(request);
                }
                if (subcode == 1487225 && account != null) {
                    yield new LimitScope(Part.OBJECT, account.number(), NEW_ADS);
                }
                if (subcode == 1996 || account == null || code == 17 && subcode != 2446079) {
                    yield token(tenant);
                }
                yield account(account.number(), "");
            }
            case 32 -> token(tenant);
            default -> account == null ? token(tenant) : account(account.number(), typeOf(code, request));
        };
    }

    private static String typeOf(int code, GraphRequest request) {
        return switch (code) {
            case 80000 -> UseCase.ADS_INSIGHTS.type();
            case 80003 -> UseCase.CUSTOM_AUDIENCE.type();
            case 80004 -> UseCase.ADS_MANAGEMENT.type();
            default -> request.useCase().type();
        };
    }
}
