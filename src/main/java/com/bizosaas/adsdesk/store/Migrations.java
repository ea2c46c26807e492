package com.bizosaas.adsdesk.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The numbered scripts of one store and the table that says which have run.
///
/// A script is resumed from its start when it was interrupted, for H2 commits each definition by itself: its statements
/// must be able to run twice.
enum Migrations {

    CONTROL("control",
            List.of("V001__first_light.sql", "V002__write_journal.sql", "V003__drafts.sql",
                    "V004__tenant_profile.sql", "V005__written_value.sql", "V006__vault_generation.sql",
                    "V007__comments.sql", "V008__launch.sql")),
    METRICS("metrics",
            List.of("V001__first_light.sql", "V002__structure_page.sql", "V003__whole_readings.sql",
                    "V004__limit_window.sql", "V005__report_run.sql", "V006__structure_part.sql",
                    "V007__gone_field.sql"));

    private final String folder;
    private final List<String> scripts;

    Migrations(String folder, List<String> scripts) {
        this.folder = folder;
        this.scripts = scripts;
    }

    int latest() {
        return scripts.size();
    }

    /// The version of an open store; 0 for one that has no tables.
    int versionOf(Sql sql) {
        boolean known = sql.one("SELECT 1 FROM information_schema.tables WHERE table_name = 'SCHEMA_VERSION'",
                row -> true).isPresent();
        return known
                ? sql.one("SELECT COALESCE(MAX(version), 0) FROM schema_version", row -> row.getInt(1)).orElse(0)
                : 0;
    }

    void run(Sql sql) {
        sql.update("CREATE TABLE IF NOT EXISTS schema_version (version INT NOT NULL PRIMARY KEY, script VARCHAR(200) "
                + "NOT NULL, run_at TIMESTAMP(9) WITH TIME ZONE NOT NULL)");
        for (int version = versionOf(sql) + 1; version <= latest(); version++) {
            String script = scripts.get(version - 1);
            statements(script).forEach(sql::update);
            sql.update("INSERT INTO schema_version VALUES (?, ?, CURRENT_TIMESTAMP)", version, script);
        }
    }

    private List<String> statements(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(folder + "/" + script)) {
            if (in == null) {
                throw new IllegalStateException(folder + "/" + script + " is part of the program.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(text.split(";\\s*\\n")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
