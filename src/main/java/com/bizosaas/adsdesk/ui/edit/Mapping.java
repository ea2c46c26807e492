package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What takes the place of each thing that originals use: a line each, with what has the same name suggested. FX thread
/// only.
final class Mapping extends GridPane {

    private static final Map<String, String> KINDS = Map.of("page", "Page", "instagram", "Instagram account", "pixel",
            "Pixel", "audience", "Audience", "image", "Image", Copies.CREATIVE, "Creative", "app", "App", "conversion",
            "Custom conversion", "video", "Video", "product set", "Product set");
    private static final Set<String> ALONG = Set.of("image", Copies.CREATIVE);

    private final List<Copies.Used> used;
    private final Map<String, ComboBox<String>> boxes = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes", 0);

    /// @param choices what can take their place, names by id, by kind
    /// @param stays whether what is not chosen stays as it is, within its own account
    Mapping(Collection<Copies.Used> things, Map<String, Map<String, String>> choices, boolean stays) {
        super(12, 6);
        setId("mapping");
        used = things.stream().filter(one -> !stays || !ALONG.contains(one.kind())).toList();
        int row = 0;
        for (Copies.Used one : used) {
            Map<String, String> offered = new LinkedHashMap<>();
            if (stays) {
                offered.put(one.id(), "as it is");
            } else if (ALONG.contains(one.kind())) {
                offered.put(Copies.ALONG, one.kind().equals("image") ? "Goes along" : "Made again there");
            }
            choices.getOrDefault(one.kind(), Map.of()).forEach((id, name) -> offered.putIfAbsent(id,
                    name.isEmpty() ? id : name));
            ComboBox<String> box = box(offered);
            box.setId("map-" + one.id());
            box.setAccessibleText("In place of " + one.kind() + " " + words(one));
            box.setValue(suggested(one, offered, stays));
            box.valueProperty().addListener((_, _, _) -> changes.set(changes.get() + 1));
            boxes.put(one.id(), box);
            Label kind = Labels.of(kind(one), "caption");
            kind.setMinWidth(110);
            Label name = Labels.of(Labels.isolated(words(one)));
            name.setPrefWidth(240);
            name.setMinWidth(0);
            addRow(row++, kind, name, Labels.whole("→", "caption"), box);
        }
    }

    /// What has the same name or id; otherwise what can go along does. Nothing else is guessed.
    private static @Nullable String suggested(Copies.Used one, Map<String, String> offered, boolean stays) {
        if (stays) {
            return one.id();
        }
        @Nullable
        String same = offered.entrySet().stream()
                .filter(each -> !one.name().isEmpty() && each.getValue().equalsIgnoreCase(one.name())
                        || each.getKey().equals(one.id()))
                .map(Map.Entry::getKey).findFirst().orElse(null);
        return same != null ? same : offered.containsKey(Copies.ALONG) ? Copies.ALONG : null;
    }

    private static ComboBox<String> box(Map<String, String> offered) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(offered.keySet());
        box.setPromptText(offered.isEmpty() ? "nothing of its kind there" : "choose…");
        box.setPrefWidth(300);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null || id.isEmpty() ? "" : offered.getOrDefault(id, id);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not typed");
            }
        });
        return box;
    }

    private static String kind(Copies.Used one) {
        return KINDS.getOrDefault(one.kind(), one.kind());
    }

    private static String words(Copies.Used one) {
        return one.name().isEmpty() ? one.id() : one.name();
    }

    /// Moves with every choice.
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// By id; what stays as it is is left out.
    Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        boxes.forEach((id, box) -> {
            String other = box.getValue();
            if (other != null && !other.isEmpty() && !other.equals(id) || Copies.ALONG.equals(other)) {
                chosen.put(id, other);
            } else if (id.equals(other)) {
                chosen.put(id, id);
            }
        });
        return chosen;
    }

    /// The sentence that names what has nothing in its place; empty where all has.
    String gap() {
        List<String> open = new ArrayList<>();
        for (Copies.Used one : used) {
            ComboBox<String> box = boxes.get(one.id());
            if (box != null && (box.getValue() == null || box.getValue().isEmpty())) {
                open.add(kind(one) + " “" + words(one) + "”");
            }
        }
        if (open.isEmpty()) {
            return "";
        }
        return "Choose what takes the place of " + open.getFirst()
                + (open.size() == 1 ? "." : " and of " + (open.size() - 1) + " more.");
    }

    boolean isNone() {
        return boxes.isEmpty();
    }
}
