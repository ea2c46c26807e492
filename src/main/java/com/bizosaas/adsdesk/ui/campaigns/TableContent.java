package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.campaigns.View.Quick;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the table shows: rows filtered and sorted, the line below them, and how many there could be.
///
/// @param top numbers of the rows of the top level that pass the filter, in order; not to be changed
/// @param branches what is below them, null where one level is shown flat
/// @param all rows of the top level, archived ones left out unless they were asked for
/// @param counts how many rows of the top level each quick filter takes
/// @param longest the longest text of each column of figures, to give it room
record TableContent(Sheet sheet, RowMaker maker, int[] top, @Nullable Branches branches, TotalsLine totals, int all,
        Map<Quick, Integer> counts, FigureFormat format, Map<Column, String> longest) {

    TableContent {
        counts = Map.copyOf(counts);
        longest = Map.copyOf(longest);
    }

    int shown() {
        return top.length;
    }

    /// The rows of the top level, in order; all of them are made, so not for painting.
    List<CampaignRow> rows() {
        return Arrays.stream(top).mapToObj(maker::row).toList();
    }

    Lines lines(BitSet open) {
        return new Lines(sheet, maker, top, branches, open);
    }
}
