package com.bizosaas.adsdesk.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A field of a campaign that somebody else changes while the desk is not looking.
record Changed(String account, String id, String field, String value) {

    /// A budget, a status and a name in different accounts.
    static List<Changed> draw(BenchSandbox sandbox, int round) throws IOException, InterruptedException {
        List<Changed> changes = new ArrayList<>();
        List<String> tokens = sandbox.tokens();
        for (String field : List.of("daily_budget", "status", "name")) {
            String token = tokens.get(changes.size() % tokens.size());
            String account = sandbox.accounts().get(changes.size() % tokens.size()).getFirst();
            JsonNode campaigns = sandbox.graph(token,
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
        return changes;
    }

    boolean isIn(JsonNode found) {
        return switch (field) {
            case "status" -> found.path("status").asString().equals(value);
            case "name" -> found.path("name").asString().equals(value);
            default -> value.startsWith(found.path("budget").asString("-").replaceAll("\\.0*$", ""));
        };
    }
}
