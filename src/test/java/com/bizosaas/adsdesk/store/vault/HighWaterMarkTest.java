package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighWaterMarkTest {

    private static final HighWaterMark MARK = new HighWaterMark("store", 1, 41, "ab".repeat(32), 7);

    @TempDir
    Path temporary;

    @Test
    void comesBackAsWritten() throws IOException {
        try (DataFolder folder = DataFolder.open(temporary.resolve("desk")); SecretBytes key = SecretBytes.random(32)) {
            MARK.write(folder.place(), key);

            assertThat(HighWaterMark.read(folder.place(), key)).isEqualTo(MARK);
            MARK.withVault(0).write(folder.place(), key);
            assertThat(HighWaterMark.read(folder.place(), key)).isEqualTo(MARK.withVault(0));
        }
    }

    @Test
    void isRefusedWhenMissingChangedOrOfAnotherVault() throws IOException {
        try (DataFolder folder = DataFolder.open(temporary.resolve("desk"));
                SecretBytes key = SecretBytes.random(32);
                SecretBytes other = SecretBytes.random(32)) {
            assertRefused(folder, key);
            MARK.write(folder.place(), key);
            assertRefused(folder, other);
            String text = Files.readString(folder.place().markFile());
            Files.writeString(folder.place().markFile(), text.replace("41", "40"));
            assertRefused(folder, key);
            Files.writeString(folder.place().markFile(), text.replace("Generation\":7", "Generation\":6"));
            assertRefused(folder, key);
            Files.writeString(folder.place().markFile(), text.replace("Generation\":7", "Generation\":0"));
            assertRefused(folder, key);
            Files.writeString(folder.place().markFile(), "");
            assertRefused(folder, key);
        }
    }

    private static void assertRefused(DataFolder folder, SecretBytes key) {
        assertThatThrownBy(() -> HighWaterMark.read(folder.place(), key))
                .isInstanceOf(VaultException.StoreBehind.class);
    }
}
