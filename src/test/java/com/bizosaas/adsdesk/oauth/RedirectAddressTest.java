package com.bizosaas.adsdesk.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import com.bizosaas.adsdesk.oauth.RedirectAddress.Answer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectAddressTest {

    private static final String DEFAULT = "http://localhost:3002/api/brain/integrations/facebook-ads/oauth?action=callback";

    private final RedirectAddress address = new RedirectAddress(URI.create(DEFAULT));

    @ParameterizedTest
    @ValueSource(strings = {DEFAULT, DEFAULT + "&code=a&state=b", DEFAULT + "&code=a&state=b#_=_",
            "HTTP://LOCALHOST:3002/api/brain/integrations/facebook-ads/oauth?code=a&action=callback"})
    void isEqualInSchemeHostPortAndPath(String same) {
        assertThat(address.matches(URI.create(same))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost:3002/api/brain/integrations/facebook-ads/oauth?action=callback",
            "http://localhost:3003/api/brain/integrations/facebook-ads/oauth?action=callback",
            "http://localhost/api/brain/integrations/facebook-ads/oauth?action=callback",
            "http://localhost.evil.example:3002/api/brain/integrations/facebook-ads/oauth?action=callback",
            "http://localhost:3002@evil.example/api/brain/integrations/facebook-ads/oauth?action=callback",
            "http://u:p@localhost:3002/api/brain/integrations/facebook-ads/oauth?action=callback",
            "http://localhost:3002/api/brain/integrations/facebook-ads/oauth/?action=callback",
            "http://localhost:3002/api/brain/integrations/facebook-ads/oauthx?action=callback",
            "http://localhost:3002/api/brain/integrations/facebook-ads/oauth",
            "http://localhost:3002/api/brain/integrations/facebook-ads/oauth?action=other&code=a",
            "http://127.0.0.1:3002/api/brain/integrations/facebook-ads/oauth?action=callback", "about:blank",
            "data:text/html,x"})
    void isNotWhatOnlyLooksLikeIt(String other) {
        assertThat(address.matches(URI.create(other))).isFalse();
        assertThatThrownBy(() -> address.read(URI.create(other))).extracting("reason").isEqualTo(
                Reason.ADDRESS_FOREIGN);
    }

    @Test
    void thePortOfASchemeNeedNotBeWritten() {
        RedirectAddress page = new RedirectAddress(URI.create("https://www.facebook.com/connect/login_success.html"));

        assertThat(page.matches(URI.create("https://www.facebook.com:443/connect/login_success.html?code=1"))).isTrue();
    }

    @Test
    void readsACodeAndNeverShowsIt() {
        Answer answer = address.read(URI.create(DEFAULT + "&code=AQD%2Fx&state=k3J#_=_"));

        assertThat(answer.get("code")).isEqualTo("AQD/x");
        assertThat(answer.get("state")).isEqualTo("k3J");
        assertThat(answer.isError()).isFalse();
        assertThat(answer.toString()).doesNotContain("AQD");
    }

    @Test
    void readsARefusal() {
        Answer answer = address.read(URI.create(DEFAULT + "&error=access_denied&error_code=200"
                + "&error_description=Permissions+error&error_reason=user_denied&state=k3J"));

        assertThat(answer.isDenial()).isTrue();
        assertThat(answer.get("error_description")).isEqualTo("Permissions error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&code", "&=x", "&&&", "#=&=", "&state=a&state=b"})
    void staysCalmAboutOddQueries(String odd) {
        URI uri = URI.create(DEFAULT + odd);

        assertThat(address.read(uri).isError()).isFalse();
        assertThat(address.read(uri).get("code")).isEmpty();
        assertThat(RedirectAddress.isAnswer(uri)).isFalse();
    }
}
