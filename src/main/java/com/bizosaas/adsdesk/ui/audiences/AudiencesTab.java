package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.workbench.Drafting;
import com.bizosaas.adsdesk.ui.workbench.PendingModel;
import com.bizosaas.adsdesk.ui.workbench.WorkbenchDialogs;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Wires the Audiences tab: model, dialogs, pane.
public final class AudiencesTab implements DeskTab {

    private final AudiencesViewModel model;
    private final AudiencesPane pane;
    private final ScopeModel scope;
    private final PendingModel pending;
    private final ChangeListener<@Nullable Scope> scopeListener = (_, _, now) -> scoped(now);
    private boolean active;

    public AudiencesTab(DeskContext context) {
        scope = context.scope();
        Locale locale = Locale.getDefault();
        Formats formats = new Formats(Locale.getDefault(Locale.Category.FORMAT));
        AudienceText text = new AudienceText(formats, locale);
        model = new AudiencesViewModel(context.services(), context.tasks(), scope, locale);
        AudienceDialogs dialogs = new AudienceDialogs(model, context.dialogs(), context.notifier(), text, locale);
        pending = new PendingModel(context.services(), context.tasks(), scope);
        pending.pendingProperty().addListener((_, _, _) -> model.reload());
        WorkbenchDialogs workbench = new WorkbenchDialogs(context, pending,
                new Drafting(context.services().workbench().drafts(), context.tasks(), context.notifier()), formats);
        pane = new AudiencesPane(model, dialogs, text, formats, locale, context.clock(), this::refresh,
                () -> context.openTab().accept(TabId.SETUP), workbench);
    }

    @Override
    public TabId id() {
        return TabId.AUDIENCES;
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
        pending.activate();
        // After the model's, so that it has the last word on a scope without an account.
        scope.scopeProperty().addListener(scopeListener);
        scoped(scope.scope());
    }

    @Override
    public void deactivate() {
        active = false;
        scope.scopeProperty().removeListener(scopeListener);
        model.deactivate();
        pending.deactivate();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focusSearch() {
        pane.focusSearch();
    }

    @Override
    public List<DeskAction> actions() {
        return pane.actions();
    }

    private void scoped(@Nullable Scope now) {
        if (now == null || now.account() == null) {
            pane.showNoAccount();
        }
    }
}
