package com.bizosaas.adsdesk.contract;

import com.bizosaas.adsdesk.graph.GraphTransport;
import com.bizosaas.adsdesk.graph.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Where tests write down what the desk sends. Wrap the transport of a test with [#watch(GraphTransport)] and everything
/// that leaves through it is checked at the end of the build.
///
/// Each build has a folder of its own (system property `wire.journal`), each process a file of its own. Thread-safe.
public final class WireJournal {

    /// Pictures are fetched from addresses that the other side gave, without a token; they are not calls of the API.
    private static final String PICTURES = "/sandbox-media/";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final WireJournal SHARED = new WireJournal(
            Path.of(System.getProperty("wire.journal", "target/wire-journal/manual")));

    private final Path folder;
    private final Path file;

    WireJournal(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(UUID.randomUUID() + ".jsonl");
    }

    static WireJournal shared() {
        return SHARED;
    }

    /// A transport that notes each request before it sends it.
    public static GraphTransport watch(GraphTransport transport) {
        return request -> {
            note(request);
            return transport.send(request);
        };
    }

    public static void note(WireRequest request) {
        note(request.method(), request.uri(), new String(request.body(), StandardCharsets.UTF_8));
    }

    /// Notes a request by its address and, for a POST, its form.
    public static void note(String method, URI address, String form) {
        if (address.getPath().startsWith(PICTURES)) {
            return;
        }
        Map<String, String> params = new LinkedHashMap<>();
        if (address.getRawQuery() != null) {
            params.putAll(WireEntry.form(address.getRawQuery()));
        }
        params.putAll(WireEntry.form(form));
        note(method, address.getPath(), params);
    }

    public static void note(String method, String path, Map<String, String> params) {
        SHARED.write(new WireEntry(method, path, params));
    }

    synchronized void write(WireEntry entry) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file, JSON.writeValueAsString(entry) + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that any process of this build noted.
    List<WireEntry> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<WireEntry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : files.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(one)) {
                    entries.add(JSON.readValue(line, WireEntry.class));
                }
            }
        }
        return entries;
    }
}
