package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.grid.GridCell;

/// A cell of the table of campaigns.
abstract class RowCell extends GridCell<CampaignRow> {
}
