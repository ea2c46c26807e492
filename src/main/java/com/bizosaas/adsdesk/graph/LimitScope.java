package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.wire.ErrorJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that Facebook limits as a whole (graph-api chapter 12). While it is closed, only calls that use it wait.
///
/// @param key tenant or account, empty for the app
/// @param type use case, empty for all
record LimitScope(Part part, String key, String type) {

    enum Part {
        APP, TOKEN, ACCOUNT
    }

    static final LimitScope APP = new LimitScope(Part.APP, "", "");
    static final LimitScope APP_INSIGHTS = new LimitScope(Part.APP, "", UseCase.ADS_INSIGHTS.type());

    static LimitScope token(TenantId tenant) {
        return new LimitScope(Part.TOKEN, tenant.value(), "");
    }

    /// @param number the account's id without `act_`, or a business id, as the headers name it
    static LimitScope account(String number, String type) {
        return new LimitScope(Part.ACCOUNT, number, type);
    }

    /// Everything that a call uses.
    static List<LimitScope> of(TenantId tenant, GraphRequest request) {
        List<LimitScope> scopes = new ArrayList<>(5);
        scopes.add(APP);
        scopes.add(token(tenant));
        if (request.useCase() == UseCase.ADS_INSIGHTS) {
            scopes.add(APP_INSIGHTS);
        }
        AdAccountId account = request.account();
        if (account != null) {
            scopes.add(account(account.number(), ""));
            if (request.useCase() != UseCase.PLATFORM) {
                scopes.add(account(account.number(), request.useCase().type()));
            }
        }
        return scopes;
    }

    /// What a limit code closes; null for limits of a single object, such as four budget changes an hour.
    static @Nullable LimitScope closedBy(@Nullable ErrorJson error, TenantId tenant, GraphRequest request) {
        AdAccountId account = request.account();
        int code = error == null ? 0 : error.code();
        int subcode = error == null ? 0 : error.subcode();
        return switch (code) {
            case 4 -> subcode == 1504022 || subcode == 1504039 ? APP_INSIGHTS : APP;
            case 17, 613 -> {
                if (subcode == 1487632 || subcode == 1487225) {
                    yield null;
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
