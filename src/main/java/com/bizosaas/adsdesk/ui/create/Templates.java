package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.CampaignTemplate;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.LaunchService;
import com.bizosaas.adsdesk.service.LaunchService.Begun;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.KeptUnderNames;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

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
        ListView<CampaignTemplate> list = KeptUnderNames.list("template-list", there,
                "Nothing is saved for this client yet. Make a campaign, and “Save as template…” in its last step keeps "
                        + "it under a name.",
                CampaignTemplate::name, Templates::facts, "Throw this template away", this::forget);
        list.setAccessibleText("Templates of this client");
        DialogForm form = KeptUnderNames.choosing("Begin from a template", plan.tenant(),
                "Its settings take the place of what is here. They can be used in any ad account of this client.", list,
                "Begin", "Choose a template first").in(plan.account());
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
        DialogForm form = KeptUnderNames.saving("Save as template", plan.tenant(), name,
                "Objective, budgets, targetings and ads are kept, in any ad account of this client. Days are not: each "
                        + "campaign begins when you say.",
                there.stream().map(CampaignTemplate::name).toList());
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
