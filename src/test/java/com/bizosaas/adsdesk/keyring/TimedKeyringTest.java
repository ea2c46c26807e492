package com.bizosaas.adsdesk.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A keyring that is slow, silent or broken keeps nobody waiting.
@Timeout(60)
class TimedKeyringTest {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LATE = Duration.ofSeconds(50);

    private final MemoryKeyring keyring = new MemoryKeyring();

    @Test
    void handsOnWhatTheKeyringSays() {
        Keyring timed = keyring.within(LATE);
        assertThat(timed.read("a")).isEmpty();
        char[] secret = "quiet otters".toCharArray();
        timed.write("a", secret);
        assertThat(secret).as("the array stays the caller's").isEqualTo("quiet otters".toCharArray());
        assertThat(timed.read("a").orElseThrow()).isEqualTo("quiet otters".toCharArray());
        timed.remove("a");
        assertThat(keyring.entries).isEmpty();
        keyring.failure = "No keyring runs on this computer.";
        assertThatThrownBy(() -> timed.read("a")).isInstanceOf(KeyringException.class)
                .hasMessage("No keyring runs on this computer.");
        assertThatThrownBy(() -> timed.write("a", secret)).isInstanceOf(KeyringException.class);
        assertThatThrownBy(() -> timed.remove("a")).isInstanceOf(KeyringException.class);
    }

    @Test
    void doesNotWaitForOneThatHangsAndAsksItNoFurther() {
        CountDownLatch hanging = new CountDownLatch(1);
        keyring.hangsUntil = hanging;
        Keyring timed = keyring.within(SOON);
        assertThatThrownBy(() -> timed.read("a")).isInstanceOf(KeyringException.class)
                .hasMessageContaining("did not answer within 100 milliseconds");
        assertThatThrownBy(() -> timed.read("a")).isInstanceOf(KeyringException.class)
                .hasMessageContaining("still busy");
        keyring.hangsUntil = null;
        hanging.countDown();
        await().atMost(LATE).untilAsserted(() -> assertThat(timed.read("a")).isEmpty());
    }

    @Test
    void takesBackWhatWasWrittenTooLate() {
        CountDownLatch hanging = new CountDownLatch(1);
        keyring.hangsUntil = hanging;
        Keyring timed = keyring.within(SOON);
        char[] secret = "quiet otters".toCharArray();
        assertThatThrownBy(() -> timed.write("a", secret)).isInstanceOf(KeyringException.class);
        keyring.hangsUntil = null;
        keyring.entries.put("b", "of somebody else");
        hanging.countDown();
        await().atMost(LATE).ignoreExceptions().until(() -> timed.read("b").isPresent());
        assertThat(keyring.entries).containsOnlyKeys("b");
    }

    @Test
    void anErrorOfTheLibraryIsNoKeyring() {
        Keyring broken = new TimedKeyring(new Broken(), LATE);
        assertThatThrownBy(() -> broken.read("a")).isInstanceOf(KeyringException.class)
                .hasMessage("The computer's keyring failed.").hasCauseInstanceOf(UnsatisfiedLinkError.class);
        assertThatThrownBy(() -> broken.remove("a")).isInstanceOf(KeyringException.class)
                .hasMessage("The computer's keyring failed.");
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() throws InterruptedException {
        keyring.hangsUntil = new CountDownLatch(1);
        Keyring timed = keyring.within(LATE);
        AtomicReference<String> ended = new AtomicReference<>("");
        Thread asking = Thread.ofPlatform().start(() -> {
            try {
                timed.read("a");
            } catch (KeyringException e) {
                ended.set(Thread.currentThread().isInterrupted() ? "interrupted" : "not");
            }
        });
        asking.interrupt();
        asking.join();
        assertThat(ended.get()).isEqualTo("interrupted");
    }

    /// Fails in ways that no keyring foresees.
    private static final class Broken implements Keyring {
        @Override
        public Optional<char[]> read(String entry) {
            throw new UnsatisfiedLinkError("libsecret");
        }

        @Override
        public void write(String entry, char[] secret) {
            throw new IllegalStateException("unforeseen");
        }

        @Override
        public void remove(String entry) {
            throw new IllegalStateException("unforeseen");
        }
    }
}
