package com.bizosaas.adsdesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/// One contender in a process of its own: reads its target from the first line of its input, syncs at each `go`, and
/// answers each with a line of JSON. `later MINUTES` moves its clock.
final class ContenderMain {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param peakKib most resident memory since the sync began
    record Result(long millis, long cpuMillis, long peakKib, boolean compressed, Contender.Rows rows) {
    }

    private ContenderMain() {
    }

    public static void main(String[] arguments) throws Exception {
        // Ours alone: whoever logs writes beside it.
        PrintStream out = System.out;
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Target target = JSON.readValue(in.readLine(), Target.class);
        try (Contender contender = of(arguments[0], target)) {
            out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("later ") && contender instanceof DeskContender desk) {
                    desk.clock().advance(Duration.ofMinutes(Long.parseLong(line.substring(6))));
                    out.println("ready");
                } else if (line.startsWith("find ") && contender instanceof DeskContender desk) {
                    String[] words = line.split(" ", 3);
                    out.println(JSON.writeValueAsString(desk.find(words[1], words[2])));
                } else {
                    out.println(JSON.writeValueAsString(measured(contender)));
                }
            }
        }
        System.exit(0);
    }

    private static Contender of(String name, Target target) {
        return switch (name) {
            case "sdk" -> new SdkContender(target, 1);
            case "sdk8" -> new SdkContender(target, 8);
            case "desk" -> new DeskContender(target, Integer.getInteger("bench.jobs", 8));
            case "floor" -> new FloorContender(target, Integer.getInteger("bench.floor", 8));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Result measured(Contender contender) throws Exception {
        System.gc();
        forgetPeak();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        contender.sync();
        long took = System.nanoTime() - start;
        return new Result(took / 1_000_000, (system.getProcessCpuTime() - cpu) / 1_000_000, peakKib(),
                contender.compressed(), contender.rows());
    }

    /// Linux starts the high-water mark of resident memory afresh when this is written.
    private static void forgetPeak() {
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException elsewhere) {
            System.err.println("The peak of memory includes the start: " + elsewhere.getMessage());
        }
    }

    private static long peakKib() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Runtime.getRuntime().totalMemory() / 1024;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("[^0-9]", "")).mapToLong(Long::parseLong).findFirst().orElse(0);
    }
}
