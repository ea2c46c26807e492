package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.ui.grid.Grid;
import java.util.ArrayList;
import java.util.List;

/// What the table shows, for tests of the whole window.
public final class ShownRows {

    private ShownRows() {
    }

    public static List<DraftKey> of(Grid<?> grid) {
        List<DraftKey> keys = new ArrayList<>();
        for (int line = 0; line < grid.rows().size(); line++) {
            if (grid.rows().row(line) instanceof CampaignRow row) {
                keys.add(row.draftKey());
            }
        }
        return keys;
    }
}
