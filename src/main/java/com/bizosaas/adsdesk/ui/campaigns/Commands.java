package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.edit.BulkEdit;
import java.util.List;

/// What the table, the toolbar and the inspector can ask for. FX thread only.
interface Commands {

    /// Why nothing can be changed in this account, empty where this sign-in may.
    String locked();

    /// Pauses or resumes all of the rows.
    void switchTo(List<CampaignRow> rows, boolean on);

    /// Opens a row: what is new in its form, a cell of what exists to be edited.
    void open(CampaignRow row, Column column);

    /// Edits a cell in the table; where that cannot be, the reason is told. Cells that say what Meta counted stand for the
    /// name.
    ///
    /// @param typed the character typed over it, empty to edit what stands there
    void editCell(CampaignRow row, Column column, String typed);

    /// Whether a character typed over a cell begins to edit it.
    boolean begins(CampaignRow row, Column column, String typed);

    /// Changes the rows together; of several tenants where the edit can be made in each.
    ///
    /// @param edit anything but a paste
    void change(BulkEdit edit, Picked picked);

    /// Opens the comment on a row, to be written or changed.
    void comment(CampaignRow row);

    /// Changes rows to what is on the clipboard.
    ///
    /// @param lines what is shown; of ticked rows only those count
    /// @param column the one in focus, for cells without heads
    void paste(Picked picked, Lines lines, Column column);

    /// What was published for the tenant in view, to be taken back.
    void published();

    /// Shows the saved view at a place in their menu, from 1.
    void showView(int place);

    void create();

    /// Makes an ad set in the campaign of a row, or an ad in its ad set.
    void createBelow(CampaignRow row);

    /// Changes the campaign a row belongs to.
    void edit(CampaignRow row);

    /// Changes the targeting of an ad set.
    void targeting(CampaignRow row);

    void archive(CampaignRow row);

    void delete(CampaignRow row);

    void copyId(CampaignRow row);

    void copyName(CampaignRow row);

    /// Puts the rows on the clipboard as a spreadsheet takes them; of all that are shown where none is ticked.
    void copyRows(Picked picked);
}
