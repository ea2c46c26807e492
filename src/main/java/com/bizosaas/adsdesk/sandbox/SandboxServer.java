package com.bizosaas.adsdesk.sandbox;

import com.bizosaas.adsdesk.sandbox.control.ControlApi;
import com.bizosaas.adsdesk.sandbox.control.Faults;
import com.bizosaas.adsdesk.sandbox.control.Journal;
import com.bizosaas.adsdesk.sandbox.control.Outsider;
import com.bizosaas.adsdesk.sandbox.graph.GraphApi;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.PageCache;
import com.bizosaas.adsdesk.sandbox.graph.ParameterCheck;
import com.bizosaas.adsdesk.sandbox.graph.Renderer;
import com.bizosaas.adsdesk.sandbox.graph.Schema;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.http.HttpEntry;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.http.Traffic;
import com.bizosaas.adsdesk.sandbox.limits.UsageMeter;
import com.bizosaas.adsdesk.sandbox.login.AppCredentials;
import com.bizosaas.adsdesk.sandbox.login.Gate;
import com.bizosaas.adsdesk.sandbox.login.LoginDialog;
import com.bizosaas.adsdesk.sandbox.login.OAuthCalls;
import com.bizosaas.adsdesk.sandbox.login.Sessions;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.SandboxClock;
import com.bizosaas.adsdesk.sandbox.model.World;
import com.bizosaas.adsdesk.sandbox.model.WorldChanges;
import com.bizosaas.adsdesk.sandbox.objects.Activities;
import com.bizosaas.adsdesk.sandbox.objects.Media;
import com.bizosaas.adsdesk.sandbox.objects.SandboxObjects;
import com.bizosaas.adsdesk.sandbox.objects.SearchCalls;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Facebook's stand-in: an HTTP server on loopback that answers as the Graph API, the login dialog and the picture servers
/// do, from a generated fleet. Thread-safe; close it to save its state and free its port.
public final class SandboxServer implements AutoCloseable {

    /// An operator and a long-lived token of hers.
    public record Operator(String userId, String name, String token) {
        @Override
        public String toString() {
            return "operator " + userId;
        }
    }

    private static final int LARGEST_HEADER = 32 * 1024;

    private final Server jetty;
    private final ServerConnector connector;
    private final Sessions sessions;
    private final SandboxClock clock;
    private final World world;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Traffic traffic = new Traffic();
    private final Activities activities = new Activities();
    private final Map<String, ActiveAds> activeAds = new HashMap<>();
    private final @Nullable Saver saver;

    private record ActiveAds(long version, int count) {
    }

    private SandboxServer(SandboxOptions options) throws IOException {
        Fleet fleet = options.fleet();
        clock = new SandboxClock(options.clock());
        StateFile file = options.stateFile() == null ? null : new StateFile(options.stateFile(), fleet);
        Optional<StateFile.State> saved = file == null ? Optional.empty() : file.load();
        world = new World(fleet, clock, saved.map(StateFile.State::world).orElse(WorldChanges.NONE));
        sessions = new Sessions(AppCredentials.ofSeed(fleet.seed()), fleet, clock);
        saved.ifPresent(state -> {
            sessions.restore(state.sessions());
            activities.restore(state.activities());
        });
        saver = file == null ? null : new Saver(() -> file.replace(state(file)));
        sessions.onChange(this::save);
        jetty = new Server(new VirtualThreadPool());
        connector = connector(options.port());
        jetty.addConnector(connector);
        CompressionHandler compression = new CompressionHandler();
        compression.setHandler(new HttpEntry(router(options)::answer));
        traffic.setHandler(compression);
        jetty.setHandler(traffic);
    }

    private ServerConnector connector(int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // The API names the time of its own clock, which may be set.
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(LARGEST_HEADER);
        http.setResponseHeaderSize(LARGEST_HEADER);
        ServerConnector made = new ServerConnector(jetty, new HttpConnectionFactory(http));
        made.setHost("127.0.0.1");
        made.setPort(port);
        return made;
    }

    private Router router(SandboxOptions options) {
        Schema schema = Schema.load();
        Operations operations = new Operations();
        Renderer renderer = new Renderer(schema, operations);
        ParameterCheck check = new ParameterCheck(schema);
        Media media = new Media(this::graphUrl, world, sessions.app(), options.thumbnails());
        SandboxObjects.register(operations, schema, renderer, sessions, options.insights(), activities, media,
                faults);
        Gate gate = new Gate(sessions, options.strictProof());
        UsageMeter meter = new UsageMeter(clock, options.budgets(), this::activeAds);
        GraphApi graph = new GraphApi(world, this::graphUrl, gate, new OAuthCalls(sessions, gate), operations, renderer,
                check, meter, faults, options.cachedPages() ? new PageCache(clock.instant()) : null);
        SearchCalls search = new SearchCalls();
        graph.serveRoot("search", search::answer);
        ControlApi control = new ControlApi(clock, sessions, faults, journal, check, meter,
                new Outsider(world, activities,
                        this::save),
                traffic, this::description);
        return new Router(options, graph, new LoginDialog(sessions, options.redirectUris()), media, control, faults,
                journal, traffic, clock, this::save);
    }

    /// Starts a sandbox and returns once it answers.
    ///
    /// @throws IOException where the port is taken or the state file cannot be used; the message says which
    public static SandboxServer start(SandboxOptions options) throws IOException {
        SandboxServer server = new SandboxServer(options);
        try {
            server.jetty.start();
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        } catch (Exception e) {
            server.close();
            throw new IOException("The sandbox could not start", e);
        }
    }

    /// Counted once per change of the world: the limited tier asks for it on every reply.
    private int activeAds(String accountId) {
        world.lock().lock();
        try {
            ActiveAds known = activeAds.get(accountId);
            if (known == null || known.version() != world.version()) {
                int count = (int) world.children(accountId, Kind.AD).stream().filter(ad -> "ACTIVE".equals(Statuses
                        .effective(world, ad))).count();
                known = new ActiveAds(world.version(), count);
                activeAds.put(accountId, known);
            }
            return known.count();
        } finally {
            world.lock().unlock();
        }
    }

    private byte[] state(StateFile file) {
        world.lock().lock();
        try {
            return file.write(new StateFile.State(sessions.save(), world.changes(), activities.save()));
        } finally {
            world.lock().unlock();
        }
    }

    private void save() {
        if (saver != null) {
            saver.request();
        }
    }

    /// Base address for Graph calls, without version: `http://127.0.0.1:PORT`.
    public String graphUrl() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    /// Base address of the login dialog, which is at `{dialogUrl}/{version}/dialog/oauth`.
    public String dialogUrl() {
        return graphUrl();
    }

    public String controlUrl() {
        return graphUrl() + "/sandbox";
    }

    public String appId() {
        return sessions.app().id();
    }

    public String appSecret() {
        return sessions.app().secret();
    }

    /// Everybody who can sign in, each with a long-lived token that works now and in later runs with the same state file.
    public List<Operator> operators() {
        return sessions.operators().stream().map(one -> new Operator(one.userId(), one.name(), sessions.standing(one)
                .value())).toList();
    }

    /// A token that never expires and reaches every account that an operator manages.
    public String systemUserToken() {
        return sessions.standing(sessions.systemUser()).value();
    }

    /// The sandbox's clock, which a test may move.
    public SandboxClock clock() {
        return clock;
    }

    /// Who and where this sandbox is: addresses, app, operators with tokens.
    public JsonNode description() {
        ObjectNode all = Json.object().put("graphUrl", graphUrl()).put("dialogUrl", dialogUrl()).put("appId", appId())
                .put(
                        "appSecret", appSecret());
        var list = all.putArray("operators");
        operators().forEach(one -> list.addObject().put("name", one.name()).put("token", one.token()).put("userId", one
                .userId()));
        return all.put("systemUserToken", systemUserToken()).put("controlUrl", controlUrl());
    }

    @Override
    public void close() throws IOException {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IOException("The sandbox did not stop cleanly", e);
        } finally {
            if (saver != null) {
                saver.close();
            }
        }
    }
}
