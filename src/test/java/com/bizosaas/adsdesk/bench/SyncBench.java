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
import java.util.LinkedHashMap;
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

    /// Of every contender: those with which the desk is started, and enough room for the others.
    private static final List<String> FLAGS = Stream
            .of("-Xmx4g " + System.getProperty("bench.memory", "")
                    + " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow")
            .flatMap(flags -> Stream.of(flags.strip().split(" +"))).toList();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LATER = 5;

    @Option(names = "--size", split = ",", defaultValue = "small", description = "One or several, the smallest first: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
    private List<Size> sizes = List.of(Size.small);

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
        Map<String, Map<String, Report.Line>> lines = new LinkedHashMap<>();
        boolean seen = true;
        for (Size size : sizes) {
            System.out.printf(Locale.ROOT,
                    "Fleet %s, %d rounds, flags %s %s, Java %s, %d processors, load %s%n", size.fleet, rounds,
                    String.join(" ", FLAGS), String.join(" ", flags), Runtime.version(),
                    Runtime.getRuntime().availableProcessors(), load());
            Map<Way, List<Run>> all = new EnumMap<>(Way.class);
            Map<Way, Long> live = new EnumMap<>(Way.class);
            try (BenchSandbox sandbox = new BenchSandbox(size.fleet)) {
                seen &= measure(sandbox, all, live);
            }
            lines.put(size.name(), middle(all, live));
            Report.ratios(lines.getOrDefault(size.name(), Map.of()));
        }
        Report.growth(lines);
        System.out.println("load at the end " + load());
        return seen ? 0 : 1;
    }

    /// Each way as often as there are rounds, and then once more for what it keeps alive.
    private boolean measure(BenchSandbox sandbox, Map<Way, List<Run>> all, Map<Way, Long> live)
            throws IOException, InterruptedException {
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
        List<Way> ways = Stream.of(Way.values())
                .filter(way -> way != Way.AGAIN && way != Way.CHANGED && only.contains(way)).toList();
        boolean seen = true;
        for (int round = 0; round < rounds; round++) {
            for (Way way : ways) {
                try (Runner runner = new Runner(sandbox, way.contender)) {
                    note(all, way, runner.run());
                    if (way == Way.DESK && only.contains(Way.AGAIN)) {
                        seen &= again(sandbox, runner, all);
                    }
                }
            }
        }
        for (Way way : ways) {
            try (Runner runner = new Runner(sandbox, way.contender)) {
                long kib = runner.live();
                live.put(way, kib);
                System.out.printf(Locale.ROOT, "%-30s live at most %.1f MB%n", way.title, kib / 1024.0);
            }
        }
        return seen;
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
    private static Map<String, Report.Line> middle(Map<Way, List<Run>> all, Map<Way, Long> live) {
        Map<String, Report.Line> lines = new LinkedHashMap<>();
        all.forEach((way, runs) -> {
            List<Run> sorted = runs.stream().sorted(Comparator.comparingLong((Run run) -> run.result.millis()))
                    .toList();
            Run middle = sorted.get(sorted.size() / 2);
            Result result = middle.result;
            lines.put(way.name(), new Report.Line(middle.requests, middle.bytes, result.millis(), result.cpuMillis(),
                    result.peakKib(), live.getOrDefault(way, 0L), result.rows().all()));
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

        long live() throws IOException, InterruptedException {
            sandbox.reset();
            return Long.parseLong(child.ask("live"));
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
