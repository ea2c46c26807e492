package com.bizosaas.adsdesk.ui.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.fakes.FakeConnections.FakeAttempt;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.login.ConsentPrompt.Outcome;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window against a dialog server that tries to leave marks. What counts is what the server receives.
@ExtendWith(ApplicationExtension.class)
class SignInWindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// @param tenant whose dialog asked, told by the dialog's own query
    private record Hit(String path, String query, String cookies, String body) {
    }

    private HttpServer server;
    private HttpServer foreign;
    private final List<Hit> hits = new CopyOnWriteArrayList<>();
    private WebViewConsentPrompt prompt;
    private final AtomicReference<Outcome> outcome = new AtomicReference<>();
    private volatile String redirectTo = "";

    @Start
    void start(Stage stage) {
        prompt = new WebViewConsentPrompt(() -> null, new Themes(Theme.LIGHT), InstantSource.fixed(Samples.NOW));
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
        foreign = HttpServer.create(new InetSocketAddress("127.0.0.2", server.getAddress().getPort()), 0);
        foreign.createContext("/", this::answer);
        foreign.start();
    }

    @AfterEach
    void stop() {
        WaitForAsyncUtils.asyncFx(prompt::close);
        WaitForAsyncUtils.waitForFxEvents();
        server.stop(0);
        foreign.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        hits.add(new Hit(path, query, String.valueOf(exchange.getRequestHeaders().get("Cookie")), body));
        if (path.equals("/away")) {
            exchange.getResponseHeaders().add("Location", redirectTo);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
            return;
        }
        if (path.equals("/v26.0/dialog/oauth")) {
            exchange.getResponseHeaders().add("Set-Cookie", "only=secret-" + query + "; Path=/; HttpOnly");
            exchange.getResponseHeaders().add("Set-Cookie", "strict=mark-" + query + "; Path=/; SameSite=Strict");
            exchange.getResponseHeaders().add("Set-Cookie", "deep=mark-" + query + "; Path=/deep; Max-Age=9999");
            exchange.getResponseHeaders().add("Cache-Control", "no-store");
            send(exchange, """
                    <html><head><title>Log in</title></head><body><script>
                    var old = '';
                    try { old = localStorage.getItem('mark') || ''; localStorage.setItem('mark', '%s'); }
                    catch (e) { old = ''; }
                    document.cookie = 'script=mark-%s; path=/';
                    function post(path, text) { var r = new XMLHttpRequest(); r.open('POST', path); r.send(text); }
                    post('/deep/seen', 'storage=' + old);
                    </script><h1>Continue?</h1></body></html>""".formatted(query, query));
            return;
        }
        send(exchange, "<html><body>" + path + "</body></html>");
    }

    private static void send(HttpExchange exchange, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void open(String address) {
        FakeAttempt attempt = new FakeAttempt(Samples.NORDLYS.id());
        attempt.dialog = URI.create(base() + address);
        outcome.set(null);
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> prompt.open(Samples.NORDLYS, attempt, outcome::set));
    }

    private void awaitMark(String query) {
        await().atMost(PATIENCE).until(() -> hits.stream().filter(hit -> hit.path().equals("/deep/seen")).count() > 0);
        assertThat(hits).anyMatch(hit -> hit.query().equals(query));
    }

    @Test
    void nothingOfOneLoginReachesTheNext() {
        open("/v26.0/dialog/oauth?tenant-a");
        awaitMark("tenant-a");
        assertThat(hits.stream().filter(hit -> hit.path().equals("/deep/seen")).findFirst()).hasValueSatisfying(
                hit -> assertThat(hit.cookies()).as("A's own cookies work within A's login").contains("only=secret")
                        .contains("deep=mark").contains("script=mark").doesNotContain("$"));
        hits.clear();
        open("/v26.0/dialog/oauth?tenant-b");
        awaitMark("tenant-b");
        List<Hit> ofB = List.copyOf(hits);
        assertThat(ofB.getFirst().cookies()).as("B's first request").isEqualTo("null");
        assertThat(ofB).as("B's later requests").allSatisfy(hit -> assertThat(hit.cookies() + hit.body())
                .doesNotContain("tenant-a"));
        assertThat(ofB).filteredOn(hit -> hit.path().equals("/deep/seen"))
                .allSatisfy(hit -> assertThat(hit.body()).isEqualTo("storage="));
    }

    @Test
    void theRedirectIsCaughtAndNotFollowed() {
        redirectTo = "http://localhost:3002/api/brain/integrations/facebook-ads/oauth?action=callback&code=c&state=s";
        open("/away");
        await().atMost(PATIENCE).until(() -> outcome.get() instanceof Outcome.CameBack);
        assertThat(((Outcome.CameBack) outcome.get()).address()).isEqualTo(URI.create(redirectTo));
        assertThat(outcome.get().toString()).doesNotContain("code=c");
        assertThat(windows()).isEmpty();
    }

    @Test
    void aForeignHostIsNotShown() {
        redirectTo = "http://127.0.0.2:" + server.getAddress().getPort() + "/phish";
        open("/away");
        awaitText("127.0.0.2");
        awaitText("not Facebook");
        assertThat(hits).as("a foreign page receives no request at all").noneMatch(hit -> hit.path().equals("/phish"));
        assertThat(outcome.get()).isNull();
    }

    @Test
    void theHostIsInSightAndAnUnreachableOneIsNamed() throws IOException {
        // Bound but not listening: it refuses, and nobody else can take the port meanwhile.
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress("127.0.0.1", 0));
            FakeAttempt attempt = new FakeAttempt(Samples.NORDLYS.id());
            attempt.dialog = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/v26.0/dialog/oauth");
            WaitForAsyncUtils.waitForAsyncFx(60_000, () -> prompt.open(Samples.NORDLYS, attempt, outcome::set));
            awaitText("did not answer");
            assertThat(texts()).anyMatch(text -> text.startsWith("127.0.0.1:"));
            WaitForAsyncUtils.waitForAsyncFx(60_000,
                    () -> Snapshots.write(windows().getFirst().getScene(), "sign-in-unreachable"));
        }
    }

    @Test
    void closingTellsOnceAndUsingTheBrowserTellsSo() {
        open("/v26.0/dialog/oauth?x");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> windows().getFirst().fireEvent(
                new javafx.stage.WindowEvent(windows().getFirst(), javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(outcome.get()).isEqualTo(new Outcome.Closed());
        open("/v26.0/dialog/oauth?x");
        WaitForAsyncUtils.waitForAsyncFx(60_000,
                () -> windows().getFirst().getScene().getRoot().lookupAll(".button").stream()
                        .map(Button.class::cast).filter(button -> "Use my browser".equals(button.getText()))
                        .forEach(Button::fire));
        assertThat(outcome.get()).isEqualTo(new Outcome.UseBrowser());
    }

    @Test
    void anAttemptThatRanOutEndsWithItsSentence() {
        FakeAttempt attempt = new FakeAttempt(Samples.NORDLYS.id());
        attempt.dialog = URI.create(base() + "/v26.0/dialog/oauth?late");
        attempt.expiresAt = Samples.NOW.minusSeconds(1);
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> prompt.open(Samples.NORDLYS, attempt, outcome::set));
        assertThat(outcome.get()).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.problem().title()).contains("ten minutes"));
    }

    private static List<Window> windows() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene() != null
                        && window.getScene().getRoot().getStyleClass().contains("sign-in"))
                .toList();
    }

    private List<String> texts() {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> windows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll("*").stream()).map(node -> {
                    if (node instanceof Label label) {
                        return label.getText();
                    }
                    return node instanceof javafx.scene.text.Text text ? text.getText() : "";
                }).toList());
    }

    private void awaitText(String words) {
        await().atMost(PATIENCE).until(() -> texts().stream().anyMatch(text -> text != null && text.contains(words)));
        assertThat(Platform.isFxApplicationThread()).isFalse();
    }
}
