package com.bizosaas.adsdesk.bench;

import com.bizosaas.adsdesk.bench.ContenderMain.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The morning sync through the official SDK, our engine and the bare wire, in turn, with the ratios between them.
@Command(name = "packaging/bench sync", mixinStandardHelpOptions = true, description = "Measures whole syncs against a sandbox with 40 ± 10 ms latency.")
public final class SyncBench implements Callable<Integer> {

    /// Size of the fleet: users, accounts each, campaigns each, ad sets each, ads each.
    enum Size {
        tiny("bench:2x2x40x2x2"),
        small("bench:3x3x200x2x2"),
        large("bench:10x4x200x2x2"),
        reference(
                "bench:40x3x200x3x3");

        private final String fleet;

        Size(String fleet) {
            this.fleet = fleet;
        }
    }

    private enum Way {
        SDK("(a) SDK, one thread", "sdk"),
        SDK8("(b) SDK, eight threads", "sdk8"),
        DESK("(c) desk, cold, stored",
                "desk"),
        AGAIN("(d) desk, five minutes later", "desk"),
        CHANGED("    again, three things changed", "desk"),
        FLOOR("(e) floor, thrown away", "floor");

        private final String title;
        private final String contender;

        Way(String title, String contender) {
            this.title = title;
            this.contender = contender;
        }
    }

    private record Run(Result result, long requests, long bytes, long serverCpuMillis) {
    }

    /// Of every contender; a G1 that may grow as it likes would tell how much garbage fits, not what is needed.
    private static final List<String> FLAGS = List.of("-Xmx4g",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LATER = 5;

    @Option(names = "--size", defaultValue = "small", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
    private Size size = Size.small;

    @Option(names = "--rounds", defaultValue = "3", description = "How often each way runs; ${DEFAULT-VALUE} by default.")
    private int rounds = 3;

    @Option(names = "--only", split = ",", description = "Only these ways, without ratios to the others: ${COMPLETION-CANDIDATES}.")
    private List<Way> only = List.of(Way.values());

    @Option(names = "--jvm", split = " ", description = "More flags for every contender.")
    private List<String> flags = List.of();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SyncBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.out.printf(Locale.ROOT, "Fleet %s, %d rounds, flags %s %s, Java %s, %d processors, load %s%n",
                size.fleet,
                rounds, String.join(" ", FLAGS), String.join(" ", flags), Runtime.version(),
                Runtime.getRuntime().availableProcessors(), load());
        Map<Way, List<Run>> all = new EnumMap<>(Way.class);
        boolean seen = true;
        try (BenchSandbox sandbox = new BenchSandbox(size.fleet)) {
            System.out.println("Warming the sandbox");
            for (Way way : List.of(Way.SDK8, Way.DESK, Way.FLOOR)) {
                try (Runner runner = new Runner(sandbox, way.contender)) {
                    if (only.contains(way) || way == Way.SDK8 && only.contains(Way.SDK)) {
                        runner.run();
                    }
                }
            }
            System.out.printf("%-30s %9s %8s %10s %8s %8s %8s %8s %9s %9s%n", "", "requests", "MB", "gzip", "wall s",
                    "CPU s", "JIT s", "GC s", "peak MB", "server s");
            for (int round = 0; round < rounds; round++) {
                for (Way way : Way.values()) {
                    if (way == Way.AGAIN || way == Way.CHANGED || !only.contains(way)) {
                        continue;
                    }
                    try (Runner runner = new Runner(sandbox, way.contender)) {
                        note(all, way, runner.run());
                        if (way == Way.DESK && only.contains(Way.AGAIN)) {
                            seen &= again(sandbox, runner, all);
                        }
                    }
                }
            }
        }
        Report.ratios(best(all));
        System.out.println("load at the end " + load());
        return seen ? 0 : 1;
    }

    /// Five minutes later nothing has changed; then a budget, a status and a name change elsewhere, and another five minutes
    /// later all three must be there.
    private boolean again(BenchSandbox sandbox, Runner runner, Map<Way, List<Run>> all)
            throws IOException, InterruptedException {
        sandbox.advance(LATER);
        runner.later();
        note(all, Way.AGAIN, runner.run());
        List<Changed> changes = Changed.draw(sandbox, all.getOrDefault(Way.CHANGED, List.of()).size());
        for (Changed change : changes) {
            sandbox.change(change.id(), change.field(), change.value());
        }
        sandbox.advance(LATER);
        runner.later();
        note(all, Way.CHANGED, runner.run());
        boolean seen = true;
        for (Changed change : changes) {
            boolean there = change.isIn(runner.find(change.account(), change.id()));
            System.out.printf("    %s changed elsewhere: %s%n", change.field(), there ? "seen" : "MISSED");
            seen &= there;
        }
        return seen;
    }

    private static void note(Map<Way, List<Run>> all, Way way, Run run) {
        all.computeIfAbsent(way, _ -> new ArrayList<>()).add(run);
        Result result = run.result;
        System.out.printf(Locale.ROOT, "%-30s %9d %8.1f %10s %8.2f %8.2f %8.2f %8.2f %9.0f %9.2f   %s%n", way.title,
                run.requests,
                run.bytes / 1e6, result.compressed() ? "asked for" : "no", result.millis() / 1e3,
                result.cpuMillis() / 1e3, result.jitMillis() / 1e3, result.gcMillis() / 1e3, result.peakKib() / 1024.0,
                run.serverCpuMillis / 1e3, result.rows());
    }

    /// The run of each way with the middle wall time.
    private static Map<String, Report.Line> best(Map<Way, List<Run>> all) {
        Map<String, Report.Line> lines = new java.util.LinkedHashMap<>();
        all.forEach((way, runs) -> {
            List<Run> sorted = runs.stream().sorted(Comparator.comparingLong((Run run) -> run.result.millis()))
                    .toList();
            Run middle = sorted.get(sorted.size() / 2);
            lines.put(way.name(), new Report.Line(middle.requests, middle.bytes, middle.result.millis(),
                    middle.result.cpuMillis(), middle.result.peakKib()));
        });
        return lines;
    }

    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).strip() : "unknown";
    }

    /// A contender's process beside the sandbox.
    private final class Runner implements AutoCloseable {

        private final BenchSandbox sandbox;
        private final Child child;
        private final Path folder;

        Runner(BenchSandbox sandbox, String contender) throws IOException, InterruptedException {
            this.sandbox = sandbox;
            this.folder = Files.createTempDirectory("adsdesk-bench-");
            List<String> all = new ArrayList<>(FLAGS);
            all.addAll(flags);
            this.child = Child.start(all, ContenderMain.class.getName(), List.of(contender));
            child.ask(JSON.writeValueAsString(new Target(sandbox.graphUrl(), "v26.0", sandbox.appId(),
                    sandbox.appSecret(), sandbox.tokens(), sandbox.accounts(), folder.resolve("desk").toString(),
                    LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).toString())));
        }

        Run run() throws IOException, InterruptedException {
            sandbox.reset();
            long cpu = sandbox.cpuMillis();
            Result result = JSON.readValue(child.ask("go"), Result.class);
            JsonNode traffic = sandbox.traffic();
            return new Run(result, traffic.path("calls").asLong(), traffic.path("bytes").asLong(),
                    sandbox.cpuMillis() - cpu);
        }

        void later() throws IOException {
            child.ask("later " + LATER);
        }

        JsonNode find(String account, String id) throws IOException {
            return JSON.readTree(child.ask("find " + account + " " + id));
        }

        @Override
        public void close() throws IOException, InterruptedException {
            child.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
