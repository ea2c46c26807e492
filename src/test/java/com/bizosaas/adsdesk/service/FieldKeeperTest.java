package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphSettings;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.graph.WireReply;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Facebook no longer knows is remembered over a restart of the desk, in its real store, for a day.
class FieldKeeperTest {

    private static final TenantId TENANT = new TenantId("acme");

    private final Clock clock = new Clock();
    private final List<String> sent = new ArrayList<>();

    private static final class Clock implements GraphClock {

        private Instant now = Instant.parse("2026-11-26T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }
    }

    @Test
    void aRestartDoesNotSendWhatWasRefused(@TempDir Path place) throws Exception {
        Path path = place.resolve("desk");
        try (DataFolder folder = DataFolder.open(path); DeskStore store = created(folder)) {
            store.tenants().create(new Tenant(TENANT, "Acme", 1, clock.instant()));
            run(store, new TenantId("acme"));
            assertThat(sent).containsExactly("me id,name", "me id", "me/permissions");
        }
        try (DataFolder folder = DataFolder.open(path); DeskStore store = opened(folder)) {
            run(store, TENANT);
            assertThat(sent).as("after a restart").containsExactly("me id", "me/permissions");
            clock.sleep(Duration.ofDays(1));
            run(store, TENANT);
            assertThat(sent).as("a day later it may be there again")
                    .containsExactly("me id,name", "me id", "me/permissions");
        }
    }

    private static DeskStore created(DataFolder folder) throws Exception {
        try (Passphrase passphrase = Passphrase.of("correct horse battery".toCharArray())) {
            DeskStore.Created created = DeskStore.create(folder, "Olga", passphrase, KdfCosts.FLOOR);
            created.recoveryCode().close();
            return created.store();
        }
    }

    private static DeskStore opened(DataFolder folder) throws Exception {
        try (Passphrase passphrase = Passphrase.of("correct horse battery".toCharArray())) {
            return DeskStore.open(folder, passphrase);
        }
    }

    /// A run of the desk against a Facebook without the names of users.
    private void run(DeskStore store, TenantId tenant) {
        sent.clear();
        try (LiveGraphAccess access = new LiveGraphAccess(settings(), clock, _ -> request -> {
            String query = request.uri().getQuery();
            String fields = query == null || !query.contains("fields=")
                    ? ""
                    : " " + query.replaceFirst(".*fields=([^&]*).*", "$1");
            sent.add(request.uri().getPath().replaceFirst("^/v26.0/", "") + fields);
            return fields.contains("name")
                    ? reply(400, "{\"error\":{\"message\":\"(#100) Tried accessing nonexisting field (name) on node "
                            + "type (User)\",\"type\":\"OAuthException\",\"code\":100}}")
                    : reply(200, fields.isEmpty() ? "{\"data\":[]}" : "{\"id\":\"7\"}");
        })) {
            access.remember(new FieldKeeper(store, clock));
            access.forTenant(tenant, new AccessToken("EAAtest".toCharArray())).me();
        }
    }

    private static WireReply reply(int status, String body) {
        return new WireReply(status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static GraphSettings settings() {
        return new GraphSettings() {
            @Override
            public URI graphUrl() {
                return URI.create("https://graph.facebook.com");
            }

            @Override
            public String apiVersion() {
                return "v26.0";
            }

            @Override
            public Optional<byte[]> appSecret() {
                return Optional.empty();
            }
        };
    }
}
