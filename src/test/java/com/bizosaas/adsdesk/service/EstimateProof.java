package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.service.PublishEstimate.Figure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// `packaging/proof estimate [SEED]`: what the review says publishing will take, beside what it took. Fails above ten
/// percent. A seed puts the jobs into another order, for each comes just after the one before and its reading.
final class EstimateProof {

    private static final double MOST = 0.1;
    private static final Duration ANSWER = Duration.ofMillis(250);

    private interface Job {

        List<Figure> run(PublishEstimate estimate) throws Exception;
    }

    private interface One {

        Figure run(PublishEstimate estimate) throws Exception;
    }

    private EstimateProof() {
    }

    static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 0;
        List<Figure> figures = new ArrayList<>();
        Path folder = Files.createTempDirectory("estimate-proof");
        try (SandboxDesk at = new SandboxDesk(folder.resolve("desk"))) {
            System.out.println("On a clock that passes with every wait and every request, 250 ms each:");
            PublishEstimate estimate = new PublishEstimate(at);
            estimate.on("full", ANSWER);
            estimate.changes("to learn how fast it goes", 3);
            run(estimate, full(), seed, figures);
            run(estimate, limited(), seed, figures);
        }
        try (SandboxDesk at = new SandboxDesk(folder.resolve("real"), new SandboxDesk.Going(),
                options -> options.withLatency(ANSWER.minusMillis(50), Duration.ofMillis(100)))) {
            System.out.println("In real time, each request 200 to 300 ms:");
            PublishEstimate estimate = new PublishEstimate(at);
            estimate.on("full", Duration.ZERO);
            estimate.campaigns("to learn how fast it goes", 50);
            run(estimate, real(), seed, figures);
        }
        long wrong = figures.stream().filter(figure -> figure.off() > MOST).count();
        System.out.println(wrong == 0
                ? "All " + figures.size() + " estimates were right within 10 %."
                : wrong + " estimates were off by more than 10 %.");
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static List<Job> full() {
        return List.of(one(on -> on.changes("full tier, 25 changes", 25)),
                one(on -> on.campaigns("full tier, 250 new campaigns", 250)),
                one(on -> on.tree("full tier, a tree of 1 + 8 + 32", 8, 4)),
                one(on -> on.launch("full tier, 1 + 2 + 24 with 3 new images", 2, 3, 4)));
    }

    private static List<Job> limited() {
        return List.of(one(on -> fresh(on).changes("limited tier, 10 changes: less than an allowance", 10)),
                on -> List.of(fresh(on).changes("limited tier, 25 changes", 25),
                        on.changes("limited tier, 25 more at once", 25)),
                one(on -> fresh(on).used(30).changes("limited tier, 25 changes, half of the allowance used", 25)),
                one(on -> fresh(on).asked().changes("limited tier, 25 changes, tried with Facebook first", 25)),
                one(on -> fresh(on).campaigns("limited tier, 100 new campaigns", 100)),
                one(on -> fresh(on).tree("limited tier, a tree of 1 + 4 + 12", 4, 3)),
                one(on -> fresh(on).launch("limited tier, 1 + 2 + 12 with 3 new images", 2, 3, 2)));
    }

    private static List<Job> real() {
        return List.of(one(on -> on.changes("full tier, 25 changes", 25)),
                one(on -> on.campaigns("full tier, 100 new campaigns", 100)),
                one(on -> on.campaigns("full tier, 250 new campaigns", 250)),
                one(on -> on.tree("full tier, a tree of 1 + 8 + 32", 8, 4)),
                one(on -> on.launch("full tier, 1 + 2 + 24 with 3 new images", 2, 3, 4)));
    }

    private static Job one(One job) {
        return on -> List.of(job.run(on));
    }

    private static PublishEstimate fresh(PublishEstimate estimate) throws Exception {
        estimate.on("limited", ANSWER);
        return estimate;
    }

    private static void run(PublishEstimate estimate, List<Job> jobs, long seed, List<Figure> figures)
            throws Exception {
        List<Job> order = new ArrayList<>(jobs);
        if (seed != 0) {
            Collections.shuffle(order, new Random(seed));
        }
        for (Job job : order) {
            for (Figure figure : job.run(estimate)) {
                System.out.println(figure);
                if (figure.off() > MOST) {
                    figure.calls().forEach(call -> System.out.println("    " + call));
                }
                figures.add(figure);
            }
        }
    }
}
