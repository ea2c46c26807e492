package com.bizosaas.adsdesk.sandbox;

import com.bizosaas.adsdesk.sandbox.fleet.DrawnThumbnails;
import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.insights.SeededInsights;
import com.bizosaas.adsdesk.sandbox.limits.Budgets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Runs the sandbox alone: prints one line of JSON when it is ready and serves until it is stopped.
@Command(name = "sandbox", description = "Stands in for Facebook on loopback.", mixinStandardHelpOptions = true, version = "Ads Desk sandbox")
public final class SandboxMain implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "0", description = "Port to listen on; any free one by default.")
    private int port;

    @Option(names = "--fleet", defaultValue = "small", description = "small, reference, or bench:UxAxCxSxD: so many users, accounts of each, campaigns of each account, ad "
            + "sets of each campaign and ads of each ad set.")
    private String fleet = "small";

    @Option(names = "--seed", defaultValue = "1", description = "Seed of everything that is generated.")
    private long seed;

    @Option(names = "--latency-ms", defaultValue = "0", description = "Wait this long before each reply.")
    private long latency;

    @Option(names = "--jitter-ms", defaultValue = "0", description = "Wait up to this much longer.")
    private long jitter;

    @Option(names = "--strict-proof", description = "Demand appsecret_proof on every call.")
    private boolean strictProof;

    @Option(names = "--tier", defaultValue = "full", description = "API access tier: full or limited.")
    private String tier = "full";

    @Option(names = "--cache-pages", description = "Keep pages and serve them again, to measure clients.")
    private boolean cachePages;

    @Option(names = "--state", description = "File in which changes and tokens survive a restart.")
    private @Nullable Path state;

    private final Callable<?> untilStopped;

    SandboxMain(Callable<?> untilStopped) {
        this.untilStopped = untilStopped;
    }

    /// Ends with 0 when stopped, 1 where it cannot start, 2 for options it does not understand.
    public static void main(String[] args) {
        System.exit(new CommandLine(new SandboxMain(() -> {
            new CountDownLatch(1).await();
            return null;
        })).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        SandboxOptions options;
        try {
            options = SandboxOptions.of(Fleets.of(fleet, seed), new SeededInsights(Statuses::effective),
                    new DrawnThumbnails()).withPort(port)
                    .withLatency(Duration.ofMillis(latency), Duration.ofMillis(jitter))
                    .withStrictProof(strictProof).withStateFile(state).withBudgets(Budgets.ofTier(tier))
                    .withCachedPages(cachePages);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        try (SandboxServer server = SandboxServer.start(options)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(server)));
            System.out.println(ready(server));
            untilStopped.call();
            return 0;
        } catch (IOException e) {
            System.err.println("The sandbox could not start: " + e.getMessage());
            return 1;
        }
    }

    private static void stop(SandboxServer server) {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("The sandbox did not stop cleanly: " + e.getMessage());
        }
    }

    private static String ready(SandboxServer server) {
        ObjectNode line = Json.object().put("ready", true).put("graphUrl", server.graphUrl()).put("dialogUrl", server
                .dialogUrl()).put("appId", server.appId()).put("appSecret", server.appSecret());
        var operators = line.putArray("operators");
        server.operators().forEach(one -> operators.addObject().put("name", one.name()).put("token", one.token()));
        return Json.text(line).replace("\\/", "/");
    }
}
