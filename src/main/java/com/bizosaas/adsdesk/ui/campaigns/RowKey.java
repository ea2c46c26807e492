package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;

/// What a row is about, through every refresh, sort and filter.
record RowKey(Level level, GraphId id) {
}
