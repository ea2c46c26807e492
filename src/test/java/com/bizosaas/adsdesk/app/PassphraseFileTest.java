package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseFileTest {

    @TempDir
    Path folder;

    @Test
    void takesTheFirstLineWithItsBlanksAndNoLineEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("p"), " grüne Wälder 🌲 \r\nsecond line\n");
        assertThat(new String(PassphraseFile.read(file))).isEqualTo(" grüne Wälder 🌲 ");
    }

    @Test
    void namesTheOptionWhenTheFileIsMissingOrEmpty() throws IOException {
        Path empty = Files.writeString(folder.resolve("e"), "\n");
        assertThatThrownBy(() -> PassphraseFile.read(empty)).isInstanceOf(UsageException.class)
                .hasMessageContaining("--passphrase-file");
        assertThatThrownBy(() -> PassphraseFile.read(folder.resolve("none"))).isInstanceOf(UsageException.class)
                .hasMessageContaining("--passphrase-file");
    }
}
