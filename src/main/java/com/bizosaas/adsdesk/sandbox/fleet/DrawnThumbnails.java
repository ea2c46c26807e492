package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.ThumbnailSource;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Draws flat pictures in the manner of outdoor advertising: landscapes by day and night, and things to buy. The id
/// decides what is on the picture; the size only crops it.
///
/// Needs no display. Safe for use by many threads.
public final class DrawnThumbnails implements ThumbnailSource {

    private static final int LARGEST = 2048;

    /// @throws IllegalArgumentException for a size outside 1 to 2048 pixels
    @Override
    public byte[] png(String creativeOrImageId, int width, int height) {
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException("no picture of " + width + " x " + height + " pixels");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            double side = Math.max(width, height);
            canvas.translate((width - side) / 2, height - side < 0 ? (height - side) * 0.6 : 0);
            canvas.scale(side, side);
            draw(canvas, Dice.of(Dice.hash(creativeOrImageId)));
        } finally {
            canvas.dispose();
        }
        return encode(image);
    }

    private static void draw(Graphics2D canvas, Dice dice) {
        switch (dice.below(9)) {
            case 0, 1, 2, 3 -> new Landscape(canvas, dice.pick(Palette.DAYS), dice, false).draw();
            case 4 -> new Landscape(canvas, dice.pick(Palette.NIGHTS), dice, true).draw();
            default -> new Goods(canvas, dice.pick(Palette.GOODS), dice).draw();
        }
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this Java cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
