package com.bizosaas.adsdesk.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiveSecretsTest {

    /// Looks like no token at all, so that only the registry can know it.
    private static final String SECRET = "ordinary words";

    @Test
    void aSecretInUseIsHiddenWhereverItStands() {
        try (LiveSecrets.Entry _ = LiveSecrets.register(SECRET.getBytes(StandardCharsets.UTF_8))) {
            assertThat(Redactor.redact(SECRET)).isEqualTo("…");
            assertThat(Redactor.redact("before " + SECRET + SECRET + " after")).isEqualTo("before …… after");
            assertThat(Redactor.redact("ordinary word")).isEqualTo("ordinary word");
            assertThat(Redactor.message(SECRET + "x".repeat(2000))).startsWith("…x").hasSize(1001);
        }
    }

    @Test
    void whatIsNoLongerInUseIsOrdinaryAgain() {
        LiveSecrets.Entry first = LiveSecrets.register(SECRET);
        LiveSecrets.Entry second = LiveSecrets.register(SECRET);
        first.close();
        assertThat(Redactor.redact(SECRET)).as("still in use by another").isEqualTo("…");
        second.close();
        assertThat(Redactor.redact(SECRET)).isEqualTo(SECRET);
    }

    @Test
    void severalSecretsOverlapOrFollowEachOther() {
        try (LiveSecrets.Entry _ = LiveSecrets.register("aaaaaaaa");
                LiveSecrets.Entry _ = LiveSecrets.register(
                        "zwölfäöü")) {
            assertThat(Redactor.redact("aaaaaaaaaaaa")).as("a run that holds it once, and a rest").isEqualTo("…aaaa");
            assertThat(Redactor.redact("xzwölfäöüaaaaaaaa")).isEqualTo("x……");
        }
    }

    @Test
    void whatIsShorterThanAWordIsNot() {
        try (LiveSecrets.Entry _ = LiveSecrets.register("campaig")) {
            assertThat(Redactor.redact("the campaign")).isEqualTo("the campaign");
        }
    }
}
