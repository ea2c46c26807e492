package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.SheetImport.Sheet;
import com.bizosaas.adsdesk.service.SheetService;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Label red = Labels.wrapped("", "check-red");
    private final Acceptance acceptance;
    private final DialogForm form;

    /// @param source where the sheet is from, such as a file's name
    ImportPane(Tenant tenant, AdAccount account, String source, Sheet sheet, SheetService sheets, TaskRunner tasks,
            Notifier notifier, Permits permits) {
        this.tenant = tenant;
        this.proposals = sheet.proposals();
        this.acceptance = new Acceptance(proposals);
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
        VBox told = new VBox(2,
                Labels.wrapped("From " + source + ". Nothing is written to Facebook: what is accepted becomes "
                        + "a pending change, and new objects are made paused.", "caption"));
        sheet.notes().forEach(note -> told.getChildren().add(Labels.wrapped(note, "caption")));
        red.managedProperty().bind(red.textProperty().isNotEmpty());
        told.getChildren().add(red);
        setSpacing(8);
        getChildren().addAll(told, bar, list);
        form = new DialogForm("Import changes", tenant, this, "Add to pending changes").in(account).width(1040)
                .dismissal("Leave it").onSubmit(this::submit);
        fill();
    }

    void open(Dialogs dialogs) {
        dialogs.show(form);
    }

    boolean isAccepted(Proposal one) {
        return acceptance.has(one);
    }

    void accept(Proposal one, boolean on) {
        acceptance.set(one, on);
        count();
        if (one.fresh() != null) {
            list.refresh();
        }
    }

    private void acceptAll(boolean on) {
        list.getItems().stream().filter(Proposal::acceptable).forEach(one -> acceptance.set(one, on));
        count();
        list.refresh();
    }

    private void fill() {
        Kind kind = kinds.getValue();
        list.getItems().setAll(proposals.stream().filter(kind::takes).toList());
        count();
    }

    private void count() {
        List<Proposal> open = list.getItems().stream().filter(Proposal::acceptable).toList();
        all.setDisable(open.isEmpty());
        all.setSelected(!open.isEmpty() && open.stream().allMatch(acceptance::has));
        int accepted = acceptance.count();
        count.setText(accepted + " accepted");
        long waiting = acceptance.red();
        red.setText(waiting == 0
                ? ""
                : waiting + (waiting == 1
                        ? " new object has a red check: it is left out, with what is below it. Tick it"
                        : " new objects have a red check: they are left out, with what is below them. Tick them")
                        + " to mend that on the desk, or mend the sheet and read it again.");
        form.actionProperty().set(accepted == 1
                ? "Add 1 to pending changes"
                : "Add " + accepted + " to pending changes");
        form.obstacleProperty()
                .set(!locked.isEmpty() ? locked : accepted == 0 ? "Accept a row first, or leave it." : "");
    }

    private void submit() {
        form.busyProperty().set(true);
        List<Proposal> chosen = acceptance.all();
        tasks.run(() -> sheets.accept(tenant.id(), chosen)).onSuccess(_ -> {
            form.close();
            notifier.done(chosen.size() == 1 ? "1 change is pending" : chosen.size() + " changes are pending", null);
        }).onError(thrown -> {
            form.busyProperty().set(false);
            form.problemProperty().set(Problems.of(thrown));
        }).start();
    }
}
