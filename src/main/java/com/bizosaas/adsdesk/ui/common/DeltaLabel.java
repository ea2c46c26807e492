package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.metrics.Delta;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/// A change against the comparison: the arrow is the direction, the colour the verdict, and both are said in words to
/// screen readers.
public final class DeltaLabel extends Label {

    private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

    private final Formats formats;

    public DeltaLabel(Formats formats) {
        this.formats = formats;
        getStyleClass().add("delta");
        setMinWidth(USE_PREF_SIZE);
    }

    public void show(Delta delta) {
        setText(formats.delta(delta));
        pseudoClassStateChanged(BETTER, delta.verdict() == Delta.Verdict.BETTER);
        pseudoClassStateChanged(WORSE, delta.verdict() == Delta.Verdict.WORSE);
        setAccessibleText(words(delta));
    }

    public void clear() {
        setText("");
        setAccessibleText("");
        pseudoClassStateChanged(BETTER, false);
        pseudoClassStateChanged(WORSE, false);
    }

    private String words(Delta delta) {
        return switch (delta.kind()) {
            case NONE -> "no comparison";
            case NEW -> "new";
            case CHANGE -> {
                int sign = delta.change().signum();
                String direction = sign == 0 ? "unchanged" : sign > 0 ? "up" : "down";
                String verdict = switch (delta.verdict()) {
                    case BETTER -> ", better";
                    case WORSE -> ", worse";
                    case NEUTRAL -> "";
                };
                yield direction + " " + formats.delta(delta).replaceAll("[↑↓] ", "") + verdict;
            }
        };
    }
}
