package com.bizosaas.adsdesk.ui.targeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One chosen thing in a [ChipField].
///
/// @param key by which it is taken out
/// @param detail smaller, behind the name: a size, a radius
/// @param tone what it does
/// @param hint more about it, for the tooltip; empty for none
/// @param open what a click or Enter opens, null for nothing
record Chip(String key, String name, String detail, Tone tone, String hint, @Nullable Runnable open) {

    /// What a chip does to the audience; PROBLEM is one that Facebook does not know or has taken away.
    enum Tone {
        INCLUDED, EXCLUDED, PROBLEM
    }

    static Chip of(String key, String name, String detail) {
        return new Chip(key, name, detail, Tone.INCLUDED, "", null);
    }

    Chip toned(Tone other) {
        return new Chip(key, name, detail, other, hint, open);
    }

    Chip hinted(String words) {
        return new Chip(key, name, detail, tone, words, open);
    }

    Chip opening(Runnable action) {
        return new Chip(key, name, detail, tone, hint, action);
    }

    /// Lines that were pasted and not found.
    static List<Chip> unresolved(List<Unresolved> lines) {
        return lines.stream().map(line -> Chip.of(Unresolved.KEY + line.line(), line.line(), "not found")
                .toned(Tone.PROBLEM).hinted(line.reason())).toList();
    }

    /// A line of a pasted list that means nothing to Facebook.
    record Unresolved(String line, String reason) {

        static final String KEY = "unresolved:";
    }
}
