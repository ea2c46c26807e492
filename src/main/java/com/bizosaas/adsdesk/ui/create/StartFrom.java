package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.TargetingService.Saved;
import com.bizosaas.adsdesk.ui.common.AdWords;
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
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Other ways to begin: a copy of a campaign of the account with all below it, or a targeting that was given a name; and
/// the way to give one a name. FX thread only.
final class StartFrom extends VBox {

    private static final int HEIGHT = 320;

    private final DeskContext desk;
    private final Plan plan;
    private final Consumer<DraftKey> takeOver;
    private final Consumer<String> useTargeting;

    /// @param takeOver told the copy that takes the place of what is on the screen
    StartFrom(DeskContext desk, Plan plan, Consumer<DraftKey> takeOver, Consumer<String> useTargeting) {
        super(2);
        this.desk = desk;
        this.plan = plan;
        this.takeOver = takeOver;
        this.useTargeting = useTargeting;
        getStyleClass().add("start-from");
        Button copy = Buttons.flat("Copy of a campaign…", Icons.COPY, this::copy);
        copy.setId("start-copy");
        Button saved = Buttons.flat("Saved targeting…", Icons.TAG, this::saved);
        saved.setId("start-targeting");
        getChildren().addAll(Labels.of("Start from", "caption"), copy, saved);
    }

    private void copy() {
        desk.tasks().call(() -> desk.services().campaigns().structure(plan.tenant().id(), plan.accountId()).value()
                .campaigns().stream().filter(campaign -> !campaign.effectiveStatus().equals(EffectiveStatus.DELETED))
                .toList())
                .onSuccess(campaigns -> choose("Copy of a campaign", "Copy it", campaigns, campaign -> Labels.isolated(
                        campaign.name()) + " · " + AdWords.objective(campaign.objective()), this::copy))
                .onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    private void copy(Campaign campaign, DialogForm form) {
        form.busyProperty().set(true);
        DraftKey key = DraftKey.of(plan.accountId(), Level.CAMPAIGN, campaign.id());
        desk.tasks().call(() -> desk.services().workbench().drafts().duplicate(plan.tenant().id(), List.of(key),
                Duplication.PLAIN)).onSuccess(made -> {
                    form.close();
                    takeOver.accept(made.getFirst());
                }).onError(thrown -> form.problemProperty().set(Problems.of(thrown)))
                .andFinally(() -> form.busyProperty().set(false)).start();
    }

    private void saved() {
        desk.tasks().call(() -> desk.services().workbench().targeting().saved(plan.tenant().id()))
                .onSuccess(all -> choose("Saved targeting", "Use it", all, Saved::name, (one, form) -> {
                    form.close();
                    useTargeting.accept(one.targeting());
                })).onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    /// Keeps a targeting under a name, for every account of the tenant.
    void keep(String spec) {
        TextField name = Inputs.text("targeting-name", "Name", _ -> {
        });
        DialogForm form = new DialogForm("Save targeting", plan.tenant(), new VBox(4,
                Labels.of("Name", "field-label"), name,
                Labels.wrapped("It can be used in every ad account of this client. One of the same name is replaced.",
                        "hint")),
                "Save targeting").initialFocus(name);
        form.obstacleProperty().bind(Bindings.createStringBinding(
                () -> name.getText().isBlank() ? "Type a name first" : "", name.textProperty()));
        form.onSubmit(() -> desk.tasks()
                .run(() -> desk.services().workbench().targeting().save(plan.tenant().id(), name.getText().strip(),
                        spec))
                .onSuccess(_ -> form.close()).onError(thrown -> form.problemProperty().set(Problems.of(thrown)))
                .start());
        desk.dialogs().show(form);
    }

    private interface Chosen<T> {

        void take(T one, DialogForm form);
    }

    private <T> void choose(String title, String action, List<T> all, Function<T, String> words, Chosen<T> chosen) {
        SearchField search = new SearchField("Name", "");
        ListView<T> list = new ListView<>();
        list.setId("start-list");
        list.getItems().setAll(all);
        list.setPrefHeight(HEIGHT);
        list.setPlaceholder(new Label(all.isEmpty() ? "There is none yet" : "None has this in its name"));
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        });
        search.textProperty().addListener((_, _, now) -> list.getItems().setAll(all.stream().filter(one -> words
                .apply(one).toLowerCase(Locale.ROOT).contains(now.strip().toLowerCase(Locale.ROOT))).toList()));
        DialogForm form = new DialogForm(title, plan.tenant(), new VBox(8, search, list), action).in(plan.account())
                .initialFocus(search.field());
        form.obstacleProperty().bind(Bindings.createStringBinding(
                () -> list.getSelectionModel().getSelectedItem() == null ? "Choose one first" : "",
                list.getSelectionModel().selectedItemProperty()));
        form.onSubmit(() -> {
            T one = list.getSelectionModel().getSelectedItem();
            if (one == null) {
                form.problemProperty().set(Problem.of(Problem.Kind.CANCELLED, "Nothing is chosen", "Choose one."));
            } else {
                chosen.take(one, form);
            }
        });
        desk.dialogs().show(form);
    }
}
