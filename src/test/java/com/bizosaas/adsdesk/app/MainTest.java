package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said and answered before any window opens.
class MainTest {

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void withoutADisplay() {
        System.setProperty("adsdesk.display", "none");
    }

    @AfterEach
    void asBefore() {
        System.clearProperty("adsdesk.display");
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void helpListsEveryOptionAndTheVersionIsOneLine() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--sandbox", "--sandbox-fleet", "--sandbox-seed", "--graph-url",
                "--dialog-url",
                "--data-dir", "--passphrase-file", "--headless", "--api-port", "--tour", "--help", "--version",
                "FACEBOOK_APP_ID");
        out.getBuffer().setLength(0);
        assertThat(run("--version")).isZero();
        assertThat(out.toString().lines()).singleElement().asString().startsWith("Ads Desk ");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--headless, --passphrase-file", "--api-port=70000, --api-port",
            "--graph-url=http://graph.example, --graph-url",
            "--tour=x, --tour", "--bogus, --bogus", "--sandbox-seed=many, --sandbox-seed"})
    void whatIsWrongOrNotServedEndsWithTwoAndItsName(String argument, String name) {
        assertThat(run(argument, "--data-dir=" + data)).isEqualTo(2);
        assertThat(err.toString()).contains(name);
    }

    @Test
    void rightOptionsWithoutADisplayEndWithOneAndTheWayOut() {
        assertThat(run("--data-dir=" + data)).isEqualTo(1);
        assertThat(err.toString()).contains("--sandbox");
    }
}
