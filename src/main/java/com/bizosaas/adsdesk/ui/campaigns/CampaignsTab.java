package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.common.KeyHint;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.create.CreateWizard;
import com.bizosaas.adsdesk.ui.edit.EditDialogs;
import com.bizosaas.adsdesk.ui.workbench.Drafting;
import com.bizosaas.adsdesk.ui.workbench.PendingModel;
import com.bizosaas.adsdesk.ui.workbench.WorkbenchDialogs;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Wires the Campaigns tab: its view model, what it can write, its dialogs and its pane. FX thread only.
public final class CampaignsTab implements DeskTab {

    private final CampaignsViewModel model;
    private final CampaignsPane pane;
    private final PendingModel pending;
    private final SavedViews views;
    private final Consumer<TabId> openTab;

    public CampaignsTab(DeskContext context) {
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        Formats formats = new Formats(locale);
        DeskServices services = context.services();
        openTab = context.openTab();
        model = new CampaignsViewModel(services, context.tasks(), context.scope(), context.clock(), formats);
        StatusSwitch switches = new StatusSwitch(services.campaigns(), context.tasks(), context.notifier(),
                model::build, model::load);
        model.showSwitches(switches);
        Drafting drafting = new Drafting(services.workbench().drafts(), context.tasks(), context.notifier());
        pending = new PendingModel(services, context.tasks(), context.scope());
        WiredCommands commands = new WiredCommands(model, switches, drafting, formats, context);
        WorkbenchDialogs workbench = new WorkbenchDialogs(context, pending, drafting, formats);
        views = new SavedViews(services.settings(), context.tasks(), context.dialogs(), context.notifier(),
                context.scope(), model, () -> {
                    Frame frame = model.frameProperty().get();
                    return frame == null ? null : frame.tenant();
                });
        pane = new CampaignsPane(model, commands, () -> context.openTab().accept(TabId.SETUP), formats,
                context.clock(), workbench, context.dialogs(), views, context);
        commands.wire(new CampaignDialogs(context.dialogs(), drafting, formats, locale), new CreateWizard(context),
                new CellEditing(pane.grid(), drafting, context.notifier(), formats, locale, context.clock(),
                        model::adSets, model::row),
                new EditDialogs(context, formats, locale), workbench, views, pane.sheets());
    }

    CampaignsViewModel model() {
        return model;
    }

    SavedViews views() {
        return views;
    }

    @Override
    public TabId id() {
        return TabId.CAMPAIGNS;
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public List<DeskAction> actions() {
        return pane.actions();
    }

    @Override
    public List<DeskAction> places() {
        return views.places(() -> openTab.accept(TabId.CAMPAIGNS));
    }

    @Override
    public List<KeyHint> keys() {
        return TableKeys.hints();
    }

    @Override
    public void review() {
        pane.review();
    }

    @Override
    public void find(String text) {
        pane.find(text);
    }

    @Override
    public void prepare() {
        prepare(() -> {
        });
    }

    /// @param done told when all is prepared
    void prepare(Runnable done) {
        model.prepare(content -> pane.rehearse(content, done));
    }

    @Override
    public void activate() {
        model.activate();
        pending.activate();
        views.load();
    }

    @Override
    public void deactivate() {
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
}
