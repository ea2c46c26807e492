package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.TabId;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Wires the Campaigns tab: its view model, what it can write, its dialogs and its pane. FX thread only.
public final class CampaignsTab implements DeskTab {

    private final CampaignsViewModel model;
    private final CampaignsPane pane;

    public CampaignsTab(DeskContext context) {
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        Formats formats = new Formats(locale);
        DeskServices services = context.services();
        model = new CampaignsViewModel(services.campaigns(), services.insights(), services.sync(), services.events(),
                context.tasks(), context.scope(), context.clock(), formats);
        StatusSwitch switches = new StatusSwitch(services.campaigns(), context.tasks(), context.notifier(),
                model::build, model::load);
        model.showSwitches(switches);
        CampaignWrites writes = new CampaignWrites(services.campaigns(), context.tasks(), context.notifier(),
                model::load);
        Wired commands = new Wired(model, switches);
        pane = new CampaignsPane(model, commands, () -> context.openTab().accept(TabId.SETUP), formats,
                context.clock());
        commands.dialogs = new CampaignDialogs(context.dialogs(), writes, formats, locale, pane::await);
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
    public void activate() {
        model.activate();
    }

    @Override
    public void deactivate() {
        model.deactivate();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focusSearch() {
        pane.focusSearch();
    }

    /// Every command works in the frame that is looked at when it is given.
    private static final class Wired implements Commands {

        private final CampaignsViewModel model;
        private final StatusSwitch switches;
        private @org.jspecify.annotations.Nullable CampaignDialogs dialogs;

        Wired(CampaignsViewModel model, StatusSwitch switches) {
            this.model = model;
            this.switches = switches;
        }

        @Override
        public String locked() {
            Frame frame = model.frameProperty().get();
            return frame == null ? "Pick an ad account first." : frame.locked();
        }

        @Override
        public void switchTo(List<CampaignRow> rows, boolean on) {
            Frame frame = model.frameProperty().get();
            if (frame != null) {
                switches.apply(frame, rows, on);
            }
        }

        @Override
        public void create() {
            Frame frame = model.frameProperty().get();
            if (frame != null && dialogs != null) {
                dialogs.create(frame);
            }
        }

        @Override
        public void edit(CampaignRow row) {
            Frame frame = model.frameProperty().get();
            if (frame != null && dialogs != null && row.subject() instanceof Subject.OfCampaign(var campaign)) {
                dialogs.edit(frame, campaign);
            }
        }

        @Override
        public void archive(CampaignRow row) {
            Frame frame = model.frameProperty().get();
            if (frame != null && dialogs != null && row.subject() instanceof Subject.OfCampaign(var campaign)) {
                dialogs.archive(frame, campaign);
            }
        }

        @Override
        public void delete(CampaignRow row) {
            Frame frame = model.frameProperty().get();
            if (frame != null && dialogs != null && row.subject() instanceof Subject.OfCampaign(var campaign)) {
                Belongings below = model.below(campaign.id());
                dialogs.delete(frame, campaign, below.adSets(), below.ads());
            }
        }

        @Override
        public void copyId(CampaignRow row) {
            copy(row.key().id().value());
        }

        @Override
        public void copyName(CampaignRow row) {
            copy(row.name());
        }

        private static void copy(String text) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
