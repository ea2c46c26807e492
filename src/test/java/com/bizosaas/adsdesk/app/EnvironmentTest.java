package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EnvironmentTest {

    @TempDir
    Path data;

    @TempDir
    Path program;

    private Environment environment(Map<String, String> variables, String... arguments) {
        LaunchOptions options = CommandLine.populateCommand(new LaunchOptions(), arguments);
        if (options.dataDir == null) {
            options.dataDir = data;
        }
        return Environment.of(options, variables, program);
    }

    @Test
    void optionBeatsEnvironmentBeatsFile() throws IOException {
        Files.writeString(data.resolve(".env.facebook"), "FACEBOOK_GRAPH_URL=https://file.example\n");
        assertThat(environment(Map.of()).graphUrl()).isEqualTo(URI.create("https://file.example"));
        Map<String, String> variables = Map.of("FACEBOOK_GRAPH_URL", "https://variable.example");
        assertThat(environment(variables).graphUrl()).isEqualTo(URI.create("https://variable.example"));
        assertThat(environment(variables, "--graph-url", "https://option.example").graphUrl())
                .isEqualTo(URI.create("https://option.example"));
    }

    @Test
    void theDataFoldersFileBeatsTheProgramFoldersFile() throws IOException {
        Files.writeString(program.resolve(".env.facebook"), "FACEBOOK_APP_ID=1\nFACEBOOK_API_VERSION=v25.0\n");
        Files.writeString(data.resolve(".env.facebook"), "FACEBOOK_APP_ID=2\n");
        OutsideSettings outside = environment(Map.of()).outside();
        assertThat(outside.get("FACEBOOK_APP_ID")).contains("2");
        assertThat(outside.get("FACEBOOK_API_VERSION")).contains("v25.0");
        assertThat(outside.get("FACEBOOK_SCOPES")).isEmpty();
    }

    @Test
    void aWrongVariableIsRefusedByItsName() {
        assertThatThrownBy(() -> environment(Map.of("FACEBOOK_DIALOG_URL", "http://www.facebook.com")))
                .isInstanceOf(UsageException.class).hasMessageStartingWith("FACEBOOK_DIALOG_URL ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --headless                                      | --passphrase-file
            --headless --passphrase-file f --sandbox --tour x | --tour
            --api-port 70000                                | --api-port
            --tour x                                        | --tour
            --sandbox --graph-url https://graph.example     | --sandbox
            --sandbox-seed 4                                | --sandbox-seed
            --sandbox --sandbox-fleet huge                  | --sandbox-fleet
            --data-dir x;INIT=y                             | --data-dir
            """)
    void whatIsNotServedIsRefusedByName(String arguments, String name) {
        assertThatThrownBy(() -> environment(Map.of(), arguments.strip().split(" +")))
                .isInstanceOf(UsageException.class).hasMessageContaining(name);
    }

    @Test
    void aTourWantsAFreshFolderAndBringsOneWhereNoneIsNamed() throws IOException {
        Files.writeString(data.resolve("vault.json"), "{}");
        assertThatThrownBy(() -> environment(Map.of(), "--sandbox", "--tour", "pictures"))
                .isInstanceOf(UsageException.class).hasMessageContaining("--data-dir");
        LaunchOptions options = CommandLine.populateCommand(new LaunchOptions(), "--sandbox", "--tour", "pictures");
        Environment own = Environment.of(options, Map.of(), program);
        assertThat(own.temporary()).isTrue();
        Files.delete(own.dataDir());
        assertThat(environment(Map.of(), "--sandbox").temporary()).isFalse();
    }

    @Test
    void theSandboxIsDeafToSettingsForFacebook() {
        Environment sandbox = environment(Map.of("FACEBOOK_GRAPH_URL", "https://graph.facebook.com"), "--sandbox",
                "--sandbox-seed", "7");
        assertThat(sandbox.graphUrl()).isNull();
        assertThat(sandbox.sandbox()).isEqualTo(new Environment.SandboxChoice("small", 7));
    }
}
