package com.bizosaas.adsdesk.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The file in the data folder that says where the desk's local API answers while it runs. A desk that was killed leaves
/// it behind, so whoever reads it must see whether somebody answers.
final class ApiAddress {

    private static final String FILE = "desk.api.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Content(@Nullable String apiUrl) {
    }

    private ApiAddress() {
    }

    static void write(Path dataDir, String url) throws IOException {
        Path file = dataDir.resolve(FILE);
        Path fresh = dataDir.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        OwnersFolder.createFile(fresh);
        Files.write(fresh, JSON.writeValueAsBytes(new Content(url)));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void remove(Path dataDir) throws IOException {
        Files.deleteIfExists(dataDir.resolve(FILE));
    }

    static Optional<URI> read(Path dataDir) {
        try {
            Content content = JSON.readValue(Files.readAllBytes(dataDir.resolve(FILE)), Content.class);
            return Optional.ofNullable(content.apiUrl()).map(URI::create);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
