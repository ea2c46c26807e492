package com.bizosaas.adsdesk.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The desk's typeface: Inter cut with tabular digits as the default ones, since JavaFX CSS cannot switch OpenType
/// features and figures in columns must not dance.
///
/// JavaFX tells weights apart only as regular and bold. So `Ads Desk Sans` is 400 and, as its bold, 600;
/// `Ads Desk Sans Medium` is 500. Style sheets use `.weight-medium` and `.weight-semibold`. Scripts that the cut lacks
/// come from the system's fonts.
public final class Fonts {

    public static final String REGULAR = "Ads Desk Sans";
    public static final String MEDIUM = "Ads Desk Sans Medium";

    private static final List<String> FILES = List.of("AdsDeskSans-Regular.otf", "AdsDeskSans-Medium.otf",
            "AdsDeskSans-SemiBold.otf");

    private Fonts() {
    }

    /// Loads the cuts; loading them again does no harm. After the toolkit has started, before the first scene.
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/com/bizosaas/adsdesk/ui/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("The font " + file + " could not be loaded");
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The font " + file + " could not be read", e);
            }
        }
    }
}
