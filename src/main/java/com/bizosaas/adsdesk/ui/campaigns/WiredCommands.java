package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.Permit;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.FirstWrite;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.create.CreateWizard;
import com.bizosaas.adsdesk.ui.edit.BulkEdit;
import com.bizosaas.adsdesk.ui.edit.Chosen;
import com.bizosaas.adsdesk.ui.edit.EditDialogs;
import com.bizosaas.adsdesk.ui.targeting.TargetingDialog;
import com.bizosaas.adsdesk.ui.workbench.Drafting;
import com.bizosaas.adsdesk.ui.workbench.SheetDialogs;
import com.bizosaas.adsdesk.ui.workbench.WorkbenchDialogs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every command works in the tenant and account of the row it is given for.
final class WiredCommands implements Commands {

    private final CampaignsViewModel model;
    private final StatusSwitch switches;
    private final Drafting drafting;
    private final RowClipboard clipboard;
    private final FirstWrite first;
    private final DeskContext desk;
    private final Notifier notifier;
    private @Nullable CampaignDialogs dialogs;
    private @Nullable CreateWizard wizard;
    private @Nullable CellEditing cells;
    private @Nullable EditDialogs edits;
    private @Nullable WorkbenchDialogs workbench;
    private @Nullable SavedViews views;

    WiredCommands(CampaignsViewModel model, StatusSwitch switches, Drafting drafting, Formats formats,
            DeskContext desk) {
        this.model = model;
        this.switches = switches;
        this.drafting = drafting;
        this.clipboard = new RowClipboard(model, formats, desk.notifier(), this::ofOneTenant);
        this.first = new FirstWrite(desk);
        this.desk = desk;
        this.notifier = desk.notifier();
    }

    /// What the commands open; set once, before the tab is activated.
    void wire(CampaignDialogs forms, CreateWizard maker, CellEditing editing, EditDialogs changes,
            WorkbenchDialogs pending, SavedViews saved, SheetDialogs sheets) {
        clipboard.wire(changes, sheets);
        views = saved;
        dialogs = forms;
        wizard = maker;
        cells = editing;
        edits = changes;
        workbench = pending;
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
        for (List<CampaignRow> all : places.values()) {
            Frame frame = all.getFirst().frame();
            draftStatus(frame, all.stream().filter(CampaignRow::isNew).toList(), on);
            List<CampaignRow> together = all.stream().filter(row -> !row.isNew()).toList();
            if (together.isEmpty()) {
                continue;
            }
            Optional<String> reason = Permit.reason(frame.role(), Role.PUBLISHER);
            if (reason.isPresent()) {
                notifier.failed(Problem.of(Problem.Kind.NO_PERMISSION, "Your role does not allow this",
                        reason.get()));
                return;
            }
            first.before(frame.tenant(), frame.account(), () -> switches.apply(together, on));
        }
    }

    /// What Facebook does not have yet is not switched there.
    private void draftStatus(Frame frame, List<CampaignRow> rows, boolean on) {
        if (!rows.isEmpty() && frame.locked().isEmpty()) {
            Map<DraftKey, Map<String, String>> values = new LinkedHashMap<>();
            rows.forEach(row -> values.put(row.draftKey(),
                    Map.of(Fields.STATUS, (on ? Status.ACTIVE : Status.PAUSED).value())));
            drafting.edit(frame.tenant().id(), "Status of " + rows.size() + " new rows", values);
        }
    }

    @Override
    public void change(BulkEdit edit, Picked picked) {
        List<CampaignRow> rows = edit.acrossTenants() ? changeable(picked.rows()) : ofOneTenant(picked.rows());
        if (edits != null && !rows.isEmpty()) {
            edits.open(edit, byTenant(rows));
        }
    }

    @Override
    public void comment(CampaignRow row) {
        if (edits != null) {
            edits.open(BulkEdit.COMMENT, List.of(chosen(List.of(row))));
        }
    }

    static List<Chosen> byTenant(List<CampaignRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.key().place().tenant(), LinkedHashMap::new,
                Collectors.toList())).values().stream().map(WiredCommands::chosen).toList();
    }

    @Override
    public void paste(Picked picked, Lines lines, Column column) {
        clipboard.paste(picked, lines, column);
    }

    static Chosen chosen(List<CampaignRow> rows) {
        return new Chosen(rows.getFirst().frame().tenant(), rows.stream().map(row -> {
            String drafted = row.drafted(Fields.NAME);
            return new Chosen.Row(row.draftKey(), drafted == null ? row.name() : drafted, row.frame().account(),
                    row.budgetField());
        }).toList());
    }

    /// Those that this person and sign-in may change; it is told where there is none.
    private List<CampaignRow> changeable(List<CampaignRow> picked) {
        List<CampaignRow> rows = picked.stream().filter(row -> row.frame().locked().isEmpty()).toList();
        if (rows.isEmpty()) {
            notifier.failed(Problem.of(Problem.Kind.CANCELLED, "Nothing that is ticked can be changed",
                    "This sign-in may only look at them."));
        }
        return rows;
    }

    /// Copies and pasted cells are of one tenant: what they name is not the same in another.
    private List<CampaignRow> ofOneTenant(List<CampaignRow> picked) {
        List<CampaignRow> rows = picked.stream().filter(row -> row.frame().locked().isEmpty()).toList();
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
    public void showView(int place) {
        if (views != null) {
            views.showNumber(place);
        }
    }

    @Override
    public void create() {
        Frame frame = model.frameProperty().get();
        if (frame != null && wizard != null) {
            wizard.campaign(frame.tenant(), frame.account());
        }
    }

    @Override
    public void createBelow(CampaignRow row) {
        if (wizard != null && row.subject() instanceof Subject.OfCampaign) {
            wizard.adSet(row.frame().tenant(), row.frame().account(), row.draftKey());
        } else if (wizard != null && row.subject() instanceof Subject.OfAdSet) {
            wizard.ad(row.frame().tenant(), row.frame().account(), row.draftKey());
        }
    }

    @Override
    public void edit(CampaignRow row) {
        if (row.isNew()) {
            open(row, Column.NAME);
        } else if (dialogs != null && row.subject() instanceof Subject.OfCampaign(var campaign)) {
            dialogs.edit(row, campaign);
        }
    }

    @Override
    public void open(CampaignRow row, Column column) {
        if (!row.isNew()) {
            editCell(row, column, "");
        } else if (wizard != null) {
            wizard.open(row.frame().tenant(), row.frame().account(), row.draftKey());
        }
    }

    @Override
    public void editCell(CampaignRow row, Column column, String typed) {
        if (cells != null) {
            cells.edit(row, column, typed);
        }
    }

    @Override
    public boolean begins(CampaignRow row, Column column, String typed) {
        return cells != null && cells.begins(row, column, typed);
    }

    @Override
    public void targeting(CampaignRow row) {
        TargetingDialog.open(desk, row.frame().tenant(), row.frame().account(), row.draftKey(), row.name());
    }

    @Override
    public void archive(CampaignRow row) {
        if (dialogs != null) {
            dialogs.archive(row);
        }
    }

    @Override
    public void delete(CampaignRow row) {
        if (row.isNew()) {
            drafting.remove(row.key().place().tenant(), List.of(row.draftKey()));
        } else if (dialogs != null) {
            Belongings below = model.below(row);
            dialogs.delete(row, below.adSets(), below.ads());
        }
    }

    @Override
    public void copyId(CampaignRow row) {
        RowClipboard.copy(row.key().id().value());
    }

    @Override
    public void copyName(CampaignRow row) {
        RowClipboard.copy(row.name());
    }

    @Override
    public void copyRows(Picked picked) {
        clipboard.copy(picked);
    }
}
