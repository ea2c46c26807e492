package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.service.PublishEstimate.Figure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `packaging/proof estimate`: what the review says publishing will take, beside what it took. Fails above ten percent.
final class EstimateProof {

    private static final double MOST = 0.1;
    private static final Duration ANSWER = Duration.ofMillis(250);

    private EstimateProof() {
    }

    static void main(String[] arguments) throws Exception {
        List<Figure> figures = new ArrayList<>();
        Path folder = Files.createTempDirectory("estimate-proof");
        try (SandboxDesk at = new SandboxDesk(folder.resolve("desk"))) {
            System.out.println("On a clock that passes with every wait and every request, 250 ms each:");
            PublishEstimate estimate = new PublishEstimate(at);
            estimate.on("full", ANSWER);
            estimate.changes("to learn how fast it goes", 3);
            add(figures, estimate.changes("full tier, 25 changes", 25));
            add(figures, estimate.campaigns("full tier, 250 new campaigns", 250));
            add(figures, estimate.tree("full tier, a tree of 1 + 8 + 32", 8, 4));
            limited(estimate, figures);
        }
        try (SandboxDesk at = new SandboxDesk(folder.resolve("real"), new SandboxDesk.Going(),
                options -> options.withLatency(ANSWER.minusMillis(50), Duration.ofMillis(100)))) {
            System.out.println("In real time, each request 200 to 300 ms:");
            PublishEstimate estimate = new PublishEstimate(at);
            estimate.on("full", Duration.ZERO);
            estimate.campaigns("to learn how fast it goes", 50);
            add(figures, estimate.changes("full tier, 25 changes", 25));
            add(figures, estimate.campaigns("full tier, 100 new campaigns", 100));
            add(figures, estimate.campaigns("full tier, 250 new campaigns", 250));
            add(figures, estimate.tree("full tier, a tree of 1 + 8 + 32", 8, 4));
        }
        long wrong = figures.stream().filter(figure -> figure.off() > MOST).count();
        System.out.println(wrong == 0
                ? "All " + figures.size() + " estimates were right within 10 %."
                : wrong + " estimates were off by more than 10 %.");
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static void limited(PublishEstimate estimate, List<Figure> figures) throws Exception {
        estimate.on("limited", ANSWER);
        add(figures, estimate.changes("limited tier, 10 changes: less than an allowance", 10));
        estimate.on("limited", ANSWER);
        add(figures, estimate.changes("limited tier, 25 changes", 25));
        add(figures, estimate.changes("limited tier, 25 more at once", 25));
        estimate.on("limited", ANSWER);
        estimate.use(30);
        add(figures, estimate.changes("limited tier, 25 changes, half of the allowance used", 25));
        estimate.on("limited", ANSWER);
        add(figures, estimate.asked().changes("limited tier, 25 changes, tried with Facebook first", 25));
        estimate.on("limited", ANSWER);
        add(figures, estimate.campaigns("limited tier, 100 new campaigns", 100));
        estimate.on("limited", ANSWER);
        add(figures, estimate.tree("limited tier, a tree of 1 + 4 + 12", 4, 3));
    }

    private static void add(List<Figure> figures, Figure figure) {
        System.out.println(figure);
        figures.add(figure);
    }
}
