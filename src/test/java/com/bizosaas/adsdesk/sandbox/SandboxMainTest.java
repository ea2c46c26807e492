package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.sandbox.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class SandboxMainTest {

    @Test
    void printsOneLineOfJsonWhenItAnswers() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        int exit;
        int[] answered = new int[1];
        try {
            exit = new CommandLine(new SandboxMain(() -> {
                JsonNode line = Json.parse(printed.toString(StandardCharsets.UTF_8).strip()).orElseThrow();
                answered[0] = new Client(line.path("graphUrl").asString(), line.at("/operators/0/token").asString())
                        .get("me")
                        .status();
                return null;
            })).execute("--fleet", "small", "--seed", "3");
        } finally {
            System.setOut(before);
        }
        assertThat(exit).isZero();
        assertThat(answered[0]).isEqualTo(200);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).singleElement().asString().startsWith(
                "{\"ready\":true,\"graphUrl\":\"http://127.0.0.1:");
    }

    @Test
    void refusesAFleetThatDoesNotExist() {
        assertThat(new CommandLine(new SandboxMain(() -> null)).execute("--fleet", "huge")).isEqualTo(2);
    }
}
