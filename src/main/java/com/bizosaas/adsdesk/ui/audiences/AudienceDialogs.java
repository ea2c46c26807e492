package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.ui.audiences.AudiencesViewModel.Audiences;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.FirstWrite;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes and deletes audiences with the operator: forms, the question before a deletion, and what came of it.
final class AudienceDialogs {

    private final AudiencesViewModel model;
    private final Dialogs dialogs;
    private final FirstWrite first;
    private final Notifier notifier;
    private final AudienceText text;
    private final Locale locale;

    AudienceDialogs(AudiencesViewModel model, Dialogs dialogs, FirstWrite first, Notifier notifier, AudienceText text,
            Locale locale) {
        this.model = model;
        this.dialogs = dialogs;
        this.first = first;
        this.notifier = notifier;
        this.text = text;
        this.locale = locale;
    }

    /// @param source the seed to start with, null for none
    void createLookalike(@Nullable CustomAudience source) {
        Audiences audiences = model.audiences();
        if (audiences == null) {
            return;
        }
        Holder holder = new Holder();
        LookalikeForm input = new LookalikeForm(audiences.all(), source, text, locale, holder::changed);
        DialogForm form = new DialogForm("Create lookalike", audiences.tenant(), input, "Create lookalike")
                .in(audiences.account());
        holder.watch(form, input::obstacle);
        form.onSubmit(() -> {
            LookalikeDraft draft = input.draft();
            writing(audiences, () -> {
                busy(form);
                model.create(draft, () -> created(form, draft.name()), thrown -> refused(form, thrown));
            });
        });
        form.initialFocus(input.nameField());
        dialogs.show(form);
    }

    void createWebsiteAudience() {
        Audiences audiences = model.audiences();
        if (audiences == null) {
            return;
        }
        Holder holder = new Holder();
        WebsiteForm input = new WebsiteForm(audiences.all(), holder::changed);
        DialogForm form = new DialogForm("Create website audience", audiences.tenant(), input, "Create audience")
                .in(audiences.account());
        holder.watch(form, input::obstacle);
        form.onSubmit(() -> {
            WebsiteDraft draft = input.draft();
            writing(audiences, () -> {
                busy(form);
                model.create(draft, () -> created(form, draft.name()), thrown -> refused(form, thrown));
            });
        });
        model.pixels(input::showPixels, thrown -> input.showPixelFailure(Problems.of(thrown).title() + "."));
        dialogs.show(form);
    }

    void delete(AudienceRow row) {
        Audiences audiences = model.audiences();
        if (audiences == null) {
            return;
        }
        String name = row.audience().name();
        String children = row.children().isEmpty()
                ? ""
                : " Its " + (row.children().size() == 1 ? "lookalike keeps its" : "lookalikes keep their")
                        + " people but will not be renewed.";
        dialogs.ask(Dialogs.Question.danger(audiences.tenant(), "Delete this audience?",
                Labels.isolated(name) + " will be gone for good. Ad sets that use it stop delivering." + children,
                "Delete audience").in(audiences.account()).typed(name),
                () -> writing(audiences, () -> model.delete(row, () -> {
                    model.select(null);
                    notifier.done(Labels.isolated(name) + " deleted", null);
                }, thrown -> notifier.failed(Problems.of(thrown)))));
    }

    private void writing(Audiences audiences, Runnable write) {
        first.before(audiences.tenant(), audiences.account(), write);
    }

    private static void busy(DialogForm form) {
        form.problemProperty().set(null);
        form.busyProperty().set(true);
    }

    private void created(DialogForm form, String name) {
        form.busyProperty().set(false);
        form.close();
        notifier.done(Labels.isolated(name.strip()) + " created; Meta is filling it", null);
    }

    private static void refused(DialogForm form, Throwable thrown) {
        form.busyProperty().set(false);
        form.problemProperty().set(Problems.of(thrown));
    }

    /// Carries changes of an input to its form, which is made after it.
    private static final class Holder {

        private @Nullable DialogForm form;
        private java.util.function.Supplier<String> obstacle = () -> "";

        void watch(DialogForm watched, java.util.function.Supplier<String> reason) {
            form = watched;
            obstacle = reason;
            changed();
        }

        void changed() {
            if (form != null) {
                form.obstacleProperty().set(obstacle.get());
            }
        }
    }
}
