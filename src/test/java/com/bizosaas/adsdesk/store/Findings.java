package com.bizosaas.adsdesk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a proof did, how often, and what it found wrong.
final class Findings {

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void wrong(String what) {
        wrong.add(what);
    }

    long counted(String what) {
        return counts.getOrDefault(what, 0L);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, n) -> text.append(String.format("%7d  %s%n", n, what)));
        wrong.stream().limit(20).forEach(each -> text.append("  WRONG  ").append(each).append(System.lineSeparator()));
        return text.toString();
    }

    static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            StoreFixture.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
