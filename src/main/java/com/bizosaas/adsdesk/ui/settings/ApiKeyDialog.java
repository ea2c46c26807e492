package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.LocalApiService;
import com.bizosaas.adsdesk.service.LocalApiService.Issued;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Issues a key of the local API with a role and for chosen clients, and shows its secret, this one time. FX thread only.
final class ApiKeyDialog {

    private static final List<Role> ROLES = List.of(Role.VIEWER, Role.EDITOR, Role.PUBLISHER);
    private static final int SHOWN_CLIENTS = 6;
    private static final double ROW = 28;

    private final LocalApiService service;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Consumer<String> copy;
    private final TextField name = new TextField();
    private final ToggleGroup roles = new ToggleGroup();
    private final RadioButton all = new RadioButton("All clients, those made later included");
    private final RadioButton some = new RadioButton("Only these");
    private final List<CheckBox> clients = new ArrayList<>();
    private final DialogForm form;

    ApiKeyDialog(LocalApiService service, List<Tenant> tenants, TaskRunner tasks, Dialogs dialogs,
            Consumer<String> copy) {
        this.service = service;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.copy = copy;
        name.setId("key-name");
        name.setAccessibleText("Name");
        name.setPromptText("What it is for, as it shall stand in the audit log");
        name.getStyleClass().add("large");
        VBox role = new VBox(6, Labels.of("Role", "field-label"));
        for (Role each : ROLES) {
            RadioButton button = new RadioButton(each.title() + " – " + each.may());
            button.setId("key-role-" + each.name());
            button.setUserData(each);
            button.setToggleGroup(roles);
            button.setSelected(each == Role.VIEWER);
            role.getChildren().add(button);
        }
        VBox body = new VBox(14, new VBox(4, Labels.of("Name", "field-label"), name), role, clients(tenants));
        form = new DialogForm("Issue a key", null, body, "Issue key").width(480).initialFocus(name)
                .onSubmit(this::submit);
    }

    void open() {
        dialogs.show(form);
    }

    private VBox clients(List<Tenant> tenants) {
        ToggleGroup which = new ToggleGroup();
        all.setId("key-all-clients");
        all.setToggleGroup(which);
        all.setSelected(true);
        some.setId("key-some-clients");
        some.setToggleGroup(which);
        some.setDisable(tenants.isEmpty());
        VBox list = new VBox(6);
        for (Tenant tenant : tenants) {
            CheckBox box = new CheckBox(tenant.name());
            box.setId("key-client-" + tenant.id().value());
            box.setUserData(tenant.id());
            clients.add(box);
            list.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(ROW * Math.min(SHOWN_CLIENTS, tenants.size()));
        scroll.visibleProperty().bind(some.selectedProperty());
        scroll.managedProperty().bind(scroll.visibleProperty());
        return new VBox(6, Labels.of("Clients", "field-label"), all, some, scroll);
    }

    private void submit() {
        List<TenantId> chosen = some.isSelected()
                ? clients.stream().filter(CheckBox::isSelected).map(box -> (TenantId) box.getUserData()).toList()
                : List.of();
        if (some.isSelected() && chosen.isEmpty()) {
            form.problemProperty().set(
                    Problem.invalid("clients", "No client is chosen", "Tick those that the key shall open."));
            return;
        }
        String named = name.getText();
        Role role = (Role) roles.getSelectedToggle().getUserData();
        form.problemProperty().set(null);
        form.busyProperty().set(true);
        tasks.call(() -> service.issue(named, role, chosen)).onSuccess(issued -> {
            form.close();
            show(issued);
        }).onError(thrown -> form.problemProperty().set(Problems.of(thrown)))
                .andFinally(() -> form.busyProperty().set(false)).start();
    }

    private void show(Issued issued) {
        Label secret = Labels.wrapped(issued.secret(), "mono");
        secret.setId("new-api-key");
        HBox.setHgrow(secret, Priority.ALWAYS);
        secret.setMaxWidth(Double.MAX_VALUE);
        Button take = Buttons.icon(Icons.COPY, "Copy the key", () -> copy.accept(secret.getText()));
        take.setId("copy-new-api-key");
        DialogForm shown = new DialogForm("The key “" + issued.key().name() + "”", null,
                new VBox(12, new HBox(8, secret, take),
                        Labels.wrapped("Send it as “Authorization: Bearer …”. It is shown "
                                + "this one time; the desk keeps only what tells it again.", "hint")),
                "I have it").width(480).dismissal("");
        shown.onSubmit(() -> {
            secret.setText("");
            shown.close();
        }).onClosed(() -> secret.setText(""));
        dialogs.show(shown);
    }
}
