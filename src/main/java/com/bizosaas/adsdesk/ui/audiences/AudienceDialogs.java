package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.ui.audiences.AudiencesViewModel.Audiences;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Drafts audiences and their deletion with the operator. Nothing goes to Facebook before it is published.
final class AudienceDialogs {

    private final AudiencesViewModel model;
    private final Dialogs dialogs;
    private final Notifier notifier;
    private final AudienceText text;
    private final Locale locale;

    AudienceDialogs(AudiencesViewModel model, Dialogs dialogs, Notifier notifier, AudienceText text, Locale locale) {
        this.model = model;
        this.dialogs = dialogs;
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
        DialogForm form = new DialogForm("Create lookalike", audiences.tenant(), input, "Add to pending changes")
                .in(audiences.account());
        holder.watch(form, input::obstacle);
        form.onSubmit(() -> {
            busy(form);
            model.create(input.draft(), () -> created(form), thrown -> refused(form, thrown));
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
        DialogForm form = new DialogForm("Create website audience", audiences.tenant(), input, "Add to pending changes")
                .in(audiences.account());
        holder.watch(form, input::obstacle);
        form.onSubmit(() -> {
            busy(form);
            model.create(input.draft(), () -> created(form), thrown -> refused(form, thrown));
        });
        model.pixels(input::showPixels, thrown -> input.showPixelFailure(Problems.of(thrown).title() + "."));
        dialogs.show(form);
    }

    /// Drafts the deletion of one that exists; takes back what is drafted for any other.
    void delete(AudienceRow row) {
        Audiences audiences = model.audiences();
        if (audiences == null) {
            return;
        }
        if (row.draft() != null) {
            model.discard(row, thrown -> notifier.failed(Problems.of(thrown)));
            return;
        }
        String name = row.audience().name();
        String children = row.children().isEmpty()
                ? ""
                : " Its " + (row.children().size() == 1 ? "lookalike keeps its" : "lookalikes keep their")
                        + " people but will not be renewed.";
        dialogs.ask(Dialogs.Question.danger(audiences.tenant(), "Delete this audience?",
                Labels.isolated(name) + " will be gone for good once this is published. Ad sets that use it stop "
                        + "delivering." + children,
                "Add to pending changes").in(audiences.account()).typed(name),
                () -> model.delete(row, thrown -> notifier.failed(Problems.of(thrown))));
    }

    private static void busy(DialogForm form) {
        form.problemProperty().set(null);
        form.busyProperty().set(true);
    }

    private static void created(DialogForm form) {
        form.busyProperty().set(false);
        form.close();
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
