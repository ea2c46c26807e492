package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.service.DeskSetup;
import com.bizosaas.adsdesk.service.LiveDeskGate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line without a running desk: it opens the store itself, and puts a backup back on another computer.
class CliRestoreTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final String PASSPHRASE = "seven quiet otters";

    @TempDir
    Path folder;

    private Path secret;
    private String out = "";
    private String err = "";

    @BeforeEach
    void makeADesk() throws Exception {
        secret = Files.writeString(folder.resolve("secret"), PASSPHRASE + "\n");
        Files.setPosixFilePermissions(secret,
                java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        try (LiveDeskGate gate = new LiveDeskGate(DeskSetup.live(folder.resolve("here"), NOWHERE, NOWHERE, Map.of()))) {
            gate.create(PASSPHRASE.toCharArray(), "Ines").services().tenants().create("Nordlys");
        }
    }

    private int cli(String data, String... command) {
        StringWriter printed = new StringWriter();
        StringWriter told = new StringWriter();
        String[] arguments = new String[command.length + 5];
        arguments[0] = "cli";
        System.arraycopy(command, 0, arguments, 1, command.length);
        arguments[command.length + 1] = "--data-dir";
        arguments[command.length + 2] = folder.resolve(data).toString();
        arguments[command.length + 3] = "--passphrase-file";
        arguments[command.length + 4] = secret.toString();
        int code = Main.run(arguments, new PrintWriter(printed, true), new PrintWriter(told, true));
        out = printed.toString();
        err = told.toString();
        return code;
    }

    @Test
    void aBackupIsPutBackElsewhereWithThePassphraseOfItsDay() throws Exception {
        assertThat(cli("here", "backup", "create")).as(() -> err).isZero();
        String backup = out.strip();
        assertThat(cli("there", "backup", "restore", backup)).as(() -> err).isZero();
        assertThat(cli("there", "tenants")).as(() -> err).isZero();
        assertThat(out).contains("Nordlys");
        assertThat(cli("there", "audit", "verify")).isZero();

        Files.writeString(secret, "not the passphrase\n");
        assertThat(cli("elsewhere", "backup", "restore", backup)).isNotZero();
        assertThat(err).containsIgnoringCase("passphrase");
        assertThat(folder.resolve("elsewhere").resolve("vault.json")).doesNotExist();
    }
}
