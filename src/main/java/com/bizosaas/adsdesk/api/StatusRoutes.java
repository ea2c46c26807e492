package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.service.DeskServices;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How a client stands, at one glance.
final class StatusRoutes {

    private final DeskServices desk;
    private final Reads reads;
    private final OAuthRoutes oauth;
    private final String version;

    StatusRoutes(DeskServices desk, Reads reads, OAuthRoutes oauth, String version) {
        this.desk = desk;
        this.reads = reads;
        this.oauth = oauth;
        this.version = version;
    }

    List<Route> routes() {
        return List.of(Route.get("/", "How the client is connected, and what is known of each of its ad accounts.")
                .ofAccounts().answers("Overview").by(this::overview));
    }

    private Reply overview(Call call) {
        ObjectNode body = Json.object().put("version", version).put("tenant_id", call.tenant().value()).put("status",
                oauth.word(call.tenant()));
        ArrayNode data = Json.array();
        List<AdAccount> accounts = reads.accounts(call);
        @Nullable
        Instant oldest = accounts.isEmpty() ? null : Instant.MAX;
        boolean stale = accounts.isEmpty();
        for (AdAccount account : accounts) {
            Stamped<AdStructure> stored = desk.campaigns().structure(call.tenant(), account.id());
            Instant asOf = stored.asOf();
            oldest = oldest == null || asOf == null ? null : asOf.isBefore(oldest) ? asOf : oldest;
            stale |= stored.stale();
            data.add(view(account, stored));
        }
        body.set("data", data);
        return Reply.json(body.put("as_of", Shapes.timeOrNull(oldest)).put("stale", stale));
    }

    private static ObjectNode view(AdAccount account, Stamped<AdStructure> stored) {
        List<Campaign> campaigns = stored.value().campaigns();
        ObjectNode view = AccountRoutes.view(account, true);
        view.put("campaigns", campaigns.size())
                .put("active_campaigns",
                        campaigns.stream().filter(row -> row.effectiveStatus().equals(EffectiveStatus.ACTIVE)).count())
                .put("adsets", stored.value().adSets().size()).put("ads", stored.value().ads().size());
        return view.put("as_of", Shapes.timeOrNull(stored.asOf())).put("stale", stored.stale());
    }
}
