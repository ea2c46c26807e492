package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.api.ApiClient;
import com.bizosaas.adsdesk.sandbox.SandboxServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A desk without a window in a process of its own, talking to a Graph server that the test runs.
final class HeadlessProcess implements AutoCloseable {

    final Process process;
    final Path dataDir;
    final Path passphraseFile;
    final Path classes;
    final Path errors;
    final JsonNode ready;
    final List<String> output = new ArrayList<>();
    private final BufferedReader out;

    HeadlessProcess(Path folder, SandboxServer sandbox) throws IOException {
        dataDir = folder.resolve("Büro #1 100% 🚀");
        passphraseFile = folder.resolve("passphrase");
        classes = folder.resolve("classes.log");
        errors = folder.resolve("errors.log");
        Files.writeString(passphraseFile, "four random words here\n");
        List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + classes, "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                "--headless", "--api-port", "0", "--data-dir", dataDir.toString(), "--passphrase-file",
                passphraseFile.toString(), "--graph-url", sandbox.graphUrl(), "--dialog-url", sandbox.dialogUrl()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(Map.of("FACEBOOK_APP_ID", sandbox.appId(), "FACEBOOK_APP_SECRET",
                sandbox.appSecret(), "FACEBOOK_REDIRECT_URI", "http://localhost:" + freePort()
                        + "/api/brain/integrations/facebook-ads/oauth?action=callback"));
        process = builder.start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new AssertionError("It never was ready: " + Files.readString(errors));
        }
        output.add(line);
        ready = JsonMapper.builder().build().readTree(line);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    ApiClient client() throws IOException {
        return new ApiClient(ready.path("apiUrl").asString(),
                Files.readString(Path.of(ready.path("apiKeyFile").asString())).strip());
    }

    /// Asks it to end, and answers how long that took.
    long terminate() throws IOException, InterruptedException {
        long began = System.nanoTime();
        process.toHandle().destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end");
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        String line;
        while ((line = out.readLine()) != null) {
            output.add(line);
        }
        return took;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
