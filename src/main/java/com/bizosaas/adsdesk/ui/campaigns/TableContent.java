package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.campaigns.View.Quick;
import java.util.List;
import java.util.Map;

/// What the table shows: rows filtered and sorted, the line below them, and how many there could be.
///
/// @param shown rows of the top level that pass the filter
/// @param all rows of the top level, archived ones left out unless they were asked for
/// @param counts how many rows of the top level each quick filter takes
/// @param longest the longest text of each column of figures, to give it room
record TableContent(List<CampaignRow> rows, TotalsLine totals, int shown, int all, Map<Quick, Integer> counts,
        FigureFormat format, Map<Column, String> longest) {

    TableContent {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
        longest = Map.copyOf(longest);
    }
}
