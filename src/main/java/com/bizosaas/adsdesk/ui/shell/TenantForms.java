package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.TenantService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The dialogs that make, rename and delete a tenant.
final class TenantForms {

    private static final int LONGEST = 120;

    private final DeskContext context;
    private final TenantService tenants;

    TenantForms(DeskContext context) {
        this.context = context;
        this.tenants = context.services().tenants();
    }

    void create(Consumer<Tenant> made) {
        nameForm("Add tenant", "Add tenant", "", "The client's name, as your colleagues know it. Its sign-in, "
                + "accounts and figures are kept apart from every other tenant's, under a key of its own.",
                tenants::create, made);
    }

    void rename(Tenant tenant) {
        nameForm("Rename tenant", "Rename", tenant.name(), "Only the name changes; everything else stays.",
                name -> tenants.update(new Tenant(tenant.id(), name, tenant.colour(), tenant.createdAt())), _ -> {
                    // the rail hears of it
                });
    }

    void delete(Tenant tenant) {
        context.tasks().call(() -> context.services().connections().accounts(tenant.id()).stream().map(Labels::place)
                .toList()).onSuccess(places -> delete(tenant, places))
                .onError(thrown -> context.notifier().failed(Problems.of(thrown))).start();
    }

    private void delete(Tenant tenant, List<String> places) {
        Dialogs.Question question = Dialogs.Question.danger(tenant, "Delete this tenant?",
                "The sign-in is revoked at Facebook, the tenant's key is destroyed, and everything stored of it here is "
                        + "gone for good. Its ads at Facebook go on as they are.",
                "Delete tenant").in(places).typed(tenant.name());
        context.dialogs().ask(question,
                () -> context.tasks().run(() -> tenants.delete(tenant.id()))
                        .onSuccess(_ -> context.notifier().done(tenant.name() + " was deleted", null))
                        .onError(thrown -> context.notifier().failed(Problems.of(thrown))).start());
    }

    private void nameForm(String title, String action, String present, String hint, Function<String, Tenant> work,
            Consumer<Tenant> done) {
        TextField name = new TextField(present);
        name.setId("tenant-name");
        name.setAccessibleText("Tenant's name");
        name.getStyleClass().add("large");
        VBox body = new VBox(6, Labels.of("Name", "field-label"), name, Labels.wrapped(hint, "hint"));
        DialogForm form = new DialogForm(title, null, body, action).width(440).initialFocus(name);
        form.obstacleProperty().bind(name.textProperty().map(text -> text.isBlank()
                ? "Type a name first"
                : text.strip().length() > LONGEST
                        ? "A name has at most " + LONGEST + " characters"
                        : text.strip().equals(present) ? "The name has not changed" : ""));
        name.setOnAction(_ -> form.submit());
        form.onSubmit(() -> {
            form.busyProperty().set(true);
            form.problemProperty().set(null);
            context.tasks().call(() -> work.apply(name.getText().strip())).onSuccess(tenant -> {
                form.close();
                done.accept(tenant);
            }).onError(thrown -> form.problemProperty().set(Problems.of(thrown)))
                    .andFinally(() -> form.busyProperty().set(false)).start();
        });
        context.dialogs().show(form);
    }
}
