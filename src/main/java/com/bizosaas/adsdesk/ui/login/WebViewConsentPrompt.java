package com.bizosaas.adsdesk.ui.login;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.LoginAttempt;
import com.bizosaas.adsdesk.ui.common.Themes;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks for consent in a [SignInWindow]. Only one is open at a time, so that two logins never share a cookie store.
/// FX thread only.
public final class WebViewConsentPrompt implements ConsentPrompt {

    private final Supplier<@Nullable Window> owner;
    private final Themes themes;
    private final InstantSource clock;
    private @Nullable SignInWindow window;
    private @Nullable Consumer<Outcome> ended;

    public WebViewConsentPrompt(Supplier<@Nullable Window> owner, Themes themes, InstantSource clock) {
        this.owner = owner;
        this.themes = themes;
        this.clock = clock;
    }

    @Override
    public void open(Tenant tenant, LoginAttempt attempt, Consumer<Outcome> told) {
        Consumer<Outcome> earlier = ended;
        close();
        if (earlier != null) {
            earlier.accept(new Outcome.Closed());
        }
        ended = told;
        window = new SignInWindow(owner.get(), themes, tenant, attempt, clock, outcome -> {
            window = null;
            ended = null;
            told.accept(outcome);
        });
        window.open();
    }

    @Override
    public void show() {
        if (window != null) {
            window.toFront();
        }
    }

    @Override
    public void close() {
        ended = null;
        if (window != null) {
            window.close();
            window = null;
        }
    }
}
