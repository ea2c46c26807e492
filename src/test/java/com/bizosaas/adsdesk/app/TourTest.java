package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program in a process of its own, from the lock screen through a real sign-in to every tab.
class TourTest {

    @TempDir
    Path folder;

    @Test
    void walksAFreshDeskThroughEveryTabAndEndsWithZero() throws IOException, InterruptedException {
        Path pictures = folder.resolve("tour");
        Path output = folder.resolve("output.txt");
        Process desk = new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dglass.platform=Headless",
                        "-Dprism.order=sw", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-cp",
                        System.getProperty("java.class.path"), Main.class.getName(), "--sandbox", "--data-dir",
                        folder.resolve("data").toString(), "--tour", pictures.toString()))
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(desk.waitFor(4, TimeUnit.MINUTES)).as(() -> text(output)).isTrue();
        } finally {
            desk.destroyForcibly();
        }
        assertThat(desk.exitValue()).as(() -> text(output)).isZero();
        try (Stream<Path> found = Files.list(pictures)) {
            List<String> names = found.map(Path::getFileName).map(Path::toString).sorted().toList();
            assertThat(names).as("light and dark of six tabs, and the way there").hasSize(21);
            for (String tab : List.of("setup", "campaigns", "audiences", "creatives", "performance", "settings")) {
                assertThat(names).anyMatch(name -> name.contains(tab + "-light"))
                        .anyMatch(name -> name.contains(tab + "-dark"));
            }
        }
        try (Stream<Path> found = Files.list(pictures)) {
            for (File picture : found.map(Path::toFile).toList()) {
                assertThat(colours(ImageIO.read(picture))).as(picture.getName()).isGreaterThan(20);
            }
        }
        assertThat(text(output)).as("nothing secret on the way").doesNotContain("EAASANDBOX").doesNotContain("tour ");
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
