package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    @Test
    void findsTokensChangesAndDeletionsAgainAfterARestart(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sandbox.json");
        String token;
        String campaign;
        String audience;
        String account;
        String known;
        try (SandboxFixture first = new SandboxFixture(options -> options.withStateFile(file))) {
            account = first.account();
            token = first.server.operators().getFirst().token();
            campaign = first.campaign(account);
            known = first.api.get(account + "/adsets", "limit", "1").text("/data/0/id");
            first.api.post(known, "name", "Changed here");
            audience = first.api.get(account + "/customaudiences", "limit", "1").text("/data/0/id");
            assertThat(first.api.delete(audience).at("/success").asBoolean()).isTrue();
        }
        assertThat(Files.list(folder)).containsExactly(file);
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                java.nio.file.Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (SandboxFixture second = new SandboxFixture(options -> options.withStateFile(file))) {
            assertThat(second.server.operators().getFirst().token()).isEqualTo(token);
            Client api = second.api.as(token);
            assertThat(api.get(campaign, "fields", "name").text("/name")).isEqualTo("Autumn sale");
            assertThat(api.get(known, "fields", "name").text("/name")).isEqualTo("Changed here");
            assertThat(api.get(audience).subcode()).isEqualTo(33);
            assertThat(api.get(account + "/activities").http().body()).contains("Changed here")
                    .contains("delete_audience");
            assertThat(second.campaign(account)).isNotEqualTo(campaign);
        }
    }

    @Test
    void refusesAFileOfAnotherFleetAndADamagedOne(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sandbox.json");
        Files.writeString(file, "{\"format\":1,\"fleet\":\"reference\",\"seed\":1}");
        assertThatThrownBy(() -> new SandboxFixture(options -> options.withStateFile(file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another fleet");
        Files.writeString(file, "{\"format\":1,");
        assertThatThrownBy(() -> new SandboxFixture(options -> options.withStateFile(file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }
}
