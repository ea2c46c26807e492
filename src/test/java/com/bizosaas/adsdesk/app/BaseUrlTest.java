package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({"https://graph.facebook.com, https://graph.facebook.com",
            "https://www.facebook.com/, https://www.facebook.com",
            "HTTPS://graph.facebook.com:8443, https://graph.facebook.com:8443",
            "http://127.0.0.1:4711, http://127.0.0.1:4711",
            "http://localhost:1, http://localhost:1", "http://[::1]:9, http://[::1]:9"})
    void takesHttpsAndHttpOnLoopback(String text, String expected) {
        assertThat(BaseUrl.parse("--graph-url", text)).isEqualTo(URI.create(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://graph.facebook.com", "http://127.0.0.1.evil.example", "ftp://127.0.0.1",
            "https://graph.facebook.com/v26.0", "https://graph.facebook.com?x=1", "https://graph.facebook.com#x",
            "https://user:pw@graph.facebook.com", "graph.facebook.com", "https://", "not an address",
            "http://127.0.0.1:70000"})
    void refusesEverythingElseByName(String text) {
        assertThatThrownBy(() -> BaseUrl.parse("--graph-url", text)).isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--graph-url ").hasMessageNotContaining("pw@");
    }
}
