package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.contract.WireJournal;
import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.sandbox.SandboxOptions;
import com.bizosaas.adsdesk.sandbox.SandboxServer;
import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.insights.SeededInsights;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/// A sandbox, and the engine in front of it, on one clock that stands still unless somebody sleeps.
public final class SandboxDesk implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    public static final TenantId TENANT = new TenantId("nordlicht");

    private final SandboxServer server;
    private final LiveGraphAccess access;
    private final HttpClient control = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public SandboxDesk() throws IOException {
        this(UnaryOperator.identity());
    }

    public SandboxDesk(UnaryOperator<SandboxOptions> change) throws IOException {
        Fleet fleet = Fleets.of("small", 1, NOW);
        server = SandboxServer.start(change.apply(SandboxOptions.of(fleet, new SeededInsights(Statuses::effective),
                (_, width, height) -> picture(width, height)).withClock(InstantSource.fixed(NOW))));
        access = new LiveGraphAccess(settings(), clock(), WireJournal::watch);
    }

    public GraphSettings settings() {
        return new GraphSettings() {

            @Override
            public URI graphUrl() {
                return URI.create(server.graphUrl());
            }

            @Override
            public String apiVersion() {
                return "v26.0";
            }

            @Override
            public Optional<byte[]> appSecret() {
                return Optional.of(server.appSecret().getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /// Sleeping moves the sandbox's clock, so that runs make progress and windows open.
    public GraphClock clock() {
        return new GraphClock() {

            @Override
            public Instant instant() {
                return server.clock().instant();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                server.clock().advance(duration.plusMillis(1));
            }

            @Override
            public void await(Condition condition, Duration atMost) throws InterruptedException {
                sleep(atMost);
            }
        };
    }

    public SandboxServer server() {
        return server;
    }

    public LiveGraphAccess access() {
        return access;
    }

    /// The engine with the first operator's token.
    AdsApi api() {
        return access.forTenant(TENANT, new AccessToken(server.operators().getFirst().token().toCharArray()));
    }

    /// An account in euros that the first operator manages.
    AdAccount account() {
        List<AdAccount> accounts = new ArrayList<>();
        api().adAccounts(accounts::addAll);
        return accounts.stream().filter(account -> account.status() == AccountStatus.ACTIVE && account.canManage()
                && account.currency().code().equals("EUR")).findFirst().orElseThrow();
    }

    /// Steers the sandbox from outside.
    public String control(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.controlUrl() + "/" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> reply = control.send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new AssertionError(reply.body());
            }
            return reply.body().replace("\\/", "/");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static byte[] picture(int width, int height) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        access.close();
        control.close();
        server.close();
    }
}
