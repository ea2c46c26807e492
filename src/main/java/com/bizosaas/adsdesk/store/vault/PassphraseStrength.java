package com.bizosaas.adsdesk.store.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// An honest guess at how long a passphrase would withstand guessing, for the first-start screen.
///
/// It counts what an attacker would have to try: characters drawn from the classes that occur, with repeated characters,
/// runs such as `abcd` or `4321` and well-known words counted as one or two of them. It can only err towards "better than
/// it is" for what it does not know, a quotation or a pet's name, so the screen shows the advice at every level.
public record PassphraseStrength(Level level, int bits) {

    /// From "refused" by way of "anyone with the file gets in" to "not worth trying".
    public enum Level {
        TOO_SHORT("At least " + Passphrase.MIN_LENGTH + " characters; four or more random words are best."), WEAK(
                "A computer would guess this quickly. Use four or more random words."), FAIR(
                        "Holds against a curious person, not against a determined one. Add a word or two."), GOOD(
                                "Hard to guess, if it is not a known phrase and is used nowhere else."), STRONG(
                                        "Very hard to guess, if it is not a known phrase and is used nowhere else.");

        private final String advice;

        Level(String advice) {
            this.advice = advice;
        }

        public String advice() {
            return advice;
        }
    }

    private static final List<char[]> COMMON = common();
    private static final int WORD_BITS = 7;
    private static final String ROWS = "qwertyuiopasdfghjklzxcvbnm";

    public static PassphraseStrength of(Passphrase passphrase) {
        return passphrase.with(chars -> {
            int bits = bits(chars);
            Level level = chars.length < Passphrase.MIN_LENGTH
                    ? Level.TOO_SHORT
                    : bits < 40 ? Level.WEAK : bits < 60 ? Level.FAIR : bits < 80 ? Level.GOOD : Level.STRONG;
            return new PassphraseStrength(level, bits);
        });
    }

    private static int bits(char[] chars) {
        char[] lower = new char[chars.length];
        for (int i = 0; i < chars.length; i++) {
            lower[i] = unleet(Character.toLowerCase(chars[i]));
        }
        double perCharacter = Math.log(alphabet(chars)) / Math.log(2);
        double bits = 0;
        int at = 0;
        while (at < chars.length) {
            int word = longestCommonWordAt(lower, at);
            if (word > 0) {
                bits += WORD_BITS;
                at += word;
            } else {
                bits += at > 0 && follows(chars[at - 1], chars[at]) ? 1 : perCharacter;
                at++;
            }
        }
        Arrays.fill(lower, '\0');
        return (int) bits;
    }

    private static int alphabet(char[] chars) {
        boolean lower = false;
        boolean upper = false;
        boolean digit = false;
        boolean other = false;
        boolean wide = false;
        for (char c : chars) {
            lower |= c >= 'a' && c <= 'z';
            upper |= c >= 'A' && c <= 'Z';
            digit |= c >= '0' && c <= '9';
            wide |= c > 127;
            other |= c < 128 && !Character.isLetterOrDigit(c);
        }
        // A person's punctuation and capitals are predictable: counted well below the size of their class.
        return Math.max(1, (lower ? 20 : 0) + (upper ? 10 : 0) + (digit ? 10 : 0) + (other ? 8 : 0) + (wide ? 20 : 0));
    }

    /// The same character again, the next or previous one, or its neighbour on the keyboard.
    private static boolean follows(char before, char now) {
        if (Math.abs(before - now) <= 1) {
            return true;
        }
        int one = ROWS.indexOf(Character.toLowerCase(before));
        int two = ROWS.indexOf(Character.toLowerCase(now));
        return one >= 0 && two >= 0 && two - one == 1;
    }

    private static int longestCommonWordAt(char[] text, int at) {
        int longest = 0;
        for (char[] word : COMMON) {
            int end = at + word.length;
            if (word.length > longest && end <= text.length && Arrays.equals(word, 0, word.length, text, at, end)) {
                longest = word.length;
            }
        }
        return longest;
    }

    private static char unleet(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '3' -> 'e';
            case '@', '4' -> 'a';
            case '$', '5' -> 's';
            case '1', '!' -> 'i';
            default -> c;
        };
    }

    private static List<char[]> common() {
        try (InputStream in = PassphraseStrength.class.getResourceAsStream("common-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-words.txt is part of the program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .map(PassphraseStrength::asTyped).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char[] asTyped(String word) {
        char[] chars = word.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = unleet(chars[i]);
        }
        return chars;
    }
}
