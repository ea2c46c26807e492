package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.service.DriftService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was changed at Facebook since this desk published it, of one tenant: who did it and when, what was published and what
/// is live. Each change is reverted, as a draft, or accepted, alone or with others. FX thread only.
final class DriftPane extends VBox {

    /// A change apart from its values, so that ticks stay when the list is read again.
    private record Place(String object, String field) {

        static Place of(Drift drift) {
            return new Place(drift.key().object(), drift.field().name());
        }
    }

    private final Tenant tenant;
    private final DriftService drift;
    private final DriftModel model;
    private final TaskRunner tasks;
    private final ListView<Drift> list = new ListView<>();
    private final StatePane states;
    private final CheckBox all = new CheckBox();
    private final Label count = Labels.whole("", "caption");
    private final StringProperty revertObstacle = new SimpleStringProperty("");
    private final StringProperty acceptObstacle = new SimpleStringProperty("");
    private final Set<Place> ticked = new HashSet<>();
    private final String locked;
    private final DialogForm form;
    private final ChangeListener<@Nullable Object> news = (_, _, _) -> fill();

    /// @param locked why the person at the desk may decide nothing, empty where they may
    /// @param reverted called once something became a draft
    DriftPane(Tenant tenant, DriftService drift, DriftModel model, TaskRunner tasks, InstantSource clock, String locked,
            Runnable reverted) {
        this.tenant = tenant;
        this.drift = drift;
        this.model = model;
        this.tasks = tasks;
        this.locked = locked;
        getStyleClass().add("review");
        list.setId("drift-list");
        list.getStyleClass().add("review-items");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new DriftCell(this));
        states = new StatePane(list, clock);
        states.setPrefHeight(420);
        VBox.setVgrow(states, Priority.ALWAYS);
        all.setText("All");
        all.setOnAction(_ -> tickAll(all.isSelected()));
        Button accept = Buttons.secondary("Accept ticked", () -> accept(chosen()));
        Button revert = Buttons.primary("Revert ticked", () -> revert(chosen()));
        HBox bar = new HBox(12, all, count, Labels.gap(), Tooltips.disabledBecause(accept, acceptObstacle),
                Tooltips.disabledBecause(revert, revertObstacle));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-bar");
        getChildren().addAll(bar, states);
        form = new DialogForm("Changes from outside", tenant, this, "Review & publish").width(1000)
                .dismissal("Close").onSubmit(() -> {
                    close();
                    reverted.run();
                });
        form.obstacleProperty().set("Revert something first: it becomes a pending change.");
        model.changedProperty().addListener(news);
        model.failureProperty().addListener(news);
        form.onClosed(this::forget);
        fill();
    }

    void open(Dialogs dialogs) {
        dialogs.show(form);
        model.read();
    }

    private void close() {
        form.close();
    }

    private void forget() {
        model.changedProperty().removeListener(news);
        model.failureProperty().removeListener(news);
    }

    boolean isTicked(Drift one) {
        return ticked.contains(Place.of(one));
    }

    void tick(Drift one, boolean on) {
        if (on) {
            ticked.add(Place.of(one));
        } else {
            ticked.remove(Place.of(one));
        }
        count();
    }

    private void tickAll(boolean on) {
        ticked.clear();
        if (on) {
            list.getItems().forEach(one -> ticked.add(Place.of(one)));
        }
        list.refresh();
        count();
    }

    private List<Drift> chosen() {
        return list.getItems().stream().filter(this::isTicked).toList();
    }

    String locked() {
        return locked;
    }

    void accept(List<Drift> some) {
        act(() -> drift.accept(tenant.id(), some), false);
    }

    void revert(List<Drift> some) {
        act(() -> drift.revert(tenant.id(), some), true);
    }

    private void act(Runnable work, boolean drafts) {
        form.problemProperty().set(null);
        tasks.run(work).onSuccess(_ -> {
            if (drafts) {
                form.obstacleProperty().set("");
            }
            model.read();
        }).onError(thrown -> form.problemProperty().set(Problems.of(thrown))).start();
    }

    private void fill() {
        List<Drift> now = model.changedProperty().get().stream()
                .filter(one -> one.tenant().id().equals(tenant.id())).flatMap(one -> one.drifts().stream()).toList();
        list.getItems().setAll(now);
        ticked.retainAll(now.stream().map(Place::of).collect(Collectors.toSet()));
        Throwable failed = model.failureProperty().get();
        if (failed != null) {
            states.showProblem(Problems.of(failed), null, model::read);
        } else if (now.isEmpty()) {
            states.showEmpty(Icons.CHECKED, "Nothing was changed from outside",
                    "What is live is what was published from this desk. It is compared again after each read.");
        } else {
            states.showContent();
        }
        count();
    }

    private void count() {
        List<Drift> chosen = chosen();
        int size = list.getItems().size();
        count.setText(chosen.size() + " of " + size + " ticked");
        all.setSelected(size > 0 && chosen.size() == size);
        all.setDisable(size == 0);
        String none = chosen.isEmpty() ? "Tick what is to be decided." : locked;
        acceptObstacle.set(none);
        revertObstacle.set(!none.isEmpty()
                ? none
                : chosen.stream().anyMatch(Drift::isGone) ? "What was deleted cannot come back: untick it." : "");
    }
}
