package com.bizosaas.adsdesk.cli;

import com.bizosaas.adsdesk.cli.Table.Column;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Fresh data, the audit log, backups.
final class CareCommands {

    private CareCommands() {
    }

    /// `sync`
    @Command(name = "sync", description = "Reads from Facebook and waits for it.", mixinStandardHelpOptions = true)
    static final class Sync implements Callable<Integer> {

        @ParentCommand
        private @Nullable Cli cli;

        @Mixin
        private TenantOption of = new TenantOption();

        @Option(names = "--topics", split = ",", paramLabel = "TOPIC", description = "accounts, campaigns, insights, audiences, creatives; all without it.")
        private String @Nullable [] topics;

        @Override
        public Integer call() throws Exception {
            Cli above = TenantCommands.above(cli);
            ObjectNode body = of.body();
            String[] wanted = topics;
            if (wanted != null) {
                var list = body.putArray("topics");
                for (String topic : wanted) {
                    list.add(topic);
                }
            }
            return above.with(desk -> {
                JsonNode done;
                try (Progress progress = new Progress(above.err(), "Reading")) {
                    done = desk.job("/sync", body, () -> progress.show(running(desk)));
                }
                Table table = new Table(Column.of("ACCOUNT", "account_id"), Column.of("TOPIC", "topic"),
                        Column.of("AS OF", "as_of"));
                done.path("read").forEach(table::add);
                if (above.json()) {
                    above.print(done);
                } else {
                    table.print(above.out());
                }
                return 0;
            });
        }

        private String running(DeskCalls desk) {
            StringBuilder topics = new StringBuilder();
            for (JsonNode row : desk.get("/sync", of.query()).path("data")) {
                if (row.path("running").asBoolean(false)) {
                    topics.append(topics.isEmpty() ? "" : ", ").append(row.path("topic").asString(""));
                }
            }
            return topics.toString();
        }
    }

    /// `audit …`
    @Command(name = "audit", description = "The audit log.", mixinStandardHelpOptions = true)
    static final class Audit implements Runnable {

        @ParentCommand
        private @Nullable Cli cli;

        @Override
        public void run() {
            throw new CliException(CliException.MISUSED, "Name what is to be done: verify or list.");
        }

        @Command(name = "verify", description = "Checks every link of its chain; ends with 6 if one does not hold.", mixinStandardHelpOptions = true)
        int verify() throws Exception {
            Cli above = TenantCommands.above(cli);
            return above.with(desk -> {
                JsonNode result = desk.get("/audit/verify", Map.of());
                boolean whole = result.path("whole").asBoolean(false);
                above.print(result, whole
                        ? result.path("checked").asLong() + " entries, every link holds"
                        : "Broken at entry " + result.path("broken_at").asLong() + ": "
                                + result.path("reason").asString(""));
                return whole ? 0 : CliException.NOT_WHOLE;
            });
        }

        @Command(name = "list", description = "Lists its latest lines.", mixinStandardHelpOptions = true)
        int list(
                @Option(names = {"--tenant",
                        "-t"}, paramLabel = "ID", description = "Only this client's.") @Nullable String tenant,
                @Option(names = "--text", paramLabel = "TEXT", description = "Only lines with this.") @Nullable String text)
                throws Exception {
            Cli above = TenantCommands.above(cli);
            Map<String, @Nullable String> query = new LinkedHashMap<>();
            query.put("tenant_id", tenant);
            query.put("text", text);
            return above.with(desk -> TenantCommands.list(above, desk, "/audit", query, Column.of("NO", "number"),
                    Column.of("AT", "at"), Column.of("WHO", "who"), Column.of("CLIENT", "tenant_name"),
                    Column.of("ACTION", "action"), Column.of("OBJECT", "object_name"),
                    Column.of("OUTCOME", "outcome")));
        }
    }

    /// `backup …`
    @Command(name = "backup", description = "Copies of the control store: tenants, sign-ins, settings, journal, audit.", mixinStandardHelpOptions = true)
    static final class Backup implements Runnable {

        @ParentCommand
        private @Nullable Cli cli;

        @Override
        public void run() {
            throw new CliException(CliException.MISUSED,
                    "Name what is to be done: create, list, verify or restore.");
        }

        @Command(name = "create", description = "Makes one and verifies it.", mixinStandardHelpOptions = true)
        int create() throws Exception {
            Cli above = TenantCommands.above(cli);
            return above.with(desk -> {
                JsonNode made = desk.job("/backups", DeskCalls.body(), () -> {
                });
                above.print(made, made.path("file").asString(""));
                return 0;
            });
        }

        @Command(name = "list", description = "Lists those in the data folder.", mixinStandardHelpOptions = true)
        int list() throws Exception {
            Cli above = TenantCommands.above(cli);
            return above.with(desk -> TenantCommands.list(above, desk, "/backups", Map.of(), Column.of("NAME", "name"),
                    Column.of("MADE", "created_at"), Column.of("WHY", "reason"), Column.of("BYTES", "bytes")));
        }

        @Command(name = "verify", description = "Opens one again and compares every row; ends with 6 if it is damaged.", mixinStandardHelpOptions = true)
        int verify(@Parameters(paramLabel = "NAME", description = "As backup list has it.") String name)
                throws Exception {
            Cli above = TenantCommands.above(cli);
            return above.with(desk -> {
                try {
                    JsonNode good = desk.job("/backups/verify", DeskCalls.body().put("name", name), () -> {
                    });
                    above.print(good, name + " is whole: " + good.path("audit_entries").asLong() + " audit entries");
                    return 0;
                } catch (CliException e) {
                    above.err().println(e.getMessage());
                    return e.code() == CliException.REFUSED && String.valueOf(e.getMessage()).contains("no such backup")
                            ? CliException.REFUSED
                            : CliException.NOT_WHOLE;
                }
            });
        }

        @Command(name = "restore", description = "Puts one back, while no desk runs on the data folder.", mixinStandardHelpOptions = true)
        int restore(@Parameters(paramLabel = "FILE", description = "The backup.") Path file) throws Exception {
            Cli above = TenantCommands.above(cli);
            String done = above.restore(file);
            above.print(DeskCalls.body().put("restored", file.toString()), done);
            return 0;
        }
    }
}
