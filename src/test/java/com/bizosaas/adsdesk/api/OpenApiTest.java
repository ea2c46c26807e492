package com.bizosaas.adsdesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.api.ApiClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document against what is served: every operation is called, and every answer, good or bad, has the shape that
/// the document promises.
class OpenApiTest {

    /// As the product's brief lists them.
    private static final List<String> PROMISED = List.of("GET /", "POST /oauth/start", "GET /oauth/callback",
            "GET /oauth/status", "GET /accounts", "POST /accounts", "POST /connect", "POST /disconnect",
            "GET /campaigns", "POST /campaigns", "GET /campaigns/{id}", "PATCH /campaigns/{id}",
            "DELETE /campaigns/{id}", "POST /campaigns/sync", "POST /campaigns/{id}/pause",
            "POST /campaigns/{id}/resume", "GET /audiences", "POST /audiences", "POST /audiences/sync",
            "GET /creatives", "POST /creatives", "POST /creatives/sync", "GET /insights", "GET /tenants",
            "POST /tenants", "POST /drafts", "GET /drafts", "GET /drafts/review", "POST /drafts/publish",
            "GET /audit", "GET /audit/verify", "GET /adsets", "GET /ads", "GET /sync", "GET /usage", "GET /journal",
            "POST /backups");

    @TempDir
    Path folder;

    private final Set<String> called = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private ApiClient api;
    private JsonNode document;

    @Test
    void everyOperationAnswersAsTheDocumentSays() throws IOException, InterruptedException {
        try (LocalDesk desk = new LocalDesk(folder)) {
            api = desk.api;
            document = api.get(desk.server.url() + "/openapi.json").body();
            assertThat(document.path("openapi").asString()).startsWith("3.1");
            assertThat(operations()).containsAll(PROMISED);
            walk(desk.connect());
            assertThat(faults).isEmpty();
            Set<String> never = new TreeSet<>(operations());
            never.removeAll(called);
            assertThat(never).as("operations that were never answered well").isEmpty();
        }
    }

    private Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private void walk(String account) throws IOException, InterruptedException {
        call("GET", "/tenants?limit=1", null);
        call("POST", "/tenants", "{\"tenant_id\":\"second\",\"name\":\"Second\"}");
        call("GET", "/tenants/nordlys", null);
        call("PATCH", "/tenants/nordlys", "{\"name\":\"Nordlys AS\"}");
        call("GET", "/?tenant_id=nordlys", null);
        call("GET", "/oauth/status?tenant_id=nordlys", null);
        call("POST", "/oauth/start", "{\"tenant_id\":\"nordlys\"}");
        call("GET", "/accounts?tenant_id=nordlys", null);
        call("GET", "/accounts/" + account + "?tenant_id=nordlys", null);
        call("POST", "/accounts", "{\"tenant_id\":\"nordlys\",\"account_ids\":[\"" + account + "\"]}");
        call("POST", "/connect", "{\"tenant_id\":\"nordlys\",\"account_ids\":[\"" + account + "\"]}");
        structure(account);
        figures(account);
        library(account);
        drafts(account);
        call("GET", "/sync?tenant_id=nordlys", null);
        call("POST", "/sync", "{\"tenant_id\":\"nordlys\",\"topics\":[\"accounts\"]}");
        call("GET", "/usage?tenant_id=nordlys", null);
        call("GET", "/audit?tenant_id=nordlys", null);
        call("GET", "/audit/verify", null);
        call("GET", "/journal?tenant_id=nordlys", null);
        call("POST", "/journal/look", "{\"tenant_id\":\"nordlys\"}");
        String backup = call("POST", "/backups", null).text("name");
        call("GET", "/backups", null);
        call("POST", "/backups/verify", "{\"name\":\"" + backup + "\"}");
        String key = call("POST", "/keys", "{\"name\":\"report\",\"role\":\"viewer\"}").text("id");
        call("GET", "/keys", null);
        call("POST", "/keys/" + key + "/rotate", null);
        call("DELETE", "/keys/" + key, null);
        call("GET", "/openapi.json", null);
        call("POST", "/disconnect", "{\"tenant_id\":\"nordlys\"}");
        callback();
        call("DELETE", "/tenants/nordlys", null);
        call("GET", "/nowhere", null);
        call("GET", "/campaigns", null);
    }

    private void structure(String account) throws IOException, InterruptedException {
        String campaign = call("POST", "/campaigns", "{\"tenant_id\":\"nordlys\",\"account_id\":\"" + account
                + "\",\"name\":\"Walked\",\"objective\":\"OUTCOME_TRAFFIC\",\"special_ad_categories\":[],"
                + "\"daily_budget\":{\"amount\":\"20\"}}").text("id");
        for (String path : List.of("/campaigns", "/adsets", "/ads")) {
            Answer list = call("GET", path + "?tenant_id=nordlys&status=ACTIVE,PAUSED&account_id=" + account, null);
            String id = path.equals("/campaigns") ? campaign : LocalDesk.ids(list).getFirst();
            String one = path + "/" + id;
            call("GET", one + "?tenant_id=nordlys", null);
            call("PATCH", one, "{\"tenant_id\":\"nordlys\",\"name\":\"Walked on\"}");
            call("POST", one + "/resume", "{\"tenant_id\":\"nordlys\"}");
            call("POST", one + "/pause", "{\"tenant_id\":\"nordlys\"}");
            String copy = call("POST", one + "/duplicate", "{\"tenant_id\":\"nordlys\"}").text("id");
            call("DELETE", path + "/" + copy + "?tenant_id=nordlys", null);
        }
        Answer job = call("POST", "/campaigns/sync", "{\"tenant_id\":\"nordlys\"}", "Prefer", "respond-async");
        assertThat(job.status()).isEqualTo(202);
        assertThat(call("GET", "/jobs/" + job.text("job_id"), null).text("status")).isIn("running", "done");
        call("POST", "/campaigns/sync", "{\"tenant_id\":\"nordlys\"}");
    }

    private void figures(String account) throws IOException, InterruptedException {
        String question = "/insights?tenant_id=nordlys&limit=50&refresh=true&date_preset=last_7d&account_id=" + account;
        assertThat(call("GET", question + "&level=campaign&comparison=previous_period", null).data()).isNotEmpty();
        assertThat(call("GET", question + "&time_increment=1&fields=spend,reach", null).data()).hasSize(7);
        assertThat(call("GET", question + "&breakdowns=age,gender", null).data()).isNotEmpty();
        call("POST", "/insights/sync", "{\"tenant_id\":\"nordlys\",\"level\":\"account\"}");
    }

    private void library(String account) throws IOException, InterruptedException {
        String here = "{\"tenant_id\":\"nordlys\",\"account_id\":\"" + account + "\"";
        call("POST", "/audiences/sync", "{\"tenant_id\":\"nordlys\"}");
        call("GET", "/audiences?tenant_id=nordlys", null);
        String list = call("POST", "/audiences", here + ",\"name\":\"Customers\",\"subtype\":\"CUSTOM\"}").text("id");
        call("GET", "/audiences/" + list + "?tenant_id=nordlys", null);
        call("DELETE", "/audiences/" + list + "?tenant_id=nordlys", null);
        call("POST", "/creatives/sync", "{\"tenant_id\":\"nordlys\"}");
        JsonNode one = call("GET", "/creatives?tenant_id=nordlys", null).data().path(0);
        call("GET", "/creatives/" + one.path("id").asString() + "?tenant_id=nordlys", null);
        call("POST", "/creatives", here + ",\"name\":\"Made\",\"object_story_spec\":{\"page_id\":\""
                + one.path("page_id").asString() + "\",\"link_data\":{\"link\":\"https://shop.example\"}}}");
    }

    private void drafts(String account) throws IOException, InterruptedException {
        List<String> ids = LocalDesk.ids(api.get("/campaigns?tenant_id=nordlys&status=ACTIVE,PAUSED"));
        for (String id : ids.subList(0, 2)) {
            call("POST", "/drafts", "{\"tenant_id\":\"nordlys\",\"account_id\":\"" + account
                    + "\",\"level\":\"campaign\",\"object_id\":\"" + id + "\",\"set\":{\"name\":\"Drafted " + id
                    + "\"}}");
        }
        call("GET", "/drafts?tenant_id=nordlys", null);
        call("DELETE", "/drafts/" + ids.get(1) + "?tenant_id=nordlys", null);
        assertThat(call("GET", "/drafts/review?tenant_id=nordlys", null).data()).hasSize(1);
        Answer published = call("POST", "/drafts/publish", "{\"tenant_id\":\"nordlys\"}");
        assertThat(published.body().path("clean").asBoolean()).as(published.toString()).isTrue();
        assertThat(api.get("/campaigns/" + ids.getFirst() + "?tenant_id=nordlys&refresh=true").text("name"))
                .isEqualTo("Drafted " + ids.getFirst());
        String publication = "/publications/" + published.text("publication_id");
        call("GET", "/publications?tenant_id=nordlys", null);
        call("GET", publication + "?tenant_id=nordlys", null);
        for (String word : List.of("stop", "retry", "undo")) {
            call("POST", publication + "/" + word, "{\"tenant_id\":\"nordlys\"}");
        }
        for (String word : List.of("pause", "resume")) {
            assertThat(call("POST", publication + "/" + word, "{\"tenant_id\":\"nordlys\"}").text("title"))
                    .isEqualTo("This batch is over");
        }
    }

    private void callback() throws IOException, InterruptedException {
        Answer started = call("POST", "/oauth/start", "{\"tenant_id\":\"nordlys\"}");
        String back = new SandboxBrowser().answer(started.text("auth_url"), "continue", SandboxBrowser.ALL);
        call("GET", "/oauth/callback?" + back.substring(back.indexOf('?') + 1), null);
    }

    private Answer call(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        Answer answer = api.send(method, path, body, headers);
        String asked = path.replaceFirst("\\?.*", "");
        for (String operation : operations()) {
            String template = operation.substring(operation.indexOf(' ') + 1);
            boolean exact = template.equals(asked);
            String pattern = template.replaceAll("\\{[a-z_]+}", "[^/]+");
            if (operation.startsWith(method + " ") && (exact || !isFixed(method, asked)
                    && Pattern.matches(pattern, asked))) {
                compare(operation, answer);
                return answer;
            }
        }
        compareBody(method + " " + path, document.at("/components/schemas/Problem"), answer);
        assertThat(answer.status()).isEqualTo(404);
        return answer;
    }

    private boolean isFixed(String method, String asked) {
        return operations().contains(method + " " + asked);
    }

    private void compare(String operation, Answer answer) {
        String[] parts = operation.split(" ");
        JsonNode responses = document.path("paths").path(parts[1])
                .path(parts[0].toLowerCase(Locale.ROOT)).path("responses");
        JsonNode own = responses.path(Integer.toString(answer.status()));
        String type = own.isMissingNode() ? "application/problem+json" : "application/json";
        JsonNode schema = (own.isMissingNode() ? responses.path("default") : own).path("content").path(type)
                .path("schema");
        compareBody(operation, schema, answer);
        if (!own.isMissingNode()) {
            called.add(operation);
        } else if (answer.text("title").equals("This batch is over")) {
            called.add(operation);
        } else if (!operation.equals("GET /campaigns")) {
            faults.add(operation + ": " + answer);
        }
    }

    private void compareBody(String what, JsonNode schema, Answer answer) {
        SchemaCheck.faults(document, schema, answer.body()).stream().limit(5)
                .forEach(fault -> faults.add(what + " " + answer.status() + ": " + fault));
    }
}
