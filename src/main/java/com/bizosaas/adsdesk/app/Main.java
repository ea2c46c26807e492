package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.cli.Cli;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// Where `packaging/run` arrives. Ends with 0, with 1 when the desk cannot start, with 2 when an option or a setting is
/// wrong.
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {
    }

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> LOG.error("Nobody caught a failure on {}", thread.getName(), thrown));
        System.exit(run(arguments, new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        if (arguments.length > 0 && arguments[0].equals("cli")) {
            return Cli.run(Arrays.copyOfRange(arguments, 1, arguments.length),
                    new CliDoors(System.getenv(), programFolder()), out, err);
        }
        LaunchOptions options = new LaunchOptions();
        Environment environment;
        CommandLine line = new CommandLine(options).setOut(out).setErr(err).registerConverter(Path.class, Main::path);
        try {
            line.parseArgs(arguments);
            if (line.isUsageHelpRequested()) {
                line.usage(out);
                return 0;
            }
            if (line.isVersionHelpRequested()) {
                line.printVersionHelp(out);
                return 0;
            }
            environment = Environment.of(options, System.getenv(), programFolder());
        } catch (ParameterException e) {
            err.println(e.getMessage() + ". packaging/run --help lists the options.");
            return MISUSED;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return MISUSED;
        }
        if (environment.headless()) {
            return HeadlessStart.run(environment, out, err);
        }
        if ("none".equals(System.getProperty("adsdesk.display"))) {
            err.println("There is no display. Ads Desk needs one, unless it is started with --sandbox: then it uses a "
                    + "virtual display and leaves a picture of each tab; or with --headless: then it has no window.");
            return FAILED;
        }
        return WindowedStart.run(environment, err);
    }

    /// Under a language setting without letters such as umlauts, Java cannot name a folder that has them.
    private static Path path(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("this path cannot be named here (" + e.getReason()
                    + "). Choose plain letters, or set the language of this terminal to one that has all, such as "
                    + "LC_ALL=C.UTF-8");
        }
    }

    private static @Nullable Path programFolder() {
        String root = System.getProperty("adsdesk.root");
        return root == null ? null : Path.of(root);
    }
}
