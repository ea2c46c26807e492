package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.OverlayPane;
import java.util.ArrayList;
import java.util.List;

/// Answers questions in place of a person, and keeps forms for a test to fill and submit.
public final class FakeDialogs implements Dialogs {

    /// What every question is answered with.
    public boolean yes = true;
    public final List<Question> questions = new ArrayList<>();
    public final List<DialogForm> forms = new ArrayList<>();
    public final List<OverlayPane> panes = new ArrayList<>();

    @Override
    public void ask(Question question, Runnable confirmed) {
        questions.add(question);
        if (yes) {
            confirmed.run();
        }
    }

    @Override
    public void show(DialogForm form) {
        forms.add(form);
    }

    @Override
    public void open(OverlayPane pane) {
        panes.add(pane);
    }

    @Override
    public boolean isOpen() {
        return !forms.isEmpty();
    }

    public Question lastQuestion() {
        return questions.getLast();
    }

    public DialogForm lastForm() {
        return forms.getLast();
    }
}
