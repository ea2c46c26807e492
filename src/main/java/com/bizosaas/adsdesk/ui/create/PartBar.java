package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The ad sets of the tree, or the ads of an ad set: which one is on the screen, its name, and more or fewer of them.
final class PartBar extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final String noun;
    private final Consumer<Part> choose;
    private final FlowPane chips = new FlowPane(6, 6);
    private final HBox actions = new HBox(4);
    private final TextField name;
    private final HBox naming;
    private final Button again;
    private final Button away;
    private @Nullable Part shown;
    private boolean showing;

    /// @param noun such as "ad set"
    /// @param rename told what is typed as the name of the one on the screen
    PartBar(String noun, Consumer<Part> choose, Runnable add, Runnable duplicate, Consumer<Part> remove,
            Consumer<String> rename) {
        super(6);
        this.noun = noun;
        this.choose = choose;
        getStyleClass().add("part-bar");
        String id = noun.replace(' ', '-');
        name = Inputs.text(id + "-name", "Name", text -> {
            if (!showing) {
                rename.accept(text);
            }
        });
        name.setAccessibleText("Name of the " + noun);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button more = Buttons.flat("Add " + noun, Icons.ADD, add);
        more.setId("add-" + id);
        again = Buttons.flat("Duplicate", Icons.COPY, duplicate);
        again.setId("duplicate-" + id);
        away = Buttons.flat("Remove", Icons.DELETE, () -> {
            if (shown != null) {
                remove.accept(shown);
            }
        });
        away.setId("remove-" + id);
        for (Button button : List.of(more, again, away)) {
            button.getStyleClass().add("small");
        }
        actions.getChildren().addAll(more, again, away);
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.setMinWidth(USE_PREF_SIZE);
        naming = new HBox(8, Labels.whole("Name", "field-label"), name, actions);
        naming.setAlignment(Pos.CENTER_LEFT);
        chips.managedProperty().bind(chips.visibleProperty());
        getChildren().addAll(chips, naming);
    }

    TextField name() {
        return name;
    }

    HBox actions() {
        return actions;
    }

    void show(List<Part> parts, @Nullable Part now) {
        showing = true;
        shown = now;
        chips.getChildren().setAll(parts.stream().map(part -> chip(part, parts.indexOf(part) + 1)).toList());
        chips.setVisible(parts.size() > 1);
        name.setDisable(now == null || !now.fresh());
        Inputs.show(name, now == null ? "" : now.name());
        again.setDisable(now == null || !now.fresh());
        away.setDisable(now == null || !now.fresh() || parts.size() < 2);
        showing = false;
    }

    private Button chip(Part part, int number) {
        Button chip = new Button(part.name().isBlank() ? noun + " " + number : Labels.isolated(part.name()));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().add("part-chip");
        chip.setMaxWidth(220);
        chip.pseudoClassStateChanged(CHOSEN, Objects.equals(part, shown));
        chip.setAccessibleText(noun + " " + number + ", " + part.get(Fields.NAME));
        chip.setOnAction(_ -> choose.accept(part));
        return chip;
    }
}
