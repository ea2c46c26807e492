package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.ui.common.Fonts;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.common.VirtualTaskRunner;
import com.bizosaas.adsdesk.ui.shell.DeskFrame;
import com.bizosaas.adsdesk.ui.shell.FileWindowMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program's life: prepare off the FX thread, show the one window, close everything in reverse.
public final class DeskApplication extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(DeskApplication.class);

    /// Set by [Main] before the toolkit starts, which makes the application itself.
    static @Nullable Environment environment;

    /// Why the desk could not start or go on, for [Main] to print.
    static volatile @Nullable String failure;

    private final TaskRunner tasks = new VirtualTaskRunner();
    private final InstantSource clock = InstantSource.system();
    private @Nullable SingleInstance instance;
    private @Nullable Composition composition;
    private @Nullable FileWindowMemory memory;
    private @Nullable DeskFrame frame;

    /// What is made before the window can show anything.
    private record Prepared(Composition composition, FileWindowMemory memory) {
    }

    @Override
    public void start(Stage stage) {
        Environment chosen = environment;
        if (chosen == null) {
            throw new IllegalStateException("Started without an environment");
        }
        Platform.setImplicitExit(false);
        Fonts.load();
        tasks.call(() -> prepare(chosen, stage)).onSuccess(prepared -> {
            if (prepared.isPresent()) {
                show(chosen, prepared.get(), stage);
            } else {
                Platform.exit();
            }
        }).onError(this::fail).start();
    }

    /// Makes everything that needs disk or network; empty if a desk is open on this folder already.
    private Optional<Prepared> prepare(Environment chosen, Stage stage) throws IOException {
        OwnersFolder.make(chosen.dataDir());
        Optional<SingleInstance> first = SingleInstance.acquire(chosen.dataDir(), SingleInstance.Running.WINDOW,
                () -> Platform.runLater(() -> {
                    stage.setIconified(false);
                    stage.toFront();
                    stage.requestFocus();
                }));
        if (first.isEmpty()) {
            LOG.warn("Ads Desk is open on this folder already; its window was brought to the front");
            return Optional.empty();
        }
        instance = first.get();
        Composition made = new Composition(chosen);
        composition = made;
        // A signal ends the program without closing the window first; after an orderly end there is nothing left to do.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("end").unstarted(() -> made.gate().close()));
        LOG.info("The vault is in state {}", made.gate().state());
        FileWindowMemory places = new FileWindowMemory(chosen.dataDir().resolve("desk.window.properties"));
        memory = places;
        return Optional.of(new Prepared(made, places));
    }

    private void show(Environment chosen, Prepared prepared, Stage stage) {
        Composition made = prepared.composition();
        Themes themes = new Themes(DeskSettings.Theme.SYSTEM);
        DeskFrame window = new DeskFrame(made.gate(), tasks, themes, prepared.memory(), clock, stage::close,
                (services, self) -> {
                    tasks.run(() -> made.adoptSecret(services)).start();
                    tasks.run(() -> ApiSwitch.attach(services, chosen.dataDir(), chosen.apiPort())).start();
                    return DeskTabs.window(services, tasks, clock, themes, prepared.memory(), stage, getHostServices(),
                            self);
                });
        frame = window;
        stage.setOnHidden(_ -> Platform.exit());
        window.show(stage);
        Path file = chosen.passphraseFile();
        if (file != null) {
            tasks.call(() -> VaultOpener.open(made.gate(), file, chosen.dataDir(), LOG::warn).services())
                    .onSuccess(window::open).onError(this::fail).start();
        }
        Path pictures = chosen.tour();
        if (pictures != null) {
            new Tour(pictures, stage, themes, this::toured).start();
        }
    }

    private void toured(@Nullable Throwable thrown) {
        if (thrown == null) {
            Platform.exit();
        } else {
            fail(thrown);
        }
    }

    private void fail(Throwable thrown) {
        LOG.error("Ads Desk stops", thrown);
        failure = "Ads Desk stops: " + thrown.getMessage();
        Platform.exit();
    }

    @Override
    public void stop() throws IOException {
        if (frame != null) {
            frame.close();
        }
        try (SingleInstance _ = instance; FileWindowMemory _ = memory; Composition _ = composition) {
            LOG.info("Ads Desk closes");
        }
        Environment chosen = environment;
        if (chosen != null && chosen.temporary()) {
            delete(chosen.dataDir());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
