package com.bizosaas.adsdesk.ui.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the window's memory in a small file of the data folder. Writes run on a thread of their own, newest last; the
/// file is replaced as a whole, so that a crash leaves the old one.
public final class FileWindowMemory implements WindowMemory, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileWindowMemory.class);

    private final Path file;
    private final Properties values = new Properties();
    private final ExecutorService writer = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("window-memory").factory());

    public FileWindowMemory(Path file) {
        this.file = file;
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The window's last place could not be read", e);
            }
        }
    }

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    @Override
    public synchronized void put(String key, String value) {
        if (!value.equals(values.setProperty(key, value)) && !writer.isShutdown()) {
            writer.execute(this::write);
        }
    }

    @Override
    public void close() {
        writer.close();
    }

    private void write() {
        Properties copy = new Properties();
        synchronized (this) {
            copy.putAll(values);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                copy.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The window's place could not be kept", e);
        }
    }
}
