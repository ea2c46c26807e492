package com.bizosaas.adsdesk.cli;

import com.bizosaas.adsdesk.cli.Doors.Door;
import com.bizosaas.adsdesk.cli.Doors.Where;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `packaging/run cli …`: what the desk does, for scripts and for people at a terminal.
@Command(name = "packaging/run cli", mixinStandardHelpOptions = true, sortOptions = false, usageHelpWidth = 100, description = "Steers a desk from the command line: the one that runs, if its local API is on, else the store itself.%n", subcommands = {
        TenantCommands.Tenants.class, TenantCommands.Accounts.class, CampaignCommands.class,
        ReportCommands.Insights.class,
        ReportCommands.Export.class, CareCommands.Sync.class, CareCommands.Audit.class,
        CareCommands.Backup.class}, footer = {"",
                "Exit codes: 0 done, 1 failed, 2 wrong command line, 3 refused, 4 the client must sign in,",
                "5 Facebook's limits or no network (try later), 6 something checked is not whole."})
public final class Cli implements Runnable {

    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--data-dir", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "The desk's data folder.")
    @Nullable
    Path dataDir;

    @Option(names = "--passphrase-file", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "Opens the store where no desk runs.")
    @Nullable
    Path passphraseFile;

    @Option(names = "--sandbox", scope = ScopeType.INHERIT, description = "The sandbox's desk.")
    boolean sandbox;

    @Option(names = "--graph-url", paramLabel = "URL", scope = ScopeType.INHERIT, description = "Where the Graph API is, for a store that is opened here.")
    @Nullable
    String graphUrl;

    @Option(names = "--dialog-url", paramLabel = "URL", scope = ScopeType.INHERIT, description = "Where the login dialog is.")
    @Nullable
    String dialogUrl;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON as the local API answers it.")
    boolean json;

    private final Doors doors;
    private @Nullable CommandLine line;

    private Cli(Doors doors) {
        this.doors = doors;
    }

    /// Runs a command and answers its exit code.
    public static int run(String[] arguments, Doors doors, PrintWriter out, PrintWriter err) {
        Cli cli = new Cli(doors);
        CommandLine made = new CommandLine(cli).setOut(out).setErr(err);
        cli.line = made;
        made.setExecutionExceptionHandler((thrown, _, _) -> {
            if (thrown instanceof CliException known) {
                err.println(known.getMessage());
                return known.code();
            }
            err.println("It failed: " + thrown.getMessage());
            return CliException.FAILED;
        });
        return made.execute(arguments);
    }

    @Override
    public void run() {
        CommandLine made = line;
        if (made != null) {
            made.usage(made.getErr());
        }
        throw new CliException(CliException.MISUSED, "Name a command.");
    }

    /// What a command does with a desk.
    @FunctionalInterface
    interface Work {
        int with(DeskCalls desk) throws Exception;
    }

    int with(Work work) throws Exception {
        try (Door door = doors.open(where())) {
            return work.with(new DeskCalls(door));
        }
    }

    String restore(Path backup) throws IOException {
        Path secret = passphraseFile;
        if (secret == null) {
            throw new CliException(CliException.MISUSED,
                    "--passphrase-file is needed: the passphrase of the backup's day, or the recovery code.");
        }
        return doors.restore(where(), backup, secret);
    }

    private Where where() {
        return new Where(dataDir, passphraseFile, sandbox, graphUrl, dialogUrl);
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return line == null ? new PrintWriter(System.out, true) : line.getOut();
    }

    PrintWriter err() {
        return line == null ? new PrintWriter(System.err, true) : line.getErr();
    }

    void print(JsonNode tree) {
        out().println(PRETTY.writeValueAsString(tree));
    }

    /// Prints an answer as JSON or as a sentence.
    void print(JsonNode answer, String sentence) {
        if (json) {
            print(answer);
        } else {
            out().println(sentence);
        }
    }
}
