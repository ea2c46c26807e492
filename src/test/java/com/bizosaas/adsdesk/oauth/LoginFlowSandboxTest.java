package com.bizosaas.adsdesk.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.HttpTransport;
import com.bizosaas.adsdesk.graph.SandboxDesk;
import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From the dialog's page to a checked token, through a browser and the loopback listener.
class LoginFlowSandboxTest {

    private static final TenantId TENANT = SandboxDesk.TENANT;
    private static final String PATH = "/api/brain/integrations/facebook-ads/oauth?action=callback";

    private final HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final HttpTransport transport = new HttpTransport();
    private SandboxDesk desk;
    private LoginFlow flow;
    private String redirect;

    @BeforeEach
    void start() throws IOException {
        desk = new SandboxDesk(options -> options.withStrictProof(true));
        try (ServerSocket free = new ServerSocket(0)) {
            redirect = "http://localhost:" + free.getLocalPort() + PATH;
        }
        LoginSettings settings = new LoginSettings(URI.create(desk.server().dialogUrl()),
                URI.create(desk.server().graphUrl()), "v26.0", desk.server().appId(), redirect,
                List.of("ads_read", "ads_management", "business_management"));
        flow = new LoginFlow(settings, () -> Optional.of(desk.server().appSecret().getBytes(StandardCharsets.UTF_8)),
                transport, desk.clock(), desk.access());
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        browser.close();
        desk.close();
    }

    @Test
    void aSignInInABrowserEndsInALongLivedToken() throws Exception {
        LoginState state = flow.begin(TENANT);
        try (LoopbackListener listener = listen(state)) {
            HttpResponse<String> last = signIn(state, "action=continue&permission=ads_read&permission=ads_management");

            assertThat(last.body()).contains("You can close this window");
            LoginResult result = flow.complete(state, TENANT, listener.received().get(5, TimeUnit.SECONDS));
            Connection connection = result.connection();
            assertThat(connection.userId()).isEqualTo(desk.server().operators().getFirst().userId());
            assertThat(connection.userName()).isEqualTo(desk.server().operators().getFirst().name());
            assertThat(connection.appId()).isEqualTo(desk.server().appId());
            assertThat(connection.granted()).contains("ads_read", "ads_management")
                    .doesNotContain("business_management");
            assertThat(connection.declined()).contains("business_management");
            assertThat(connection.daysLeft(desk.clock())).isBetween(55L, 60L);
            assertThat(connection.dataAccessExpiresAt()).isAfter(SandboxDesk.NOW.plus(Duration.ofDays(80)));

            LoginResult renewed = flow.renew(result.token(), TENANT);
            assertThat(renewed.connection().userId()).isEqualTo(connection.userId());
            flow.revoke(renewed.token(), TENANT);
            assertThatThrownBy(() -> flow.check(renewed.token(), TENANT, Connection.Kind.USER))
                    .extracting("reason").isEqualTo(Reason.TOKEN_INVALID);
        }
    }

    @Test
    void pressingCancelIsADenial() throws Exception {
        LoginState state = flow.begin(TENANT);
        try (LoopbackListener listener = listen(state)) {
            assertThat(signIn(state, "action=cancel").body()).contains("You can close this window");

            URI back = listener.received().get(5, TimeUnit.SECONDS);
            assertThatThrownBy(() -> flow.complete(state, TENANT, back)).extracting("reason").isEqualTo(Reason.DENIED);
        }
    }

    @Test
    void aCodeThatWasUsedElsewhereIsRefused() throws Exception {
        LoginState state = flow.begin(TENANT);
        LoginState later = flow.begin(TENANT);
        try (LoopbackListener listener = listen(state)) {
            signIn(state, "action=continue&permission=ads_read");
            URI back = listener.received().get(5, TimeUnit.SECONDS);
            flow.complete(state, TENANT, back).token().close();

            URI again = URI.create(back.toString().replace(state.value(), later.value()));
            assertThatThrownBy(() -> flow.complete(later, TENANT, again)).isInstanceOfSatisfying(LoginException.class,
                    refusal -> {
                        assertThat(refusal.reason()).isEqualTo(Reason.CODE_REFUSED);
                        assertThat(refusal.getMessage()).doesNotContain(desk.server().appSecret());
                    });
        }
    }

    @Test
    void aSystemUsersTokenIsChecked() {
        LoginResult result = flow.systemUser(new AccessToken(desk.server().systemUserToken().toCharArray()), TENANT);

        assertThat(result.connection().kind()).isEqualTo(Connection.Kind.SYSTEM_USER);
        assertThat(result.connection().expiresAt()).isNull();
        assertThat(result.connection().granted()).contains("ads_read");
    }

    @Test
    void whatIsNoTokenIsRefused() {
        assertThatThrownBy(() -> flow.systemUser(new AccessToken("EAAnonsense".toCharArray()), TENANT))
                .isInstanceOfSatisfying(LoginException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.TOKEN_INVALID);
                    assertThat(refusal.getMessage()).doesNotContain("EAAnonsense");
                });
    }

    private LoopbackListener listen(LoginState state) {
        return LoopbackListener.start(URI.create(redirect),
                address -> state.matches(RedirectAddress.state(address)), Duration.ZERO);
    }

    /// Says who one is and what is allowed, as a person does in the dialog.
    private HttpResponse<String> signIn(LoginState state, String answer) throws Exception {
        URI dialog = flow.dialog(state, false);
        assertThat(send(HttpRequest.newBuilder(dialog)).body()).contains(desk.server().operators().getFirst().name());
        press(dialog, "sign-in", "operator=" + desk.server().operators().getFirst().userId());
        return press(dialog, "confirm", answer);
    }

    private HttpResponse<String> press(URI dialog, String step, String form) throws Exception {
        String action = dialog.toString().substring(0, dialog.toString().indexOf('?')) + "/" + step;
        return send(HttpRequest.newBuilder(URI.create(action)).header("Content-Type",
                "application/x-www-form-urlencoded").POST(
                        HttpRequest.BodyPublishers.ofString(dialog.getRawQuery()
                                + "&" + form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
