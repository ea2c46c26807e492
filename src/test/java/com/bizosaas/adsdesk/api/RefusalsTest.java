package com.bizosaas.adsdesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.api.ApiClient.Answer;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.ApiKey;
import com.bizosaas.adsdesk.service.LocalApiService;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is turned away, and how; and that many and slow clients are served.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

    private static final String BASE = "/api/integrations/facebook-ads";

    @TempDir
    static Path folder;

    private LocalDesk desk;
    private ApiClient api;

    @BeforeAll
    void open() throws IOException {
        desk = new LocalDesk(Files.createDirectory(folder.resolve("desk")));
        api = desk.api;
        desk.desk.desk.tenants().create(new TenantId("acme"), "Acme");
        desk.desk.desk.tenants().create(new TenantId("other"), "Other");
    }

    @AfterAll
    void close() throws IOException {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            GET    | /nowhere                                      | -                  | 404 | unknown-route  | -
            GET    | /campaigns/1/2/3                              | -                  | 404 | unknown-route  | -
            PUT    | /campaigns                                    | -                  | 405 | wrong-method   | -
            GET    | /campaigns                                    | -                  | 400 | no-tenant      | tenant_id
            POST   | /campaigns/12/pause                           | -                  | 400 | no-tenant      | tenant_id
            POST   | /campaigns                                    | {"name":"x"        | 400 | bad-json       | -
            POST   | /campaigns                                    | {"a":1,"a":2}      | 400 | bad-json       | -
            POST   | /campaigns                                    | [1]                | 400 | bad-json       | -
            POST   | /campaigns                                    | {} {}              | 400 | bad-json       | -
            POST   | /tenants                                      | {"name":7}         | 400 | bad-request    | name
            POST   | /tenants                                      | {"name":null}      | 400 | bad-request    | name
            POST   | /tenants                                      | {}                 | 400 | missing-input  | name
            POST   | /tenants                                      | {"nmae":"x"}       | 400 | unknown-input  | nmae
            POST   | /tenants                                      | {"tenant_id":"A B","name":"x"} | 400 | bad-request | tenant_id
            POST   | /tenants                                      | {"tenant_id":"acme","name":"x"} | 422 | invalid-input | tenant_id
            POST   | /tenants                                      | {"name":" "}       | 422 | invalid-input  | name
            GET    | /campaigns?tenant_id=acme&limit=x             | -                  | 400 | bad-request    | limit
            GET    | /campaigns?tenant_id=acme&limit=0             | -                  | 400 | bad-request    | limit
            GET    | /campaigns?tenant_id=acme&after=zzz           | -                  | 400 | bad-request    | after
            GET    | /campaigns?tenant_id=acme&refresh=yes         | -                  | 400 | bad-request    | refresh
            GET    | /campaigns?tenant_id=acme&tenant_id=acme      | -                  | 400 | bad-request    | tenant_id
            GET    | /campaigns?tenant_id=acme&wat=1               | -                  | 400 | unknown-input  | wat
            GET    | /campaigns?tenant_id=nobody                   | -                  | 404 | unknown-tenant | tenant_id
            GET    | /campaigns?tenant_id=acme&account_id=12       | -                  | 409 | sign-in-needed | -
            GET    | /campaigns/abc?tenant_id=acme                 | -                  | 400 | bad-request    | id
            GET    | /campaigns/12?tenant_id=acme                  | -                  | 404 | not-found      | -
            GET    | /insights?tenant_id=acme&level=pixel          | -                  | 400 | bad-request    | level
            POST   | /connect                                      | {"tenant_id":"acme","account_ids":"act_1"} | 400 | bad-request | account_ids
            POST   | /connect                                      | {"tenant_id":"acme","account_ids":["act_1"]} | 409 | sign-in-needed | -
            POST   | /connect                                      | {"tenant_id":"acme","account_ids":[]} | 400 | bad-request | account_ids
            POST   | /disconnect?tenant_id=other                   | {"tenant_id":"acme"} | 400 | bad-request  | tenant_id
            GET    | /jobs/none                                    | -                  | 404 | not-found      | -
            GET    | /oauth/callback?code=x&state=y                | -                  | 400 | unknown-state  | state
            """)
    void eachHasItsStatusItsTypeAndItsField(String method, String path, String body, int status, String type,
            String field) throws IOException, InterruptedException {
        Answer answer = api.send(method, path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:ads-desk:problem:" + type);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("field")).isEqualTo(field == null ? "" : field);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).endsWith(".");
        assertThat(answer.raw().headers().firstValue("content-type").orElse("")).startsWith(
                "application/problem+json");
    }

    @Test
    void bodiesThatAreTooLargeOrOfAnotherKindAreNotRead() throws IOException, InterruptedException {
        Answer large = api.post("/tenants", "{\"name\":\"" + "x".repeat(2_000_000) + "\"}");
        assertThat(large.status()).isEqualTo(413);
        assertThat(api.post("/tenants", "name=x", "Content-Type", "application/x-www-form-urlencoded").status())
                .isEqualTo(415);
        assertThat(raw("POST " + BASE + "/tenants HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: Bearer " + key()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1fffff\r\n"
                + "y".repeat(0x1fffff))).startsWith("HTTP/1.1 413");
        assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET " + BASE + "/tenants HTTP/1.1\r\nHost: " + host() + "\r\nX-Long: " + "z".repeat(40_000)
                + "\r\n\r\n")).startsWith("HTTP/1.1 431");
    }

    @Test
    void onlyAKeyOpensAndOnlyUnderOurOwnName() throws IOException, InterruptedException {
        ApiClient nobody = api.withKey("");
        for (String path : List.of("/tenants", "/nowhere", desk.server.url() + "/openapi.json", "/")) {
            Answer refused = nobody.get(path);
            assertThat(refused.status()).as(path).isEqualTo(401);
            assertThat(refused.raw().headers().firstValue("www-authenticate").orElse("")).startsWith("Bearer");
        }
        assertThat(api.withKey(key().substring(1)).get("/tenants").status()).isEqualTo(401);
        assertThat(api.send("GET", "/tenants", null, "Authorization", "Basic " + key()).status()).isEqualTo(401);
        assertThat(api.send("GET", "/tenants", null, "Origin", "https://evil.example").text("type"))
                .endsWith("foreign-origin");
        assertThat(api.send("GET", "/tenants", null, "Origin", "null").status()).isEqualTo(403);
        Answer own = api.send("GET", "/tenants", null, "Origin", desk.server.url());
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.raw().headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(api.send("OPTIONS", "/tenants", null, "Access-Control-Request-Method", "GET").status())
                .isEqualTo(405);
        assertThat(raw("GET " + BASE + "/tenants HTTP/1.1\r\nHost: desk.evil.example\r\nAuthorization: Bearer "
                + key() + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 403").contains("foreign-host");
    }

    @Test
    void aSignInThatIsRefusedOrHalfGrantedSaysSo() throws IOException, InterruptedException {
        Answer started = api.post("/oauth/start", "{\"tenant_id\":\"other\"}");
        assertThat(api.get("/oauth/status?tenant_id=other").text("status")).isEqualTo("pending");
        String back = new SandboxBrowser().answer(started.text("auth_url"), "cancel", List.of());
        String query = back.substring(back.indexOf('?') + 1);
        Answer cancelled = api.withKey("").get("/oauth/callback?" + query);
        assertThat(cancelled.status()).isEqualTo(409);
        assertThat(cancelled.text("type")).endsWith("cancelled");
        assertThat(api.withKey("").get("/oauth/callback?" + query).text("type")).as("a replay")
                .endsWith("unknown-state");
        Answer status = api.get("/oauth/status?tenant_id=other");
        assertThat(status.text("status")).isEqualTo("disconnected");
        assertThat(status.text("sign_in_problem")).contains("cancelled");

        started = api.post("/oauth/start", "{\"tenant_id\":\"other\",\"rerequest\":true}");
        assertThat(started.text("auth_url")).contains("auth_type=rerequest");
        back = new SandboxBrowser().answer(started.text("auth_url"), "continue",
                List.of("ads_read", "business_management"));
        Answer landed = api.withKey("").get("/oauth/callback?" + back.substring(back.indexOf('?') + 1));
        assertThat(landed.text("status")).isEqualTo("connected");
        status = api.get("/oauth/status?tenant_id=other");
        assertThat(status.text("status")).isEqualTo("connected");
        assertThat(status.body().path("missing_scopes").path(0).asString()).isEqualTo("ads_management");
        assertThat(status.body().path("account_ids")).isEmpty();
        assertThat(api.get("/campaigns?tenant_id=other").body().path("stale").asBoolean()).isTrue();
        assertThat(api.post("/disconnect", "{\"tenant_id\":\"other\"}").status()).isEqualTo(200);
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        int port = URI.create(desk.server.url()).getPort();
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(each.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThat(answers(address, port)).as(address.toString()).isFalse();
                }
            }
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void keysOpenWhatTheirRoleAndTheirClientsAllow() throws IOException, InterruptedException {
        LocalApiService keys = desk.desk.desk.localApi();
        LocalApiService.Issued viewer = keys.issue("Report", Role.VIEWER, List.of(new TenantId("acme")));
        LocalApiService.Issued editor = keys.issue("Planner", Role.EDITOR, List.of());
        ApiClient reporting = api.withKey(viewer.secret());
        assertThat(reporting.get("/oauth/status?tenant_id=acme").status()).isEqualTo(200);
        assertThat(reporting.get("/oauth/status?tenant_id=other").text("type")).endsWith("foreign-tenant");
        assertThat(reporting.get("/oauth/status?tenant_id=nobody").text("type")).as("what exists is not told")
                .endsWith("foreign-tenant");
        assertThat(reporting.get("/tenants").data()).hasSize(1);
        assertThat(api.get("/tenants?tenant_id=other").data()).hasSize(1);
        assertThat(reporting.get("/audit").status()).isEqualTo(403);
        assertThat(reporting.get("/audit?tenant_id=acme").status()).isEqualTo(200);
        assertThat(reporting.post("/disconnect", "{\"tenant_id\":\"acme\"}").text("type")).endsWith("role");
        assertThat(api.withKey(editor.secret()).post("/oauth/start", "{\"tenant_id\":\"acme\"}").text("type"))
                .endsWith("role");
        assertThat(api.withKey(editor.secret()).post("/tenants", "{\"name\":\"x\"}").status()).isEqualTo(403);
        assertThat(keys.issue("Steer", Role.PUBLISHER, List.of(new TenantId("acme"))).key().opensAll()).isFalse();

        LocalApiService.Issued fresh = keys.rotate(viewer.key().id());
        assertThat(reporting.get("/tenants").status()).as("the old secret").isEqualTo(401);
        assertThat(api.withKey(fresh.secret()).get("/tenants").status()).isEqualTo(200);
        keys.revoke(viewer.key().id());
        assertThat(api.withKey(fresh.secret()).get("/tenants").status()).isEqualTo(401);
        assertThat(desk.desk.desk.audit().entries(null, "api.key", 50)).isNotEmpty()
                .noneMatch(entry -> entry.toString().contains(fresh.secret()));
    }

    @Test
    void theKeyFileIsItsOwnersAloneAndRotates() throws IOException, InterruptedException {
        try (LocalDesk other = new LocalDesk(Files.createDirectory(folder.resolve("other-desk")))) {
            LocalApiService keys = other.desk.desk.localApi();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.keyFile())))
                    .isEqualTo("rw-------");
            String first = Files.readString(keys.keyFile()).strip();
            keys.ownKey();
            assertThat(Files.readString(keys.keyFile()).strip()).as("a start keeps it").isEqualTo(first);
            keys.rotate(ApiKey.OWN);
            String second = Files.readString(keys.keyFile()).strip();
            assertThat(other.api.get("/tenants").status()).isEqualTo(401);
            assertThat(other.api.withKey(second).get("/tenants").status()).isEqualTo(200);
            Files.setPosixFilePermissions(keys.keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
            keys.ownKey();
            assertThat(Files.readString(keys.keyFile()).strip()).as("one that others could read is replaced")
                    .isNotEqualTo(second);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.keyFile())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void slowClientsStarveNobody() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(desk.server.url()).getPort());
                socket.getOutputStream().write(("POST " + BASE + "/tenants HTTP/1.1\r\nHost: " + host()
                        + (i % 2 == 0
                                ? ""
                                : "\r\nContent-Type: application/json\r\nAuthorization: Bearer " + key()
                                        + "\r\nContent-Length: 500\r\n\r\n{"))
                        .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(threads.submit(() -> {
                    for (int k = 0; k < 5; k++) {
                        Answer answer = api.get("/oauth/status?tenant_id=acme");
                        if (answer.status() != 200) {
                            return answer.status();
                        }
                    }
                    return 200;
                }));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private String host() {
        return URI.create(desk.server.url()).getAuthority();
    }

    private String key() throws IOException {
        return Files.readString(desk.desk.desk.localApi().keyFile()).strip();
    }

    /// Sends bytes as they are, and reads what comes until the connection ends or enough is there.
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(desk.server.url()).getPort())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException cutOff) {
                // The answer may be there all the same.
            }
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(1), StandardCharsets.UTF_8)
                    + new String(in.readNBytes(Math.max(11, in.available())), StandardCharsets.UTF_8);
        }
    }
}
