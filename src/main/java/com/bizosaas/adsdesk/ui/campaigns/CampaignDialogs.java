package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.layout.StackPane;

/// Asks before it writes: the form, then old beside new, then the write. A refusal leads back to the form with everything
/// still in it; a new campaign that was left half-typed is there again next time. FX thread only.
final class CampaignDialogs {

    private static final double WIDTH = 560;

    private final Dialogs dialogs;
    private final CampaignWrites writes;
    private final Formats formats;
    private final Locale locale;
    private final BiConsumer<Frame, GraphId> created;
    private final Map<Frame.Place, CampaignForm> drafts = new HashMap<>();

    CampaignDialogs(Dialogs dialogs, CampaignWrites writes, Formats formats, Locale locale,
            BiConsumer<Frame, GraphId> created) {
        this.dialogs = dialogs;
        this.writes = writes;
        this.formats = formats;
        this.locale = locale;
        this.created = created;
    }

    void create(Frame frame) {
        CampaignForm left = drafts.get(frame.place());
        CampaignForm form = left == null ? CampaignForm.create(frame, formats, locale) : left.copy(frame);
        drafts.put(frame.place(), form);
        new Asking(form, "New campaign", "Create campaign, paused",
                "This will be created in " + Labels.isolated(frame.account().name()) + ".").open();
    }

    void edit(Frame frame, Campaign campaign) {
        CampaignForm form = CampaignForm.edit(frame, campaign, formats, locale);
        new Asking(form, "Edit campaign", "Save", "This will change in " + Labels.isolated(campaign.name()) + ".")
                .open();
    }

    void archive(Frame frame, Campaign campaign) {
        dialogs.ask(Dialogs.Question.plain(frame.tenant(), "Archive campaign?",
                "“" + Labels.isolated(campaign.name()) + "” stops and moves to the archive with all below it. It keeps "
                        + "its figures, but it cannot be switched on again.",
                "Archive"), () -> writes.archive(frame, campaign));
    }

    /// @param adSets how many go with it
    /// @param ads how many go with it
    void delete(Frame frame, Campaign campaign, int adSets, int ads) {
        String children = adSets + ads == 0
                ? "Nothing is below it. "
                : "Its " + Words.counted(Level.AD_SET, adSets) + " and " + Words.counted(Level.AD, ads)
                        + " go with it. ";
        dialogs.ask(Dialogs.Question.danger(frame.tenant(), "Delete campaign?",
                "“" + Labels.isolated(campaign.name()) + "” will be deleted at Meta. " + children
                        + "Nobody can bring it back. To keep its figures at hand, archive it instead.",
                "Delete for good").typed(campaign.name().strip()), () -> writes.delete(frame, campaign));
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
            this.dialog = new DialogForm(title, form.frame().tenant(), body, "Review").width(WIDTH)
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
            dialog.actionProperty().set(form.before() == null
                    ? writeWords
                    : writeWords + (changes.size() == 1 ? " 1 change" : " " + changes.size() + " changes"));
        }

        private void back() {
            reviewing = false;
            body.getChildren().setAll(view);
            dialog.actionProperty().set("Review");
        }

        private void write() {
            dialog.busyProperty().set(true);
            Campaign before = form.before();
            if (before == null) {
                writes.create(form.frame(), form.draft(), id -> {
                    drafts.remove(form.frame().place());
                    dialog.close();
                    created.accept(form.frame(), id);
                }, this::refused);
            } else {
                writes.update(form.frame(), before, form.edit(), dialog::close, this::refused);
            }
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
