package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.api.ApiClient;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.LocalApiService;
import com.bizosaas.adsdesk.service.LocalApiService.Status;
import com.bizosaas.adsdesk.service.LocalApiService.Wanted;
import com.bizosaas.adsdesk.service.SandboxDesk;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The local API of a desk with a window: off until it is wanted, and gone with the desk.
class ApiSwitchTest {

    @TempDir
    Path folder;

    @Test
    void followsTheSettingsAndEndsWithTheDesk() throws IOException, InterruptedException {
        ApiClient api;
        try (SandboxDesk sandbox = new SandboxDesk(folder)) {
            DeskServices desk = sandbox.desk;
            LocalApiService settings = desk.localApi();
            ApiSwitch.attach(desk, folder, null);
            assertThat(settings.status()).isEqualTo(Status.OFF);
            assertThat(settings.keyFile()).doesNotExist();

            settings.save(new Wanted(true, 0));
            await().until(() -> settings.status().url() != null);
            api = new ApiClient(Objects.requireNonNull(settings.status().url()),
                    Files.readString(settings.keyFile()).strip());
            assertThat(api.get("/tenants").status()).isEqualTo(200);
            assertThat(ApiAddress.read(folder)).isPresent();

            settings.save(new Wanted(false, 0));
            await().until(() -> settings.status().equals(Status.OFF));
            assertThat(ApiAddress.read(folder)).isEmpty();

            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                settings.save(new Wanted(true, taken.getLocalPort()));
                await().until(() -> settings.status().problem() != null);
                assertThat(Objects.requireNonNull(settings.status().problem()).field()).isEqualTo("port");
            }
            settings.save(new Wanted(true, 0));
            await().until(() -> settings.status().url() != null);
            api = new ApiClient(Objects.requireNonNull(settings.status().url()),
                    Files.readString(settings.keyFile()).strip());
            assertThat(api.get("/tenants").status()).isEqualTo(200);
        }
        ApiClient gone = api;
        assertThatThrownBy(() -> gone.get("/tenants"))
                .isInstanceOf(ConnectException.class);
    }
}
