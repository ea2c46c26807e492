package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.ui.common.SecretField;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Works the real window from outside the FX thread: finds controls, presses and fills them, waits for what must come, and
/// takes pictures of what is on the screen.
final class TourDriver {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final long FX_SECONDS = 60;

    private final Path pictures;

    TourDriver(Path pictures) throws IOException {
        this.pictures = Files.createDirectories(pictures);
    }

    <T> T fx(Callable<T> work) throws InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error thrown) {
                result.completeExceptionally(thrown);
            }
        });
        try {
            return result.get(FX_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The window does not answer", e);
        }
    }

    /// Waits until a condition holds; it is looked at on the FX thread.
    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        }
    }

    void press(String selector) throws InterruptedException {
        await(selector, () -> find(selector) instanceof ButtonBase button && !button.isDisabled());
        fx(() -> {
            if (find(selector) instanceof ButtonBase button) {
                button.fire();
            }
            return true;
        });
    }

    void type(String selector, String text) throws InterruptedException {
        await(selector, () -> find(selector) instanceof TextInputControl || find(selector) instanceof SecretField);
        fx(() -> {
            switch (find(selector)) {
                case TextInputControl input -> input.setText(text);
                case SecretField secret -> {
                    secret.clear();
                    secret.insert(text);
                }
                case null, default -> throw new IllegalStateException("Nothing to type into: " + selector);
            }
            return true;
        });
    }

    void awaitVisible(String selector) throws InterruptedException {
        await(selector, () -> find(selector) != null);
    }

    boolean visible(String selector) {
        return find(selector) != null;
    }

    /// The first visible node of that selector in any window of the desk.
    private static @org.jspecify.annotations.Nullable Node find(String selector) {
        return windows().stream().map(Window::getScene)
                .flatMap(scene -> scene.getRoot().lookupAll(selector).stream()).filter(TourDriver::seen).findFirst()
                .orElse(null);
    }

    static List<Node> all(String selector) {
        return windows().stream().map(Window::getScene)
                .flatMap(scene -> scene.getRoot().lookupAll(selector).stream()).filter(TourDriver::seen).toList();
    }

    private static List<Window> windows() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window.isShowing() && window.getScene() != null).toList();
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// The window other than the given one that shows a web page.
    Stage signInWindow(Stage main) throws InterruptedException {
        await("the sign-in window", () -> signIn(main) != null);
        Stage found = fx(() -> signIn(main));
        if (found == null) {
            throw new IllegalStateException("The sign-in window closed by itself");
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable Stage signIn(Stage main) {
        return windows().stream().filter(window -> window != main).filter(Stage.class::isInstance)
                .map(Stage.class::cast).filter(stage -> page(stage) != null).findFirst().orElse(null);
    }

    private static @org.jspecify.annotations.Nullable WebView page(Stage stage) {
        return stage.getScene().getRoot().lookup(".web-view") instanceof WebView view ? view : null;
    }

    /// Waits for an element of the page and clicks it.
    void clickOnPage(Stage stage, String elementId) throws InterruptedException {
        awaitOnPage(stage, elementId);
        fx(() -> {
            WebView view = page(stage);
            if (view != null) {
                view.getEngine().executeScript("document.getElementById('" + elementId + "').click()");
            }
            return true;
        });
    }

    void awaitOnPage(Stage stage, String elementId) throws InterruptedException {
        await("#" + elementId + " on the page", () -> {
            WebView view = page(stage);
            return view != null && Boolean.TRUE.equals(
                    view.getEngine().executeScript("!!document.getElementById('" + elementId + "')"));
        });
    }

    /// Writes what a window shows to a numbered picture, after the layout has settled for two pulses.
    void shoot(Stage stage, String name) throws InterruptedException, IOException {
        settle();
        settle();
        WritableImage image = fx(() -> {
            Scene scene = stage.getScene();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        Path file = pictures.resolve(name + ".png");
        ImageIO.write(copy(image), "png", file.toFile());
    }

    private void settle() throws InterruptedException {
        CompletableFuture<Boolean> pulse = new CompletableFuture<>();
        Platform.runLater(() -> {
            javafx.animation.PauseTransition pause = new javafx.animation.PauseTransition(
                    javafx.util.Duration.millis(400));
            pause.setOnFinished(_ -> pulse.complete(true));
            pause.play();
        });
        try {
            pulse.get(FX_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The window does not paint", e);
        }
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            pixels.getPixels(0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        return picture;
    }
}
