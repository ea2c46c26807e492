package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.log.LiveSecrets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.Function;

/// What a person typed to open the vault. Closing overwrites it.
///
/// It is turned into bytes in Unicode normal form C, so that an umlaut typed on a Mac opens a vault made on Windows.
///
/// Thread rule: not safe for use by several threads at once.
public final class Passphrase implements AutoCloseable {

    /// Shorter ones are refused when a passphrase is chosen.
    public static final int MIN_LENGTH = 8;

    private final char[] chars;
    private final LiveSecrets.Entry live;
    private boolean closed;

    private Passphrase(char[] chars) {
        this.chars = chars;
        this.live = LiveSecrets.register(CharBuffer.wrap(chars));
    }

    /// Copies; the caller wipes its own array.
    public static Passphrase of(char[] chars) {
        return new Passphrase(chars.clone());
    }

    public int length() {
        return chars.length;
    }

    public boolean sameAs(Passphrase other) {
        return with(mine -> other.with(theirs -> Arrays.equals(mine, theirs)));
    }

    /// Lends the characters for the duration of the call. The function must not keep the array.
    public <T> T with(Function<char[], T> use) {
        if (closed) {
            throw new IllegalStateException("This passphrase was wiped already.");
        }
        return use.apply(chars);
    }

    SecretBytes utf8() {
        return with(lent -> {
            CharBuffer text = CharBuffer.wrap(lent);
            // Only a passphrase in another form pays with a String that cannot be wiped.
            CharSequence normal = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                    ? text
                    : Normalizer.normalize(text, Normalizer.Form.NFC);
            ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(normal));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            Arrays.fill(encoded.array(), (byte) 0);
            return SecretBytes.owning(bytes);
        });
    }

    void requireStrongEnoughToKeep() {
        if (chars.length < MIN_LENGTH) {
            throw new VaultException.PassphraseRefused(
                    "A passphrase needs at least " + MIN_LENGTH + " characters; a few random words are best.");
        }
    }

    @Override
    public void close() {
        live.close();
        Arrays.fill(chars, '\0');
        closed = true;
    }

    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
