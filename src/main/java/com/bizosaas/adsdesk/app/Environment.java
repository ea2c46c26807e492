package com.bizosaas.adsdesk.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.harawata.appdirs.AppDirsFactory;
import org.jspecify.annotations.Nullable;

/// Everything that is decided at start: where the data is, whom the desk talks to, and what comes from outside.
///
/// @param graphUrl null for the desk's own setting, https://graph.facebook.com
/// @param dialogUrl null for the desk's own setting, https://www.facebook.com
/// @param sandbox null when the desk talks to Facebook
/// @param headless whether to start without a window
/// @param apiPort port of the local API for this start, 0 for any free one; null for the desk's own setting
record Environment(Path dataDir, @Nullable URI graphUrl, @Nullable URI dialogUrl, OutsideSettings outside,
        @Nullable Path passphraseFile, @Nullable SandboxChoice sandbox, @Nullable Path tour, boolean headless,
        @Nullable Integer apiPort) {

    /// @param fleet `small` or `reference`
    record SandboxChoice(String fleet, long seed) {
    }

    private static final String TOUR_FOLDER = "ads-desk-tour-";
    private static final List<String> FLEETS = List.of("small", "reference");

    /// Resolves options, environment and files, and refuses by name what is wrong or not served.
    ///
    /// @param programFolder where the program lies, looked into for `.env.facebook`; null when unknown
    static Environment of(LaunchOptions options, Map<String, String> variables, @Nullable Path programFolder) {
        refuse(options);
        Path dataDir = options.dataDir != null ? options.dataDir.toAbsolutePath().normalize() : ownFolder(options);
        if (options.tour != null && options.dataDir != null && Files.exists(dataDir.resolve("vault.json"))) {
            throw new UsageException("--tour walks a fresh desk, but --data-dir holds one already: leave it out.");
        }
        if (dataDir.toString().contains(";")) {
            throw new UsageException(
                    "--data-dir must not contain a semicolon: the database would read it as a command.");
        }
        List<Path> folders = new ArrayList<>(List.of(dataDir));
        if (programFolder != null) {
            folders.add(programFolder);
        }
        OutsideSettings outside = new OutsideSettings(variables, options.sandbox ? List.of() : folders);
        return new Environment(dataDir,
                url("--graph-url", options.graphUrl, OutsideSettings.GRAPH_URL, outside, options),
                url("--dialog-url", options.dialogUrl, OutsideSettings.DIALOG_URL, outside, options), outside,
                options.passphraseFile, choice(options), options.tour, options.headless, options.apiPort);
    }

    private static void refuse(LaunchOptions options) {
        if (options.headless && options.passphraseFile == null) {
            throw new UsageException("--headless needs --passphrase-file: nobody is there to type the passphrase.");
        }
        if (options.headless && options.tour != null) {
            throw new UsageException("--tour walks through the window, and --headless opens none: leave out one.");
        }
        if (options.apiPort != null && (options.apiPort < 0 || options.apiPort > 65_535)) {
            throw new UsageException("--api-port is 1 to 65535, or 0 for any free port.");
        }
        if (options.tour != null && !options.sandbox) {
            throw new UsageException("--tour needs --sandbox: it signs in at the sandbox's own dialog.");
        }
        if (options.sandbox && (options.graphUrl != null || options.dialogUrl != null)) {
            throw new UsageException("--sandbox brings its own addresses: leave out --graph-url and --dialog-url.");
        }
        if (!options.sandbox && (options.sandboxFleet != null || options.sandboxSeed != null)) {
            throw new UsageException("--sandbox-fleet and --sandbox-seed need --sandbox.");
        }
        if (options.sandboxFleet != null && !FLEETS.contains(options.sandboxFleet)) {
            throw new UsageException("--sandbox-fleet is one of " + String.join(", ", FLEETS) + ".");
        }
    }

    /// Whether the data folder was made for this start alone and goes with it.
    boolean temporary() {
        Path name = dataDir.getFileName();
        return tour != null && name != null && name.toString().startsWith(TOUR_FOLDER);
    }

    private static Path ownFolder(LaunchOptions options) {
        if (options.tour != null) {
            try {
                return Files.createTempDirectory(TOUR_FOLDER).toAbsolutePath();
            } catch (IOException e) {
                throw new UsageException("--tour could not make a temporary data folder: name one with --data-dir.");
            }
        }
        String name = options.sandbox ? "ads-desk-sandbox" : "ads-desk";
        return Path.of(AppDirsFactory.getInstance().getUserDataDir(name, null, null)).toAbsolutePath();
    }

    private static @Nullable URI url(String option, @Nullable String given, String variable, OutsideSettings outside,
            LaunchOptions options) {
        if (given != null) {
            return BaseUrl.parse(option, given);
        }
        Optional<String> value = options.sandbox ? Optional.empty() : outside.get(variable);
        return value.map(text -> BaseUrl.parse(variable, text)).orElse(null);
    }

    private static @Nullable SandboxChoice choice(LaunchOptions options) {
        if (!options.sandbox) {
            return null;
        }
        return new SandboxChoice(options.sandboxFleet == null ? "small" : options.sandboxFleet,
                options.sandboxSeed == null ? 1 : options.sandboxSeed);
    }
}
