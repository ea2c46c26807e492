package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.wire.ErrorJson;
import com.bizosaas.adsdesk.graph.wire.ListBody;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import com.bizosaas.adsdesk.log.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// An asynchronous report run, from its start to its rows (graph-api chapter 05). It is done only when its status says so
/// **and** its percentage is 100: either comes without the other. A run that hangs or fails is replaced once.
final class ReportRun {

    private static final String FIELDS = "id,async_status,async_percent_completion,error_code,error_subcode,"
            + "error_message,error_user_title,error_user_msg";
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private static final Duration LAST_LOOK = Duration.ofSeconds(30);
    private static final Duration MUST_MOVE = Duration.ofMinutes(10);
    private static final Duration MUST_END = Duration.ofMinutes(60);
    static final String HANGS = "The report run hangs";
    private static final int STARTS = 2;
    private static final int EARLY_FETCHES = 5;

    /// A run that was started longer ago than this would tell old figures.
    private static final Duration STILL_NEW = Duration.ofHours(2);

    private final GraphClient client;
    private final RunMemory runs;
    private final Pages pages;

    ReportRun(GraphClient client, RunMemory runs) {
        this.client = client;
        this.runs = runs;
        this.pages = new Pages(client);
    }

    /// @return OK after all rows were handed over, else why there are none or not all
    <T> Verdict rows(InsightQuery query, Listing<T> listing, Consumer<List<T>> page) {
        String question = query.key();
        Optional<String> earlier = runs.find(client.tenant(), query.account(), question,
                client.clock().instant().minus(STILL_NEW)).filter(WireObject::isDigits);
        if (earlier.isPresent()) {
            GraphRequest look = look(query, earlier.get());
            Verdict verdict = awaited(look, Duration.ZERO);
            if (verdict.isOk()) {
                return kept(query, question, fetched(look, listing, page));
            }
            if (isForLater(verdict)) {
                return verdict;
            }
        }
        GraphRequest start = GraphRequest.start(query.account().value() + "/insights").withAll(query.parameters())
                .on(query.account(), UseCase.ADS_INSIGHTS);
        Verdict verdict = Verdict.lost(start, Map.of(), "The report run was not started");
        for (int started = 1; started <= STARTS; started++) {
            Verdict run = client.attempt(start);
            String id = run.isOk() ? new WireObject(run.body()).text("report_run_id") : "";
            if (!run.isOk()) {
                return run;
            }
            if (!WireObject.isDigits(id)) {
                return Verdict.lost(start, run.headers(), "Facebook did not name the report run");
            }
            runs.started(client.tenant(), query.account(), question, id, client.clock().instant());
            GraphRequest look = look(query, id);
            verdict = awaited(look, FIRST_LOOK);
            if (verdict.isOk()) {
                return kept(query, question, fetched(look, listing, page));
            }
            if (isForLater(verdict)) {
                return verdict;
            }
            runs.ended(client.tenant(), query.account(), question);
            if (verdict.outcome().kind(GraphRequest.Effect.READ) != Kind.TRANSIENT
                    && verdict.outcome() != Outcome.SPLIT) {
                return verdict;
            }
        }
        return verdict;
    }

    private static GraphRequest look(InsightQuery query, String run) {
        return GraphRequest.read(run).with("fields", FIELDS).on(query.account(), UseCase.ADS_INSIGHTS);
    }

    /// A run whose rows could not be fetched yet is taken up again. What cancels the call leaves through an exception, and
    /// the run remembered.
    private Verdict kept(InsightQuery query, String question, Verdict verdict) {
        if (!isForLater(verdict) && verdict.outcome().kind(GraphRequest.Effect.READ) != Kind.TRANSIENT) {
            runs.ended(client.tenant(), query.account(), question);
        }
        return verdict;
    }

    private static boolean isForLater(Verdict verdict) {
        return verdict.outcome() == Outcome.LIMIT || verdict.outcome() == Outcome.TOKEN
                || verdict.outcome() == Outcome.NOT_SENT || verdict.outcome() == Outcome.ELSEWHERE;
    }

    private Verdict awaited(GraphRequest look, Duration first) {
        Instant now = client.clock().instant();
        Instant end = now.plus(MUST_END);
        Instant moved = now;
        String seen = "";
        Duration pause = first;
        while (now.isBefore(end) && now.isBefore(moved.plus(MUST_MOVE))) {
            if (pause.isPositive()) {
                client.pause(look, pause);
            }
            pause = next(pause);
            Verdict verdict = client.attempt(look);
            if (!verdict.isOk()) {
                return verdict;
            }
            WireObject run = new WireObject(verdict.body());
            String status = run.text("async_status");
            int percent = run.integer("async_percent_completion", 0);
            if (status.equals("Job Completed") && percent >= 100) {
                return verdict;
            }
            if (status.equals("Job Failed") || status.equals("Job Skipped")) {
                return failed(look, run, status);
            }
            now = client.clock().instant();
            if (!seen.equals(status + percent)) {
                seen = status + percent;
                moved = now;
            }
        }
        return Verdict.lost(look, Map.of(), HANGS);
    }

    private static Duration next(Duration pause) {
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        return longer.isZero() ? FIRST_LOOK : longer.compareTo(LAST_LOOK) > 0 ? LAST_LOOK : longer;
    }

    private static Verdict failed(GraphRequest look, WireObject run, String status) {
        ErrorJson error = ErrorJson.ofRun(run);
        // A run that was too large often fails without saying so: unless it says otherwise, smaller parts are tried.
        Outcome outcome = error.code() == 0 ? Outcome.SPLIT : Outcome.of(200, error);
        return new Verdict(look, outcome, ListBody.NOTHING, Map.of(), error,
                status + (error.message().isEmpty() ? "" : ": " + Redactor.message(error.message())), null, null);
    }

    private <T> Verdict fetched(GraphRequest look, Listing<T> listing, Consumer<List<T>> page) {
        GraphRequest rows = GraphRequest.list(look.path() + "/insights");
        Listing<T> result = new Listing<>(look.account() == null ? rows : rows.on(look.account(), look.useCase()),
                listing.limit(), listing.read(), listing.key());
        for (int early = 1;; early++) {
            Verdict verdict = pages.attempt(result, page);
            if (verdict.outcome() != Outcome.NOT_READY || early == EARLY_FETCHES) {
                return verdict;
            }
            client.pause(look, FIRST_LOOK.multipliedBy(early));
        }
    }
}
