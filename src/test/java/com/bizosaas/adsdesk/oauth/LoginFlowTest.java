package com.bizosaas.adsdesk.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.GraphSettings;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.graph.Priority;
import java.util.function.UnaryOperator;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.HttpTransport;
import com.bizosaas.adsdesk.graph.VirtualClock;
import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The flow over real HTTP, against a server that answers as chapter 01 writes it down.
class LoginFlowTest {

    private static final TenantId TENANT = new TenantId("nordlicht");
    private static final String REDIRECT = "http://localhost:3002/api/brain/integrations/facebook-ads/oauth?action=callback";
    private static final String APP_ID = "138483919580948";
    private static final String APP_SECRET = "0123456789abcdef0123456789abcdef";
    private static final String CODE = "AQDcodecode";
    private static final String SHORT = "EAAshortshort";
    private static final String LONG = "EAAlonglong";
    private static final String DEBUG = """
            {"data":{"app_id":"138483919580948","type":"USER","application":"Ads Desk","data_access_expires_at":1803902400,
             "expires_at":1801310400,"is_valid":true,"user_id":"10223","scopes":["ads_management","ads_read"]}}""";

    private final VirtualClock clock = new VirtualClock();
    private final HttpTransport transport = new HttpTransport();
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private volatile String usage = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::answer);
        server.start();
        replies.put("code", "{\"access_token\":\"" + SHORT + "\",\"token_type\":\"bearer\",\"expires_in\":5183}");
        replies.put("exchange", "{\"access_token\":\"" + LONG + "\",\"token_type\":\"bearer\",\"expires_in\":5183944}");
        replies.put("/v26.0/debug_token", DEBUG);
        replies.put("/v26.0/me", "{\"id\":\"10223\",\"name\":\"Nina Falk\"}");
        replies.put("/v26.0/me/permissions", """
                {"data":[{"permission":"ads_read","status":"granted"},{"permission":"business_management",
                 "status":"declined"},{"permission":"read_insights","status":"expired"}]}""");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        transport.close();
    }

    @Test
    void theDialogsAddressIsTheDocumentedOne() {
        LoginFlow flow = flow();
        LoginState state = flow.begin(TENANT);

        assertThat(flow.dialog(state, false)).hasToString("https://www.facebook.com/v26.0/dialog/oauth?client_id="
                + APP_ID + "&redirect_uri=" + URLEncoder.encode(REDIRECT, StandardCharsets.UTF_8) + "&state="
                + state.value() + "&scope=ads_read%2Cads_management&response_type=code");
        assertThat(flow.dialog(state, true).getRawQuery()).endsWith("&auth_type=rerequest");
        assertThat(flow.isRedirect(URI.create(REDIRECT + "&code=1&state=2"))).isTrue();
    }

    @Test
    void aCodeBecomesALongLivedTokenThatWasChecked() {
        LoginFlow flow = flow();
        LoginState state = flow.begin(TENANT);

        LoginResult result = flow.complete(state, TENANT, back(state, "&code=" + CODE));

        assertThat(result.token().reveal()).isEqualTo(LONG);
        Connection connection = result.connection();
        assertThat(connection.userId()).isEqualTo("10223");
        assertThat(connection.userName()).isEqualTo("Nina Falk");
        assertThat(connection.appId()).isEqualTo(APP_ID);
        assertThat(connection.kind()).isEqualTo(Connection.Kind.USER);
        assertThat(connection.granted()).containsExactly("ads_read");
        assertThat(connection.declined()).containsExactlyInAnyOrder("business_management", "read_insights");
        assertThat(connection.expiresAt()).isEqualTo(Instant.ofEpochSecond(1801310400));
        assertThat(connection.dataAccessExpiresAt()).isEqualTo(Instant.ofEpochSecond(1803902400));
        assertThat(connection.connectedAt()).isEqualTo(VirtualClock.START);
        assertThat(asked.getFirst()).contains("redirect_uri=" + URLEncoder.encode(REDIRECT, StandardCharsets.UTF_8),
                "code=" + CODE, "client_secret=" + APP_SECRET);
        assertThat(asked.get(1)).contains("grant_type=fb_exchange_token", "fb_exchange_token=" + SHORT);
        assertThat(URLDecoder.decode(asked.get(2), StandardCharsets.UTF_8)).contains("input_token=" + LONG,
                "access_token=" + APP_ID + "|" + APP_SECRET);
        assertThat(asked.subList(3, 5)).allMatch(request -> request.contains("appsecret_proof=")
                && request.endsWith("Bearer " + LONG) && !request.contains("access_token="));
    }

    @Test
    void aStateIsGoodForOneAnswer() {
        LoginFlow flow = flow();
        LoginState state = flow.begin(TENANT);
        flow.complete(state, TENANT, back(state, "&code=" + CODE)).token().close();

        assertReason(Reason.STATE_USED, () -> flow.complete(state, TENANT, back(state, "&code=" + CODE)));
        assertThat(asked).hasSize(5);
    }

    @Test
    void foreignStatesAddressesAndTenantsAskFacebookNothing() {
        LoginFlow flow = flow();
        LoginState state = flow.begin(TENANT);

        assertReason(Reason.STATE_FOREIGN,
                () -> flow.complete(state, TENANT, URI.create(REDIRECT + "&code=1&state=x")));
        assertReason(Reason.STATE_FOREIGN, () -> flow.complete(state, TENANT, URI.create(REDIRECT + "&code=1")));
        assertReason(Reason.STATE_FOREIGN,
                () -> flow.complete(state, new TenantId("other"), back(state, "&code=" + CODE)));
        assertReason(Reason.ADDRESS_FOREIGN, () -> flow.complete(state, TENANT,
                URI.create("http://evil.example/?action=callback&code=1&state=" + state.value())));
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "&error=access_denied&error_code=200&error_reason=user_denied&error_description=Permissions+error,DENIED",
            "&error_code=190&error_message=This+app+is+not+available,DIALOG_FAILED", "'',CODE_MISSING"})
    void whatTheDialogEndsWithInstead(String query, Reason reason) {
        LoginFlow flow = flow();
        LoginState state = flow.begin(TENANT);

        assertReason(reason, () -> flow.complete(state, TENANT, back(state, query)));
        assertThat(asked).isEmpty();
    }

    @Test
    void aUsedCodeIsRefusedAndNotTriedAgain() {
        replies.put("code", "400 {\"error\":{\"message\":\"This authorization code has been used.\",\"code\":100}}");

        assertReason(Reason.CODE_REFUSED, this::signIn);
        assertThat(asked).hasSize(1);
    }

    @Test
    void anUnknownAppIsNamedAsSuch() {
        replies.put("code", "400 {\"error\":{\"message\":\"Error validating application.\",\"code\":101}}");

        assertReason(Reason.APP_REFUSED, this::signIn);
    }

    @Test
    void aLostAnswerToACodeIsNotAskedForAgain() {
        replies.put("code", "502 <html>");

        assertReason(Reason.ANSWER_LOST, this::signIn);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aTokenOfAnotherAppIsNotTaken() {
        replies.put("/v26.0/debug_token", DEBUG.replace(APP_ID, "999"));

        assertReason(Reason.APP_FOREIGN, this::signIn);
    }

    @Test
    void aTokenThatIsNotValidIsNotTaken() {
        replies.put("/v26.0/debug_token", """
                {"data":{"app_id":"138483919580948","is_valid":false,"scopes":[],
                 "error":{"code":190,"subcode":463,"message":"Session has expired."}}}""");

        assertReason(Reason.TOKEN_INVALID, this::signIn);
    }

    @Test
    void anUnreachableHostIsUnreachable() {
        server.stop(0);

        assertReason(Reason.UNREACHABLE, this::signIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "exchange", "/v26.0/debug_token", "/v26.0/me"})
    void noFailureShowsASecret(String step) {
        for (String reply : List.of(
                "400 {\"error\":{\"message\":\"Malformed access token " + LONG + "\",\"code\":190}}",
                "400 {\"error\":{\"message\":\"bad client_secret=" + APP_SECRET + " code=" + CODE + "\",\"code\":1}}",
                "200 {\"access_token\":\"" + LONG, "200 " + LONG, "500 " + SHORT, "302 x")) {
            replies.put(step, reply);
            assertThatThrownBy(this::signIn).isInstanceOfSatisfying(LoginException.class, failure -> {
                StringWriter text = new StringWriter();
                failure.printStackTrace(new PrintWriter(text));
                assertThat(text.toString()).doesNotContain(APP_SECRET, CODE, SHORT, LONG);
            });
        }
    }

    @Test
    void withoutASecretACodeIsWorthNothingAndASystemUsersTokenStillWorks() {
        LoginFlow flow = new LoginFlow(settings(), Optional::empty, transport, clock, graph());
        LoginState state = flow.begin(TENANT);
        assertReason(Reason.SECRET_MISSING, () -> flow.complete(state, TENANT, back(state, "&code=" + CODE)));

        LoginResult result = flow.systemUser(new AccessToken("EAAsystem".toCharArray()), TENANT);
        assertThat(result.connection().kind()).isEqualTo(Connection.Kind.SYSTEM_USER);
        assertThat(result.connection().expiresAt()).isNull();
        assertThat(asked).hasSize(2).noneMatch(request -> request.contains("appsecret_proof"));
    }

    @Test
    void aSystemUsersTokenHasNoEndAndItsScopesStandForPermissions() {
        replies.put("/v26.0/debug_token", DEBUG.replace("\"USER\"", "\"SYSTEM_USER\"").replace("1801310400", "0")
                .replace("1803902400", "0"));
        replies.put("/v26.0/me/permissions", "400 {\"error\":{\"message\":\"no\",\"code\":100}}");

        LoginResult result = flow().systemUser(new AccessToken("EAAsystem".toCharArray()), TENANT);

        assertThat(result.connection().kind()).isEqualTo(Connection.Kind.SYSTEM_USER);
        assertThat(result.connection().endsAt()).isNull();
        assertThat(result.connection().granted()).containsExactlyInAnyOrder("ads_management", "ads_read");
        assertThat(result.token().reveal()).isEqualTo("EAAsystem");
    }

    /// A sign-in is one of the app's calls like all others: what its replies tell of the app's limit holds for all, and it is
    /// held back by it, too.
    @Test
    void aSignInSharesTheAppsLimits() {
        replies.put("DELETE", "{\"success\":true}");
        try (GraphAccess graph = graph()) {
            LoginFlow flow = flow(graph);
            usage = "{\"call_count\":100,\"total_time\":25,\"total_cputime\":25}";
            AccessToken living = new AccessToken(SHORT.toCharArray());
            flow.revoke(living, TENANT);
            int sent = asked.size();

            AdsApi api = graph.forTenant(new TenantId("other"), new AccessToken("EAAother".toCharArray()));
            assertThat(graph.forecast(new TenantId("other"), AdAccountId.of("701")).blockedUntil())
                    .isAfter(clock.instant());
            assertThatThrownBy(() -> Priority.call(() -> Priority.BACKGROUND,
                    () -> flow.check(living, TENANT, Connection.Kind.USER))).isInstanceOfSatisfying(
                            LoginException.class,
                            held -> assertThat(held.answer()).extracting("kind").isEqualTo(GraphException.Kind.LIMIT));
            assertThatThrownBy(() -> api.adAccount(AdAccountId.of("701"))).isInstanceOf(GraphException.class);
            assertThat(asked).as("nothing goes into a closed window").hasSize(sent);
        }
    }

    @Test
    void aRefusedTokenIsClosed() {
        replies.put("/v26.0/me", "400 {\"error\":{\"message\":\"no\",\"code\":190,\"error_subcode\":467}}");
        AccessToken token = new AccessToken("EAAsystem".toCharArray());

        assertReason(Reason.TOKEN_INVALID, () -> flow().systemUser(token, TENANT));
        assertThatThrownBy(token::reveal).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void renewingExchangesTheLivingTokenAndRevokingGivesItBack() {
        replies.put("DELETE", "{\"success\":true}");
        AccessToken living = new AccessToken(SHORT.toCharArray());

        assertThat(flow().renew(living, TENANT).token().reveal()).isEqualTo(LONG);
        assertThat(living.reveal()).isEqualTo(SHORT);
        flow().revoke(living, TENANT);
        assertThat(asked.getLast()).startsWith("DELETE /v26.0/me/permissions");
    }

    private LoginResult signIn() {
        LoginFlow flow = flow();
        LoginState state = flow.begin(TENANT);
        return flow.complete(state, TENANT, back(state, "&code=" + CODE));
    }

    private LoginFlow flow() {
        return flow(graph());
    }

    private LoginFlow flow(GraphAccess graph) {
        return new LoginFlow(settings(), () -> Optional.of(APP_SECRET.getBytes(StandardCharsets.UTF_8)), transport,
                clock, graph);
    }

    private GraphAccess graph() {
        URI url = settings().graphUrl();
        return new LiveGraphAccess(new GraphSettings() {

            @Override
            public URI graphUrl() {
                return url;
            }

            @Override
            public String apiVersion() {
                return "v26.0";
            }

            @Override
            public Optional<byte[]> appSecret() {
                return Optional.empty();
            }
        }, clock, UnaryOperator.identity());
    }

    private LoginSettings settings() {
        return new LoginSettings(URI.create("https://www.facebook.com"),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "v26.0", APP_ID, REDIRECT,
                List.of("ads_read", "ads_management"));
    }

    private static URI back(LoginState state, String query) {
        return URI.create(REDIRECT + query + "&state=" + state.value() + "#_=_");
    }

    private static void assertReason(Reason reason, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(LoginException.class).extracting("reason").isEqualTo(reason);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            asked.add(exchange.getRequestMethod() + " " + uri + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            String key = exchange.getRequestMethod().equals("DELETE")
                    ? "DELETE"
                    : query.contains("&code=")
                            ? "code"
                            : query.contains("fb_exchange_token=") ? "exchange" : uri.getPath();
            String reply = replies.get(key);
            boolean numbered = Character.isDigit(reply.charAt(0));
            byte[] body = (numbered ? reply.substring(4) : reply).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            if (!usage.isEmpty()) {
                exchange.getResponseHeaders().set("x-app-usage", usage);
                exchange.getResponseHeaders().set("Retry-After", "3600");
            }
            exchange.sendResponseHeaders(numbered ? Integer.parseInt(reply.substring(0, 3)) : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
