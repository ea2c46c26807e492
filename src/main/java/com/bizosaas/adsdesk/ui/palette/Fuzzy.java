package com.bizosaas.adsdesk.ui.palette;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What is typed, held against names: every word of it must be in a name, best at the beginning of a word, or else be
/// made of the beginnings of words. Accents and capitals do not count, in any script. Immutable.
final class Fuzzy {

    private static final int START = 400;
    private static final int WORD = 300;
    private static final int INSIDE = 200;
    private static final int INITIALS = 100;

    private final String[] words;

    private Fuzzy(String[] words) {
        this.words = words;
    }

    static Fuzzy of(String typed) {
        return new Fuzzy(Arrays.stream(folded(typed).strip().split("\\s+")).filter(word -> !word.isEmpty())
                .toArray(String[]::new));
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    /// Without capitals and accents, character by character, so that places stay what they are.
    static String folded(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = folded(text.charAt(i));
        }
        return new String(folded);
    }

    private static char folded(char sign) {
        if (sign < 128) {
            return sign >= 'A' && sign <= 'Z' ? (char) (sign + 32) : sign;
        }
        if (Character.isSurrogate(sign)) {
            return sign;
        }
        return Character.toLowerCase(Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFD).charAt(0));
    }

    /// How well a folded name matches; 0 where it does not. Short names come before long ones.
    int score(String name) {
        int sum = 0;
        for (String word : words) {
            int one = score(name, word);
            if (one == 0) {
                return 0;
            }
            sum += one;
        }
        return words.length == 0 ? 1 : Math.max(1, sum / words.length - Math.min(90, name.length()));
    }

    private static int score(String name, String word) {
        int at = name.indexOf(word);
        if (at == 0) {
            return START;
        }
        if (at > 0) {
            return wordStart(name, word) >= 0 ? WORD : INSIDE;
        }
        return word.length() > 1 && initials(name, word, 0, 0, null) ? INITIALS : 0;
    }

    private static int wordStart(String name, String word) {
        for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1))) {
                return at;
            }
        }
        return -1;
    }

    /// Whether the word is made of beginnings of the name's words, in their order: `slp` of “Spring Layers Prospecting”.
    private static boolean initials(String name, String word, int from, int done, @Nullable BitSet marks) {
        if (done == word.length()) {
            return true;
        }
        char sign = word.charAt(done);
        for (int at = name.indexOf(sign, from); at >= 0; at = name.indexOf(sign, at + 1)) {
            boolean goesOn = done > 0 && at == from;
            boolean begins = at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1));
            if ((goesOn || begins) && initials(name, word, at + 1, done + 1, marks)) {
                if (marks != null) {
                    marks.set(at);
                }
                return true;
            }
        }
        return false;
    }

    /// The places of a folded name that match.
    BitSet marks(String name) {
        BitSet marks = new BitSet(name.length());
        for (String word : words) {
            int start = wordStart(name, word);
            int at = start >= 0 ? start : name.indexOf(word);
            if (at >= 0) {
                marks.set(at, at + word.length());
            } else {
                initials(name, word, 0, 0, marks);
            }
        }
        return marks;
    }
}
