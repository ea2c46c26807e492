package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Permit;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.FirstWrite;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.workbench.BulkDialogs;
import com.bizosaas.adsdesk.ui.workbench.Drafting;
import com.bizosaas.adsdesk.ui.workbench.PendingModel;
import com.bizosaas.adsdesk.ui.workbench.WorkbenchDialogs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// Wires the Campaigns tab: its view model, what it can write, its dialogs and its pane. FX thread only.
public final class CampaignsTab implements DeskTab {

    private final CampaignsViewModel model;
    private final CampaignsPane pane;
    private final PendingModel pending;
    private final SavedViews views;

    public CampaignsTab(DeskContext context) {
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        Formats formats = new Formats(locale);
        DeskServices services = context.services();
        model = new CampaignsViewModel(services, context.tasks(), context.scope(), context.clock(), formats);
        StatusSwitch switches = new StatusSwitch(services.campaigns(), context.tasks(), context.notifier(),
                model::build, model::load);
        model.showSwitches(switches);
        Drafting drafting = new Drafting(services.workbench().drafts(), context.tasks(), context.notifier());
        pending = new PendingModel(services, context.tasks(), context.scope());
        Wired commands = new Wired(model, switches, formats, new FirstWrite(context), context.notifier());
        WorkbenchDialogs workbench = new WorkbenchDialogs(context, pending, drafting, formats);
        views = new SavedViews(services.settings(), context.tasks(), context.dialogs(), context.notifier(),
                context.scope(), model, () -> {
                    Frame frame = model.frameProperty().get();
                    return frame == null ? null : frame.tenant();
                });
        pane = new CampaignsPane(model, commands, () -> context.openTab().accept(TabId.SETUP), formats,
                context.clock(), workbench, context.dialogs(), views);
        commands.dialogs = new CampaignDialogs(context.dialogs(), drafting, formats, locale);
        commands.bulk = new BulkDialogs(services.workbench().drafts(), context.tasks(), context.dialogs(), formats);
        commands.workbench = workbench;
        commands.cells = new CellEditing(pane.grid(), drafting, formats, locale);
    }

    CampaignsViewModel model() {
        return model;
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

    /// Every command works in the tenant and account of the row it is given for.
    private static final class Wired implements Commands {

        private final CampaignsViewModel model;
        private final StatusSwitch switches;
        private final Formats formats;
        private final FirstWrite first;
        private final Notifier notifier;
        private @Nullable CampaignDialogs dialogs;
        private @Nullable CellEditing cells;
        private @Nullable BulkDialogs bulk;
        private @Nullable WorkbenchDialogs workbench;

        Wired(CampaignsViewModel model, StatusSwitch switches, Formats formats, FirstWrite first, Notifier notifier) {
            this.model = model;
            this.switches = switches;
            this.formats = formats;
            this.first = first;
            this.notifier = notifier;
        }

        @Override
        public String locked() {
            if (model.showsAllTenants()) {
                return "Pick the tenant first that the campaign is for.";
            }
            Frame frame = model.frameProperty().get();
            return frame == null ? "Pick an ad account first." : frame.locked();
        }

        @Override
        public void switchTo(List<CampaignRow> rows, boolean on) {
            Map<Frame.Place, List<CampaignRow>> places = rows.stream()
                    .collect(Collectors.groupingBy(row -> row.key().place(), LinkedHashMap::new, Collectors.toList()));
            for (List<CampaignRow> together : places.values()) {
                Frame frame = together.getFirst().frame();
                Optional<String> reason = Permit.reason(frame.role(), Role.PUBLISHER);
                if (reason.isPresent()) {
                    notifier.failed(Problem.of(Problem.Kind.NO_PERMISSION, "Your role does not allow this",
                            reason.get()));
                    return;
                }
                first.before(frame.tenant(), frame.account(), () -> switches.apply(together, on));
            }
        }

        @Override
        public void budgets(Picked picked) {
            List<CampaignRow> rows = ofOneTenant(picked);
            if (bulk != null && !rows.isEmpty()) {
                Map<DraftKey, AdCurrency> currencies = new LinkedHashMap<>();
                rows.forEach(row -> currencies.put(row.draftKey(), row.currency()));
                bulk.budgets(rows.getFirst().frame().tenant(), currencies);
            }
        }

        @Override
        public void replaceInNames(Picked picked) {
            List<CampaignRow> rows = ofOneTenant(picked);
            if (bulk != null && !rows.isEmpty()) {
                bulk.replace(rows.getFirst().frame().tenant(), rows.stream().map(CampaignRow::draftKey).toList());
            }
        }

        /// A dialog never changes tenant: rows of several are not changed together.
        private List<CampaignRow> ofOneTenant(Picked picked) {
            List<CampaignRow> rows = picked.rows().stream().filter(row -> row.frame().locked().isEmpty()).toList();
            boolean one = rows.stream().map(row -> row.key().place().tenant()).distinct().count() == 1;
            if (!one) {
                notifier.failed(Problem.of(Problem.Kind.CANCELLED, rows.isEmpty()
                        ? "Nothing that is ticked can be changed"
                        : "These rows belong to several tenants",
                        rows.isEmpty()
                                ? "This sign-in may only look at them."
                                : "Tick rows of one tenant and change them together."));
            }
            return one ? rows : List.of();
        }

        @Override
        public void published() {
            Frame frame = model.frameProperty().get();
            if (frame != null && workbench != null) {
                workbench.published(frame.tenant());
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
            if (dialogs != null && row.subject() instanceof Subject.OfCampaign(var campaign)) {
                dialogs.edit(row, campaign);
            }
        }

        @Override
        public void editCell(CampaignRow row, Column column, String typed) {
            Column shown = CellEditing.can(row, column) ? column : Column.NAME;
            if (cells != null && CellEditing.can(row, shown)) {
                cells.edit(row, shown, typed);
            }
        }

        @Override
        public void archive(CampaignRow row) {
            if (dialogs != null) {
                dialogs.archive(row);
            }
        }

        @Override
        public void delete(CampaignRow row) {
            if (dialogs != null) {
                Belongings below = model.below(row);
                dialogs.delete(row, below.adSets(), below.ads());
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

        @Override
        public void copyRows(Picked picked) {
            TableContent content = model.contentProperty().get();
            if (content != null) {
                List<CampaignRow> rows = picked.ticked() ? picked.rows() : content.rows();
                copy(new SheetText(formats, model.showsAllTenants()).of(rows, model.viewProperty().get()));
            }
        }

        private static void copy(String text) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
