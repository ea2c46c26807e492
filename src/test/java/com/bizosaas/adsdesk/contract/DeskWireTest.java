package com.bizosaas.adsdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphSettings;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.sandbox.SandboxOptions;
import com.bizosaas.adsdesk.sandbox.SandboxServer;
import com.bizosaas.adsdesk.sandbox.fleet.DrawnThumbnails;
import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.insights.SeededInsights;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The desk's own client reads a whole account of a sandbox, and every request of it goes into the journal.
class DeskWireTest {

    private record Settings(SandboxServer server) implements GraphSettings {
        @Override
        public URI graphUrl() {
            return URI.create(server.graphUrl());
        }

        @Override
        public String apiVersion() {
            return "v26.0";
        }

        @Override
        public Optional<byte[]> appSecret() {
            return Optional.of(server.appSecret().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everythingTheDeskReadsOfAnAccountReachesTheJournal() throws IOException {
        SandboxOptions options = SandboxOptions.of(Fleets.of("small", 5), new SeededInsights(Statuses::effective),
                new DrawnThumbnails());
        try (SandboxServer server = SandboxServer.start(options);
                AccessToken token = new AccessToken(server.operators().getFirst().token().toCharArray());
                LiveGraphAccess access = new LiveGraphAccess(new Settings(server), GraphClock.system(),
                        WireJournal::watch)) {
            AdsApi desk = access.forTenant(new TenantId("nordlys"), token);
            List<AdAccount> accounts = new ArrayList<>();
            desk.adAccounts(accounts::addAll);
            assertThat(accounts).hasSize(9);
            AdAccount first = accounts.getFirst();
            assertThat(desk.structure(first.id(), _ -> {
            }).campaigns()).isNotEmpty();
            assertThat(desk.audiences(first.id(), _ -> {
            })).isNotEmpty();
            assertThat(desk.creatives(first.id(), _ -> {
            })).isNotEmpty();
        }
        assertThat(WireJournal.shared().read()).extracting(WireEntry::path)
                .anyMatch(path -> path.endsWith("/me/adaccounts")).anyMatch(path -> path.endsWith("/campaigns"))
                .anyMatch(path -> path.endsWith("/customaudiences"));
    }
}
