package com.bizosaas.adsdesk.cli;

import com.bizosaas.adsdesk.cli.Table.Column;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Clients and their ad accounts.
final class TenantCommands {

    private TenantCommands() {
    }

    /// Prints a list as the API has it, or as a table.
    static int list(Cli cli, DeskCalls desk, String path, Map<String, @Nullable String> query, Column... columns) {
        Table table = new Table(columns);
        ObjectNode all = DeskCalls.body();
        ArrayNode data = all.putArray("data");
        JsonNode last = desk.each(path, query, row -> {
            table.add(row);
            data.add(row);
        });
        if (cli.json()) {
            all.set("as_of", last.path("as_of"));
            all.set("stale", last.path("stale"));
            cli.print(all);
        } else {
            table.print(cli.out());
            if (last.path("stale").asBoolean(false)) {
                cli.err().println(last.path("as_of").isNull()
                        ? "Not read from Facebook yet: run sync first."
                        : "As of " + last.path("as_of").asString("") + ", which is older than it should be.");
            }
        }
        return 0;
    }

    /// `tenants`
    @Command(name = "tenants", description = "Lists the clients.", mixinStandardHelpOptions = true)
    static final class Tenants implements Callable<Integer> {

        @ParentCommand
        private @Nullable Cli cli;

        @Override
        public Integer call() throws Exception {
            Cli above = above(cli);
            return above.with(desk -> list(above, desk, "/tenants", Map.of(), Column.of("ID", "tenant_id"),
                    Column.of("NAME", "name")));
        }

        @Command(name = "create", description = "Makes a client.", mixinStandardHelpOptions = true)
        int create(
                @Option(names = "--id", paramLabel = "ID", description = "Its id; made from the name without it.") @Nullable String id,
                @Option(names = "--name", paramLabel = "NAME", required = true, description = "Its name.") String name)
                throws Exception {
            Cli above = above(cli);
            return above.with(desk -> {
                ObjectNode body = DeskCalls.body().put("name", name);
                if (id != null) {
                    body.put("tenant_id", id);
                }
                JsonNode made = desk.send("POST", "/tenants", body);
                above.print(made, made.path("tenant_id").asString(""));
                return 0;
            });
        }
    }

    /// `accounts`
    @Command(name = "accounts", description = "Lists the ad accounts that a client's sign-in reaches.", mixinStandardHelpOptions = true)
    static final class Accounts implements Callable<Integer> {

        @ParentCommand
        private @Nullable Cli cli;

        @Option(names = {"--tenant", "-t"}, paramLabel = "ID", required = true, description = "The client.")
        private String tenant = "";

        @Option(names = "--selected", description = "Only those that are chosen.")
        private boolean selected;

        @Override
        public Integer call() throws Exception {
            Cli above = above(cli);
            Map<String, @Nullable String> query = new LinkedHashMap<>();
            query.put("tenant_id", tenant);
            query.put("selected", selected ? "true" : null);
            return above.with(desk -> list(above, desk, "/accounts", query, Column.of("ID", "id"),
                    Column.of("NAME", "name"), Column.of("STATUS", "status"), Column.of("CURRENCY", "currency"),
                    Column.of("ZONE", "timezone_name"), Column.of("BALANCE", "balance"),
                    Column.of("CHOSEN", "selected")));
        }
    }

    static Cli above(@Nullable Cli cli) {
        if (cli == null) {
            throw new IllegalStateException("A command runs below another one");
        }
        return cli;
    }
}
