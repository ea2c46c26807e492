package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.api.ApiServer;
import com.bizosaas.adsdesk.app.SingleInstance.Running;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A desk without a window: stores, sync and the local API. No class of JavaFX is loaded on this way, so it runs where
/// there is no toolkit and no display.
final class HeadlessDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadlessDesk.class);

    private final Path dataDir;
    private final SingleInstance instance;
    private @Nullable Composition composition;
    private @Nullable ApiServer api;
    private @Nullable Path recoveryCodeFile;

    private HeadlessDesk(Path dataDir, SingleInstance instance) {
        this.dataDir = dataDir;
        this.instance = instance;
    }

    /// @param note told, for people, what they should know
    /// @throws UsageException if it cannot start, in a sentence for people
    static HeadlessDesk open(Environment environment, Consumer<String> note) throws IOException {
        Path passphrase = environment.passphraseFile();
        if (passphrase == null) {
            throw new UsageException("--headless needs --passphrase-file: nobody is there to type the passphrase.");
        }
        OwnersFolder.make(environment.dataDir());
        Optional<Running> other = SingleInstance.running(environment.dataDir());
        if (other.isPresent()) {
            throw new UsageException(other.get().words());
        }
        Optional<SingleInstance> first = SingleInstance.acquire(environment.dataDir(), Running.NO_WINDOW,
                () -> LOG.info("Another start knocked and was told that there is no window"));
        if (first.isEmpty()) {
            throw new UsageException(Running.SILENT.words());
        }
        HeadlessDesk desk = new HeadlessDesk(environment.dataDir(), first.get());
        try {
            desk.start(environment, passphrase, note);
            return desk;
        } catch (DeskException e) {
            desk.close();
            throw new UsageException(e.problem().title() + ". " + e.problem().remedy());
        } catch (IOException | RuntimeException e) {
            desk.close();
            throw e;
        }
    }

    private void start(Environment environment, Path passphrase, Consumer<String> note) throws IOException {
        Composition made = new Composition(environment);
        composition = made;
        if (made.gate().state() == DeskGate.State.DAMAGED) {
            Problem problem = made.gate().problem();
            throw new UsageException(problem.title() + ". " + problem.remedy());
        }
        VaultOpener.Opened opened = VaultOpener.open(made.gate(), passphrase, dataDir, note);
        recoveryCodeFile = opened.recoveryCodeFile();
        made.adoptSecret(opened.services());
        Integer port = environment.apiPort();
        ApiServer server = ApiServer.start(opened.services(), LaunchOptions.Version.number(),
                port == null ? opened.services().localApi().wanted().port() : port, InstantSource.system());
        api = server;
        ApiAddress.write(dataDir, server.url());
    }

    String apiUrl() {
        ApiServer server = api;
        if (server == null) {
            throw new IllegalStateException("The local API does not run");
        }
        return server.url();
    }

    Path apiKeyFile() {
        return dataDir.resolve("api-key");
    }

    /// Where the recovery code of a vault lies that this start made; null for one that was there.
    @Nullable
    Path recoveryCodeFile() {
        return recoveryCodeFile;
    }

    @Override
    public void close() {
        try (SingleInstance _ = instance; Composition _ = composition; ApiServer _ = api) {
            ApiAddress.remove(dataDir);
            LOG.info("Ads Desk closes");
        } catch (IOException e) {
            LOG.warn("A file of the running desk could not be removed", e);
        }
    }
}
