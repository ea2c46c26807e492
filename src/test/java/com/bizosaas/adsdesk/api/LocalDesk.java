package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.api.ApiClient.Answer;
import com.bizosaas.adsdesk.service.SandboxDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A desk over the sandbox with its local API on, in this process, and a client with the desk's own key.
final class LocalDesk implements AutoCloseable {

    static final String TENANT = "nordlys";

    final SandboxDesk desk;
    final ApiServer server;
    final ApiClient api;

    LocalDesk(Path folder) throws IOException {
        desk = new SandboxDesk(folder);
        server = ApiServer.start(desk.desk, "test", 0, desk.clock);
        api = new ApiClient(server.url(), Files.readString(desk.desk.localApi().keyFile()).strip());
    }

    /// Signs the client in through the API's own callback and chooses its first ad account in euros.
    ///
    /// @return the ad account
    String connect() throws IOException, InterruptedException {
        api.post("/tenants", "{\"tenant_id\":\"nordlys\",\"name\":\"Nordlys Outdoor AS\"}");
        Answer started = api.post("/oauth/start", "{\"tenant_id\":\"nordlys\"}");
        String back = new SandboxBrowser().answer(started.text("auth_url"), "continue", SandboxBrowser.ALL);
        Answer landed = api.withKey("").get("/oauth/callback?" + back.substring(back.indexOf('?') + 1));
        if (landed.status() != 200) {
            throw new AssertionError(landed);
        }
        for (JsonNode account : api.get("/accounts?tenant_id=nordlys").data()) {
            String id = account.path("id").asString();
            if (account.path("currency").asString().equals("EUR") && account.path("connectable").asBoolean()
                    && account.path("can_advertise").asBoolean()) {
                api.post("/connect", "{\"tenant_id\":\"nordlys\",\"account_ids\":[\"" + id + "\"]}");
                api.post("/campaigns/sync", "{\"tenant_id\":\"nordlys\"}");
                return id;
            }
        }
        throw new AssertionError("No ad account to work with");
    }

    static List<String> ids(Answer list) {
        return list.data().valueStream().map(row -> row.path("id").asString()).toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
        desk.close();
    }
}
