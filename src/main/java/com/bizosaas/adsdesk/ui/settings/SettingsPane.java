package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SearchField;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.settings.SettingsViewModel.Facts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The sections on the left, the chosen one beside them.
final class SettingsPane extends BorderPane {

    private final SettingsViewModel model;
    private final Map<Section, ToggleButton> buttons = new EnumMap<>(Section.class);
    private final Map<Section, Node> views = new EnumMap<>(Section.class);
    private final SearchField find = new SearchField("Find setting", "");
    private final Label nothing = Labels.wrapped("No setting is called that.", "hint");
    private final Label badge = Labels.whole("", "count-badge", "warning");
    private final StackPane section = new StackPane();
    private final StatePane states = new StatePane(section);
    private Section chosen = Section.GENERAL;

    /// @param sections the views by their section; profile and audit log bring their own head and states
    SettingsPane(SettingsViewModel model, Map<Section, Node> sections) {
        this.model = model;
        getStyleClass().add("settings");
        getStylesheets().add(Objects.requireNonNull(SettingsPane.class.getResource(
                "/com/bizosaas/adsdesk/ui/settings/settings.css")).toExternalForm());
        sections.forEach((key, view) -> views.put(key, key.bringsItsHead() ? view : framed(key, view)));
        setLeft(navigation());
        model.factsProperty().addListener((_, _, _) -> update());
        model.failureProperty().addListener((_, _, _) -> update());
        show(Section.GENERAL);
    }

    Section chosen() {
        return chosen;
    }

    void focusFind() {
        find.requestFocus();
    }

    void show(Section wanted) {
        chosen = wanted;
        button(wanted).setSelected(true);
        Node view = Objects.requireNonNull(views.get(wanted));
        if (wanted.bringsItsHead()) {
            setCenter(view);
        } else {
            section.getChildren().setAll(view);
            setCenter(states);
        }
        update();
    }

    private VBox navigation() {
        VBox list = new VBox(2);
        ToggleGroup group = new ToggleGroup();
        for (Section each : Section.values()) {
            ToggleButton button = button(each, group);
            buttons.put(each, button);
            list.getChildren().add(button);
        }
        nothing.getStyleClass().add("settings-note");
        nothing.setVisible(false);
        nothing.managedProperty().bind(nothing.visibleProperty());
        find.field().setId("find-setting");
        find.textProperty().addListener((_, _, now) -> filter(now));
        find.field().setOnAction(_ -> {
            for (Section each : Section.values()) {
                if (each.matches(find.field().getText())) {
                    show(each);
                    return;
                }
            }
        });
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox navigation = new VBox(8, find, list, nothing, gap,
                noted(Labels.wrapped("Settings apply to all tenants unless marked", "hint")));
        navigation.getStyleClass().add("settings-navigation");
        return navigation;
    }

    private static Label noted(Label label) {
        label.getStyleClass().add("settings-note");
        return label;
    }

    private ToggleButton button(Section each, ToggleGroup group) {
        ToggleButton button = new ToggleButton();
        HBox face = new HBox(10, each.icon().node(), Labels.of(each.title()), Labels.gap());
        if (each == Section.APP) {
            badge.setVisible(false);
            face.getChildren().add(badge);
        }
        face.getStyleClass().add("face");
        button.setId("section-" + each.name());
        button.setGraphic(face);
        button.setAccessibleText(each.title());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.getStyleClass().setAll("settings-section");
        face.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(_ -> show(each));
        return button;
    }

    private ToggleButton button(Section each) {
        return Objects.requireNonNull(buttons.get(each));
    }

    private void filter(String typed) {
        boolean any = false;
        for (Section each : Section.values()) {
            boolean fits = each.matches(typed);
            button(each).setVisible(fits);
            button(each).setManaged(fits);
            any |= fits;
        }
        nothing.setVisible(!any);
    }

    private static Node framed(Section key, Node view) {
        HBox head = new HBox(Labels.of(key.title(), "section-title"), Labels.gap(),
                Labels.of("Changes are saved at once", "caption"));
        head.getStyleClass().add("settings-head");
        ScrollPane scroll = new ScrollPane(new VBox(head, view));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("settings-scroll");
        return scroll;
    }

    private void update() {
        Facts facts = model.factsProperty().get();
        Problem problem = model.failureProperty().get();
        int missing = facts == null ? 0 : facts.missing();
        badge.setVisible(missing > 0);
        badge.setText(String.valueOf(missing));
        if (facts == null) {
            if (problem == null) {
                states.showLoading("Reading settings");
            } else {
                states.showBlocked(problem, "Try again", model::reload);
            }
        } else if (problem != null) {
            states.showProblem(problem, null, model::reload);
        } else {
            states.showContent();
        }
    }
}
