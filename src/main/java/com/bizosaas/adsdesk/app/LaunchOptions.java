package com.bizosaas.adsdesk.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line of `packaging/run`. What is given here beats the environment and `.env.facebook`.
@Command(name = "packaging/run", mixinStandardHelpOptions = true, sortOptions = false, usageHelpWidth = 100, versionProvider = LaunchOptions.Version.class, description = "Opens Ads Desk, the desk for agencies that run the Meta ads of many clients.%n", footer = {
        "%nThe settings FACEBOOK_APP_ID, FACEBOOK_APP_SECRET, FACEBOOK_REDIRECT_URI, FACEBOOK_GRAPH_URL,",
        "FACEBOOK_DIALOG_URL, FACEBOOK_API_VERSION and FACEBOOK_SCOPES are read from the environment, then from",
        ".env.facebook in the data folder, then from .env.facebook in the folder of the program."})
final class LaunchOptions {

    @Option(names = "--sandbox", description = "Use the built-in stand-in for Facebook and a data folder of its own.")
    boolean sandbox;

    @Option(names = "--sandbox-fleet", paramLabel = "small|reference", description = "Which clients the sandbox plays (small).")
    @Nullable
    String sandboxFleet;

    @Option(names = "--sandbox-seed", paramLabel = "N", description = "Seed of the sandbox's figures (1).")
    @Nullable
    Long sandboxSeed;

    @Option(names = "--graph-url", paramLabel = "URL", description = "Where the Graph API is (https://graph.facebook.com).")
    @Nullable
    String graphUrl;

    @Option(names = "--dialog-url", paramLabel = "URL", description = "Where the login dialog is (https://www.facebook.com).")
    @Nullable
    String dialogUrl;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the vault and the stores are kept.")
    @Nullable
    Path dataDir;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Open the vault, or make it, with the first line of this file.")
    @Nullable
    Path passphraseFile;

    @Option(names = "--headless", description = "Start without a window, with the local API on; needs --passphrase-file.")
    boolean headless;

    @Option(names = "--api-port", paramLabel = "N", description = "Switch the local API on for this start, on this port of 127.0.0.1; 0 takes any free one.")
    @Nullable
    Integer apiPort;

    @Option(names = "--tour", paramLabel = "DIR", description = "Walk a fresh desk on the sandbox through every tab and leave pictures here.")
    @Nullable
    Path tour;

    /// The release, as the jar's manifest has it.
    static final class Version implements picocli.CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[]{"Ads Desk " + number()};
        }

        static String number() {
            String version = LaunchOptions.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
