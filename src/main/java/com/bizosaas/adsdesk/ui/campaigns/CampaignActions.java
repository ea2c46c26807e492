package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.Permit;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.edit.BulkEdit;
import com.bizosaas.adsdesk.ui.workbench.WorkbenchDialogs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the command palette offers in the Campaigns tab: on the row in focus first, then on what is ticked, then in the tab.
final class CampaignActions {

    private final Commands commands;
    private final WorkbenchDialogs workbench;

    CampaignActions(Commands commands, WorkbenchDialogs workbench) {
        this.commands = commands;
        this.workbench = workbench;
    }

    /// @param row in focus, null for none
    /// @param tenants whose edits can be undone
    /// @param whole the tenant in view, null for all
    /// @param sheets export and import
    List<DeskAction> of(@Nullable CampaignRow row, Picked picked, List<TenantId> tenants,
            @Nullable Tenant whole, List<DeskAction> sheets) {
        List<DeskAction> actions = new ArrayList<>();
        if (row != null) {
            ofRow(actions, row);
        }
        CampaignRow head = picked.first();
        String ticked = picked.count() == 1 ? "1 row" : picked.count() + " rows";
        if (head != null) {
            for (BulkEdit edit : BulkEdit.values()) {
                if (edit != BulkEdit.PASTE) {
                    actions.add(DeskAction.of(edit.label(), ticked + ", adds to pending changes", edit.icon(),
                            edit.keyWords(), () -> commands.change(edit, picked)).unless(head.frame().locked()));
                }
            }
        }
        if (picked.ticked()) {
            actions.add(DeskAction.of("Copy rows", ticked, Icons.COPY, "Ctrl C", () -> commands.copyRows(picked)));
        }
        actions.add(DeskAction.of("New campaign", "Adds to pending changes", Icons.ADD, "Ctrl N", commands::create)
                .unless(commands.locked()));
        actions.add(DeskAction.of("Review & publish", "Pending changes", Icons.CHECKED, "Ctrl Enter",
                workbench::review));
        if (!tenants.isEmpty()) {
            actions.add(DeskAction.of("Undo", "The last edit", Icons.UNDO, "Ctrl Z", () -> workbench.undo(tenants)));
            actions.add(DeskAction.of("Redo", "The edit that was undone", Icons.RELOAD, "Ctrl Y",
                    () -> workbench.redo(tenants)));
        }
        actions.add(DeskAction.of("Conflicts…", "What was changed at Meta since you drafted it", Icons.ISSUE, "",
                workbench::conflicts));
        if (whole != null) {
            actions.add(DeskAction.of("Changes from outside…", "Revert or accept them", Icons.CAUTION, "",
                    () -> workbench.outside(whole)));
        }
        actions.add(DeskAction.of("Published changes…", "To take them back", Icons.UNDO, "", commands::published));
        actions.addAll(sheets);
        return actions;
    }

    private void ofRow(List<DeskAction> actions, CampaignRow row) {
        boolean on = row.isOn();
        String locked = row.frame().locked();
        String role = Permit.reason(row.frame().role(), Role.PUBLISHER).orElse(locked);
        actions.add(DeskAction.of(on ? "Pause" : "Resume", row.name(), on ? Icons.PAUSE : Icons.PLAY, "Space",
                () -> commands.switchTo(List.of(row), !on)).unless(role));
        actions.add(DeskAction.of("Rename", row.name(), Icons.EDIT, "F2",
                () -> commands.editCell(row, Column.NAME, "")).unless(locked));
        actions.add(DeskAction.of("Copy id", row.name(), Icons.COPY, "", () -> commands.copyId(row)));
    }
}
