package com.bizosaas.adsdesk.sandbox;

import com.bizosaas.adsdesk.sandbox.control.ControlApi;
import com.bizosaas.adsdesk.sandbox.control.Fault;
import com.bizosaas.adsdesk.sandbox.control.Faults;
import com.bizosaas.adsdesk.sandbox.control.Journal;
import com.bizosaas.adsdesk.sandbox.graph.GraphApi;
import com.bizosaas.adsdesk.sandbox.graph.GraphReply;
import com.bizosaas.adsdesk.sandbox.graph.GraphRequest;
import com.bizosaas.adsdesk.sandbox.graph.Page;
import com.bizosaas.adsdesk.sandbox.http.Answer;
import com.bizosaas.adsdesk.sandbox.http.Breakage;
import com.bizosaas.adsdesk.sandbox.http.Traffic;
import com.bizosaas.adsdesk.sandbox.http.WireReply;
import com.bizosaas.adsdesk.sandbox.http.WireRequest;
import com.bizosaas.adsdesk.sandbox.login.LoginDialog;
import com.bizosaas.adsdesk.sandbox.objects.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends each request to the dialog, the pictures, the control address or the Graph API, with the delays and faults that
/// were asked for, and notes it in the journal.
final class Router {

    private static final Pattern DIALOG = Pattern.compile("(/(?:v\\d+\\.\\d+/)?dialog/oauth)/?([a-z-]*)");
    private static final Pattern VERSION = Pattern.compile("^/?(v\\d+\\.\\d+/?)?");

    /// As HTTP writes it, with two digits for the day (RFC 9110, section 5.6.7).
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final GraphApi graph;
    private final LoginDialog dialog;
    private final Media media;
    private final ControlApi control;
    private final Faults faults;
    private final Journal journal;
    private final Traffic traffic;
    private final InstantSource clock;
    private final Runnable onWrite;
    private final Duration latency;
    private final Duration jitter;
    private final Random random;

    Router(SandboxOptions options, GraphApi graph, LoginDialog dialog, Media media, ControlApi control, Faults faults,
            Journal journal, Traffic traffic, InstantSource clock, Runnable onWrite) {
        this.graph = graph;
        this.dialog = dialog;
        this.media = media;
        this.control = control;
        this.faults = faults;
        this.journal = journal;
        this.traffic = traffic;
        this.clock = clock;
        this.onWrite = onWrite;
        this.latency = options.latency();
        this.jitter = options.jitter();
        this.random = new Random(options.fleet().seed());
    }

    Answer answer(WireRequest request) {
        if (request.path().startsWith("/sandbox/")) {
            return Answer.of(isForeign(request)
                    ? WireReply.html(403, "Not for other web pages")
                    : control.answer(request, request.path().substring("/sandbox/".length())));
        }
        traffic.note(request);
        Optional<Fault> fault = faults.transport(request.method(), VERSION.matcher(request.path()).replaceFirst(""));
        Answer answer = fault.map(one -> broken(request, one)).orElseGet(() -> Answer.of(serve(request)));
        boolean answered = answer.breakage() instanceof Breakage.None || answer.breakage() instanceof Breakage.Truncate;
        journal.note(request, answered ? answer.reply().status() : 0, clock.instant());
        return new Answer(answer.reply(), delay(), answer.breakage());
    }

    /// A page of another site must not steer the sandbox through the person's browser.
    private static boolean isForeign(WireRequest request) {
        String origin = request.header("origin").orElse("");
        return !origin.isEmpty() && !origin.startsWith("http://127.0.0.1") && !origin.startsWith("http://localhost");
    }

    private Duration delay() {
        if (jitter.isZero()) {
            return latency;
        }
        synchronized (random) {
            return latency.plusNanos((long) (jitter.toNanos() * random.nextDouble()));
        }
    }

    private Answer broken(WireRequest request, Fault fault) {
        int status = fault.details().path("status").asInt(503);
        return switch (fault.kind()) {
            case "html" -> Answer.of(WireReply.html(status,
                    "<html><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1></body></html>"));
            case "status" -> Answer.of(new WireReply(status, "text/plain", Map.of(), List.of(),
                    "Service Unavailable".getBytes(StandardCharsets.UTF_8)));
            case "truncate" -> new Answer(serve(request), Duration.ZERO, new Breakage.Truncate());
            case "stall" ->
                new Answer(WireReply.html(503, ""), Duration.ZERO, new Breakage.Stall(Duration.ofMillis(fault
                        .details().path("millis").asLong(60_000))));
            case "lost-answer" -> new Answer(serve(request), Duration.ZERO, new Breakage.Reset());
            default -> new Answer(WireReply.html(503, ""), Duration.ZERO, new Breakage.Reset());
        };
    }

    private WireReply serve(WireRequest request) {
        Matcher page = DIALOG.matcher(request.path());
        if (page.matches()) {
            return dialog.answer(request, page.group(1), page.group(2));
        }
        Optional<WireReply> picture = media.serve(request);
        if (picture.isPresent()) {
            return picture.get();
        }
        GraphReply reply = graph.answer(GraphRequest.of(request));
        if (!"GET".equals(request.method())) {
            onWrite.run();
        }
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.put("Date", DATE.format(clock.instant()));
        headers.put("Vary", "Accept-Encoding");
        headers.put("Cache-Control", "private, no-cache, no-store, must-revalidate");
        Page kept = reply.page();
        return kept == null
                ? WireReply.json(reply.status(), reply.body()).with(headers)
                : WireReply.kept(kept.plain(), kept.gzip()).with(headers);
    }
}
