package com.bizosaas.adsdesk.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A field of a campaign that somebody else changes while the desk is not looking.
record Changed(String account, String id, String field, String value) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A budget, a status and a name in different accounts.
    static List<Changed> draw(BenchSandbox sandbox, int round) throws IOException, InterruptedException {
        List<Changed> changes = new ArrayList<>();
        List<String> tokens = sandbox.tokens();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String field : List.of("daily_budget", "status", "name")) {
                String token = tokens.get(changes.size() % tokens.size());
                String account = get(http, sandbox, token, "me/adaccounts?fields=id").path(0).path("id").asString();
                JsonNode campaigns = get(http, sandbox, token,
                        account + "/campaigns?limit=100&fields=id,name,status,daily_budget");
                for (JsonNode campaign : campaigns) {
                    boolean fits = campaign.path("status").asString().equals("ACTIVE")
                            && !campaign.path("daily_budget").asString().equals("0");
                    if (fits) {
                        changes.add(new Changed(account, campaign.path("id").asString(), field, switch (field) {
                            case "status" -> "PAUSED";
                            case "name" -> "Renamed elsewhere " + round;
                            default -> Integer.toString(770_000 + 100 * round);
                        }));
                        break;
                    }
                }
            }
        }
        return changes;
    }

    boolean isIn(JsonNode found) {
        return switch (field) {
            case "status" -> found.path("status").asString().equals(value);
            case "name" -> found.path("name").asString().equals(value);
            default -> value.startsWith(found.path("budget").asString("-").replaceAll("\\.0*$", ""));
        };
    }

    private static JsonNode get(HttpClient http, BenchSandbox sandbox, String token, String path)
            throws IOException, InterruptedException {
        HttpResponse<String> reply = http.send(HttpRequest.newBuilder(URI.create(sandbox.graphUrl() + "/v26.0/" + path))
                .header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        return JSON.readTree(reply.body()).path("data");
    }
}
