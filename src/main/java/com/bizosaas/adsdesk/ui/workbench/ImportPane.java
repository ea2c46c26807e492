package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.DraftSheet.Proposal;
import com.bizosaas.adsdesk.draft.DraftSheet.Standing;
import com.bizosaas.adsdesk.service.SheetService;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a sheet proposes, told apart: what is new, what is an own unpublished change already, and what conflicts with one or
/// with what Facebook has by now. Each row is accepted or left out; nothing is drafted before the button is pressed. FX
/// thread only.
final class ImportPane extends VBox {

    /// What can be looked at alone.
    private enum Kind {
        ALL("All"),
        PROPOSED("Proposed"),
        OWN("Own, unpublished"),
        CONFLICT("Conflicting"),
        SAME("As it is"),
        UNREADABLE(
                "Cannot be read");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        boolean takes(Proposal one) {
            return this == ALL || one.standing().name().equals(name());
        }
    }

    private final Tenant tenant;
    private final List<Proposal> proposals;
    private final SheetService sheets;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final String locked;
    private final SegmentedControl<Kind> kinds;
    private final ListView<Proposal> list = new ListView<>();
    private final CheckBox all = new CheckBox("All shown");
    private final Label count = Labels.whole("", "caption");
    private final Set<Integer> accepted = new HashSet<>();
    private final DialogForm form;

    ImportPane(Tenant tenant, AdAccount account, Path file, List<Proposal> proposals, SheetService sheets,
            TaskRunner tasks, Notifier notifier, Permits permits) {
        this.tenant = tenant;
        this.proposals = proposals;
        this.sheets = sheets;
        this.tasks = tasks;
        this.notifier = notifier;
        this.locked = permits.reason(SheetService.class, "accept");
        Map<Kind, String> names = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            names.put(kind, kind.label);
        }
        kinds = new SegmentedControl<>(names, Kind.ALL);
        for (Kind kind : Kind.values()) {
            long size = proposals.stream().filter(kind::takes).count();
            kinds.offer(kind, kind.label + " " + size, kind == Kind.ALL || size > 0);
        }
        kinds.valueProperty().addListener((_, _, _) -> fill());
        // What is new is meant; what conflicts is decided by hand.
        for (int i = 0; i < proposals.size(); i++) {
            if (proposals.get(i).standing() == Standing.PROPOSED) {
                accepted.add(i);
            }
        }
        getStyleClass().addAll("review", "import");
        list.setId("import-rows");
        list.getStyleClass().add("review-items");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ImportCell(this));
        list.setPrefHeight(420);
        list.setPlaceholder(Labels.wrapped("The sheet has no rows below its columns.", "caption"));
        VBox.setVgrow(list, Priority.ALWAYS);
        all.setOnAction(_ -> acceptAll(all.isSelected()));
        HBox bar = new HBox(12, kinds, Labels.gap(), count, all);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-bar");
        getChildren().addAll(Labels.wrapped("From " + file.getFileName() + ". Nothing is written to Facebook: what is "
                + "accepted becomes a pending change.", "caption"), bar, list);
        form = new DialogForm("Import changes", tenant, this, "Add to pending changes").in(account).width(1040)
                .dismissal("Leave it").onSubmit(this::submit);
        fill();
    }

    void open(Dialogs dialogs) {
        dialogs.show(form);
    }

    boolean isAccepted(Proposal one) {
        return accepted.contains(proposals.indexOf(one));
    }

    boolean canAccept(Proposal one) {
        return one.standing() == Standing.PROPOSED || one.standing() == Standing.CONFLICT;
    }

    void accept(Proposal one, boolean on) {
        int at = proposals.indexOf(one);
        if (on) {
            accepted.add(at);
        } else {
            accepted.remove(at);
        }
        count();
    }

    private void acceptAll(boolean on) {
        list.getItems().stream().filter(this::canAccept).forEach(one -> accept(one, on));
        list.refresh();
    }

    private void fill() {
        Kind kind = kinds.getValue();
        list.getItems().setAll(proposals.stream().filter(kind::takes).toList());
        count();
    }

    private void count() {
        List<Proposal> open = list.getItems().stream().filter(this::canAccept).toList();
        all.setDisable(open.isEmpty());
        all.setSelected(!open.isEmpty() && open.stream().allMatch(this::isAccepted));
        count.setText(accepted.size() + " accepted");
        form.actionProperty().set(accepted.size() == 1
                ? "Add 1 to pending changes"
                : "Add " + accepted.size() + " to pending changes");
        form.obstacleProperty()
                .set(!locked.isEmpty() ? locked : accepted.isEmpty() ? "Accept a row first, or leave it." : "");
    }

    private void submit() {
        form.busyProperty().set(true);
        List<Proposal> chosen = accepted.stream().sorted().map(proposals::get).toList();
        tasks.run(() -> sheets.accept(tenant.id(), chosen)).onSuccess(_ -> {
            form.close();
            notifier.done(chosen.size() == 1 ? "1 value is pending" : chosen.size() + " values are pending", null);
        }).onError(thrown -> {
            form.busyProperty().set(false);
            form.problemProperty().set(Problems.of(thrown));
        }).start();
    }
}
