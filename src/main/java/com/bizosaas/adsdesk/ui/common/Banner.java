package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.service.Problem;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A message above what it is about: an icon, a bold sentence, the rest, and a way on.
public final class Banner extends VBox {

    /// NEUTRAL is for what is not wrong, such as being offline.
    public enum Tone {
        DANGER(Icons.ERROR), WARNING(Icons.WARNING), INFO(Icons.INFO), GOOD(Icons.DONE), NEUTRAL(Icons.OFFLINE);

        private final Icons icon;

        Tone(Icons icon) {
            this.icon = icon;
        }
    }

    private final Text title = new Text();
    private final Text text = new Text();
    private final HBox row = new HBox();

    public Banner(Tone tone, String title, String text, Node... actions) {
        this(tone, tone.icon, title, text, actions);
    }

    public Banner(Tone tone, Icons icon, String title, String text, Node... actions) {
        getStyleClass().add("banner-box");
        row.getStyleClass().addAll("banner", tone.name().toLowerCase(Locale.ROOT));
        this.title.getStyleClass().add("banner-title");
        this.text.getStyleClass().add("banner-text");
        TextFlow words = new TextFlow(this.title, new Text(" "), this.text);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinHeight(USE_PREF_SIZE);
        HBox buttons = new HBox(8, actions);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        HBox middle = new HBox(words);
        middle.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(middle, Priority.ALWAYS);
        row.getChildren().addAll(icon.node("i16"), middle, buttons);
        getChildren().add(row);
        setTitle(title);
        setText(text);
    }

    /// A place for banners that takes no room while there are none.
    public static VBox stack() {
        VBox banners = new VBox(8);
        banners.managedProperty().bind(Bindings.isNotEmpty(banners.getChildren()));
        return banners;
    }

    /// A problem in its own tone, with its details behind a link.
    ///
    /// @param retry null where trying again makes no sense
    public static Banner of(Problem problem, @Nullable Runnable retry) {
        Tone tone = switch (problem.kind()) {
            case OFFLINE -> Tone.NEUTRAL;
            case RATE_LIMITED, UNCERTAIN, NETWORK_SIGN_IN -> Tone.WARNING;
            case CANCELLED -> Tone.INFO;
            case SIGN_IN_NEEDED, NO_PERMISSION, INVALID_INPUT, REFUSED, FAILED -> Tone.DANGER;
        };
        Icons icon = switch (problem.kind()) {
            case RATE_LIMITED -> Icons.BUDGET;
            case NETWORK_SIGN_IN -> Icons.NETWORK;
            default -> tone.icon;
        };
        Banner banner = new Banner(tone, icon, sentence(problem.title()), problem.remedy());
        if (!problem.details().isBlank()) {
            banner.addDetails(problem.details());
        }
        if (retry != null) {
            Button button = switch (problem.kind()) {
                case SIGN_IN_NEEDED -> Buttons.secondary("Reconnect", Icons.KEY, retry);
                case NO_PERMISSION -> Buttons.secondary("Go to Setup", Icons.KEY, retry);
                default -> Buttons.secondary("Try now", Icons.RELOAD, retry);
            };
            button.getStyleClass().add("small");
            banner.addAction(button);
        }
        return banner;
    }

    /// A title as a sentence: with its full stop.
    static String sentence(String title) {
        return title.isEmpty() || title.matches(".*[.!?]$") ? title : title + ".";
    }

    public void setTitle(String words) {
        title.setText(words);
        setAccessibleText(words + " " + text.getText());
    }

    public void setText(String words) {
        text.setText(words);
        setAccessibleText(title.getText() + " " + words);
    }

    public void addAction(Node action) {
        ((HBox) row.getChildren().getLast()).getChildren().add(action);
    }

    private void addDetails(String details) {
        Node line = Labels.wrapped(details, "mono", "muted", "banner-details");
        line.setVisible(false);
        line.managedProperty().bind(line.visibleProperty());
        Button link = Buttons.link("Details", () -> line.setVisible(!line.isVisible()));
        addAction(link);
        getChildren().add(line);
    }
}
