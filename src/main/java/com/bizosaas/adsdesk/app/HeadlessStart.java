package com.bizosaas.adsdesk.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// `packaging/run --headless`: opens the desk, says where it is, and serves until it is told to end.
final class HeadlessStart {

    private static final Logger LOG = LoggerFactory.getLogger(HeadlessStart.class);

    /// The end must come within three seconds. What is not done by then is found by the next start: every commit of the
    /// control store is on the disk, and a write to Facebook stands in the journal before it leaves.
    private static final Duration LATEST_END = Duration.ofMillis(2700);

    private HeadlessStart() {
    }

    /// Returns only if the desk cannot start; a signal ends the program.
    ///
    /// @return the exit code
    static int run(Environment environment, PrintWriter out, PrintWriter err) {
        HeadlessDesk desk;
        try {
            desk = HeadlessDesk.open(environment, err::println);
        } catch (UsageException e) {
            err.println(e.getMessage());
            return 1;
        } catch (IOException | RuntimeException e) {
            LOG.error("The desk cannot start", e);
            err.println("Ads Desk cannot start: " + e.getMessage());
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("end").unstarted(() -> end(desk)));
        out.println(ready(desk));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static String ready(HeadlessDesk desk) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ready", true);
        line.put("apiUrl", desk.apiUrl());
        line.put("apiKeyFile", desk.apiKeyFile().toString());
        Path recovery = desk.recoveryCodeFile();
        if (recovery != null) {
            line.put("recoveryCodeFile", recovery.toString());
        }
        return JsonMapper.builder().build().writeValueAsString(line);
    }

    private static void end(HeadlessDesk desk) {
        Thread closing = Thread.ofPlatform().daemon().name("closing").start(desk::close);
        try {
            if (!closing.join(LATEST_END)) {
                LOG.warn("Not everything ended in time; the next start finds what is left");
                Runtime.getRuntime().halt(143);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
