package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.PendingConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `--sandbox` twice on one data folder: clients stay connected and changes stay in place.
class SandboxAgainTest {

    private static final String PASSPHRASE = "four random words here";

    @TempDir
    Path folder;

    private Environment environment() {
        return Environment.of(CommandLine.populateCommand(new LaunchOptions(), "--sandbox", "--data-dir",
                folder.resolve("data").toString()), Map.of(), null);
    }

    @Test
    void aSecondStartFindsItsTenantsConnectedAndItsChangesInPlace() throws IOException {
        Tenant tenant;
        AdAccount account;
        Campaign paused;
        try (Composition first = new Composition(environment())) {
            DeskServices desk = first.gate().create(PASSPHRASE.toCharArray(), "Ines").services();
            first.adoptSecret(desk);
            assertThat(desk.settings().hasAppSecret()).isTrue();
            tenant = desk.tenants().create("Nordlys");
            try (PendingConnection pending = desk.connections().useToken(tenant.id(), first.sandboxToken())) {
                account = desk.connections().reachable(pending, _ -> {
                }).accounts().stream().filter(AdAccount::canAdvertise)
                        .filter(one -> one.status().connectable() && one.status().delivers()).findFirst().orElseThrow();
                desk.connections().confirm(pending, List.of(account.id()));
            }
            paused = firstActive(desk, tenant, account);
            desk.campaigns().setStatus(tenant.id(), account.id(), Level.CAMPAIGN, paused.id(), Status.PAUSED);
        }
        try (Composition second = new Composition(environment())) {
            DeskServices desk = second.gate().unlock(PASSPHRASE.toCharArray());
            second.adoptSecret(desk);
            assertThat(desk.connections().connection(tenant.id())).hasValueSatisfying(
                    connection -> assertThat(connection.broken()).isNull());
            desk.sync().refresh(tenant.id(), account.id(), Topic.CAMPAIGNS);
            await().atMost(Duration.ofSeconds(60)).until(() -> desk.sync()
                    .state(tenant.id(), account.id(), Topic.CAMPAIGNS).lastSuccess() != null);
            assertThat(desk.sync().state(tenant.id(), account.id(), Topic.CAMPAIGNS).problem()).isNull();
            assertThat(desk.campaigns().structure(tenant.id(), account.id()).value().campaigns())
                    .filteredOn(campaign -> campaign.id().equals(paused.id())).extracting(Campaign::status)
                    .containsExactly(Status.PAUSED);
        }
    }

    private static Campaign firstActive(DeskServices desk, Tenant tenant, AdAccount account) {
        desk.sync().refresh(tenant.id(), account.id(), Topic.CAMPAIGNS);
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.campaigns().structure(tenant.id(), account.id()).value().campaigns().stream()
                        .filter(campaign -> campaign.status().isOn()).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
