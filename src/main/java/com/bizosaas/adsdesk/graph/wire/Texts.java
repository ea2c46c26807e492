package com.bizosaas.adsdesk.graph.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.core.JsonParser;

/// Makes one text of what comes again and again, such as the types of actions and the days of a month: the last one for
/// each slot is kept. Thread-safe; two threads may make the same text twice.
final class Texts {

    private static final int SLOTS = 1024;
    private static final int LONGEST = 80;
    private static final AtomicReferenceArray<String> KNOWN = new AtomicReferenceArray<>(SLOTS);

    private Texts() {
    }

    /// The text of the scalar at which a parser stands.
    static String of(JsonParser parser) {
        int length = parser.getStringLength();
        if (length > LONGEST) {
            return parser.getString();
        }
        char[] characters = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + characters[i];
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        String known = KNOWN.getPlain(slot);
        if (known != null && known.length() == length && known.hashCode() == hash
                && isSame(known, characters, from)) {
            return known;
        }
        String made = new String(characters, from, length);
        KNOWN.setRelease(slot, made);
        return made;
    }

    private static boolean isSame(String known, char[] characters, int from) {
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != characters[from + i]) {
                return false;
            }
        }
        return true;
    }
}
