package com.bizosaas.adsdesk.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPolicyTest {

    @ParameterizedTest
    @CsvSource({"https://www.facebook.com/login, true", "https://m.facebook.com/x, true", "https://facebook.com/, true",
            "about:blank, true", "http://www.facebook.com/login, false",
            "https://www.facebook.com.evil.example/, false",
            "https://evilfacebook.com/, false", "https://www.facebook.com:8443/, false",
            "https://www.facebook.com@evil.example/, false", "https://evil.example/www.facebook.com, false",
            "file:///etc/passwd, false", "data:text/html;base64 x, false", "javascript:alert(1), false"})
    void showsFacebooksOwnPagesOnly(String address, boolean allowed) {
        assertThat(new HostPolicy(URI.create("https://www.facebook.com/v26.0/dialog/oauth")).allows(address))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:4711/x, true", "http://127.0.0.1:4712/x, false", "http://localhost:4711/x, false"})
    void onLoopbackTheVeryHostAndPort(String address, boolean allowed) {
        assertThat(new HostPolicy(URI.create("http://127.0.0.1:4711/v26.0/dialog/oauth")).allows(address))
                .isEqualTo(allowed);
    }
}
