package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.TargetingService.Saved;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.service.LaunchService.Begun;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SearchField;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Other ways to begin: a template, a copy of a campaign of the account with all below it, or a targeting that was given a name. FX
/// thread only.
final class StartFrom extends VBox {

    private static final int HEIGHT = 320;

    private final DeskContext desk;
    private final Plan plan;
    private final Consumer<DraftKey> copied;

    /// @param begun told the tree of a template that takes the place of what is on the screen
    /// @param copied told the copy that does
    StartFrom(DeskContext desk, Plan plan, Consumer<Begun> begun, Consumer<DraftKey> copied,
            Runnable savedTargeting) {
        super(2);
        this.desk = desk;
        this.plan = plan;
        this.copied = copied;
        getStyleClass().add("start-from");
        Button copy = Buttons.flat("Copy of a campaign…", Icons.COPY, this::copy);
        copy.setId("start-copy");
        Button saved = Buttons.flat("Saved targeting…", Icons.TAG, savedTargeting);
        saved.setId("start-targeting");
        Button template = Buttons.flat("Template…", Icons.CAMPAIGNS, () -> new Templates(desk, plan).choose(begun));
        template.setId("start-template");
        getChildren().addAll(Labels.of("Start from", "caption"), template, copy, saved);
    }

    private void copy() {
        desk.tasks().call(() -> desk.services().campaigns().structure(plan.tenant().id(), plan.accountId()).value()
                .campaigns().stream().filter(campaign -> !campaign.effectiveStatus().equals(EffectiveStatus.DELETED))
                .toList()).onSuccess(this::choose)
                .onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    private void choose(List<Campaign> all) {
        SearchField search = new SearchField("Name", "");
        ListView<Campaign> list = new ListView<>();
        list.setId("start-list");
        list.getItems().setAll(all);
        list.setPrefHeight(HEIGHT);
        list.setPlaceholder(new Label(all.isEmpty() ? "This account has none yet" : "None has this in its name"));
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Campaign item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words(item));
            }
        });
        search.textProperty().addListener((_, _, now) -> list.getItems().setAll(all.stream().filter(one -> words(one)
                .toLowerCase(Locale.ROOT).contains(now.strip().toLowerCase(Locale.ROOT))).toList()));
        DialogForm form = new DialogForm("Copy of a campaign", plan.tenant(), new VBox(8, search, list), "Copy it")
                .in(plan.account()).initialFocus(search.field());
        form.obstacleProperty().bind(Bindings.createStringBinding(
                () -> list.getSelectionModel().getSelectedItem() == null ? "Choose one first" : "",
                list.getSelectionModel().selectedItemProperty()));
        form.onSubmit(() -> copy(list.getSelectionModel().getSelectedItem(), form));
        desk.dialogs().show(form);
    }

    private static String words(Campaign campaign) {
        return Labels.isolated(campaign.name()) + " · " + AdWords.objective(campaign.objective());
    }

    private void copy(Campaign campaign, DialogForm form) {
        form.busyProperty().set(true);
        DraftKey key = DraftKey.of(plan.accountId(), Level.CAMPAIGN, campaign.id());
        desk.tasks().call(() -> desk.services().workbench().drafts().duplicate(plan.tenant().id(), List.of(key),
                Duplication.PLAIN)).onSuccess(made -> {
                    form.close();
                    copied.accept(made.getFirst());
                }).onError(thrown -> form.problemProperty().set(Problems.of(thrown)))
                .andFinally(() -> form.busyProperty().set(false)).start();
    }
}
