package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.log.Redactor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBuilderTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({"EAAtesttoken,558080b299ccfabcdbfaf45bd3a4f6c06b5703c83f3c6d3023c8efc960fef88b",
            "EAAtesttoken|1767225600,3b97c70bf17dba2af519d03108f301002ef635ab2d753e04f8bd19b99dc31289"})
    void provesTheSecretAsTheChapterSays(String message, String proof) {
        assertThat(RequestBuilder.proof(SECRET.getBytes(StandardCharsets.UTF_8), message)).isEqualTo(proof);
    }

    @Test
    void theTokenTravelsInAHeaderOnly() {
        WireRequest get = builder(Optional.of(SECRET)).build(GraphRequest.read("me").with("fields", "id,name"));
        WireRequest post = builder(Optional.of(SECRET)).build(GraphRequest.update("12").with("name", "Ä & B=C"));

        assertThat(get.uri()).hasToString("https://graph.facebook.com/v26.0/me?fields=id%2Cname&appsecret_proof="
                + "558080b299ccfabcdbfaf45bd3a4f6c06b5703c83f3c6d3023c8efc960fef88b");
        assertThat(get.headers()).containsEntry("Authorization", "Bearer EAAtesttoken")
                .containsEntry("Accept-Encoding", "gzip").hasEntrySatisfying("User-Agent",
                        agent -> assertThat(agent).startsWith("AdsDesk/"));
        assertThat(post.uri()).hasToString("https://graph.facebook.com/v26.0/12");
        assertThat(new String(post.body(), StandardCharsets.UTF_8)).startsWith("name=%C3%84+%26+B%3DC&appsecret_proof=")
                .doesNotContain("EAA");
        assertThat(Script.parameters(post)).containsEntry("name", "Ä & B=C");
    }

    @Test
    void theProofIsMadeOnceForATokenAndASecretAndIsGoneWithTheToken() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger secrets = new AtomicInteger();
        AtomicReference<Optional<String>> secret = new AtomicReference<>(Optional.of(SECRET));
        AccessToken token = Script.token();
        RequestBuilder builder = new RequestBuilder(new GraphSettings() {

            @Override
            public URI graphUrl() {
                return URI.create("https://graph.facebook.com");
            }

            @Override
            public String apiVersion() {
                return "v26.0";
            }

            @Override
            public Optional<byte[]> appSecret() {
                read.incrementAndGet();
                return secret.get().map(text -> text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public int appSecrets() {
                return secrets.get();
            }
        }, token);
        String first = "appsecret_proof=558080b299ccfabcdbfaf45bd3a4f6c06b5703c83f3c6d3023c8efc960fef88b";
        for (int i = 0; i < 3; i++) {
            assertThat(builder.build(GraphRequest.read("me")).uri()).hasQuery(first);
        }
        assertThat(read).as("the vault is asked once").hasValue(1);
        assertThat(Redactor.message("it was " + first.substring(16))).doesNotContain(first.substring(16));

        secret.set(Optional.of("another-secret"));
        secrets.incrementAndGet();
        assertThat(builder.build(GraphRequest.read("me")).uri().getQuery()).startsWith("appsecret_proof=")
                .isNotEqualTo(first);
        secret.set(Optional.empty());
        secrets.incrementAndGet();
        builder.build(GraphRequest.read("me"));
        assertThat(builder.build(GraphRequest.read("me")).uri()).hasNoQuery();
        assertThat(read).hasValue(3);

        token.close();
        assertThatThrownBy(() -> builder.build(GraphRequest.read("me"))).isInstanceOf(IllegalStateException.class);
        assertThat(read).hasValue(3);
    }

    @Test
    void withoutASecretThereIsNoProof() {
        WireRequest get = builder(Optional.empty()).build(GraphRequest.read("me"));

        assertThat(get.uri()).hasToString("https://graph.facebook.com/v26.0/me");
    }

    @Test
    void nothingOfARequestShowsItsSecrets() {
        GraphRequest request = GraphRequest.read("oauth/access_token").with("client_secret", SECRET);

        assertThat(request.toString()).doesNotContain(SECRET);
        assertThat(builder(Optional.of(SECRET)).build(request).toString()).doesNotContain(SECRET, "EAAtesttoken");
    }

    private static RequestBuilder builder(Optional<String> secret) {
        return new RequestBuilder(Script.settings("https://graph.facebook.com", secret), Script.token());
    }
}
