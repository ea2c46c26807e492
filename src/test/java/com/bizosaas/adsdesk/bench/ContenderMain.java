package com.bizosaas.adsdesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// One contender in a process of its own: reads its target from the first line of its input, syncs at each `go`, and
/// answers each with a line of JSON. `later MINUTES` moves its clock; `live` syncs with the garbage collected all the time
/// and answers the most that was left.
final class ContenderMain {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param jitMillis of it by the compiler
    /// @param gcMillis of it by the garbage collector
    /// @param peakKib most resident memory since the sync began
    record Result(long millis, long cpuMillis, long jitMillis, long gcMillis, long peakKib, boolean compressed,
            Contender.Rows rows) {
    }

    private static final String[] JIT = {"C1 Comp", "C2 Comp"};
    private static final String[] GC = {"G1 ", "GC Thread", "VM Thread"};

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
                } else if (line.equals("live")) {
                    out.println(liveKib(contender));
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
        long jit = threads(JIT);
        long gc = threads(GC);
        long start = System.nanoTime();
        contender.sync();
        long took = System.nanoTime() - start;
        return new Result(took / 1_000_000, (system.getProcessCpuTime() - cpu) / 1_000_000, threads(JIT) - jit,
                threads(GC) - gc, peakKib(),
                contender.compressed(), contender.rows());
    }

    /// The most heap that was left of up to twenty collections a second while it synced; they take at most a fifth of the
    /// time. Slows the sync, so neither its time nor its resident memory is told.
    private static long liveKib(Contender contender) throws Exception {
        AtomicLong most = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        Thread collecting = Thread.ofPlatform().name("collecting").start(() -> {
            while (!done.get()) {
                long began = System.nanoTime();
                System.gc();
                long took = System.nanoTime() - began;
                // What the virtual machine itself saw when the collection ended, before anybody went on.
                long left = ManagementFactory.getPlatformMXBeans(MemoryPoolMXBean.class).stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed()).sum();
                most.accumulateAndGet(left / 1024, Math::max);
                LockSupport.parkNanos(Math.max(Duration.ofMillis(50).toNanos(), 4 * took));
            }
        });
        try {
            contender.sync();
        } finally {
            done.set(true);
            collecting.join();
        }
        return most.get();
    }

    /// CPU time of the threads whose names begin so, where the system tells.
    private static long threads(String... names) throws IOException {
        Path tasks = Path.of("/proc/self/task");
        if (!Files.exists(tasks)) {
            return 0;
        }
        long ticks = 0;
        try (Stream<Path> all = Files.list(tasks)) {
            for (Path task : all.toList()) {
                ticks += ticks(task, names);
            }
        }
        return ticks * 10;
    }

    private static long ticks(Path task, String... names) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.stream(names).anyMatch(name::startsWith)
                    ? Long.parseLong(rest[11]) + Long.parseLong(rest[12])
                    : 0;
        } catch (IOException ended) {
            return 0;
        }
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
