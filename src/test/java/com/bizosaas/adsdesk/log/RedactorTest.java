package com.bizosaas.adsdesk.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final String CANARY = "canary-77aa";

    @ParameterizedTest
    @ValueSource(strings = {"GET /v26.0/me?access_token=canary-77aa&fields=id", "client_secret=canary-77aa",
            "{\"access_token\":\"canary-77aa\",\"token_type\":\"bearer\"}", "{'appSecret' : 'canary-77aa'}",
            "Authorization: Bearer canary-77aa-token", "code=canary-77aa#_=_", "appsecret_proof=canary-77aa",
            "token EAAcanary77aacanary-77aa", "138483919580948|canary-77aaxyz", "mail canary-77aa@example.com"})
    void noSecretSurvives(String line) {
        assertThat(Redactor.redact(line)).doesNotContain(CANARY);
    }

    @Test
    void ordinaryWordsStay() {
        String line = "Campaign 120210000000010001 paused; error code 100, subcode 1885621, zip code 20095";
        assertThat(Redactor.redact(line)).isEqualTo(line);
    }

    @Test
    void causesAreRedactedToo() {
        LoggerContext context = new LoggerContext();
        RedactingLayout layout = new RedactingLayout();
        layout.setContext(context);
        layout.setPattern("%msg%n");
        layout.start();
        Throwable failure = new IllegalStateException("outer", new IllegalArgumentException("access_token=" + CANARY));
        String line = layout.doLayout(
                new LoggingEvent("test", context.getLogger("test"), Level.WARN, "failed", failure, null));
        assertThat(line).contains("IllegalArgumentException").doesNotContain(CANARY);
    }
}
