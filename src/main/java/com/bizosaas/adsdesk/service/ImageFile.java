package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.KeptImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Looks at a file before it becomes an ad's image: what it is, how large, and of which shape. Only its head is read.
final class ImageFile {

    /// Facebook takes up to 30 MB; a megabyte in the form of a call is a third more.
    private static final int LARGEST = 30 * 1024 * 1024;
    private static final int LEAST_SIDE = 200;
    private static final int MOST_SIDE = 20_000;
    /// Between a tall story and a wide banner; beyond, every placement cuts it.
    private static final double NARROWEST = 9 / 16.0 - 0.05;
    private static final double WIDEST = 1.91 * 1.6;
    private static final Set<String> TYPES = Set.of("JPEG", "PNG", "GIF");

    private ImageFile() {
    }

    /// @throws DeskException that names the file and says what is wrong with it
    static KeptImage of(String fileName, byte[] bytes) {
        String name = fileName.strip().replaceAll("\\p{Cntrl}", "");
        if (bytes.length > LARGEST) {
            throw wrong(name, "is larger than 30 MB", "Save it smaller, as a JPEG for instance.");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw wrong(name, "is no picture that can be read", "Choose a JPEG or PNG file.");
            }
            ImageReader reader = readers.next();
            try {
                String type = reader.getFormatName().toUpperCase(Locale.ROOT);
                if (!TYPES.contains(type)) {
                    throw wrong(name, "is a " + type + " file, which Facebook does not take",
                            "Save it as JPEG or PNG.");
                }
                reader.setInput(in, true, true);
                return checked(name, type, reader.getWidth(0), reader.getHeight(0), bytes);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DeskException(wrong(name, "is damaged", "Save it again, or choose another one.").problem(), e);
        }
    }

    private static KeptImage checked(String name, String type, int width, int height, byte[] bytes) {
        if (Math.min(width, height) < LEAST_SIDE) {
            throw wrong(name, "is " + width + " × " + height + ", which is too small",
                    "Choose one of at least " + LEAST_SIDE + " × " + LEAST_SIDE + "; 1080 × 1080 looks sharp.");
        }
        if (Math.max(width, height) > MOST_SIDE) {
            throw wrong(name, "is " + width + " × " + height + ", which is too large", "Save it smaller.");
        }
        double ratio = width / (double) height;
        if (ratio < NARROWEST || ratio > WIDEST) {
            throw wrong(name, "is " + width + " × " + height + ", a shape that every placement cuts",
                    "Choose one between 9:16 (tall) and 1.91:1 (wide).");
        }
        return new KeptImage(sha256(bytes), name, type, width, height, bytes.length);
    }

    private static DeskException wrong(String name, String what, String remedy) {
        return new DeskException(Problem.invalid("image", "“" + name + "” " + what, remedy));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
