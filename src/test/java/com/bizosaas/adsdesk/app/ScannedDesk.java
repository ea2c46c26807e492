package com.bizosaas.adsdesk.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The windowed desk in a process of its own, worked through its standard input. What is to be typed comes key by key and
/// is never put together here, so that a dump of this heap shows what the desk keeps, not what the test does.
public final class ScannedDesk {

    private static final char END_OF_TYPING = '\n';

    private ScannedDesk() {
    }

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(ScannedDesk::obey);
        Main.main(arguments);
    }

    private static void obey() {
        try {
            awaitToolkit();
            TourDriver driver = new TourDriver(Path.of(System.getProperty("java.io.tmpdir")));
            // System.in would keep what was typed in its buffer.
            InputStream keys = new FileInputStream(FileDescriptor.in);
            while (true) {
                String[] order = line(keys).split(" ", 2);
                switch (order[0]) {
                    case "press" -> driver.press(order[1]);
                    case "await" -> driver.awaitVisible(order[1]);
                    case "filled" -> driver.await(order[1], () -> !TourDriver.all(order[1]).isEmpty());
                    case "tick" -> driver.fx(() -> {
                        ((CheckBox) TourDriver.all(order[1]).getFirst()).setSelected(true);
                        return true;
                    });
                    case "type" -> type(driver, order[1], keys);
                    case "dump" -> dump(order[1]);
                    case "quit" -> Runtime.getRuntime().halt(0);
                    default -> throw new IllegalArgumentException("No such order: " + order[0]);
                }
                System.out.println("done");
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(3);
        }
    }

    private static void awaitToolkit() {
        while (true) {
            try {
                Platform.runLater(() -> {
                });
                return;
            } catch (IllegalStateException e) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static void type(TourDriver driver, String selector, InputStream keys)
            throws IOException, InterruptedException {
        driver.awaitVisible(selector);
        Node field = TourDriver.all(selector).getFirst();
        for (int key = keys.read(); key != END_OF_TYPING; key = keys.read()) {
            String character = String.valueOf((char) key);
            driver.fx(() -> {
                Event.fireEvent(field, new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false,
                        false, false));
                return true;
            });
        }
    }

    private static String line(InputStream keys) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = keys.read(); next != '\n'; next = keys.read()) {
            if (next < 0) {
                Runtime.getRuntime().halt(0);
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /// Everything on the heap, garbage included.
    private static void dump(String file) {
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
