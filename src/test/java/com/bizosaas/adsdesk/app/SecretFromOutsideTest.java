package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.service.DeskServices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// An app secret from the environment or a file moves into the vault at the first start and stays there.
class SecretFromOutsideTest {

    private static final String PASSPHRASE = "four random words here";
    private static final String SECRET = "not-a-real-secret-0001";

    @TempDir
    Path data;

    private Environment environment(Map<String, String> variables) {
        return Environment.of(CommandLine.populateCommand(new LaunchOptions(), "--data-dir",
                data.resolve("desk").toString(), "--graph-url", "http://127.0.0.1:9"), variables, null);
    }

    @Test
    void theSecretIsKeptAndCanBeLeftOutAfterwards() throws IOException {
        Map<String, String> given = Map.of("FACEBOOK_APP_ID", "123456", "FACEBOOK_APP_SECRET", SECRET,
                "FACEBOOK_API_VERSION", "v25.0");
        try (Composition first = new Composition(environment(given))) {
            DeskServices desk = first.gate().create(PASSPHRASE.toCharArray(), "Ines").services();
            assertThat(desk.settings().hasAppSecret()).isFalse();
            first.adoptSecret(desk);
            assertThat(desk.settings().hasAppSecret()).isTrue();
            assertThat(desk.settings().fixedFromOutside()).containsExactlyInAnyOrder("appId", "apiVersion");
            assertThat(desk.settings().settings().apiVersion()).isEqualTo("v25.0");
        }
        try (Composition later = new Composition(environment(Map.of()))) {
            DeskServices desk = later.gate().unlock(PASSPHRASE.toCharArray());
            later.adoptSecret(desk);
            assertThat(desk.settings().hasAppSecret()).isTrue();
            assertThat(desk.settings().fixedFromOutside()).isEmpty();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(SECRET);
            }
        }
    }
}
