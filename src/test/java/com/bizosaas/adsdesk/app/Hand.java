package com.bizosaas.adsdesk.app;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/// Works the window like a person, and counts: every click and every key press is one, typed text is none. A control is
/// clicked only once it is there, visible and not grey; keys go to whatever has the focus.
final class Hand {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scene scene;
    private int count;

    Hand(Scene scene) {
        this.scene = scene;
    }

    int count() {
        return count;
    }

    void reset() {
        count = 0;
    }

    /// Clicks the first control that fits.
    void click(String css) {
        until(() -> usable(css) != null);
        count++;
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            usable(css).fire();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Clicks a button or toggle by its words.
    void clickWords(String words) {
        until(() -> byWords(words) != null);
        count++;
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            byWords(words).fire();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ButtonBase byWords(String words) {
        return scene.getRoot().lookupAll("*").stream().filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast).filter(each -> words.equals(each.getText()) && shown(each)
                        && !each.isDisabled())
                .findFirst().orElse(null);
    }

    private ButtonBase usable(String css) {
        return scene.getRoot().lookupAll(css).stream().filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast).filter(each -> shown(each) && !each.isDisabled()).findFirst()
                .orElse(null);
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /// Presses a key with Ctrl.
    void ctrl(KeyCode code) {
        press(code, false, true, false);
    }

    void ctrlShift(KeyCode code) {
        press(code, true, true, false);
    }

    void alt(KeyCode code) {
        press(code, false, false, true);
    }

    void key(KeyCode code) {
        press(code, false, false, false);
    }

    private void press(KeyCode code, boolean shift, boolean control, boolean alt) {
        count++;
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Node focus = scene.getFocusOwner();
            Node target = focus == null ? scene.getRoot() : focus;
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false));
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, shift, control, alt, false));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Types into the field that has the focus, over what is selected there; not counted.
    void type(String text) {
        until(() -> scene.getFocusOwner() instanceof TextInputControl);
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            if (scene.getFocusOwner() instanceof TextInputControl field) {
                field.replaceSelection(text);
            }
            return true;
        });
    }

    /// Presses Ctrl+Enter as soon as a dialog of this title may be submitted.
    void submit(String title) {
        until(() -> title.equals(title()) && !primary().isDisabled());
        ctrl(KeyCode.ENTER);
    }

    /// The title of the dialog on top, empty without one.
    String title() {
        return scene.getRoot().lookupAll(".dialog-title").stream().filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText()).reduce((_, last) -> last).orElse("");
    }

    boolean dialogIsOpen() {
        return !title().isEmpty();
    }

    private ButtonBase primary() {
        return (ButtonBase) scene.getRoot().lookupAll("#dialog-primary").stream().reduce((_, last) -> last)
                .orElseThrow();
    }

    /// Everything that can be read at the moment.
    List<String> words() {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> Stream.of(".label", ".button", ".toggle-button")
                .flatMap(css -> scene.getRoot().lookupAll(css).stream()).filter(Hand::shown)
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> text != null && !text.isEmpty())
                .map(text -> text.replaceAll("[\\u2066-\\u2069]", "")).toList());
    }

    /// Waits until something can be read.
    void reads(String words) {
        until(() -> scene.getRoot().lookupAll("*").stream().filter(Hand::shown).anyMatch(node -> switch (node) {
            case Labeled labeled -> labeled.getText() != null && labeled.getText().contains(words);
            case Text text -> text.getText().contains(words);
            default -> false;
        }));
    }

    /// Waits for what must come; it is looked at on the FX thread. What can be read instead is told.
    void until(Callable<Boolean> condition) {
        try {
            waited(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Waited in vain; on the screen are " + words(), e);
        }
    }

    private static void waited(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).ignoreExceptions()
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
    }
}
