package com.bizosaas.adsdesk.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackListenerTest {

    private static final String PATH = "/api/brain/integrations/facebook-ads/oauth?action=callback";

    private final HttpClient browser = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void completesWithTheWholeAddressAndSaysThatTheWindowCanBeClosed(String host) throws Exception {
        URI redirect = redirect(host, freePort());
        try (LoopbackListener listener = LoopbackListener.start(redirect, _ -> true, Duration.ZERO)) {
            HttpResponse<String> page = get(redirect + "&code=AQD%2F1&state=k3J");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("You can close this window").doesNotContain("AQD", "k3J");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(listener.received().get(5, TimeUnit.SECONDS))
                    .isEqualTo(URI.create(redirect + "&code=AQD%2F1&state=k3J"));
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        int port = freePort();
        try (LoopbackListener listener = LoopbackListener.start(redirect("localhost", port), _ -> true,
                Duration.ZERO)) {
            InetAddress outside = InetAddress.getLocalHost();
            if (!outside.isLoopbackAddress()) {
                assertThatThrownBy(() -> new Socket(outside, port).close()).isInstanceOf(IOException.class);
            }
            assertThat(listener.received()).isNotDone();
        }
    }

    @ParameterizedTest
    @CsvSource({"/favicon.ico,404", "/api/brain/integrations/facebook-ads/oauth,404",
            "/api/brain/integrations/facebook-ads/oauth/x?action=callback&code=1&state=ours,404",
            "/api/brain/integrations/facebook-ads/oauth?action=callback,400",
            "/api/brain/integrations/facebook-ads/oauth?action=callback&state=ours,400",
            "/api/brain/integrations/facebook-ads/oauth?action=callback&code=1&state=foreign,400"})
    void turnsEverythingElseAway(String path, int status) throws Exception {
        URI redirect = redirect("localhost", freePort());
        try (LoopbackListener listener = LoopbackListener.start(redirect,
                address -> RedirectAddress.state(address).equals("ours"), Duration.ZERO)) {
            assertThat(get("http://localhost:" + redirect.getPort() + path).statusCode()).isEqualTo(status);
            assertThat(listener.received()).isNotDone();

            get(redirect + "&error=access_denied&state=ours");
            assertThat(listener.received()).isCompleted();
        }
    }

    @Test
    void answersToItsOwnNameOnly() throws Exception {
        URI redirect = redirect("localhost", freePort());
        try (LoopbackListener listener = LoopbackListener.start(redirect, _ -> true, Duration.ZERO);
                Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), redirect.getPort())) {
            socket.getOutputStream().write(("GET " + PATH + "&code=1&state=2 HTTP/1.1\r\nHost: rebound.example:"
                    + redirect.getPort() + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404");
            assertThat(listener.received()).isNotDone();
        }
    }

    @Test
    void takesNothingButARedirect() throws Exception {
        URI redirect = redirect("localhost", freePort());
        try (LoopbackListener listener = LoopbackListener.start(redirect, _ -> true, Duration.ZERO)) {
            HttpResponse<String> page = browser.send(HttpRequest.newBuilder(URI.create(redirect + "&code=1&state=2"))
                    .POST(HttpRequest.BodyPublishers.ofString("x")).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(405);
            assertThat(listener.received()).isNotDone();
        }
    }

    @Test
    void aBusyPortIsNamedWithTheRemedy() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            URI redirect = redirect("localhost", other.getLocalPort());

            assertThatThrownBy(() -> LoopbackListener.start(redirect, _ -> true, Duration.ZERO))
                    .isInstanceOfSatisfying(LoginException.class, busy -> {
                        assertThat(busy.reason()).isEqualTo(Reason.PORT_BUSY);
                        assertThat(busy).hasMessageContaining("Port " + other.getLocalPort())
                                .hasMessageContaining("another port");
                    });
        }
    }

    @Test
    void theBrowserGetsItsPageWhenTheSignInHasEnded() throws Exception {
        URI redirect = redirect("localhost", freePort());
        try (LoopbackListener listener = LoopbackListener.start(redirect, _ -> true, Duration.ofMinutes(5))) {
            CompletableFuture<HttpResponse<String>> page = browser.sendAsync(
                    HttpRequest.newBuilder(URI.create(redirect + "&code=1&state=2")).build(),
                    HttpResponse.BodyHandlers.ofString());
            listener.received().get(30, TimeUnit.SECONDS);
            assertThat(page).isNotDone();

            listener.close();

            assertThat(page.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closingFreesThePortAndEndsTheWaiting() throws Exception {
        URI redirect = redirect("localhost", freePort());
        LoopbackListener first = LoopbackListener.start(redirect, _ -> true, Duration.ZERO);
        first.close();

        assertThat(first.received()).isCancelled();
        try (LoopbackListener second = LoopbackListener.start(redirect, _ -> true, Duration.ZERO)) {
            assertThat(get(redirect + "&code=1&state=2").statusCode()).isEqualTo(200);
            assertThat(second.received()).isCompleted();
        }
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:3002/x,true", "http://127.0.0.1:3002/x,true", "http://[::1]:3002/x,true",
            "https://localhost:3002/x,false", "https://www.facebook.com/connect/login_success.html,false",
            "http://localhost.evil.example:3002/x,false", "http://10.0.0.1:3002/x,false"})
    void servesRedirectsToThisComputerOnly(URI redirect, boolean serves) {
        assertThat(LoopbackListener.serves(redirect)).isEqualTo(serves);
        if (!serves) {
            assertThatThrownBy(() -> LoopbackListener.start(redirect, _ -> true, Duration.ZERO)).extracting("reason")
                    .isEqualTo(Reason.NOT_LOOPBACK);
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI redirect(String host, int port) {
        return URI.create("http://" + host + ":" + port + PATH);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
