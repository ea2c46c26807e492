package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.grid.GridCell;

/// A cell of the table of campaigns.
abstract class RowCell extends GridCell<CampaignRow> {

    /// In place of what a first look has not read yet.
    static final String BEING_READ = "…";
    static final String BEING_READ_WORDS = "Being read from the store.";
}
