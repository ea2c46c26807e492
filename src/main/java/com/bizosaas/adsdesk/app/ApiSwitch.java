package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.api.ApiServer;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.LocalApiService;
import com.bizosaas.adsdesk.service.LocalApiService.Status;
import com.bizosaas.adsdesk.service.LocalApiService.Wanted;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.Subscription;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the local API of an open desk as its settings say, from the moment they change until the desk closes. Thread-safe.
final class ApiSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(ApiSwitch.class);

    private final DeskServices services;
    private final LocalApiService api;
    private final Path dataDir;
    private final @Nullable Integer forcedPort;
    private @Nullable Wanted applied;
    private @Nullable ApiServer server;
    private boolean ended;

    private ApiSwitch(DeskServices services, Path dataDir, @Nullable Integer forcedPort) {
        this.services = services;
        this.api = services.localApi();
        this.dataDir = dataDir;
        this.forcedPort = forcedPort;
    }

    /// @param forcedPort from `--api-port`: the API is on for this start whatever the settings say; null without it
    static void attach(DeskServices services, Path dataDir, @Nullable Integer forcedPort) {
        ApiSwitch made = new ApiSwitch(services, dataDir, forcedPort);
        Subscription news = services.events().subscribe(event -> {
            if (event instanceof DeskEvent.SettingsChanged) {
                Thread.ofVirtual().name("api-switch").start(made::apply);
            }
        });
        services.localApi().whenEnding(() -> {
            news.end();
            made.end();
        });
        made.apply();
    }

    private synchronized void apply() {
        Wanted wanted = forcedPort == null ? api.wanted() : new Wanted(true, forcedPort);
        if (ended || wanted.equals(applied)) {
            return;
        }
        boolean first = applied == null;
        applied = wanted;
        stop();
        if (wanted.on()) {
            api.report(start(wanted.port()));
        } else if (!first) {
            api.report(Status.OFF);
        }
    }

    private Status start(int port) {
        try {
            ApiServer started = ApiServer.start(services, LaunchOptions.Version.number(), port,
                    InstantSource.system());
            server = started;
            ApiAddress.write(dataDir, started.url());
            LOG.info("The local API answers at {}", started.url());
            return new Status(started.url(), null);
        } catch (IOException e) {
            LOG.warn("The local API could not be started", e);
            return new Status(null, new Problem(Problem.Kind.FAILED, "The local API could not be started",
                    "Port " + port + " may be in use: choose another one, or 0 for any free one.", "port", null,
                    String.valueOf(e.getMessage())));
        }
    }

    private void stop() {
        ApiServer running = server;
        server = null;
        if (running != null) {
            running.close();
            try {
                ApiAddress.remove(dataDir);
            } catch (IOException e) {
                LOG.warn("The file with the address of the local API could not be removed", e);
            }
        }
    }

    private synchronized void end() {
        ended = true;
        stop();
    }
}
