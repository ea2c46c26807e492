package com.bizosaas.adsdesk.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is true of the API and not in the SDK of version 24: one line for each thing, with its source.
///
/// A line reads `kind | subject | name | source`. Kinds: `common` (a parameter of every call), `call` (a parameter of a
/// call without a node; the name `-` for the call itself), `edge` (a parameter of `Node METHOD /edge`; `-` for the edge
/// itself), `field` (a field of a node), `gone` (a field that the newest version took away), `value` (a value of an enum),
/// `member` (a member of a structure) and `operator` (of a filter).
record Overlay(List<Line> lines) {

    record Line(String kind, String subject, String name, String source) {
    }

    static final Set<String> KINDS = Set.of("common", "call", "edge", "field", "gone", "value", "member", "operator");

    static Overlay load() {
        try (InputStream in = Overlay.class.getResourceAsStream("overlay.txt")) {
            if (in == null) {
                throw new IllegalStateException("overlay.txt is missing");
            }
            List<Line> lines = new ArrayList<>();
            for (String text : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!text.isBlank() && !text.startsWith("#")) {
                    lines.add(line(text));
                }
            }
            return new Overlay(List.copyOf(lines));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Line line(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 4 || parts[3].isBlank() || !KINDS.contains(parts[0].strip())) {
            throw new IllegalArgumentException("an overlay line needs kind, subject, name and source: " + text);
        }
        return new Line(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
    }

    boolean has(String kind, String subject, String name) {
        return lines.stream().anyMatch(line -> line.kind().equals(kind) && line.subject().equals(subject)
                && line.name().equals(name));
    }
}
