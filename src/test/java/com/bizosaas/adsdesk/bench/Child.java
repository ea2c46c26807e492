package com.bizosaas.adsdesk.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another process of this Java with this class path, spoken to line by line. Its errors go to ours.
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader from;
    private final BufferedWriter to;

    private Child(Process process) {
        this.process = process;
        this.from = process.inputReader(StandardCharsets.UTF_8);
        this.to = process.outputWriter(StandardCharsets.UTF_8);
    }

    static Child start(List<String> flags, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /// The next line but for what the virtual machine itself may say.
    String read() throws IOException {
        String line = from.readLine();
        while (line != null && line.startsWith("[")) {
            line = from.readLine();
        }
        if (line == null) {
            throw new IOException("A process of the measurement ended early");
        }
        return line;
    }

    String ask(String line) throws IOException {
        to.write(line);
        to.newLine();
        to.flush();
        return read();
    }

    /// CPU time of its whole life.
    long cpuMillis() {
        return process.info().totalCpuDuration().map(time -> time.toMillis()).orElse(0L);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        to.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    void kill() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
