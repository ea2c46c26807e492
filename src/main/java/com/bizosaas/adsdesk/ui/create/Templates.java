package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.CampaignTemplate;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.LaunchService;
import com.bizosaas.adsdesk.service.LaunchService.Begun;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Campaigns that were given a name to begin from: chosen, saved, thrown away. FX thread only.
final class Templates {

    private final DeskContext desk;
    private final Plan plan;

    Templates(DeskContext desk, Plan plan) {
        this.desk = desk;
        this.plan = plan;
    }

    private LaunchService launch() {
        return desk.services().workbench().launch();
    }

    /// @param begun told the drafted campaign, and what was left out of it
    void choose(Consumer<Begun> begun) {
        desk.tasks().call(() -> launch().templates(plan.tenant().id())).onSuccess(there -> choose(there, begun))
                .onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    private void choose(List<CampaignTemplate> there, Consumer<Begun> begun) {
        ListView<CampaignTemplate> list = new ListView<>();
        list.setId("template-list");
        list.setAccessibleText("Templates of this client");
        list.setPrefHeight(280);
        list.setPlaceholder(Labels.wrapped("Nothing is saved for this client yet. Make a campaign, and “Save as "
                + "template…” in its last step keeps it under a name.", "t12", "muted"));
        list.setCellFactory(_ -> new Cell(one -> forget(one, list)));
        list.getItems().setAll(there);
        list.getSelectionModel().select(0);
        DialogForm form = new DialogForm("Begin from a template", plan.tenant(), new VBox(8, Labels.wrapped(
                "Its settings take the place of what is here. They can be used in any ad account of this client.",
                "t12", "muted"), list), "Begin").in(plan.account()).width(560).initialFocus(list);
        Runnable look = () -> form.obstacleProperty()
                .set(list.getSelectionModel().isEmpty() ? "Choose a template first" : "");
        list.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> look.run());
        look.run();
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                form.submit();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                form.submit();
                event.consume();
            }
        });
        form.onSubmit(() -> {
            CampaignTemplate chosen = list.getSelectionModel().getSelectedItem();
            form.busyProperty().set(true);
            desk.tasks().call(() -> launch().begin(plan.tenant().id(), plan.accountId(), chosen.id()))
                    .onSuccess(made -> {
                        form.close();
                        begun.accept(made);
                    }).onError(thrown -> form.problemProperty().set(Problems.of(thrown)))
                    .andFinally(() -> form.busyProperty().set(false)).start();
        });
        desk.dialogs().show(form);
    }

    private void forget(CampaignTemplate template, ListView<CampaignTemplate> list) {
        desk.tasks().run(() -> launch().deleteTemplate(plan.tenant().id(), template.id()))
                .onSuccess(_ -> list.getItems().remove(template))
                .onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    /// Keeps the campaign that is made under a name.
    void save() {
        desk.tasks().call(() -> launch().templates(plan.tenant().id())).onSuccess(this::save)
                .onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    private void save(List<CampaignTemplate> there) {
        TextField name = new TextField(plan.campaign().name());
        name.setId("template-name");
        VBox body = new VBox(12, new VBox(4, Labels.of("Name", "field-label"), name), Labels.wrapped(
                "Objective, budgets, targetings and ads are kept, in any ad account of this client. Days are not: each "
                        + "campaign begins when you say.",
                "t12", "muted"));
        DialogForm form = new DialogForm("Save as template", plan.tenant(), body, "Save").width(460)
                .initialFocus(name);
        Runnable look = () -> {
            form.obstacleProperty().set(name.getText().isBlank() ? "Type a name first" : "");
            boolean taken = there.stream().anyMatch(one -> one.name().equalsIgnoreCase(name.getText().strip()));
            form.actionProperty().set(taken ? "Replace the saved one" : "Save");
        };
        name.textProperty().addListener((_, _, _) -> look.run());
        look.run();
        form.onSubmit(() -> {
            form.busyProperty().set(true);
            desk.tasks().run(() -> launch().saveTemplate(plan.tenant().id(), name.getText(), plan.campaign().key()))
                    .onSuccess(_ -> {
                        form.close();
                        desk.notifier().done("Saved as a template", null);
                    }).onError(thrown -> form.problemProperty().set(Problems.of(thrown)))
                    .andFinally(() -> form.busyProperty().set(false)).start();
        });
        desk.dialogs().show(form);
    }

    private static final class Cell extends ListCell<CampaignTemplate> {

        private final VBox words = new VBox(2);
        private final HBox row;
        private @Nullable CampaignTemplate shown;

        Cell(Consumer<CampaignTemplate> forget) {
            Button away = Buttons.icon(Icons.DELETE, "Throw this template away", () -> {
                if (shown != null) {
                    forget.accept(shown);
                }
            });
            away.getStyleClass().add("small");
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            words.setPrefWidth(100);
            row = new HBox(8, words, away);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable CampaignTemplate item, boolean empty) {
            super.updateItem(item, empty);
            shown = empty ? null : item;
            if (shown == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String facts = facts(shown);
            words.getChildren().setAll(Labels.of(shown.name(), "t12", "weight-medium"),
                    Labels.of(facts, "t11", "muted"));
            setAccessibleText(shown.name() + ", " + facts);
            setGraphic(row);
        }

        private static String facts(CampaignTemplate template) {
            String objective = template.parts().isEmpty()
                    ? ""
                    : template.parts().getFirst().values().getOrDefault(Fields.OBJECTIVE, "");
            return (objective.isEmpty() ? "" : AdWords.objective(new Objective(objective)) + " · ")
                    + count(template.count(Level.AD_SET), "ad set") + " · " + count(template.count(Level.AD), "ad");
        }

        private static String count(long count, String noun) {
            return count + " " + noun + (count == 1 ? "" : "s");
        }
    }
}
