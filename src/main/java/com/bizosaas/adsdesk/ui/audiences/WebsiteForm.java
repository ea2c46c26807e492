package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.service.AudienceService.Pixel;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.Collection;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The input of a website audience. The name follows the choices until it is typed over.
final class WebsiteForm extends VBox {

    private static final String READING = "Reading the account's datasets";

    private final Collection<CustomAudience> existing;
    private final ComboBox<Pixel> pixel = new ComboBox<>();
    private final Label pixelHint = Labels.wrapped(READING, "hint");
    private final ComboBox<String> event = new ComboBox<>();
    private final TextField url = new TextField();
    private final TextField days = new TextField("30");
    private final TextField name = new TextField();
    private final Runnable changed;
    private String suggested = "";

    WebsiteForm(Collection<CustomAudience> existing, Runnable changed) {
        this.existing = existing;
        this.changed = changed;
        getStyleClass().add("audience-form");
        pixel.setId("website-pixel");
        pixel.setConverter(LookalikeForm.words(one -> one.name() + " · " + one.id()));
        pixel.setMaxWidth(Double.MAX_VALUE);
        event.setId("website-event");
        event.setConverter(LookalikeForm.words(one -> one.isEmpty() ? "Any visit" : one));
        event.getItems().setAll(WebsiteDraft.EVENTS);
        event.setValue("");
        event.setMaxWidth(Double.MAX_VALUE);
        url.setId("website-url");
        url.setPromptText("/shop");
        days.setId("website-days");
        days.getStyleClass().add("figures");
        days.setPrefColumnCount(5);
        name.setId("website-name");
        VBox what = LookalikeForm.field("Who did this", event, "");
        VBox where = LookalikeForm.field("Address contains", url, "Empty for any page.");
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox.setHgrow(where, Priority.ALWAYS);
        getChildren().addAll(new VBox(4, Labels.of("Dataset (pixel)", "field-label"), pixel, pixelHint),
                new HBox(12, what, where),
                LookalikeForm.field("Keep people for, days", days,
                        "1 to " + WebsiteDraft.LONGEST + ". It starts with who came in these days already."),
                LookalikeForm.field("Name", name, ""));
        days.setMaxWidth(90);
        pixel.valueProperty().addListener((_, _, _) -> changed.run());
        event.valueProperty().addListener((_, _, _) -> suggest());
        url.textProperty().addListener((_, _, _) -> suggest());
        days.textProperty().addListener((_, _, _) -> suggest());
        name.textProperty().addListener((_, _, _) -> changed.run());
        suggest();
    }

    void showPixels(List<Pixel> pixels) {
        pixel.getItems().setAll(pixels);
        if (pixels.size() == 1) {
            pixel.setValue(pixels.getFirst());
        }
        pixelHint.setText(pixels.isEmpty()
                ? "This account has no dataset. Create one in Events Manager first."
                : "Its events decide who gets in.");
        changed.run();
    }

    void showPixelFailure(String words) {
        pixelHint.setText(words);
        changed.run();
    }

    WebsiteDraft draft() {
        String chosen = event.getValue();
        return new WebsiteDraft(name.getText(), pixel.getValue(), chosen == null ? "" : chosen, url.getText(),
                number(days.getText()));
    }

    /// What stands in the way, in words; empty when it can be sent.
    String obstacle() {
        return draft().problem(existing).orElse("");
    }

    private void suggest() {
        WebsiteDraft draft = draft();
        if (name.getText().equals(suggested)) {
            suggested = WebsiteDraft.suggestedName(draft.event(), draft.urlContains(), draft.retentionDays());
            name.setText(suggested);
        }
        changed.run();
    }

    /// Zero, which is refused, for what is no number.
    private static int number(String typed) {
        String digits = typed.strip();
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
