package com.bizosaas.adsdesk.cli;

import com.bizosaas.adsdesk.cli.Table.Column;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `campaigns …`
@Command(name = "campaigns", description = "Lists and steers campaigns.", mixinStandardHelpOptions = true)
final class CampaignCommands implements Runnable {

    @ParentCommand
    private @Nullable Cli cli;

    @Override
    public void run() {
        throw new CliException(CliException.MISUSED, "Name what is to be done: list, pause, resume or set-budget.");
    }

    @Command(name = "list", description = "Lists campaigns, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin TenantOption of,
            @Option(names = "--status", paramLabel = "STATUS", description = "Only those switched so, such as ACTIVE,PAUSED.") @Nullable String status,
            @Option(names = "--refresh", description = "Read from Facebook first.") boolean refresh) throws Exception {
        Cli above = TenantCommands.above(cli);
        Map<String, @Nullable String> query = of.query();
        query.put("status", status);
        query.put("refresh", refresh ? "true" : null);
        return above.with(desk -> TenantCommands.list(above, desk, "/campaigns", query, Column.of("ID", "id"),
                Column.of("NAME", "name"), Column.of("STATUS", "status"), Column.of("DELIVERY", "effective_status"),
                Column.of("OBJECTIVE", "objective"), new Column("BUDGET", CampaignCommands::budget)));
    }

    private static String budget(JsonNode row) {
        String daily = Table.plain(row.path("daily_budget"));
        String lifetime = Table.plain(row.path("lifetime_budget"));
        return daily.isEmpty() ? lifetime.isEmpty() ? "" : lifetime + " in all" : daily + " a day";
    }

    @Command(name = "pause", description = "Pauses campaigns at once.", mixinStandardHelpOptions = true)
    int pause(@Mixin TenantOption of,
            @Parameters(paramLabel = "ID", arity = "1..*", description = "Campaigns.") String[] ids)
            throws Exception {
        return turn(of, ids, "pause");
    }

    @Command(name = "resume", description = "Resumes campaigns at once.", mixinStandardHelpOptions = true)
    int resume(@Mixin TenantOption of,
            @Parameters(paramLabel = "ID", arity = "1..*", description = "Campaigns.") String[] ids)
            throws Exception {
        return turn(of, ids, "resume");
    }

    private int turn(TenantOption of, String[] ids, String word) throws Exception {
        Cli above = TenantCommands.above(cli);
        return above.with(desk -> {
            for (String id : ids) {
                JsonNode now = desk.send("POST", "/campaigns/" + id + "/" + word, of.body());
                above.print(now, now.path("id").asString("") + " " + now.path("status").asString("") + " "
                        + now.path("name").asString(""));
            }
            return 0;
        });
    }

    @Command(name = "set-budget", description = "Sets a campaign's budget at once.", mixinStandardHelpOptions = true)
    int setBudget(@Mixin TenantOption of, @Parameters(paramLabel = "ID", description = "The campaign.") String id,
            @Parameters(paramLabel = "AMOUNT", description = "In the ad account's currency, such as 25.00.") String amount,
            @Option(names = "--lifetime", description = "Over the whole schedule instead of by day.") boolean lifetime)
            throws Exception {
        Cli above = TenantCommands.above(cli);
        return above.with(desk -> {
            ObjectNode body = of.body();
            body.putObject(lifetime ? "lifetime_budget" : "daily_budget").put("amount", amount);
            JsonNode now = desk.send("PATCH", "/campaigns/" + id, body);
            above.print(now, now.path("id").asString("") + " " + budget(now) + " " + now.path("name").asString(""));
            return 0;
        });
    }
}
