package com.bizosaas.adsdesk.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A Linux computer without a session bus, as servers are: the reason comes soon and in one sentence, on the way that the
/// desk really asks.
@DisabledOnOs({OS.WINDOWS, OS.MAC})
class NoKeyringHereTest {

    @TempDir
    Path home;

    /// The child's whole program.
    public static final class Asks {

        private Asks() {
        }

        public static void main(String[] arguments) {
            Keyring keyring = Keyring.ofThisComputer();
            long begun = System.nanoTime();
            try {
                keyring.read("entry");
                System.out.println("answered");
            } catch (KeyringException e) {
                System.out.println(e.getMessage());
            }
            System.out.println(Duration.ofNanos(System.nanoTime() - begun).toMillis());
        }
    }

    @Test
    void theReasonComesSoonAndNothingElseIsPrinted() throws IOException, InterruptedException {
        Path output = home.resolve("output");
        Path errors = home.resolve("errors");
        ProcessBuilder child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1", "-Dlogback.configurationFile=logback.xml", "-Duser.home=" + home, "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Asks.class.getName());
        child.environment().keySet().removeAll(List.of("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "JAVA_TOOL_OPTIONS"));
        child.environment().put("XDG_RUNTIME_DIR", home.toString());
        child.environment().put("HOME", home.toString());
        Process process = child.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended by itself").isTrue();
        List<String> said = Files.readAllLines(output);
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).isIn("No keyring runs on this computer.",
                "The computer's keyring did not answer within 2 seconds. It may be asking for its own password.");
        assertThat(Long.parseLong(said.getLast())).as("milliseconds until the reason").isLessThan(10_000);
        assertThat(Files.readString(errors)).isEmpty();
    }
}
