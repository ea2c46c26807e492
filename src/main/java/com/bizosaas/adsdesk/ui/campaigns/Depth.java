package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import java.util.List;

/// How much of each account is read: a first look at very many takes no more than the level that is seen, and all else
/// follows once that is painted.
enum Depth {
    // @formatter:off
    CAMPAIGNS(Level.CAMPAIGN, List.of(Level.CAMPAIGN)),
    AD_SETS(Level.AD_SET, List.of(Level.AD_SET)),
    ADS(Level.AD, List.of(Level.AD)),
    WHOLE(Level.AD, List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD));
    // @formatter:on

    private final Level deepest;
    private final List<Level> figures;

    Depth(Level deepest, List<Level> figures) {
        this.deepest = deepest;
        this.figures = figures;
    }

    /// The deepest level whose objects are read.
    Level deepest() {
        return deepest;
    }

    /// The levels whose figures are read.
    List<Level> figures() {
        return figures;
    }

    /// Enough for a first look. Which campaigns a filter takes, and where some columns put them, is known only with what
    /// is below them.
    static Depth firstLook(View view) {
        return switch (view.shape()) {
            case TREE, CAMPAIGNS -> view.narrows() || view.sort().ofBelow() ? WHOLE : CAMPAIGNS;
            case AD_SETS -> AD_SETS;
            case ADS -> ADS;
        };
    }
}
