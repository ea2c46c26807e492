package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.app.SingleInstance.Running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

    @TempDir
    Path data;

    @Test
    void aSecondStartRaisesTheFirstAndGetsNothing() throws IOException {
        AtomicInteger raised = new AtomicInteger();
        try (SingleInstance first = SingleInstance.acquire(data, Running.WINDOW, raised::incrementAndGet)
                .orElseThrow()) {
            assertThat(Files.getPosixFilePermissions(data.resolve("desk.sock"))).as("nobody else may knock")
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(SingleInstance.acquire(data, Running.WINDOW, () -> {
            })).isEmpty();
            await().untilAtomic(raised, org.hamcrest.Matchers.equalTo(1));
            assertThat(SingleInstance.running(data)).contains(Running.WINDOW);
        }
        try (SingleInstance later = SingleInstance.acquire(data, Running.WINDOW, raised::incrementAndGet)
                .orElseThrow()) {
            assertThat(later).isNotNull();
        }
    }

    @Test
    void aSecondStartIsToldThatTheFirstHasNoWindowOrDoesNotAnswer() throws IOException {
        try (SingleInstance first = SingleInstance.acquire(data, Running.NO_WINDOW, () -> {
        }).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(SingleInstance.running(data)).contains(Running.NO_WINDOW);
        }
        assertThat(SingleInstance.running(data)).isEmpty();
        try (ServerSocketChannel stuck = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stuck.bind(UnixDomainSocketAddress.of(data.resolve("desk.sock")));
            assertThat(SingleInstance.running(data)).contains(Running.SILENT);
        }
    }

    @Test
    void aSocketLeftByAKilledDeskIsTakenOver() throws IOException {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(data.resolve("desk.sock")));
        }
        assertThat(Files.exists(data.resolve("desk.sock"))).isTrue();
        try (SingleInstance instance = SingleInstance.acquire(data, Running.WINDOW, () -> {
        }).orElseThrow()) {
            assertThat(instance).isNotNull();
        }
    }

    @Test
    void aFolderWithAVeryLongNameWorks() throws IOException {
        Path deep = Files.createDirectories(data.resolve("x".repeat(120)).resolve("y".repeat(100)));
        try (SingleInstance first = SingleInstance.acquire(deep, Running.WINDOW, () -> {
        }).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(SingleInstance.acquire(deep, Running.WINDOW, () -> {
            })).isEmpty();
        }
    }
}
