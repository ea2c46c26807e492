/// The Campaigns tab: campaigns, ad sets and ads as one tree table with their figures, an inspector, and the dialogs that
/// create, change, archive and delete campaigns.
///
/// What is shown is made off the FX thread: [CampaignsViewModel] reads the store, [RowBuilder] joins structure and facts
/// into immutable [CampaignRow]s, [TableBuilder] filters, sorts and totals them, and the pane sets whole lists. Writes go
/// through [StatusSwitch] (pause and resume, shown at once and taken back when refused) and [CampaignWrites].
@NullMarked
package com.bizosaas.adsdesk.ui.campaigns;

import org.jspecify.annotations.NullMarked;
