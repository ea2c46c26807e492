package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;

/// What a row is about, through every refresh, sort and filter. The place is part of it: two tenants may share an
/// account, and still nothing of one is ever the other's.
record RowKey(Frame.Place place, Level level, GraphId id) {
}
