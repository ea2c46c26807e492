package com.bizosaas.adsdesk.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/// Every line says for whom it was logged, and no line says it for somebody else.
class LogTenantTest {

    @AfterEach
    void forget() {
        MDC.remove(LogTenant.KEY);
    }

    private static String named() {
        return String.valueOf(MDC.get(LogTenant.KEY));
    }

    @Test
    void namesTheTenantForTheWorkAloneAndTheOneAroundItAgain() {
        List<String> seen = new ArrayList<>();
        String answer = LogTenant.in("acme", () -> {
            seen.add(named());
            LogTenant.in("globex", () -> seen.add(named()));
            seen.add(named());
            LogTenant.in(null, () -> seen.add(named()));
            seen.add(named());
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(seen).containsExactly("acme", "globex", "acme", "null", "acme");
        assertThat(named()).isEqualTo("null");
    }

    @Test
    void afterAFailureNobodyIsNamedEither() {
        assertThatThrownBy(() -> LogTenant.in("acme", () -> {
            throw new IllegalStateException(named());
        })).hasMessage("acme");
        assertThat(named()).isEqualTo("null");
    }

    @Test
    void anotherThreadsWorkIsNamedToo() {
        List<String> seen = new ArrayList<>();
        Runnable named = LogTenant.named("acme", () -> seen.add(named()));
        Runnable carried = LogTenant.in("globex", () -> LogTenant.carried(() -> seen.add(named())));
        named.run();
        carried.run();
        assertThat(seen).containsExactly("acme", "globex");
        assertThat(named()).isEqualTo("null");
    }

    @Test
    void aMessageOfTheLongestLengthIsWhole() {
        assertThat(Redactor.message("x".repeat(1000))).hasSize(1000).doesNotContain("…");
        assertThat(Redactor.message("x".repeat(1001))).hasSize(1001).endsWith("…");
    }
}
