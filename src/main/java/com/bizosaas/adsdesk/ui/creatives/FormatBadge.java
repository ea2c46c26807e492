package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.ui.common.Icons;
import javafx.scene.control.Label;

/// The format of a creative on its picture: image, video, or carousel with its number of cards.
public final class FormatBadge extends Label {

    public FormatBadge() {
        getStyleClass().add("format-badge");
    }

    public void show(Creative creative) {
        setText(words(creative));
        setGraphic(icon(creative.format()).node());
    }

    public static String words(Creative creative) {
        return switch (creative.format()) {
            case IMAGE -> "Image";
            case VIDEO -> "Video";
            case CAROUSEL -> creative.cards() > 0 ? "Carousel " + creative.cards() : "Carousel";
            case OTHER -> "Other";
        };
    }

    static Icons icon(Creative.Format format) {
        return switch (format) {
            case IMAGE, OTHER -> Icons.IMAGE;
            case VIDEO -> Icons.PLAY;
            case CAROUSEL -> Icons.CAROUSEL;
        };
    }
}
