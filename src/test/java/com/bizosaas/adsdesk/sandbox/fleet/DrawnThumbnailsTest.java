package com.bizosaas.adsdesk.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnThumbnailsTest {

    private final DrawnThumbnails thumbnails = new DrawnThumbnails();

    @ParameterizedTest
    @CsvSource({"64,64", "600,600", "320,400", "1200,628"})
    void drawsAPictureOfTheSizeAskedFor(int width, int height) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(thumbnails.png("120214", width, height)));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < width; x += 7) {
            for (int y = 0; y < height; y += 7) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(3);
    }

    @Test
    void drawsTheSamePictureForTheSameIdAndAnotherForAnother() {
        assertThat(thumbnails.png("a", 64, 64)).isEqualTo(thumbnails.png("a", 64, 64));
        Set<String> pictures = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            pictures.add(Base64.getEncoder().encodeToString(thumbnails.png("12021400000" + i, 64, 64)));
        }
        assertThat(pictures).hasSizeGreaterThan(40);
    }

    @Test
    void refusesASizeThatNobodyCouldShow() {
        assertThatThrownBy(() -> thumbnails.png("a", 0, 64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> thumbnails.png("a", 64, 5000)).isInstanceOf(IllegalArgumentException.class);
    }
}
