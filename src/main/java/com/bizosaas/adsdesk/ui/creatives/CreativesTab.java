package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TabId;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Wires the Creatives tab: library, pictures, preview, pane.
public final class CreativesTab implements DeskTab {

    private final CreativesViewModel model;
    private final CreativesPane pane;
    private final Thumbnails thumbnails;
    private final ScopeModel scope;
    private final ChangeListener<@Nullable Scope> scopeListener = (_, old, now) -> scoped(old, now);
    private boolean active;

    public CreativesTab(DeskContext context) {
        scope = context.scope();
        model = new CreativesViewModel(context.services(), context.tasks(), scope, Locale.getDefault());
        thumbnails = new Thumbnails(context.services().creatives(), context.tasks());
        PreviewViewModel previews = new PreviewViewModel(context.services(), context.tasks(), scope);
        ThumbnailSource source = (creative, found) -> {
            Scope now = scope.scope();
            if (now == null || now.account() == null) {
                found.accept(Optional.empty());
                return null;
            }
            return thumbnails.load(now.tenant().id(), now.account().id(), creative.id(), found);
        };
        pane = new CreativesPane(model, previews, source, new Formats(Locale.getDefault(Locale.Category.FORMAT)),
                context.tasks(), context.clock(), this::refresh, () -> context.openTab().accept(TabId.SETUP),
                () -> context.openTab().accept(TabId.CAMPAIGNS));
    }

    @Override
    public TabId id() {
        return TabId.CREATIVES;
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public void activate() {
        if (active) {
            return;
        }
        active = true;
        model.activate();
        // After the model's, so that it has the last word on a scope without an account.
        scope.scopeProperty().addListener(scopeListener);
        scoped(scope.scope(), scope.scope());
    }

    @Override
    public void deactivate() {
        active = false;
        scope.scopeProperty().removeListener(scopeListener);
        model.select(null);
        model.deactivate();
        pane.leave();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focusSearch() {
        pane.focusSearch();
    }

    private void scoped(@Nullable Scope old, @Nullable Scope now) {
        if (old != null && now != null && !old.tenant().id().equals(now.tenant().id())) {
            thumbnails.clear();
        }
        if (now == null || now.account() == null) {
            pane.showNoAccount();
        }
    }
}
