package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.login.ConsentPrompt;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Wires the Setup tab.
public final class SetupTab implements DeskTab {

    private final SetupViewModel model;
    private final SignInViewModel signIn;
    private final SetupPane pane;
    private boolean active;

    /// @param browser opens an address in the system's browser
    public SetupTab(DeskContext context, ConsentPrompt prompt, Consumer<URI> browser) {
        Permits permits = context.permits();
        model = new SetupViewModel(context.services(), context.tasks(), context.scope(), permits);
        signIn = new SignInViewModel(context.services().connections(), context.tasks(), prompt, browser,
                model::signedIn);
        pane = new SetupPane(model, signIn, permits, context.dialogs(), context.notifier(),
                new Formats(Locale.getDefault(Locale.Category.FORMAT)), context.clock(),
                () -> context.openTab().accept(TabId.CAMPAIGNS));
        model.tenantProperty().subscribe((old, now) -> {
            if (old != null && (now == null || !old.id().equals(now.id()))) {
                signIn.cancel();
            }
        });
    }

    @Override
    public TabId id() {
        return TabId.SETUP;
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public void activate() {
        if (!active) {
            active = true;
            model.activate();
        }
    }

    @Override
    public void deactivate() {
        active = false;
        model.deactivate();
    }

    @Override
    public void refresh() {
        model.listAccountsIfShown();
    }

    @Override
    public void focusSearch() {
        pane.focusSearch();
    }
}
