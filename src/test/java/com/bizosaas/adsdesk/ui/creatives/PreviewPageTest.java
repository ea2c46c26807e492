package com.bizosaas.adsdesk.ui.creatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.service.CreativeService.Preview;
import com.bizosaas.adsdesk.service.DeskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewPageTest {

    private static final String FACEBOOK = "https://www.facebook.com";

    @ParameterizedTest
    @ValueSource(strings = {"https://www.facebook.com/ads/api/preview_iframe.php?d=AQ", "https://facebook.com/x",
            "https://business.facebook.com/x"})
    void opensPagesOfFacebook(String address) {
        assertThat(page(address, FACEBOOK).host()).endsWith("facebook.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.facebook.com/x", "https://facebook.com.evil.example/x",
            "https://evilfacebook.com/x", "https://user@www.facebook.com/x", "https://www.facebook.com:8443/x",
            "file:///etc/passwd", "javascript:alert(1)", "data:text/html,hi", "not an address",
            "http://127.0.0.1:8080/preview"})
    void refusesEveryOtherAddress(String address) {
        assertThatThrownBy(() -> page(address, FACEBOOK)).isInstanceOf(DeskException.class)
                .hasMessageContaining("not opened");
    }

    @Test
    void opensTheServerThatTheDeskSignsInAtAndNoOtherPortOfIt() {
        PreviewPage page = page("http://127.0.0.1:9123/preview?d=1", "http://127.0.0.1:9123");
        assertThat(page.allows("http://127.0.0.1:9123/other")).isTrue();
        assertThat(page.allows("http://127.0.0.1:9124/other")).isFalse();
        assertThat(page.allows("https://shop.example/")).isFalse();
        assertThat(page.allows("about:blank")).isTrue();
    }

    private static PreviewPage page(String address, String home) {
        return PreviewPage.of(new Preview(address, 320, 480), home);
    }
}
