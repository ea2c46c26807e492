package com.bizosaas.adsdesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.cli.Cli;
import com.bizosaas.adsdesk.cli.CliException;
import com.bizosaas.adsdesk.cli.Doors;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands over a desk with its local API on, and what their exit codes tell.
class CliOverApiTest {

    @TempDir
    Path folder;

    private LocalDesk desk;
    private String out = "";
    private String err = "";

    /// A way in to the desk of this test.
    private final Doors doors = new Doors() {
        @Override
        public Door open(Where where) throws IOException {
            return new Door(URI.create(desk.server.url()),
                    Files.readString(desk.desk.desk.localApi().keyFile()).strip(), false, () -> {
                    });
        }

        @Override
        public String restore(Where where, Path backup, Path secretFile) {
            throw new CliException(CliException.FAILED, "It runs");
        }
    };

    private int run(String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter told = new StringWriter();
        int code = Cli.run(arguments, doors, new PrintWriter(printed, true), new PrintWriter(told, true));
        out = printed.toString();
        err = told.toString();
        return code;
    }

    @Test
    void commandsDoWhatTheySayAndEndWithACodeThatTellsWhy() throws IOException, InterruptedException {
        try (LocalDesk opened = new LocalDesk(folder)) {
            desk = opened;
            assertThat(run("tenants", "create", "--id", "nordlys", "--name", "Nordlys")).isZero();
            assertThat(out.strip()).isEqualTo("nordlys");
            assertThat(run("sync", "--tenant", "nordlys")).isZero();
            assertThat(run("campaigns", "list", "--tenant", "nordlys", "--account", "12")).isEqualTo(4);
            assertThat(err).contains("not connected");
            String account = desk.connect();

            assertThat(run("tenants")).isZero();
            assertThat(out).contains("nordlys");
            assertThat(run("accounts", "-t", "nordlys", "--selected")).isZero();
            assertThat(out).contains(account);
            assertThat(run("campaigns", "list", "-t", "nordlys", "--status", "ACTIVE", "--json")).isZero();
            JsonNode campaign = JsonMapper.builder().build().readTree(out).path("data").valueStream()
                    .filter(row -> row.path("daily_budget").isObject()).findFirst().orElseThrow();
            String id = campaign.path("id").asString();
            assertThat(run("campaigns", "pause", "-t", "nordlys", id)).isZero();
            assertThat(out).contains(id + " PAUSED");
            assertThat(run("campaigns", "resume", "-t", "nordlys", id)).isZero();
            assertThat(run("campaigns", "set-budget", "-t", "nordlys", id, "41.50")).isZero();
            assertThat(out).contains("41.50 EUR a day");
            assertThat(run("campaigns", "set-budget", "-t", "nordlys", id, "0.01")).as("below the minimum")
                    .isEqualTo(3);
            assertThat(err).contains("daily_budget");
            assertThat(run("sync", "-t", "nordlys", "--topics", "campaigns,audiences")).isZero();
            assertThat(out).contains("campaigns", "audiences");
            assertThat(run("insights", "-t", "nordlys", "--preset", "last_7d", "--refresh")).isZero();
            assertThat(out).contains("SPEND", "EUR");

            Path file = folder.resolve("campaigns.csv");
            assertThat(run("export", "campaigns", "-t", "nordlys", "--out", file.toString())).isZero();
            assertThat(Files.readAllLines(file).getFirst()).contains("id,", "daily_budget.amount")
                    .doesNotContain("daily_budget,");
            assertThat(Files.readString(file)).contains(id).contains("41.50");
            assertThat(run("audit", "verify")).isZero();
            assertThat(out).contains("every link holds");
            assertThat(run("backup", "create")).isZero();
            String name = Path.of(out.strip()).getFileName().toString();
            assertThat(run("backup", "verify", name)).isZero();
            Files.write(Path.of(desk.desk.desk.backups().list().getFirst().file().toString()), new byte[]{1, 2, 3});
            assertThat(run("backup", "verify", name)).as("a damaged one").isEqualTo(6);

            assertThat(run("bogus")).isEqualTo(2);
            assertThat(run("campaigns", "list")).as("no tenant").isEqualTo(2);
            assertThat(err).contains("--tenant");
            assertThat(run("tenants", "--help")).isZero();
        }
    }
}
