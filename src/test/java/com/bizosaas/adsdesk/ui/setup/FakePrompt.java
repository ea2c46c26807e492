package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.LoginAttempt;
import com.bizosaas.adsdesk.ui.login.ConsentPrompt;
import java.util.function.Consumer;

/// A sign-in window that ends when a test says so.
final class FakePrompt implements ConsentPrompt {

    private Consumer<Outcome> ended;
    int shown;

    boolean isOpen() {
        return ended != null;
    }

    void end(Outcome outcome) {
        Consumer<Outcome> told = ended;
        ended = null;
        told.accept(outcome);
    }

    @Override
    public void open(Tenant tenant, LoginAttempt attempt, Consumer<Outcome> told) {
        ended = told;
    }

    @Override
    public void show() {
        shown++;
    }

    @Override
    public void close() {
        ended = null;
    }
}
