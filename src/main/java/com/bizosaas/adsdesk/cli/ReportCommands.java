package com.bizosaas.adsdesk.cli;

import com.bizosaas.adsdesk.cli.Table.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Figures, and files of rows.
final class ReportCommands {

    private ReportCommands() {
    }

    /// Which figures.
    static final class Question {

        @Option(names = "--level", paramLabel = "LEVEL", description = "account, campaign, adset or ad (account).")
        @Nullable
        String level;

        @Option(names = "--preset", paramLabel = "RANGE", description = "Such as last_7d (last_30d).")
        @Nullable
        String preset;

        @Option(names = "--since", paramLabel = "DAY", description = "First day, with --until.")
        @Nullable
        String since;

        @Option(names = "--until", paramLabel = "DAY", description = "Last day.")
        @Nullable
        String until;

        @Option(names = "--increment", paramLabel = "DAYS", description = "Days of a row, monthly, or all_days.")
        @Nullable
        String increment;

        @Option(names = "--breakdowns", paramLabel = "COLUMNS", description = "A split, such as age,gender.")
        @Nullable
        String breakdowns;

        @Option(names = "--refresh", description = "Read from Facebook first.")
        boolean refresh;

        void put(Map<String, @Nullable String> query) {
            query.put("level", level);
            query.put("date_preset", preset);
            query.put("since", since);
            query.put("until", until);
            query.put("time_increment", increment);
            query.put("breakdowns", breakdowns);
            query.put("refresh", refresh ? "true" : null);
        }
    }

    /// `insights`
    @Command(name = "insights", description = "Shows figures.", mixinStandardHelpOptions = true)
    static final class Insights implements Callable<Integer> {

        @ParentCommand
        private @Nullable Cli cli;

        @Mixin
        private TenantOption of = new TenantOption();

        @Mixin
        private Question question = new Question();

        @Override
        public Integer call() throws Exception {
            Cli above = TenantCommands.above(cli);
            Map<String, @Nullable String> query = of.query();
            question.put(query);
            return above.with(desk -> TenantCommands.list(above, desk, "/insights", query,
                    Column.of("FROM", "date_start"), Column.of("TO", "date_stop"),
                    new Column("OBJECT", Insights::object), Column.of("SPEND", "spend"),
                    Column.of("IMPRESSIONS", "impressions"), Column.of("CLICKS", "clicks"), Column.of("CTR", "ctr"),
                    Column.of("CPC", "cpc"), Column.of("RESULTS", "conversions"), Column.of("ROAS", "roas")));
        }

        private static String object(JsonNode row) {
            for (String name : new String[]{"ad_name", "adset_name", "campaign_name"}) {
                if (row.hasNonNull(name)) {
                    return row.path(name).asString("");
                }
            }
            StringBuilder split = new StringBuilder();
            for (String name : new String[]{"age", "gender", "country", "publisher_platform", "platform_position",
                    "impression_device"}) {
                if (row.has(name)) {
                    split.append(split.isEmpty() ? "" : " ").append(row.path(name).asString(""));
                }
            }
            return split.isEmpty() ? row.path("account_id").asString("") : split.toString();
        }
    }

    /// `export`
    @Command(name = "export", description = "Writes rows to a file: campaigns, adsets, ads, insights, audiences, creatives, audit or journal.", mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        /// What can be exported.
        enum What {
            campaigns, adsets, ads, insights, audiences, creatives, audit, journal
        }

        /// As what.
        enum Format {
            csv, json
        }

        @ParentCommand
        private @Nullable Cli cli;

        @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
        private What what = What.campaigns;

        @Mixin
        private TenantOption of = new TenantOption();

        @Mixin
        private Question question = new Question();

        @Option(names = "--format", paramLabel = "csv|json", description = "csv without it.")
        private Format format = Format.csv;

        @Option(names = {"--out", "-o"}, paramLabel = "FILE", description = "Where to; stdout without it.")
        private @Nullable Path file;

        @Override
        public Integer call() throws Exception {
            Cli above = TenantCommands.above(cli);
            Map<String, @Nullable String> query = of.query();
            if (what == What.insights) {
                question.put(query);
            } else if (question.refresh && what != What.audit && what != What.journal) {
                query.put("refresh", "true");
            }
            if (what == What.audit || what == What.journal) {
                query.remove("account_id");
            }
            return above.with(desk -> {
                int rows;
                try (Progress progress = new Progress(above.err(), "Exporting")) {
                    rows = export(desk, query, progress, above);
                }
                if (file != null) {
                    above.err().println(rows + " rows in " + file);
                }
                return 0;
            });
        }

        private int export(DeskCalls desk, Map<String, @Nullable String> query, Progress progress, Cli above) {
            CsvRows lines = new CsvRows();
            ObjectNode all = DeskCalls.body();
            ArrayNode data = all.putArray("data");
            JsonNode last = desk.each("/" + what, query, row -> {
                data.add(row);
                lines.add(row);
                progress.show(data.size() + " rows");
            });
            all.set("as_of", last.path("as_of"));
            all.set("stale", last.path("stale"));
            Path target = file;
            try {
                if (target == null) {
                    write(above.out(), lines, all);
                    above.out().flush();
                } else {
                    try (Writer writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
                        write(writer, lines, all);
                    }
                }
            } catch (IOException e) {
                throw new CliException(CliException.FAILED, target + " cannot be written: " + e.getMessage());
            }
            return data.size();
        }

        private void write(Writer out, CsvRows lines, ObjectNode all) {
            if (format == Format.csv) {
                lines.write(out);
                return;
            }
            try {
                out.write(all.toPrettyString() + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
