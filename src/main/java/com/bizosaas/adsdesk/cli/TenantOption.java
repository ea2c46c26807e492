package com.bizosaas.adsdesk.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// The client and the ad account that a command is about.
final class TenantOption {

    @Option(names = {"--tenant",
            "-t"}, paramLabel = "ID", required = true, description = "The client, by the id of the tenants command.")
    String tenant = "";

    @Option(names = {"--account",
            "-a"}, paramLabel = "ID", description = "The ad account, with or without act_; all chosen ones without it.")
    @Nullable
    String account;

    Map<String, @Nullable String> query() {
        Map<String, @Nullable String> query = new LinkedHashMap<>();
        query.put("tenant_id", tenant);
        query.put("account_id", account);
        return query;
    }

    ObjectNode body() {
        ObjectNode body = DeskCalls.body().put("tenant_id", tenant);
        return account == null ? body : body.put("account_id", account);
    }
}
