package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.SearchField;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.settings.AuditViewModel.Log;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

/// The audit log: filters above, the entries, and the selected one below. Nothing in it can be edited.
final class AuditView {

    private static final String ALL = "All tenants";

    private final AuditViewModel model;
    private final SearchField search = new SearchField("Who, what or ID", "Ctrl F");
    private final ComboBox<Optional<Tenant>> tenant = new ComboBox<>();
    private final AuditTable table;
    private final AuditDetail detail;
    private final Label older = Labels.of("", "caption");
    private final HBox more;
    private final StatePane states;
    private final BorderPane view = new BorderPane();
    private final Notifier notifier;
    private final ComboBox<String> action = new ComboBox<>();
    private final ComboBox<AuditSince> since = new ComboBox<>();

    AuditView(AuditViewModel model, AuditDetail detail, Times times, LostWrites lost, Notifier notifier) {
        this.model = model;
        this.detail = detail;
        table = new AuditTable(times);
        more = new HBox(12, older, Buttons.link("Show more", model::showMore));
        more.getStyleClass().add("audit-more");
        VBox.setVgrow(table, Priority.ALWAYS);
        states = new StatePane(new VBox(table, more));
        this.notifier = notifier;
        view.setTop(new VBox(toolbar(), lost.view()));
        view.setCenter(states);
        view.setBottom(detail);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> detail.show(now));
        search.textProperty().addListener((_, _, now) -> model.search(now));
        model.logProperty().addListener((_, _, _) -> update());
        model.failureProperty().addListener((_, _, _) -> update());
        model.checkProperty().addListener((_, _, _) -> checked());
        model.checkingProperty().addListener((_, _, _) -> checked());
        update();
    }

    Node view() {
        return view;
    }

    void focusSearch() {
        search.requestFocus();
    }

    private HBox toolbar() {
        search.setPrefWidth(216);
        search.setMinWidth(120);
        search.field().setId("audit-search");
        tenant.setId("audit-tenant");
        tenant.setAccessibleText("Tenant");
        tenant.setPrefWidth(168);
        tenant.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Tenant> chosen) {
                return chosen == null ? "" : chosen.map(Tenant::name).orElse(ALL);
            }

            @Override
            public Optional<Tenant> fromString(String text) {
                throw new UnsupportedOperationException("The list cannot be typed in");
            }
        });
        tenant.getItems().setAll(List.of(Optional.empty()));
        tenant.setValue(Optional.empty());
        tenant.setOnAction(_ -> {
            Optional<Tenant> chosen = tenant.getValue();
            if (chosen != null) {
                model.showTenant(chosen.map(Tenant::id).orElse(null));
            }
        });
        tenant.setMinWidth(104);
        actions();
        since.setId("audit-since");
        since.setAccessibleText("Since");
        since.getItems().setAll(AuditSince.values());
        since.setValue(AuditSince.ALWAYS);
        since.setOnAction(_ -> {
            AuditSince chosen = since.getValue();
            if (chosen != null) {
                model.showSince(chosen);
            }
        });
        Button export = Buttons.secondary("Export…", Icons.EXPORT, this::export);
        export.setId("export-log");
        Button check = Buttons.flat("Check log", Icons.CHECKED, model::verify);
        check.setId("check-log");
        HBox toolbar = new HBox(Labels.whole(Section.AUDIT.title(), "section-title"), search, tenant, action, since,
                Labels.gap(),
                check, export);
        toolbar.getStyleClass().add("toolbar");
        return toolbar;
    }

    private void actions() {
        action.setId("audit-action");
        action.setAccessibleText("Action");
        action.setPrefWidth(168);
        action.setMinWidth(104);
        action.setConverter(new StringConverter<>() {
            @Override
            public String toString(String chosen) {
                return chosen == null || chosen.isEmpty() ? "All actions" : AuditWords.action(chosen);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("The list cannot be typed in");
            }
        });
        action.getItems().add("");
        action.getItems().addAll(AuditWords.actions());
        action.setValue("");
        action.setOnAction(_ -> {
            String chosen = action.getValue();
            if (chosen != null) {
                model.showAction(chosen);
            }
        });
    }

    private void update() {
        Log log = model.log();
        Problem problem = model.failureProperty().get();
        if (log == null) {
            if (problem == null) {
                states.showLoading("Reading the audit log");
            } else {
                states.showBlocked(problem, "Try again", model::reload);
            }
            return;
        }
        offer(log.tenants());
        table.show(log.entries(), log.tenants());
        more.setVisible(log.more());
        more.setManaged(log.more());
        older.setText("The newest " + log.entries().size() + " entries are shown.");
        detail.setVisible(!log.entries().isEmpty());
        detail.setManaged(!log.entries().isEmpty());
        if (problem != null) {
            states.showProblem(problem, null, model::reload);
        } else if (log.entries().isEmpty()) {
            showEmpty();
        } else {
            states.showContent();
        }
    }

    private void showEmpty() {
        if (model.filtered()) {
            states.showEmpty(Icons.SEARCH, "No entry matches", "Look for another word, or in all tenants.",
                    Buttons.secondary("Clear filters", this::clear));
        } else {
            states.showEmpty(Icons.AUDIT, "Nothing was done yet",
                    "Every sign-in, every change sent to Meta and every changed setting gets its line here.");
        }
    }

    private void clear() {
        search.field().clear();
        tenant.setValue(Optional.empty());
        action.setValue("");
        since.setValue(AuditSince.ALWAYS);
    }

    /// Asks where to, and writes out what the filters let through.
    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the audit log");
        chooser.setInitialFileName("audit-log.csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File file = chooser.showSaveDialog(view.getScene() == null ? null : view.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath(), count -> notifier.done(count + (count == 1 ? " entry" : " entries")
                    + " written to " + file.getName(), null), notifier::failed);
        }
    }

    private void checked() {
        detail.show(model.checkProperty().get(), model.checkingProperty().get());
    }

    private void offer(List<Tenant> tenants) {
        List<Optional<Tenant>> offered = new ArrayList<>();
        offered.add(Optional.empty());
        tenants.forEach(one -> offered.add(Optional.of(one)));
        if (!tenant.getItems().equals(offered)) {
            Optional<Tenant> chosen = tenant.getValue();
            tenant.getItems().setAll(offered);
            tenant.setValue(offered.contains(chosen) ? chosen : Optional.empty());
        }
    }
}
