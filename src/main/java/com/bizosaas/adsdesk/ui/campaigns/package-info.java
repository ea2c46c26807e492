/// The Campaigns tab: campaigns, ad sets and ads as one tree table with their figures, an inspector, and the dialogs that
/// create, change, archive and delete campaigns.
///
/// What is shown is made off the FX thread: [TableMaker], which [CampaignsViewModel] asks, reads the store into a [Sheet] of
/// numbered rows, one [Part] for each account, at first no deeper than a [Depth]; [TableBuilder] filters, sorts and totals
/// numbers, and [RowMaker] makes a [CampaignRow] of the few that are painted. [CellEditing] drafts what is typed into a cell; the one write that is no draft is [StatusSwitch] (pause and
/// resume, shown at once and taken back when refused).
@NullMarked
package com.bizosaas.adsdesk.ui.campaigns;

import org.jspecify.annotations.NullMarked;
