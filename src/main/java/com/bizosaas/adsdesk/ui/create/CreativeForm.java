package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Enhancement;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.draft.UrlTags;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The rows of new creatives: who speaks, where it leads, images, headlines, texts, URL parameters and names. One ad is a
/// mix of one. FX thread only.
final class CreativeForm {

    /// The usual ones of the contract's hundred.
    private static final List<String> BUTTONS = List.of("SHOP_NOW", "LEARN_MORE", "SIGN_UP", "SUBSCRIBE", "GET_OFFER",
            "GET_QUOTE", "BOOK_NOW", "ORDER_NOW", "APPLY_NOW", "CONTACT_US", "DOWNLOAD", "NO_BUTTON");
    private static final int NAMES_SHOWN = 3;
    private static final double MACROS = 480;
    private static final double ENHANCEMENT = 168;

    private final Step step;
    private final Promotable promotable;
    private final MixMaker maker;
    private final BiConsumer<AdMix, String> changed;
    private final ComboBox<String> page;
    private final ComboBox<String> instagram;
    private final TextField link;
    private final ComboBox<String> button;
    private final ImageStrip images;
    private final TextList headlines;
    private final TextList texts;
    private final TextField description;
    private final Map<Enhancement, CheckBox> enhancements = new EnumMap<>(Enhancement.class);
    private final TextField tags;
    private final TextField names;
    private final Label namesProblem = Labels.wrapped("", "error-hint");
    private final VBox namesShown = new VBox(1);
    private final List<FieldRow> rows = new ArrayList<>();
    private final FieldRow namesRow;
    private AdMix mix = AdMix.single(NewCreative.EMPTY, "");
    private String tagsNow = "";
    private boolean many;
    private boolean filling;

    /// @param changed told the mix and the URL parameters after each keystroke
    CreativeForm(Step step, Launching launching, Promotable promotable, MixMaker maker,
            BiConsumer<AdMix, String> changed) {
        this.step = step;
        this.promotable = promotable;
        this.maker = maker;
        this.changed = changed;
        page = Inputs.choice("creative-page", "Choose who speaks", id -> promotable.pages().getOrDefault(id, id),
                id -> shared(now -> now.withIdentity(id, now.instagram())));
        instagram = Inputs.choice("creative-instagram", "Choose an account, or the Page",
                id -> id.equals(NewCreative.AS_PAGE)
                        ? "Use the Page"
                        : "@" + promotable.instagram().getOrDefault(id, id),
                id -> shared(now -> now.withIdentity(now.page(), id)));
        link = Inputs.text("creative-link", "https://shop.example/summer",
                text -> shared(now -> now.withLink(text.strip(), now.button())));
        button = Inputs.choice("creative-button", "Button",
                word -> word.equals("NO_BUTTON") ? "No button" : AdWords.sentence(word),
                word -> shared(now -> now.withLink(now.link(), word)));
        images = new ImageStrip(launching, step.plan(), this::images,
                number -> change(mix.withoutImage(number)));
        headlines = new TextList("headline", this::headlines);
        texts = new TextList("text", all -> change(mix.withTexts(all)));
        description = Inputs.text("creative-description", "Below the headline, where there is room",
                text -> shared(now -> now.withDescription(text)));
        tags = Inputs.text("url-tags", "utm_source=facebook&utm_campaign={{campaign.name}}", this::tags);
        names = Inputs.text("ad-names", MixMaker.NAMES, this::names);
        page.setPrefWidth(260);
        instagram.setPrefWidth(260);
        HBox.setHgrow(link, Priority.ALWAYS);
        button.setMinWidth(132);
        row("Page", "Who speaks", page, page, "creative.page");
        row("Instagram", "Who speaks there", instagram, instagram, "creative.instagram");
        row("Website", "Where a tap leads", new HBox(8, link, button), link, "creative.link");
        row("Images", "", images, images.focus(), "creative.image", Fields.CREATIVE);
        row("Headlines", "Below the image", headlines, headlines, "creative.headline");
        row("Texts", "Above the image; they alternate between the ads", texts, texts, "creative.text");
        row("Description", "Left out where empty", description, description);
        FlowPane boxes = enhancements();
        row("Enhancements", "What Meta may change by itself; read back after publishing", boxes,
                boxes.getChildren().getFirst());
        row("URL parameters", "On every link of the ads", new VBox(6, tags, macros(tags)), tags, Fields.URL_TAGS);
        namesRow = row("Names", "A template; names that would be alike get a number", named(), names, Fields.NAME);
    }

    private FieldRow row(String label, String hint, javafx.scene.Node input, javafx.scene.Node focus,
            String... fields) {
        FieldRow row = step.row(Level.AD, label, hint, input, focus, fields);
        rows.add(row);
        return row;
    }

    private VBox named() {
        HBox.setHgrow(names, Priority.ALWAYS);
        MenuButton words = new MenuButton("Insert");
        words.setId("name-words");
        words.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        NamePattern.WORDS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(word -> {
            MenuItem item = new MenuItem("{" + word.getKey() + "}  " + word.getValue());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> names.insertText(names.getCaretPosition(), "{" + word.getKey() + "}"));
            words.getItems().add(item);
        });
        namesProblem.managedProperty().bind(namesProblem.visibleProperty());
        namesProblem.setVisible(false);
        namesShown.setId("ad-names-shown");
        return new VBox(4, new HBox(8, names, words), namesProblem, namesShown);
    }

    /// Each by itself, for Facebook has no word for all of them.
    private FlowPane enhancements() {
        FlowPane boxes = new FlowPane(16, 6);
        boxes.setPrefWrapLength(MACROS);
        boxes.getStyleClass().add("enhancements");
        for (Enhancement one : Enhancement.values()) {
            CheckBox box = new CheckBox(one.label());
            box.setId("enhance-" + one.name());
            box.setPrefWidth(ENHANCEMENT);
            box.setOnAction(_ -> shared(now -> now.enhanced(enhancements.entrySet().stream()
                    .filter(each -> each.getValue().isSelected()).map(Map.Entry::getKey)
                    .collect(Collectors.toSet()))));
            enhancements.put(one, box);
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    /// A button for each macro that Facebook fills in.
    static FlowPane macros(TextField field) {
        FlowPane macros = new FlowPane(4, 4);
        // Else it keeps the height that it would have at its own narrower idea of a width.
        macros.setPrefWrapLength(MACROS);
        UrlTags.MACROS.forEach(macro -> {
            Button put = Buttons.flat(macro, null, () -> field.insertText(field.getCaretPosition(), macro));
            put.getStyleClass().addAll("small", "macro");
            macros.getChildren().add(put);
        });
        return macros;
    }

    Collection<FieldRow> rows() {
        return List.copyOf(rows);
    }

    /// Shows a mix, or the one ad that stands for itself.
    void show(AdMix shown, String urlTags, boolean mixed) {
        filling = true;
        mix = shown;
        tagsNow = urlTags;
        many = mixed;
        NewCreative shared = shown.shared();
        Inputs.offer(page, promotable.pages().keySet(), shared.page());
        Map<String, String> speakers = new LinkedHashMap<>();
        speakers.put(NewCreative.AS_PAGE, "");
        speakers.putAll(promotable.instagram());
        Inputs.offer(instagram, speakers.keySet(), shared.instagram());
        if (!link.getText().strip().equals(shared.link())) {
            link.setText(shared.link());
        }
        Inputs.offer(button, BUTTONS, shared.button());
        images.show(shown.images(), mixed);
        headlines.show(shown.headlines().stream().map(AdMix.Part::value).toList(), mixed);
        texts.show(shown.texts(), mixed);
        Inputs.show(description, shared.description());
        enhancements.forEach((one, box) -> box.setSelected(shared.enhancements().contains(one)));
        if (!tags.getText().strip().equals(urlTags)) {
            tags.setText(urlTags);
        }
        Inputs.show(names, shown.names());
        namesRow.setVisible(mixed);
        filling = false;
        shownNames();
    }

    private void shared(UnaryOperator<NewCreative> edit) {
        change(mix.withShared(edit.apply(mix.shared())));
    }

    private void images(List<AdMix.Part> more) {
        AdMix next = mix;
        if (many) {
            for (AdMix.Part one : more) {
                next = next.withImage(one.value(), one.label());
            }
        } else {
            next = next.withoutImage(next.images().getFirst().number()).withImage(more.getFirst().value(),
                    more.getFirst().label());
        }
        change(next);
    }

    private void headlines(List<String> all) {
        AdMix next = mix;
        while (next.headlines().size() > all.size() && next.headlines().size() > 1) {
            next = next.withoutHeadline(gone(next, all));
        }
        for (int i = 0; i < all.size(); i++) {
            next = i < next.headlines().size()
                    ? next.withHeadline(next.headlines().get(i).number(), all.get(i))
                    : next.withHeadline(all.get(i));
        }
        change(next);
    }

    /// Which line went: the first that is not as it was, so that the others keep their ads.
    private static int gone(AdMix mix, List<String> left) {
        for (int i = 0; i < left.size(); i++) {
            if (!mix.headlines().get(i).value().equals(left.get(i))) {
                return mix.headlines().get(i).number();
            }
        }
        return mix.headlines().getLast().number();
    }

    private void tags(String text) {
        if (!filling) {
            tagsNow = text.strip();
            changed.accept(mix, tagsNow);
        }
    }

    private void names(String pattern) {
        String problem = "";
        try {
            NamePattern.of(pattern);
        } catch (IllegalArgumentException e) {
            problem = String.valueOf(e.getMessage());
        }
        namesProblem.setText(problem);
        namesProblem.setVisible(!problem.isEmpty());
        if (problem.isEmpty()) {
            change(mix.named(pattern));
        }
    }

    private void change(AdMix next) {
        if (!filling) {
            mix = next;
            images.show(next.images(), many);
            shownNames();
            changed.accept(next, tagsNow);
        }
    }

    /// The first names, as they will be.
    void shownNames() {
        if (many) {
            List<String> first = maker.names(mix, NAMES_SHOWN);
            namesShown.getChildren().setAll(first.stream().map(name -> Labels.of(name, "t12", "muted")).toList());
            if (maker.count(mix) > first.size()) {
                namesShown.getChildren().add(Labels.of("…", "t12", "muted"));
            }
        }
    }
}
