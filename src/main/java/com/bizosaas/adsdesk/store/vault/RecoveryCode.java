package com.bizosaas.adsdesk.store.vault;

import java.util.Arrays;

/// The second way into a vault: 160 random bits, written as eight groups of four in Crockford's base 32 (no I, L, O, U), to
/// be printed and put away. It is shown once, when it is made; the vault keeps no copy.
///
/// Thread rule: not safe for use by several threads at once.
public final class RecoveryCode implements AutoCloseable {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int BYTES = 20;
    private static final int SYMBOLS = 32;

    private final SecretBytes secret;

    private RecoveryCode(SecretBytes secret) {
        this.secret = secret;
    }

    static RecoveryCode random() {
        return new RecoveryCode(SecretBytes.random(BYTES));
    }

    /// Reads what a person typed: any case, any dashes and spaces, O for zero, I and L for one.
    ///
    /// @throws VaultException.WrongPassphrase if that cannot be a recovery code at all
    public static RecoveryCode parse(char[] typed) {
        byte[] bytes = new byte[BYTES];
        int symbols = 0;
        for (char c : typed) {
            if (c == '-' || Character.isWhitespace(c)) {
                continue;
            }
            int value = valueOf(c);
            if (value < 0 || symbols == SYMBOLS) {
                Arrays.fill(bytes, (byte) 0);
                throw notACode();
            }
            for (int bit = 0; bit < 5; bit++) {
                int at = symbols * 5 + bit;
                bytes[at / 8] |= (byte) ((value >> (4 - bit) & 1) << (7 - at % 8));
            }
            symbols++;
        }
        if (symbols != SYMBOLS) {
            Arrays.fill(bytes, (byte) 0);
            throw notACode();
        }
        return new RecoveryCode(SecretBytes.owning(bytes));
    }

    /// The code as it is shown and printed, `XXXX-XXXX-…`; the caller wipes the array.
    public char[] shown() {
        return secret.with(bytes -> {
            char[] text = new char[SYMBOLS + SYMBOLS / 4 - 1];
            int at = 0;
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                if (symbol > 0 && symbol % 4 == 0) {
                    text[at++] = '-';
                }
                int value = 0;
                for (int bit = symbol * 5; bit < symbol * 5 + 5; bit++) {
                    value = value << 1 | bytes[bit / 8] >> (7 - bit % 8) & 1;
                }
                text[at++] = ALPHABET[value];
            }
            return text;
        });
    }

    SecretBytes secret() {
        return secret.copy();
    }

    private static int valueOf(char c) {
        char upper = Character.toUpperCase(c);
        char plain = upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
        return Arrays.binarySearch(ALPHABET, plain);
    }

    private static VaultException.WrongPassphrase notACode() {
        return new VaultException.WrongPassphrase(
                "That is not a recovery code: it has eight groups of four letters and digits.");
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
