package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.creatives.Placement;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How an ad will stand in a placement, drawn on this computer: for images that Facebook does not have yet, and without a
/// connection. FX thread only.
final class DrawnAd extends StackPane {

    private static final double WIDTH = 228;
    private static final double TALL = 400;

    private final Thumb square = new Thumb(WIDTH, WIDTH);
    private final Thumb tall = new Thumb(WIDTH, TALL);

    DrawnAd() {
        getStyleClass().add("drawn-ad");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// @param page its name
    void show(NewCreative creative, String page, Placement placement) {
        boolean feed = placement == Placement.FEED || placement == Placement.DESKTOP;
        getChildren().setAll(feed ? feed(creative, page) : story(creative, page));
        setAccessibleText("Preview, " + placement.label() + ": " + page + ". " + creative.text() + ". "
                + creative.headline());
    }

    void picture(Optional<Image> image) {
        square.show(image);
        tall.show(image);
    }

    private VBox feed(NewCreative creative, String page) {
        Label text = Labels.wrapped(creative.text(), "t12");
        text.setMaxHeight(54);
        text.getStyleClass().add("drawn-text");
        VBox head = new VBox(6, who(page, "drawn-name"), text);
        head.getStyleClass().add("drawn-head");
        VBox words = new VBox(1, Labels.of(host(creative.link()), "t11", "muted"),
                Labels.of(creative.headline(), "t12", "weight-semibold"));
        words.setMinWidth(0);
        if (!creative.description().isBlank()) {
            words.getChildren().add(Labels.of(creative.description(), "t11", "muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox foot = new HBox(8, words);
        if (!creative.button().equals("NO_BUTTON")) {
            foot.getChildren().add(Labels.whole(AdWords.sentence(creative.button()), "drawn-button"));
        }
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("drawn-foot");
        VBox ad = new VBox(head, square, foot);
        ad.getStyleClass().add("drawn-feed");
        ad.setMaxWidth(WIDTH);
        ad.setPrefWidth(WIDTH);
        return ad;
    }

    private StackPane story(NewCreative creative, String page) {
        Label text = Labels.wrapped(creative.text(), "t12", "drawn-over");
        text.setMaxHeight(54);
        VBox over = new VBox(6, who(page, "drawn-over"), grow(), text);
        if (!creative.button().equals("NO_BUTTON")) {
            Label button = Labels.whole(AdWords.sentence(creative.button()), "drawn-pill");
            HBox row = new HBox(button);
            row.setAlignment(Pos.CENTER);
            over.getChildren().add(row);
        }
        over.getStyleClass().add("drawn-shade");
        StackPane ad = new StackPane(tall, over);
        ad.getStyleClass().add("drawn-story");
        ad.setMaxSize(WIDTH, TALL);
        return ad;
    }

    private static VBox grow() {
        VBox gap = new VBox();
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox who(String page, String style) {
        Label mark = Labels.whole(page.isBlank() ? "?" : page.substring(0, page.offsetByCodePoints(0, 1)),
                "drawn-mark");
        VBox names = new VBox(Labels.of(page.isBlank() ? "No Page chosen" : page, "t12", "weight-semibold", style),
                Labels.of("Sponsored", "t11", style.equals("drawn-over") ? style : "muted"));
        names.setMinWidth(0);
        HBox row = new HBox(8, mark, names);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String host(String link) {
        String bare = link.replaceFirst("(?i)^https?://(www\\.)?", "");
        int end = bare.indexOf('/');
        return (end < 0 ? bare : bare.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
