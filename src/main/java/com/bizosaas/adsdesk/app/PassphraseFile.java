package com.bizosaas.adsdesk.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads a passphrase from the first line of a file, without ever making it a string.
final class PassphraseFile {

    private PassphraseFile() {
    }

    /// @throws UsageException if the file is missing, unreadable or its first line is empty
    static char[] read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("--passphrase-file: there is no file " + file + ".");
        } catch (IOException e) {
            throw new UsageException("--passphrase-file: " + file + " cannot be read.");
        }
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int end = 0;
        while (end < decoded.length() && decoded.charAt(end) != '\n' && decoded.charAt(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        decoded.get(line);
        Arrays.fill(decoded.array(), '\0');
        if (end == 0) {
            throw new UsageException("--passphrase-file: the first line of " + file + " is empty.");
        }
        return line;
    }
}
