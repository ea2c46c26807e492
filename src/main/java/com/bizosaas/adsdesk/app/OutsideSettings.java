package com.bizosaas.adsdesk.app;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings that come from outside the desk: the environment beats `.env.facebook` in the data folder, which beats
/// `.env.facebook` in the program's folder.
final class OutsideSettings {

    static final String APP_ID = "FACEBOOK_APP_ID";
    static final String APP_SECRET = "FACEBOOK_APP_SECRET";
    static final String REDIRECT_URI = "FACEBOOK_REDIRECT_URI";
    static final String GRAPH_URL = "FACEBOOK_GRAPH_URL";
    static final String DIALOG_URL = "FACEBOOK_DIALOG_URL";
    static final String API_VERSION = "FACEBOOK_API_VERSION";
    static final String SCOPES = "FACEBOOK_SCOPES";

    private static final String FILE = ".env.facebook";

    private final Map<String, String> environment;
    private final List<Map<String, String>> files;

    /// @param folders looked into in this order; one without the file is passed over
    OutsideSettings(Map<String, String> environment, List<Path> folders) {
        this.environment = Map.copyOf(environment);
        this.files = folders.stream().map(OutsideSettings::read).toList();
    }

    /// The value of a setting, empty where none is given or it is blank.
    Optional<String> get(String name) {
        Optional<String> given = Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
        for (Map<String, String> file : files) {
            if (given.isEmpty()) {
                given = Optional.ofNullable(file.get(name)).filter(value -> !value.isBlank());
            }
        }
        return given.map(String::strip);
    }

    private static Map<String, String> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            Dotenv dotenv = Dotenv.configure().directory(folder.toString()).filename(FILE).load();
            Map<String, String> values = new java.util.HashMap<>();
            dotenv.entries(Dotenv.Filter.DECLARED_IN_ENV_FILE).forEach(e -> values.put(e.getKey(), e.getValue()));
            return values;
        } catch (DotenvException e) {
            throw new UsageException(file + " cannot be read: every line is NAME=value.");
        }
    }
}
