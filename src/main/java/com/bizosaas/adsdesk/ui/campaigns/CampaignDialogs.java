package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.workbench.Drafting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.StackPane;

/// Asks before it drafts: the form, then old beside new. Nothing of it goes to Facebook before it is published. A refusal
/// leads back to the form with everything still in it. FX thread only.
final class CampaignDialogs {

    private static final double WIDTH = 560;

    private final Dialogs dialogs;
    private final Drafting drafting;
    private final Formats formats;
    private final Locale locale;

    CampaignDialogs(Dialogs dialogs, Drafting drafting, Formats formats, Locale locale) {
        this.dialogs = dialogs;
        this.drafting = drafting;
        this.formats = formats;
        this.locale = locale;
    }

    void edit(CampaignRow row, Campaign campaign) {
        CampaignForm form = CampaignForm.edit(row.frame(), DraftValues.drafted(row, campaign), formats, locale);
        new Asking(form, "Edit campaign", "Add to pending changes",
                "This will change in " + Labels.isolated(campaign.name()) + " when it is published.").open();
    }

    void archive(CampaignRow row) {
        dialogs.ask(Dialogs.Question.plain(row.frame().tenant(), "Archive " + Words.level(row.level(), 1) + "?",
                "“" + Labels.isolated(row.name()) + "” stops and moves to the archive with all below it, once this is "
                        + "published. It keeps its figures, but it cannot be switched on again.",
                "Add to pending changes").in(row.frame().account()),
                () -> drafting.edit(row.key().place().tenant(), row.draftKey(),
                        Map.of(Fields.STATUS, Status.ARCHIVED.value())));
    }

    /// @param adSets how many go with it
    /// @param ads how many go with it
    void delete(CampaignRow row, int adSets, int ads) {
        String children = adSets + ads == 0
                ? "Nothing is below it. "
                : "Its " + Words.counted(Level.AD_SET, adSets) + " and " + Words.counted(Level.AD, ads)
                        + " go with it. ";
        dialogs.ask(Dialogs.Question.danger(row.frame().tenant(), "Delete " + Words.level(row.level(), 1) + "?",
                "“" + Labels.isolated(row.name()) + "” will be deleted at Meta once this is published. " + children
                        + "Nobody can bring it back. To keep its figures at hand, archive it instead.",
                "Add to pending changes").in(row.frame().account()).typed(row.name().strip()),
                () -> drafting.remove(row.key().place().tenant(), java.util.List.of(row.draftKey())));
    }

    /// One form on its way: input, review, write.
    private final class Asking {

        private final CampaignForm form;
        private final FormView view;
        private final StackPane body = new StackPane();
        private final DialogForm dialog;
        private final String writeWords;
        private final String lead;
        private boolean reviewing;

        Asking(CampaignForm form, String title, String writeWords, String lead) {
            this.form = form;
            this.writeWords = writeWords;
            this.lead = lead;
            this.view = new FormView(form, formats);
            this.dialog = new DialogForm(title, form.frame().tenant(), body, "Review").in(form.frame().account())
                    .width(WIDTH)
                    .initialFocus(view.firstInput()).onSubmit(this::next);
        }

        void open() {
            body.getChildren().setAll(view);
            dialogs.show(dialog);
        }

        private void next() {
            dialog.problemProperty().set(null);
            if (reviewing) {
                write();
            } else if (!form.complete()) {
                view.showAll();
            } else if (form.changes().isEmpty()) {
                dialog.problemProperty().set(Problem.of(Problem.Kind.CANCELLED, "Nothing is changed yet",
                        "Change a field first, or cancel."));
            } else {
                review();
            }
        }

        private void review() {
            reviewing = true;
            List<Change> changes = form.changes();
            body.getChildren().setAll(new ReviewView(lead, changes, this::back));
            dialog.actionProperty()
                    .set(writeWords + (changes.size() == 1 ? " 1 change" : " " + changes.size() + " changes"));
        }

        private void back() {
            reviewing = false;
            body.getChildren().setAll(view);
            dialog.actionProperty().set("Review");
        }

        private void write() {
            dialog.busyProperty().set(true);
            Frame.Place place = form.frame().place();
            drafting.edit(place.tenant(), DraftKey.of(place.account(), Level.CAMPAIGN, form.before().id()),
                    DraftValues.of(form.edit()), dialog::close, this::refused);
        }

        private void refused(Problem problem) {
            dialog.busyProperty().set(false);
            back();
            String words = problem.title() + ". " + problem.remedy();
            if (!view.refuse(problem.field(), words)) {
                dialog.problemProperty().set(problem);
            }
        }
    }
}
