package com.bizosaas.adsdesk.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every action that is written to the log has words, and every word is of an action that is written.
class AuditWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/com/bizosaas/adsdesk/service");
    /// A statement that names an action: what is recorded, and what is planned to be written to Facebook.
    private static final Pattern STATEMENT = Pattern
            .compile(
                    "(?:new Deed\\(|PlannedWrite\\s*\\.(?:create|update|delete)\\(|note\\(\"|ACTION = |\\bwrite\\(tenant)[^;]*;");
    private static final Pattern CODE = Pattern.compile("\"([a-z-]+(?:\\.[a-z-]+)+)\"");
    private static final Pattern VERB = Pattern.compile("\"(\\.[a-z]+)\"");
    private static final List<String> LEVELS = List.of("campaign", "ad-set", "ad");

    private static Set<String> written() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Matcher statement = STATEMENT.matcher(Files.readString(file));
                while (statement.find()) {
                    CODE.matcher(statement.group()).results().forEach(found -> codes.add(found.group(1)));
                    VERB.matcher(statement.group()).results()
                            .forEach(found -> LEVELS.forEach(level -> codes.add(level + found.group(1))));
                }
            }
        }
        return codes;
    }

    @Test
    void everyActionWrittenHasWordsAndEveryWordIsOfOneWritten() throws IOException {
        Set<String> written = written();
        assertThat(written).as("the sources were read").contains("vault.seal-broken", "ad-set.duplicate",
                "desk.unlock");
        assertThat(new TreeSet<>(AuditWords.actions())).isEqualTo(written);
    }
}
