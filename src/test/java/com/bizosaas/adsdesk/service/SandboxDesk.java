package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.contract.WireJournal;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphTransport;
import com.bizosaas.adsdesk.graph.HttpTransport;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.graph.TransportException;
import com.bizosaas.adsdesk.log.LogTenant;
import com.bizosaas.adsdesk.oauth.LoginFlow;
import com.bizosaas.adsdesk.sandbox.SandboxOptions;
import com.bizosaas.adsdesk.sandbox.SandboxServer;
import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.insights.SeededInsights;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

/// The desk as it ships, over HTTP, against the sandbox; and a browser that fills in the sign-in dialog.
public final class SandboxDesk implements AutoCloseable {

    public static final String PASSPHRASE = "correct horse battery";
    private static final String REDIRECT = "http://localhost:3002/api/brain/integrations/facebook-ads/oauth"
            + "?action=callback";
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    final Fleet fleet;
    public final Clock clock;
    public final SandboxServer server;
    LiveDeskGate gate;
    private final Path folder;
    private final String redirect;
    public DeskServices desk;
    private volatile boolean offline;
    final List<DeskEvent> news = new CopyOnWriteArrayList<>();
    /// What the network takes of the clock for each request of the desk.
    private volatile Duration wire = Duration.ZERO;
    /// For whom requests left, as the log names tenants on the thread that sends.
    final Set<String> named = ConcurrentHashMap.newKeySet();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Both sides' time: it stands still but for what a test or a wait adds.
    public static sealed class Clock implements GraphClock {

        private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
        private volatile boolean leaps;

        /// From now on it leaps when somebody waits, and no computer sleeps.
        void leap() {
            leaps = true;
        }

        @Override
        public boolean tellsOfSleep() {
            return !leaps;
        }

        /// A moment later each time: what is older and what is newer is told apart by it.
        @Override
        public Instant instant() {
            return now.updateAndGet(before -> before.plusNanos(1000));
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pass(duration);
        }

        @Override
        public void await(Condition condition, Duration atMost) throws InterruptedException {
            sleep(atMost);
        }

        public void pass(Duration duration) {
            now.updateAndGet(before -> before.plus(duration));
        }
    }

    /// A clock that goes, for what is measured in real time.
    static final class Going extends Clock {

        private final long start = System.nanoTime();

        @Override
        public Instant instant() {
            return NOW.plusNanos(System.nanoTime() - start);
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }

        @Override
        public void await(Condition condition, Duration atMost) throws InterruptedException {
            if (!condition.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                Thread.yield();
            }
        }

        @Override
        public void pass(Duration duration) {
            // It passes by itself.
        }
    }

    public SandboxDesk(Path folder) throws IOException {
        this(folder, REDIRECT,
                options -> options);
    }

    SandboxDesk(Path folder, Clock clock, UnaryOperator<SandboxOptions> change) throws IOException {
        this(folder, REDIRECT, "small", clock, change);
    }

    SandboxDesk(Path folder, String redirect, UnaryOperator<SandboxOptions> change) throws IOException {
        this(folder, redirect, "small", new Clock(), change);
    }

    /// The same over another fleet.
    public static SandboxDesk of(Path folder, String fleetName, UnaryOperator<SandboxOptions> change)
            throws IOException {
        return new SandboxDesk(folder, REDIRECT, fleetName, new Clock(), change);
    }

    private SandboxDesk(Path folder, String redirect, String fleetName, Clock clock,
            UnaryOperator<SandboxOptions> change) throws IOException {
        this.clock = clock;
        fleet = Fleets.of(fleetName, 1, NOW);
        server = SandboxServer.start(change.apply(SandboxOptions.of(fleet, new SeededInsights(Statuses::effective),
                (id, width, height) -> (id + " " + width + "x" + height).getBytes(StandardCharsets.UTF_8))
                .withClock(clock)));
        this.folder = folder;
        this.redirect = redirect;
        gate = gate(folder, redirect);
        desk = gate.create(PASSPHRASE.toCharArray(), "Ines Moreau").services();
        desk.settings().setAppSecret(server.appSecret().toCharArray());
        desk.events().subscribe(news::add);
    }

    private LiveDeskGate gate(Path folder, String redirect) {
        GraphTransport signIns = WireJournal.watch(new HttpTransport());
        return new LiveDeskGate(new DeskSetup(folder, URI.create(server.graphUrl()), URI.create(server.dialogUrl()),
                Map.of("appId", server.appId(), "redirectUri", redirect), clock, () -> KdfCosts.FLOOR,
                settings -> new LiveGraphAccess(settings, clock, transport -> cable(WireJournal.watch(transport))),
                () -> (settings, secret, graph) -> new LoginFlow(settings, secret, signIns, clock, graph)));
    }

    /// Requests fail as if no network were there while the cable is pulled.
    private GraphTransport cable(GraphTransport transport) {
        return request -> {
            clock.pass(wire);
            named.add(Objects.requireNonNullElse(MDC.get(LogTenant.KEY), "nobody"));
            if (offline) {
                throw new TransportException(TransportException.Fate.NOT_SENT, "No connection to "
                        + request.uri().getHost(), null);
            }
            return transport.send(request);
        };
    }

    /// From now on each request of the desk takes this long on its clock.
    void onTheWire(Duration each) {
        wire = each;
    }

    /// Pulls the network cable, or plugs it in again.
    public void offline(boolean pulled) {
        offline = pulled;
    }

    /// Signs in as the first operator, granting these permissions, and answers where the dialog sends the browser.
    URI dialog(LoginAttempt attempt, String action, String... permissions) throws Exception {
        String question = attempt.dialog().getRawQuery();
        String base = attempt.dialog().toString().replaceFirst("\\?.*", "");
        HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).build();
        press(browser, base + "/sign-in", question + "&operator=" + fleet.operators().getFirst().userId());
        StringBuilder form = new StringBuilder(question).append("&action=").append(action);
        for (String permission : permissions) {
            form.append("&permission=").append(permission);
        }
        HttpResponse<String> answer = press(browser, base + "/confirm", form.toString());
        return URI.create(answer.headers().firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    private static HttpResponse<String> press(HttpClient browser, String url, String form) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }

    PendingConnection signIn(TenantId tenant) throws Exception {
        LoginAttempt attempt = desk.connections().begin(tenant, false);
        URI back = dialog(attempt, "continue", "ads_management", "ads_read", "business_management");
        try (attempt) {
            return desk.connections().complete(attempt, back);
        }
    }

    /// A tenant with every account that can be connected and written to in euros.
    public TenantId connect(String name) throws Exception {
        Tenant tenant = desk.tenants().create(name);
        try (PendingConnection pending = signIn(tenant.id())) {
            List<AdAccount> accounts = desk.connections().reachable(pending, found -> {
            }).accounts();
            desk.connections().confirm(pending, writable(accounts).stream().map(AdAccount::id).toList());
        }
        return tenant.id();
    }

    /// A tenant with these accounts, ids with `act_`.
    public TenantId connect(String name, List<String> accounts) throws Exception {
        Tenant tenant = desk.tenants().create(name);
        try (PendingConnection pending = signIn(tenant.id())) {
            desk.connections().confirm(pending, accounts.stream().map(AdAccountId::new).toList());
        }
        return tenant.id();
    }

    /// The fleet's ad accounts that can be written to, in its order, those of a client one after another.
    public List<String> accounts() {
        return fleet.roots().stream().filter(node -> node.kind() == Kind.AD_ACCOUNT)
                .filter(node -> node.fields().path("account_status").asInt() == 1)
                .filter(node -> fleet.operators().getFirst().tasks().getOrDefault(node.id(), Set.of())
                        .contains("MANAGE"))
                .map(Node::id).toList();
    }

    /// The client business of an account.
    public String clientOf(String account) {
        return fleet.roots().stream().filter(node -> node.id().equals(account)).findFirst().orElseThrow().fields()
                .path("business").path("name").asString("");
    }

    List<AdAccount> writable(List<AdAccount> accounts) {
        return accounts.stream().filter(account -> account.status().code() == 1 && account.canManage())
                .sorted(Comparator.comparing(AdAccount::id)).toList();
    }

    public AdAccountId account(TenantId tenant) {
        return desk.connections().accounts(tenant).stream()
                .filter(account -> account.currency().code().equals("EUR")).findFirst().orElseThrow().id();
    }

    /// @param parameters names and values in turn
    public void control(String path, String... parameters) throws Exception {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        HttpResponse<String> reply = http.send(HttpRequest.newBuilder(URI.create(server.controlUrl() + "/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(pairs.stream().collect(Collectors.joining("&")))).build(),
                HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != 200) {
            throw new AssertionError(path + ": " + reply.body());
        }
    }

    /// Closes the desk as at the end of the program, and opens it again.
    public void reopen() {
        gate.close();
        gate = gate(folder, redirect);
        desk = gate.unlock(PASSPHRASE.toCharArray());
        desk.events().subscribe(news::add);
    }

    /// Closes the desk, and somebody else opens it.
    public void reopenAs(String passphrase) {
        gate.close();
        gate = gate(folder, redirect);
        desk = gate.unlock(passphrase.toCharArray());
        desk.events().subscribe(news::add);
    }

    /// Somebody changes an object in Ads Manager.
    ///
    /// @param fields JSON of the changed fields
    public void outside(GraphId id, String fields) throws Exception {
        control("objects/" + id.value(), "fields", fields);
    }

    /// The next write of this field is answered with yes and not done.
    void ignoreNext(GraphId id, String field) throws Exception {
        outside(id, "{\"_ignored\":\"" + field + "\"}");
    }

    /// An object as the sandbox holds it.
    public JsonNode remote(GraphId id) throws Exception {
        HttpResponse<String> reply = http
                .send(HttpRequest.newBuilder(URI.create(server.controlUrl() + "/objects/" + id))
                        .build(), HttpResponse.BodyHandlers.ofString());
        return Json.read(reply.body());
    }

    /// The names of the account's campaigns, as the sandbox holds them, doubles included.
    List<String> campaignNames(AdAccountId account) throws Exception {
        HttpResponse<String> reply = http.send(HttpRequest.newBuilder(URI.create(server.controlUrl() + "/campaigns/"
                + account)).build(), HttpResponse.BodyHandlers.ofString());
        return Json.read(reply.body()).valueStream().map(JsonNode::asString).toList();
    }

    /// The account's structure once it was read.
    public AdStructure synced(TenantId tenant, AdAccountId account) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), desk.connections().accounts(tenant).getFirst().zone());
        desk.sync().look(tenant, account, Set.of(Topic.CAMPAIGNS), DatePreset.LAST_7_DAYS.range(today));
        await().atMost(Duration.ofSeconds(30)).until(() -> !desk.campaigns().structure(tenant, account).stale());
        return desk.campaigns().structure(tenant, account).value();
    }

    /// Calls that wrote to campaigns, ad sets, ads or creatives so far, each item of a batch by itself.
    public long writes() throws Exception {
        HttpResponse<String> reply = http.send(HttpRequest.newBuilder(URI.create(server.controlUrl() + "/journal"))
                .build(), HttpResponse.BodyHandlers.ofString());
        long count = 0;
        for (JsonNode entry : Json.read(reply.body())) {
            String path = entry.path("path").asString("");
            JsonNode parameters = entry.path("parameters");
            if (parameters.has("batch")) {
                for (JsonNode item : Json.read(parameters.path("batch").asString(""))) {
                    count += isWrite(item.path("method").asString(""), item.path("body").asString("")) ? 1 : 0;
                }
            } else if (!path.contains("oauth") && !path.contains("dialog") && !path.endsWith("/insights")) {
                count += isWrite(entry.path("method").asString(""), parameters.toString()) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isWrite(String method, String body) {
        return !method.equals("GET") && !body.contains("validate_only");
    }

    public void kill(String how) throws Exception {
        control("tokens/kill", "operator", fleet.operators().getFirst().userId(), "how", how);
    }

    @Override
    public void close() throws IOException {
        gate.close();
        server.close();
    }
}
