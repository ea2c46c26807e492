package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.cli.CliException;
import com.bizosaas.adsdesk.cli.Doors;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the desk that runs on a data folder, or opens it in this process.
final class CliDoors implements Doors {

    private final Map<String, String> variables;
    private final @Nullable Path programFolder;

    CliDoors(Map<String, String> variables, @Nullable Path programFolder) {
        this.variables = variables;
        this.programFolder = programFolder;
    }

    @Override
    public Door open(Where where) throws IOException {
        Environment environment = environment(where, where.passphraseFile());
        Path dataDir = environment.dataDir();
        Optional<URI> running = ApiAddress.read(dataDir).filter(CliDoors::answers);
        if (running.isPresent()) {
            return new Door(running.get(), key(dataDir.resolve("api-key")), false, () -> {
            });
        }
        if (where.passphraseFile() == null) {
            throw new CliException(CliException.FAILED, "No desk with its local API on runs on " + dataDir
                    + ". Switch it on in Settings, Local API, or name --passphrase-file to open the store here.");
        }
        try {
            HeadlessDesk desk = HeadlessDesk.open(environment, System.err::println);
            return new Door(URI.create(desk.apiUrl()), key(desk.apiKeyFile()), true, desk);
        } catch (UsageException e) {
            throw new CliException(CliException.FAILED, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    @Override
    public String restore(Where where, Path backup, Path secretFile) throws IOException {
        Environment environment = environment(where, secretFile);
        OwnersFolder.make(environment.dataDir());
        if (!Files.isRegularFile(backup)) {
            throw new CliException(CliException.MISUSED, "There is no file " + backup + ".");
        }
        Optional<SingleInstance> first = SingleInstance.acquire(environment.dataDir(),
                SingleInstance.Running.NO_WINDOW, () -> {
                });
        if (first.isEmpty()) {
            throw new CliException(CliException.FAILED,
                    "Ads Desk runs on this data folder. Close it; a backup is put back while it is closed.");
        }
        try (SingleInstance _ = first.get(); Composition composition = new Composition(environment)) {
            composition.gate().restore(backup.toAbsolutePath(), PassphraseFile.read(secretFile));
            return "Put back: " + backup + ". What was written to Facebook since then is not in it; sync reads it.";
        } catch (DeskException e) {
            Problem problem = e.problem();
            throw new CliException(CliException.REFUSED, problem.title() + ". " + problem.remedy());
        } catch (UsageException e) {
            throw new CliException(CliException.MISUSED, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private Environment environment(Where where, @Nullable Path passphraseFile) {
        LaunchOptions options = new LaunchOptions();
        options.dataDir = where.dataDir();
        options.sandbox = where.sandbox();
        options.graphUrl = where.graphUrl();
        options.dialogUrl = where.dialogUrl();
        options.passphraseFile = passphraseFile;
        options.headless = passphraseFile != null;
        options.apiPort = 0;
        try {
            return Environment.of(options, variables, programFolder);
        } catch (UsageException e) {
            throw new CliException(CliException.MISUSED, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private static boolean answers(URI url) {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String key(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
